import type { LedgerDirectory } from '@sinau/annual-plan';
import { type Line, readLines } from '@sinau/credit';
import type { ExternalLearning, LearningStore } from '@sinau/external-learning';
import type { CreditDesk } from './credit-desk.ts';

/** Records of somebody, by which plans know what was learned for them elsewhere. */
export type NamedRecords = Pick<LearningStore, 'listOf'>;

/** Lines of courses, events and records that stand, as plans count them. What caps left nothing of was learned all the same. */
export function ledgerOf(credit: CreditDesk, records: NamedRecords): LedgerDirectory {
  return {
    async learnedBy(personId) {
      const found = await readLines(credit, { personId });
      const lines = (found?.lines ?? []).filter(stands);
      const isElsewhere = lines.some(({ account }) => account.earned.source.kind === 'external');
      const named = isElsewhere ? await records.listOf(personId) : [];
      const items = new Map<string, ExternalLearning['planItem']>(
        named.map(({ learningId, planItem }) => [learningId, planItem]),
      );
      return lines.flatMap((line) => learnedIn(line, items));
    },
  };
}

type Learned = Awaited<ReturnType<LedgerDirectory['learnedBy']>>;

const standsNot = new Set<Line['reasons'][number]>(['held', 'rejected', 'reversed']);
const stands = ({ reasons }: Line): boolean => !reasons.some((reason) => standsNot.has(reason));

function learnedIn(
  { account, year, recognised: jp }: Line,
  items: ReadonlyMap<string, ExternalLearning['planItem']>,
): Learned {
  const { source, agencyId } = account.earned;
  if (agencyId === undefined) return [];
  const of = { agencyId, year, jp };
  if (source.kind === 'course') return [{ ...of, kind: 'course', learningId: source.courseId }];
  if (source.kind === 'event') return [{ ...of, kind: 'event', learningId: source.eventId }];
  if (source.kind !== 'external') return [];
  const item = items.get(source.learningId);
  // Of a record over the turn of a year, what counts in the year of the plan.
  return item?.year === year ? [{ ...of, kind: 'elsewhere', learningId: item.itemId }] : [];
}
