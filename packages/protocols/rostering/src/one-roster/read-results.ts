import * as z from 'zod';
import type { ExternalResult } from '../external.ts';
import { nameOf } from '../plain-text.ts';
import { readDate } from '../table/read-dates.ts';
import { base, isActive, itemsOf, reference, words } from './wire.ts';

const number = z
  .union([z.number(), z.string(), z.null()])
  .optional()
  .transform((value) => (value === null || value === undefined || value === '' ? undefined : Number(value)))
  .refine((value) => value === undefined || Number.isFinite(value));

const lineItemSchema = z.object({ ...base, title: words, resultValueMax: number });
const resultSchema = z.object({
  ...{ ...base, scoreStatus: words, score: number, scoreDate: words },
  ...{ lineItem: reference, student: reference },
});

export type LineItem = z.output<typeof lineItemSchema>;
export type RosterResult = z.output<typeof resultSchema>;

export const readLineItems = (value: unknown): readonly LineItem[] | undefined =>
  itemsOf(value, 'lineItems', lineItemSchema);
export const readRosterResults = (value: unknown): readonly RosterResult[] | undefined =>
  itemsOf(value, 'results', resultSchema);

const finalTitle = /^(nilai akhir|final grade|final score|total|course total)$/i;
const isGraded = ({ scoreStatus }: RosterResult): boolean => /^fully ?graded$/i.test(scoreStatus);

/**
 * One score a learner: that of the line item which is called the final one, or else the sum of all, which is a running total until
 * each has been graded. Line items without a maximum count as out of 100. OneRoster says nothing of completion.
 */
export function resultsOfClass(
  {
    lineItems,
    results,
  }: { readonly lineItems: readonly LineItem[]; readonly results: readonly RosterResult[] },
  externalCourseId: string,
): readonly ExternalResult[] {
  const active = lineItems.filter(isActive);
  const final = active.find(({ title }) => finalTitle.test(nameOf(title)));
  const counting = new Map((final ? [final] : active).map((item) => [item.sourcedId, item]));
  const byLearner = new Map<string, Map<string, RosterResult>>();
  for (const result of results) {
    if (!isActive(result) || !counting.has(result.lineItem.sourcedId)) continue;
    if (/^exempt$/i.test(result.scoreStatus) || result.score === undefined) continue;
    const own = byLearner.get(result.student.sourcedId) ?? new Map<string, RosterResult>();
    byLearner.set(result.student.sourcedId, own);
    own.set(result.lineItem.sourcedId, newer(own.get(result.lineItem.sourcedId), result));
  }
  return [...byLearner].flatMap(([externalLearnerId, own]) => {
    const graded = [...own.values()];
    const occurredAt = graded
      .flatMap((one) => momentOf(one) ?? [])
      .toSorted()
      .at(-1);
    if (occurredAt === undefined) return [];
    const maximum = (id: string) => counting.get(id)?.resultValueMax || 100;
    // What has not been graded yet is part of the whole.
    const total = [...counting.keys()].reduce((sum, id) => sum + maximum(id), 0);
    return {
      ...{ externalCourseId, externalLearnerId, occurredAt, kind: 'score' as const },
      given: graded.reduce((sum, { score }) => sum + (score ?? 0), 0),
      maximum: total,
      isFinal: own.size === counting.size && graded.every(isGraded),
    };
  });
}

const momentOf = ({ dateLastModified, scoreDate }: RosterResult): string | undefined =>
  dateLastModified ?? readDate(scoreDate);

function newer(one: RosterResult | undefined, other: RosterResult): RosterResult {
  return one && (momentOf(one) ?? '') > (momentOf(other) ?? '') ? one : other;
}
