import {
  type EvidenceRoom,
  forgetPrivate,
  isPrivate,
  type LearningId,
  type LearningStore,
} from '@sinau/external-learning';
import type { ErasureOrder, PersonPlace, PlaceStep, Subject } from '@sinau/privacy';

interface ElsewhereDeps {
  readonly learnings: Pick<LearningStore, 'find' | 'forget' | 'linesOf' | 'listOf'>;
  readonly evidence: Pick<EvidenceRoom, 'removeAll'>;
}

/** A step takes seconds at most. */
const atOnce = 20;

/**
 * What somebody has learned elsewhere. What waits, was decided or counts is a record of the office and stays; drafts and what was
 * taken back are their learner's alone, and an erasure takes them with their evidence.
 */
export function learningElsewherePlace(deps: ElsewhereDeps, settleMs: number): PersonPlace {
  return {
    name: 'learning-elsewhere',
    // Whoever was sending a file has written it down by then.
    settleMs,
    settlesAfter: 'confirmation',
    count: async (subject) => ({ counts: { learningDrafts: (await meant(deps, subject)).length } }),
    erase: (order, cursor) => erase(deps, order, cursor),
    /** Files lie behind their records; a copy names each by its digest. */
    async copy({ personId }) {
      const all = await deps.learnings.listOf(personId);
      const records = await Promise.all(
        all.map(async (learning) => ({
          learningElsewhere: {
            ...learning,
            history: await deps.learnings.linesOf(personId, learning.learningId),
          },
        })),
      );
      return { records, counts: { learningElsewhere: all.length } };
    },
  };
}

async function meant({ learnings }: ElsewhereDeps, subject: Subject): Promise<readonly LearningId[]> {
  // A retention rule ends statements alone.
  if (subject.keepVerbs) return [];
  const until = new Date(subject.untilMs).toISOString();
  const all = await learnings.listOf(subject.personId);
  return all
    .filter((one) => isPrivate(one) && one.createdAt <= until)
    .map(({ learningId }) => learningId)
    .toSorted();
}

/** One step names the records, the next takes them away: one that died between record and files is repeated with the names. */
async function erase(
  deps: ElsewhereDeps,
  order: ErasureOrder,
  cursor: string | undefined,
): Promise<PlaceStep> {
  const named = cursor === undefined ? [] : (cursor.split(' ') as LearningId[]);
  let taken = 0;
  for (const learningId of named) {
    const outcome = await forgetPrivate(deps, { personId: order.personId, learningId });
    if (outcome === 'forgotten') taken += 1;
  }
  // One that is changed this moment is found by the pass that looks again.
  const left = (await meant(deps, order)).filter((learningId) => !named.includes(learningId));
  const next = left.slice(0, atOnce).join(' ');
  return { counts: { learningDrafts: taken }, ...(next !== '' && { next }) };
}
