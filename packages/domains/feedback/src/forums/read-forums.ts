import type { AgencyId, Clock, LocalDate } from '@sinau/kernel';
import { agencyOf, type Caller } from '../authority.ts';
import type { ServiceId } from '../service.ts';
import { leastAnswers } from '../standing.ts';
import { surveyDay } from '../survey.ts';
import { type Commitment, type CommitmentId, type Forum, isOverdue, participantsOf } from './forum.ts';
import { type ForumPhase, phaseOf } from './phase.ts';
import type { ForumStore, LearningPlans, PlannedLearning } from './ports.ts';

interface Deps {
  readonly forums: Pick<ForumStore, 'list'>;
}

const portion = 50;
/** Of one agency, the last that were entered; older ones are left out of lists and sums. */
export const mostForums = 200;

/** Forums of an agency, by their day, the latest first. */
export async function forumsOf({ forums }: Deps, agencyId: AgencyId): Promise<readonly Forum[]> {
  const found: Forum[] = [];
  let after: string | undefined;
  do {
    const page = await forums.list(agencyId, { limit: portion, ...(after !== undefined && { after }) });
    found.push(...page.forums);
    after = page.next;
  } while (after !== undefined && found.length < mostForums);
  return found.toSorted((a, b) => b.heldOn.localeCompare(a.heldOn) || b.forumId.localeCompare(a.forumId));
}

/** Those of one's agency. */
export const listForums = (deps: Deps, principal: Caller): Promise<readonly Forum[]> =>
  forumsOf(deps, agencyOf(principal));

/** What has to be learned for a commitment, and how far that is. */
export interface PublicLearning {
  readonly topic: string;
  /** `noted`: no plan in force answers it. `planned`, `held`: of the plan of that `year`. */
  readonly state: 'noted' | 'planned' | 'held';
  readonly year?: number;
  /** How often somebody has learned it; not below ten. */
  readonly people?: number;
}

export type PublicCommitment = Omit<Commitment, 'topic'> & { readonly learning?: PublicLearning };

/** What everybody may know of a forum. Who took part is told as a sum, and not below ten people. */
export type PublicForum = Omit<Forum, 'participants' | 'agencyId' | 'rev' | 'createdAt' | 'commitments'> & {
  readonly participants?: number;
  readonly isAhead: boolean;
  readonly phase: ForumPhase;
  readonly commitments: readonly PublicCommitment[];
};

type Planned = ReadonlyMap<CommitmentId, PlannedLearning>;

export async function publicForums(
  deps: Deps & { readonly clock: Clock; readonly learning: LearningPlans },
  at: { readonly agencyId: AgencyId; readonly serviceId?: ServiceId },
): Promise<readonly PublicForum[]> {
  const today = surveyDay(deps.clock.now());
  const found = (await forumsOf(deps, at.agencyId)).filter(
    ({ serviceIds }) => at.serviceId === undefined || serviceIds.includes(at.serviceId),
  );
  const planned = await plannedFor(deps.learning, at.agencyId, found);
  return found.map((forum) => inPublic(forum, today, planned));
}

/** Plans are asked where something has to be learned, and else not. */
async function plannedFor(
  learning: LearningPlans,
  agencyId: AgencyId,
  forums: readonly Forum[],
): Promise<Planned> {
  const marked = forums.flatMap(({ forumId, commitments }) =>
    commitments
      .filter(({ topic }) => topic !== undefined)
      .map(({ commitmentId }) => ({ forumId, commitmentId })),
  );
  return marked.length === 0 ? new Map() : learning.answering(agencyId, marked);
}

function inPublic(forum: Forum, today: LocalDate, planned: Planned): PublicForum {
  const { agencyId: _, rev: __, createdAt: ___, participants, commitments, ...told } = forum;
  const sum = participantsOf({ participants });
  return {
    ...{ ...told, isAhead: today < forum.heldOn, phase: phaseOf(forum, today) },
    commitments: commitments.map((one) => commitmentInPublic(one, planned)),
    ...(sum >= leastAnswers && { participants: sum }),
  };
}

function commitmentInPublic({ topic, ...told }: Commitment, planned: Planned): PublicCommitment {
  if (topic === undefined) return told;
  const { year, people = 0 } = planned.get(told.commitmentId) ?? {};
  const state = year === undefined ? 'noted' : people === 0 ? 'planned' : 'held';
  return {
    ...told,
    learning: {
      ...{ topic, state },
      ...(year !== undefined && { year }),
      ...(people >= leastAnswers && { people }),
    },
  };
}

/** Commitments that were not kept by their day. */
export interface OverdueCommitments {
  readonly forum: Forum;
  readonly due: LocalDate;
  readonly commitments: readonly Commitment[];
}

/** Overdue ones of an agency by forum and day, the longest overdue first. */
export async function overdueIn(
  deps: Deps & { readonly clock: Clock },
  agencyId: AgencyId,
): Promise<readonly OverdueCommitments[]> {
  const now = deps.clock.now();
  const groups = (await forumsOf(deps, agencyId)).flatMap((forum) => {
    const late = forum.commitments.filter((one) => isOverdue(one, now));
    return [...new Set(late.map(({ due }) => due))].map((due) => ({
      ...{ forum, due },
      commitments: late.filter((one) => one.due === due),
    }));
  });
  return groups.toSorted((a, b) => a.due.localeCompare(b.due));
}
