import type { AgencyId } from '@sinau/kernel';
import { type CountedRecord, type DutyRecord, isOpen } from './counted.ts';

/** Counters that are read together. */
export type TallyScope =
  /** By unit: how many there are of each standing, and their JP. */
  | { readonly kind: 'coverage'; readonly agencyId: AgencyId; readonly year: number }
  /** By unit: who owes something, and since when. */
  | { readonly kind: 'due'; readonly agencyId: AgencyId }
  /** By obligation and period: how far its duties have come. */
  | { readonly kind: 'duties'; readonly agencyId: AgencyId }
  /** By unit: how far duties of a period have come, and whose they are. */
  | { readonly kind: 'steps'; readonly agencyId: AgencyId; readonly period: string };

/** Whole numbers by name; one that is not there is 0. */
export type Counts = Readonly<Record<string, number>>;

/** What changes in one group of a scope. */
export interface Tally {
  readonly scope: TallyScope;
  /** Unit (`''`: in none), or obligation and period. */
  readonly group: string;
  /** No zero among them. */
  readonly by: Counts;
}

const mark = 'over ';

/** Name of the counter for those whose last day is over at a moment; three zones have three of a day. */
const overCount = (overAt: string): string => `${mark}${overAt}`;

/** How many are overdue at a moment, ISO 8601 UTC: the sum of the counters up to it. */
export function overdueAt(counts: Counts, at: string): number {
  const bound = overCount(at);
  return Object.entries(counts).reduce(
    (sum, [name, count]) => (name.startsWith(mark) && name <= bound ? sum + count : sum),
    0,
  );
}

export const obligationGroup = (obligationId: string, period: string): string => `${period} ${obligationId}`;

export function readObligationGroup(group: string): {
  readonly obligationId: string;
  readonly period: string;
} {
  const space = group.indexOf(' ');
  return { period: group.slice(0, space), obligationId: group.slice(space + 1) };
}

/** What one record counts for, and where. */
function contributionsOf(record: CountedRecord): readonly Tally[] {
  const { agencyId, unitId = '' } = record;
  switch (record.kind) {
    case 'year': {
      const by = { people: 1, [record.standing]: 1, jp: record.recognised };
      return [{ scope: { kind: 'coverage', agencyId, year: record.year }, group: unitId, by }];
    }
    case 'due': {
      const by = { people: 1, open: record.open, ...overCountsOf(record) };
      return [{ scope: { kind: 'due', agencyId }, group: unitId, by }];
    }
    case 'duty': {
      const by = { [record.state]: 1, ...(isOpen(record) && overCountsOf(record)) };
      const group = obligationGroup(record.obligationId, record.period);
      return [{ scope: { kind: 'duties', agencyId }, group, by }, ...unitTally(record)];
    }
  }
}

function unitTally({ agencyId, unitId = '', period, state, inUnit }: DutyRecord): readonly Tally[] {
  if (inUnit === undefined) return [];
  const by = { [state]: 1, ...(inUnit === 'first' && { people: 1 }) };
  return [{ scope: { kind: 'steps', agencyId, period }, group: unitId, by }];
}

const overCountsOf = ({ overAt }: { readonly overAt?: string }): Counts =>
  overAt === undefined ? {} : { [overCount(overAt)]: 1 };

/** What counters change by when these records come and those go: the exact difference, so that counting never drifts. */
export function talliesOf(change: {
  readonly gone: readonly CountedRecord[];
  readonly come: readonly CountedRecord[];
}): readonly Tally[] {
  const sums = new Map<string, { tally: Tally; by: Map<string, number> }>();
  const add = (record: CountedRecord, sign: 1 | -1) => {
    for (const tally of contributionsOf(record)) {
      const key = JSON.stringify([tally.scope, tally.group]);
      const sum = sums.get(key) ?? { tally, by: new Map<string, number>() };
      sums.set(key, sum);
      for (const [name, count] of Object.entries(tally.by)) {
        sum.by.set(name, (sum.by.get(name) ?? 0) + sign * count);
      }
    }
  };
  for (const record of change.gone) add(record, -1);
  for (const record of change.come) add(record, 1);
  return [...sums.values()].flatMap(({ tally, by }) => {
    const changed = [...by].filter(([, count]) => count !== 0);
    return changed.length === 0 ? [] : [{ ...tally, by: Object.fromEntries(changed) }];
  });
}
