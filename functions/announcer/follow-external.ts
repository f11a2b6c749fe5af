import { followAttendance, readLedger } from '@sinau/credit';
import type { ExternalLearningMoved } from '@sinau/domain-events';
import {
  defaultPolicy,
  type ExternalLearning,
  type LearningId,
  type LearningStore,
  type Line,
  markRecognised,
} from '@sinau/external-learning';
import { localDateOf, type PersonId, yearOf } from '@sinau/kernel';
import { type NoticeContent, type NoticeId, notify } from '@sinau/notifications';
import { attendancesOf } from '../shared/attendances.ts';
import type { CreditParts } from '../shared/credit-parts.ts';
import { createLearnerDirectory } from '../shared/learner-directory.ts';
import { holdersOf, type TellDeps, tell } from '../shared/tell.ts';
import type { FactOf } from './later-follower.ts';

export interface FollowExternalDeps extends TellDeps {
  readonly learnings: LearningStore;
  readonly credit: () => Promise<CreditParts>;
}

type Followed = FactOf<'external-learning-moved'>;

/**
 * The ledger of JP follows records of learning elsewhere, and people hear what waits for them and what was decided. What the
 * record is now counts, not what the fact says it was: safe to repeat and to come late.
 */
export async function followExternal(deps: FollowExternalDeps, fact: Followed): Promise<void> {
  const place = { personId: fact.personId as PersonId, learningId: fact.learningId as LearningId };
  switch (fact.state) {
    case 'verified':
      await followLedger(deps, place);
      await markRecognised(deps, place);
      return;
    case 'returned':
    case 'rejected':
      await followLedger(deps, place);
      break;
  }
  const learning = await deps.learnings.find(place.personId, place.learningId);
  // Somebody has got on with it: what is told then is told by that step.
  if (learning?.state !== fact.state) return;
  await tellOf(deps, fact, learning);
}

async function followLedger(
  deps: FollowExternalDeps,
  place: { readonly personId: PersonId; readonly learningId: string },
): Promise<void> {
  await followAttendance({ ...(await deps.credit()), attendances: attendancesOf(deps) }, place);
}

async function tellOf(
  deps: FollowExternalDeps,
  fact: ExternalLearningMoved,
  learning: ExternalLearning,
): Promise<void> {
  switch (fact.state) {
    case 'submitted':
    case 'supervisor_ok':
    case 'reported':
      return tellReviewers(deps, fact, learning);
    case 'hr_ok':
      if (learning.waitingSince !== undefined) await tellReviewers(deps, fact, learning);
      return tellLearner(deps, fact, { learning, outcome: 'approved' });
    case 'assigned':
    case 'returned':
    case 'rejected':
      return tellLearner(deps, fact, { learning, outcome: fact.state });
    case 'recognised':
      if (learning.way === 'entered') return tellOfEntry(deps, fact);
      return tellLearner(deps, fact, { learning, outcome: 'recognised' });
    default:
      return;
  }
}

/** Once a day, and in the inbox alone: a list brings the past of everybody at once, and years of it. */
async function tellOfEntry(deps: FollowExternalDeps, fact: ExternalLearningMoved): Promise<void> {
  const personId = fact.personId as PersonId;
  const day = localDateOf(Date.parse(fact.occurredAt), 'Asia/Jakarta');
  const noticeId = `external-learning-entered:${personId}:${day}` as NoticeId;
  const content = { kind: 'external-learning-entered', params: {}, link: '/jp/external' } as const;
  await notify(deps, { ...content, personId, noticeId });
}

type Outcome = Extract<NoticeContent, { kind: 'external-learning-decided' }>['params']['outcome'];

async function tellLearner(
  deps: FollowExternalDeps,
  fact: ExternalLearningMoved,
  { learning, outcome }: { readonly learning: ExternalLearning; readonly outcome: Outcome },
): Promise<void> {
  const { personId, learningId, reason, way, details } = learning;
  const recognised = outcome === 'recognised' ? await recognisedOf(deps, learning) : undefined;
  const content = {
    kind: 'external-learning-decided',
    params: {
      ...{ title: details.title, outcome },
      ...(reason !== undefined && { reason }),
      ...(recognised !== undefined && { recognised }),
    },
    link: `/jp/external/${learningId}`,
  } as const;
  if (way !== 'entered') return tell(deps, { eventId: fact.eventId, personId }, content);
  // What the agency has brought it may take back as it came: without a mail.
  await notify(deps, { ...content, personId, noticeId: fact.eventId as NoticeId });
}

async function recognisedOf(
  deps: FollowExternalDeps,
  { personId, learningId, details }: ExternalLearning,
): Promise<number | undefined> {
  const ledger = await readLedger(await deps.credit(), { personId, year: yearOf(details.endsOn) });
  return ledger?.lines.find(
    ({ account: { earned } }) => earned.source.kind === 'external' && earned.source.learningId === learningId,
  )?.recognised;
}

const asks = {
  submitted: 'proposal',
  supervisor_ok: 'proposal',
  hr_ok: 'letter',
  reported: 'report',
} as const;

/** The supervisor where they decide, else every administrator of the agency: these in their inbox alone, they have a queue. */
async function tellReviewers(
  deps: FollowExternalDeps,
  fact: ExternalLearningMoved,
  learning: ExternalLearning,
): Promise<void> {
  const { personId, learningId, details } = learning;
  const place = await createLearnerDirectory(deps).placeOf(personId);
  const learner = await deps.people.find(personId);
  if (!place?.agencyId || !learner || !(fact.state in asks)) return;
  const { agencyId, supervisorId } = place;
  const what = asks[fact.state as keyof typeof asks];
  const params = { title: details.title, learner: learner.name, asks: what };
  const content = { kind: 'external-learning-waiting', params } as const;
  const policy = (await deps.learnings.findPolicy(agencyId)) ?? defaultPolicy(agencyId);
  const asksSupervisor =
    fact.state === 'submitted' || (fact.state === 'reported' && policy.verifiers === 'either');
  const address = `external/${personId}/${learningId}`;
  const asking = await askingOf(deps, fact, learning);
  if (asksSupervisor && supervisorId !== undefined && supervisorId !== personId) {
    const told = { eventId: `${asking}:${supervisorId}`, personId: supervisorId };
    return tell(deps, told, { ...content, link: `/team/${address}` });
  }
  for (const admin of await holdersOf(deps, { kind: 'agency', agencyId }, 'agency-admin')) {
    if (admin === personId) continue;
    const noticeId = `${asking}:${admin}` as NoticeId;
    await notify(deps, { ...content, personId: admin, noticeId, link: `/agency/${address}` });
  }
}

/** Once a record and day, however often its learner takes it back and sends it again; anew when somebody has answered since. */
async function askingOf(
  { learnings }: FollowExternalDeps,
  fact: ExternalLearningMoved,
  { personId, learningId }: ExternalLearning,
): Promise<string> {
  const lines = await learnings.linesOf(personId, learningId);
  const isAnswer = ({ by }: Line) => by.kind !== 'person' || by.as !== 'learner';
  const answered = lines.findLast((line) => line.n <= fact.line && isAnswer(line))?.n ?? 0;
  const day = localDateOf(Date.parse(fact.occurredAt), 'Asia/Jakarta');
  return `external-learning-waiting:${personId}:${learningId}:${answered}:${day}`;
}
