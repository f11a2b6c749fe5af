import { type EntryId, followCompletion, followStanding, refreshYears } from '@sinau/credit';
import type { CreditChanged, StandingChanged } from '@sinau/domain-events';
import type { EnrolmentStore, Registration } from '@sinau/enrolment';
import { type AgencyId, localDateOf, type PersonId } from '@sinau/kernel';
import type { CreditParts } from '../shared/credit-parts.ts';
import { holdersOf, type TellDeps, tell } from '../shared/tell.ts';
import type { FactOf } from './later-follower.ts';

export interface FollowCreditDeps extends TellDeps {
  readonly enrolments: Pick<EnrolmentStore, 'findByRegistration'>;
  readonly credit: () => Promise<CreditParts>;
}

/** The session in which a course was completed has ended by then. */
const lastSessionMs = 25 * 3_600_000;

type Followed = FactOf<
  | 'enrolment-completed'
  | 'completion-withdrawn'
  | 'completion-restored'
  | 'result-placed'
  | 'progress-made'
  | 'credit-changed'
  | 'standing-changed'
>;

/** The ledger of JP follows completed courses, and sums follow the ledger. Safe to repeat. */
export async function followCredit(deps: FollowCreditDeps, fact: Followed): Promise<void> {
  switch (fact.type) {
    case 'enrolment-completed':
    case 'completion-withdrawn':
    case 'completion-restored':
      await followCompletion(await deps.credit(), fact.registration);
      return;
    case 'result-placed':
      // The provider may have told of a certificate, also of one for a course that was completed long ago.
      if (await isCompleted(deps, fact)) await followCompletion(await deps.credit(), fact.registration);
      return;
    case 'progress-made':
      if (await isLastSession(deps, fact)) await followCompletion(await deps.credit(), fact.registration);
      return;
    case 'credit-changed':
      await refreshYears(await deps.credit(), fact.personId as PersonId);
      await tellOfHold(deps, fact);
      return;
    case 'standing-changed':
      await followMove(deps, fact);
      return;
    default:
      return;
  }
}

const isCompleted = async (
  { enrolments }: FollowCreditDeps,
  { registration }: { readonly registration: string },
): Promise<boolean> =>
  (await enrolments.findByRegistration(registration as Registration))?.completedAt !== undefined;

/** The last words of a session come after the course is done, and tell more of the time. */
async function isLastSession(
  { enrolments }: FollowCreditDeps,
  fact: { readonly registration: string; readonly occurredAt: string },
): Promise<boolean> {
  const found = await enrolments.findByRegistration(fact.registration as Registration);
  if (found?.completedAt === undefined) return false;
  return Date.parse(fact.occurredAt) <= Date.parse(found.completedAt) + lastSessionMs;
}

/** That JP are held, and what the agency has decided about them. */
async function tellOfHold(deps: FollowCreditDeps, fact: CreditChanged): Promise<void> {
  if (fact.entry !== 'held' && fact.entry !== 'released' && fact.entry !== 'rejected') return;
  const { credit } = await deps.credit();
  const personId = fact.personId as PersonId;
  const entry = await credit.findEntry(personId, fact.entryId as EntryId);
  const hold = entry && 'about' in entry ? await credit.findHold(personId, entry.about) : undefined;
  if (!hold) return;
  const state = fact.entry === 'held' ? 'open' : fact.entry;
  if (hold.state === 'open' && hold.agencyId) await tellReviewers(deps, fact, hold.agencyId);
  const reason = entry && 'words' in entry ? { reason: entry.words } : {};
  const isDouble = hold.reasons.some(({ code }) => code === 'counted-already');
  const why = isDouble ? ({ why: 'counted' } as const) : {};
  const params = { courseTitle: hold.title, state, ...reason, ...why } as const;
  await tell(deps, fact, { kind: 'credit-held', params, link: '/jp' });
}

/** What is held goes along to the agency where the person is now, and waits there for others. */
async function followMove(deps: FollowCreditDeps, fact: StandingChanged): Promise<void> {
  const parts = await deps.credit();
  const personId = fact.personId as PersonId;
  if ((await followStanding(parts, personId)) === 0) return;
  const agencyId = (await parts.standings.standingOf(personId))?.agencyId;
  if (agencyId !== undefined) await tellReviewers(deps, fact, agencyId);
}

/** Once a day, however much is held: their queue says what it is. Nobody is called to their own, which others decide about. */
async function tellReviewers(
  deps: FollowCreditDeps,
  fact: { readonly personId: string; readonly occurredAt: string },
  agencyId: AgencyId,
): Promise<void> {
  const day = localDateOf(Date.parse(fact.occurredAt), 'Asia/Jakarta');
  for (const personId of await holdersOf(deps, { kind: 'agency', agencyId }, 'agency-admin')) {
    if (personId === fact.personId) continue;
    const eventId = `credit-holds-waiting:${agencyId}:${day}:${personId}`;
    await tell(
      deps,
      { eventId, personId },
      { kind: 'credit-holds-waiting', params: {}, link: '/agency/held' },
    );
  }
}
