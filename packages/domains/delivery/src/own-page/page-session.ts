import type { Au } from '@sinau/cmi5';
import type { AuPrincipal, LanguageMap } from '@sinau/kernel';
import type { AcceptDeps } from '../accept-au-statements.ts';
import { SessionEnded } from '../errors.ts';
import { auAt, loadContent, partAt } from '../load-content.ts';
import type { PartContent } from '../ports.ts';
import type { AuSession, DeliveryRegistration } from '../registration.ts';
import { isSealed } from '../sessions.ts';

/** The running session of a page of ours, which is one AU, as it was read. */
export interface PageSession {
  readonly state: DeliveryRegistration;
  readonly session: AuSession;
  readonly au: Au;
  readonly part: PartContent;
  readonly courseTitle: LanguageMap;
  readonly mode: PageMode;
}

/** Nothing but the session itself is kept in the modes other than normal. */
export type PageMode = 'normal' | 'browse' | 'review';

/** Rejects with `SessionEnded`. */
export async function readPageSession(
  deps: Pick<AcceptDeps<never>, 'registrations' | 'content'>,
  principal: Pick<AuPrincipal, 'registration' | 'sessionId'>,
): Promise<PageSession> {
  const state = await deps.registrations.read(principal.registration);
  const session = state?.session;
  if (!state || session?.terms.sessionId !== principal.sessionId || isSealed(session)) {
    throw new SessionEnded();
  }
  const content = await loadContent(deps, state);
  return {
    state,
    session,
    au: auAt(content, session.auIndex),
    part: partAt(content, session.auIndex),
    courseTitle: content.structure.course.title,
    mode: modes[session.terms.launchMode],
  };
}

const modes = { Normal: 'normal', Browse: 'browse', Review: 'review' } as const;
