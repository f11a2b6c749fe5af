import type { Au } from '@sinau/cmi5';
import type { AuPrincipal, LanguageMap, Locale } from '@sinau/kernel';
import type { AcceptDeps } from '../accept-au-statements.ts';
import { trialOf } from '../commit.ts';
import { SessionEnded } from '../errors.ts';
import { auAt, loadContent, partAt } from '../load-content.ts';
import type { CourseContent, DeliveryAddresses, PartContent } from '../ports.ts';
import type { AuSession, DeliveryRegistration } from '../registration.ts';
import { guestReturnUrl, safeReturnUrl } from '../return-url.ts';
import { isSealed } from '../sessions.ts';
import type { LaunchDocuments } from './ports.ts';

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
  return pageSessionOf(await loadContent(deps, state), state, session);
}

export function pageSessionOf(
  content: CourseContent,
  state: DeliveryRegistration,
  session: AuSession,
): PageSession {
  return {
    state,
    session,
    au: auAt(content, session.auIndex),
    part: partAt(content, session.auIndex),
    courseTitle: content.structure.course.title,
    mode: modes[session.terms.launchMode],
  };
}

/** Where the learner goes back to, and in which language the page speaks. */
export async function readLaunch(
  deps: { readonly documents: LaunchDocuments; readonly addresses: DeliveryAddresses },
  { session, state }: PageSession,
): Promise<{ readonly returnUrl: string; readonly locale: Locale }> {
  const { activityId, actor: agent, registration } = session.terms;
  const trial = trialOf(state);
  const launch = await deps.documents.readLaunch({ activityId, agent, registration, ...trial });
  return { returnUrl: returnUrlOf(deps, state, launch.returnUrl), locale: launch.locale ?? 'id' };
}

/** Read from a document, so it is checked as it was at the launch. */
function returnUrlOf(
  { addresses: { portalOrigin } }: { readonly addresses: DeliveryAddresses },
  state: DeliveryRegistration,
  given: string | undefined,
): string {
  const isGuest = state.personId === undefined && !state.trial;
  const elsewhere = isGuest && given !== undefined ? guestReturnUrl(portalOrigin, given) : undefined;
  return elsewhere ?? safeReturnUrl(portalOrigin, given);
}

const modes = { Normal: 'normal', Browse: 'browse', Review: 'review' } as const;
