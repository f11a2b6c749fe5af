import { type LedgerDirectory, outsidePlan, type ServedItem } from '@sinau/annual-plan';
import type { PersonStore, PlanItem } from '@sinau/competency';
import { type Line, readLines } from '@sinau/credit';
import type { ExternalLearning, LearningStore } from '@sinau/external-learning';
import type { CreditDesk } from './credit-desk.ts';

/** Records of somebody, by which plans know what was learned for them elsewhere. */
export type NamedRecords = Pick<LearningStore, 'listOf'>;

/** What somebody means to do about their gaps. */
export type OwnPlans = Pick<PersonStore, 'of'>;

/**
 * Lines that stand, as plans count them. What caps left nothing of was learned all the same. A course serves an item of the person's own plan that
 * names it, if both sides had agreed to that before it was earned.
 */
export function ledgerOf(credit: CreditDesk, records: NamedRecords, plans: OwnPlans): LedgerDirectory {
  return {
    async learnedBy(personId) {
      const found = await readLines(credit, { personId });
      const lines = (found?.lines ?? []).filter(stands);
      const isElsewhere = lines.some(({ account }) => account.earned.source.kind === 'external');
      const named = isElsewhere ? await records.listOf(personId) : [];
      const items = new Map<string, ExternalLearning['planItem']>(
        named.map(({ learningId, planItem }) => [learningId, planItem]),
      );
      const isCourse = lines.some(({ account }) => account.earned.source.kind === 'course');
      const own = isCourse ? (await plans.of(personId)).items : [];
      return lines.flatMap((line) => learnedIn(line, { items, own }));
    },
  };
}

type Learned = Awaited<ReturnType<LedgerDirectory['learnedBy']>>;

const standsNot = new Set<Line['reasons'][number]>(['held', 'rejected', 'reversed']);
const stands = ({ reasons }: Line): boolean => !reasons.some((reason) => standsNot.has(reason));

function learnedIn(
  { account, year, recognised: jp }: Line,
  of: {
    readonly items: ReadonlyMap<string, ExternalLearning['planItem']>;
    readonly own: readonly PlanItem[];
  },
): Learned {
  const { source, agencyId, at } = account.earned;
  if (agencyId === undefined) return [];
  const place = { agencyId, year, jp };
  if (source.kind === 'course') {
    const serves = servedBy(of.own, { courseId: source.courseId, at });
    return [{ ...place, kind: 'course', learningId: source.courseId, ...(serves && { serves }) }];
  }
  if (source.kind === 'event') return [{ ...place, kind: 'event', learningId: source.eventId }];
  const item = source.kind === 'external' ? of.items.get(source.learningId) : undefined;
  // Of a record over the turn of a year, what counts in the year of the plan.
  return item?.year === year
    ? [{ ...place, kind: 'elsewhere', learningId: item.itemId }]
    : [{ ...place, ...outsidePlan(source.kind) }];
}

/** The item that was agreed first. What was agreed, taken back, changed and agreed anew holds from the last time. */
export function servedBy(
  own: readonly PlanItem[],
  { courseId, at }: { readonly courseId: string; readonly at: string },
): ServedItem | undefined {
  const agreedAt = ({ steps }: PlanItem) => steps.findLast(({ move }) => move === 'agree')?.at ?? '';
  const [first] = own
    .filter((item) => item.courseId === courseId && (item.state === 'agreed' || item.state === 'done'))
    .filter((item) => agreedAt(item) !== '' && agreedAt(item) <= at)
    .toSorted((a, b) => agreedAt(a).localeCompare(agreedAt(b)));
  return first && { itemId: first.itemId, competencyId: first.competencyId };
}
