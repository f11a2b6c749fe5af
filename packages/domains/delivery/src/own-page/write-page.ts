import { type AuVerdict, checkAuStatements } from '@sinau/cmi5';
import type { AtomicCompanion } from '@sinau/kernel';
import type { Statement } from '@sinau/xapi';
import { type AcceptDeps, followStatements, sessionStateOf } from '../accept-au-statements.ts';
import { courseActivitiesOf } from '../activity-ids.ts';
import { trialOf } from '../commit.ts';
import { RuleBroken } from '../errors.ts';
import type { DeliveryRegistration } from '../registration.ts';
import type { PageSession } from './page-session.ts';

/** What the registration is to know beside what the statements say. */
export type Standing = Pick<AuVerdict, 'judged' | 'progress' | 'score'>;

/** Writes of a page's own rows, which ride in the transaction of the statements. */
export interface PageSaving {
  readonly companion: AtomicCompanion;
  /** To be told what became of the writes, so that nothing put aside is left behind. */
  settle(outcome: 'stored' | 'refused'): Promise<void>;
}

/**
 * One step of a session, whole or not at all: statements through the rules of the session, what they satisfy, the
 * registration, and the rows of what the page shows. `refused`: somebody else has changed one of them; read again.
 */
export async function writePage(
  deps: AcceptDeps<never>,
  page: PageSession,
  step: {
    readonly statements: readonly Statement[];
    readonly standing?: Standing;
    readonly saving?: PageSaving | undefined;
  },
): Promise<'stored' | 'refused'> {
  const { statements, saving } = step;
  // The page is ours: it was given all that an AU would have to read first.
  const progress = { ...page.session.progress, launchDataRead: true, preferencesRead: true };
  const known = page.session.progress;
  const session =
    known.launchDataRead && known.preferencesRead ? page.session : { ...page.session, progress };
  const state: DeliveryRegistration = { ...page.state, session };
  const check = checkAuStatements(sessionStateOf(state, session), statements);
  if (check.outcome === 'refused') throw new RuleBroken(check, `/${check.index}`);
  const verdict = withStanding(check.next.verdict, step.standing);
  const followed = await followStatements(deps, {
    state,
    session: page.session,
    after: { ...check.next, verdict },
  });
  const { sessionId, registration } = session.terms;
  const delivery = followed
    ? deps.registrations.saving(followed.state)
    : deps.registrations.touching({ registration, sessionId, at: deps.clock.now().toISOString() });
  const companion = { writes: [...delivery.writes, ...(saving?.companion.writes ?? [])] };
  const all = [...statements, ...(followed?.statements ?? [])];
  const describing = courseActivitiesOf(deps.addresses.activityBase, state.courseId);
  const written = await deps.records.write({
    ...{ statements: all, describing, companion },
    ...trialOf(state),
  });
  const outcome = written === 'stored' ? 'stored' : 'refused';
  await saving?.settle(outcome);
  return outcome;
}

/** The same verdict where nothing changes: then the registration need not be written. */
function withStanding(verdict: AuVerdict, standing: Standing | undefined): AuVerdict {
  if (!standing || verdict.judged === 'passed') return verdict;
  const { progress, ...judgement } = standing;
  const next: AuVerdict = {
    ...verdict,
    ...judgement,
    ...(progress !== undefined && !verdict.completed && { progress }),
  };
  const same = (['judged', 'progress', 'score'] as const).every((name) => next[name] === verdict[name]);
  return same ? verdict : next;
}
