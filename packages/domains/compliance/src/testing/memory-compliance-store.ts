import { type CountedRecord, recordKey } from '../counted.ts';
import type { ComplianceStore, ListName, Walk } from '../ports.ts';
import type { Counts, TallyScope } from '../tally.ts';

/** What is counted, without a table. */
export function memoryComplianceStore(): ComplianceStore {
  const people = new Map<string, { rev: number; records: readonly CountedRecord[] }>();
  const counters = new Map<string, Map<string, Record<string, number>>>();
  const walks = new Map<string, Walk>();
  const nameOf = (record: CountedRecord) => JSON.stringify(recordKey(record));
  const groupsOf = (scope: TallyScope) => {
    const key = JSON.stringify([
      scope.kind,
      scope.agencyId,
      scope.kind === 'coverage' && scope.year,
      scope.kind === 'steps' && scope.period,
    ]);
    const groups = counters.get(key) ?? new Map<string, Record<string, number>>();
    counters.set(key, groups);
    return groups;
  };
  return {
    recordsOf: async (personId) => people.get(personId) ?? { rev: 0, records: [] },
    async replace({ personId, rev, gone, come, tallies }) {
      const now = people.get(personId) ?? { rev: 0, records: [] };
      if (now.rev !== rev) return 'conflict';
      const replaced = new Set([...gone, ...come].map(nameOf));
      const records = [...now.records.filter((record) => !replaced.has(nameOf(record))), ...come];
      people.set(personId, { rev: rev + 1, records });
      for (const { scope, group, by } of tallies) {
        const counts = groupsOf(scope).get(group) ?? {};
        for (const [name, count] of Object.entries(by)) counts[name] = (counts[name] ?? 0) + count;
        groupsOf(scope).set(group, counts);
      }
      return 'stored';
    },
    countsOf: async (scope) =>
      new Map([...groupsOf(scope)].map(([group, counts]) => [group, withoutZeros(counts)])),
    async list(name, { limit, after }) {
      const all = [...people.values()]
        .flatMap(({ records }) => records)
        .flatMap((record) => (isIn(name, record) ? [{ record, order: orderOf(name, record) }] : []))
        .toSorted((a, b) => (a.order < b.order ? -1 : 1))
        .filter(({ order }) => after === undefined || order > after);
      const shown = all.slice(0, limit);
      const last = shown.at(-1);
      return {
        records: shown.map(({ record }) => record),
        ...(all.length > limit && last && { next: last.order }),
      };
    },
    findWalk: async (agencyId, year) => walks.get(JSON.stringify([agencyId, year])),
    saveWalk: async (walk) => {
      walks.set(JSON.stringify([walk.agencyId, walk.year]), walk);
    },
  };
}

function isIn(name: ListName, record: CountedRecord): boolean {
  if (record.agencyId !== name.agencyId) return false;
  switch (name.kind) {
    case 'coverage':
      return (
        record.kind === 'year' &&
        record.year === name.year &&
        (record.unitId ?? '') === name.unitId &&
        record.standing === name.standing
      );
    case 'duties':
      return (
        record.kind === 'duty' &&
        record.period === name.period &&
        record.state === name.state &&
        (name.obligationId ?? record.obligationId) === record.obligationId &&
        (name.unitId === undefined || (record.inUnit !== undefined && (record.unitId ?? '') === name.unitId))
      );
    case 'due':
      return (
        record.kind === 'due' &&
        record.overAt !== undefined &&
        record.overAt <= name.overBy &&
        (name.unitId ?? record.unitId ?? '') === (record.unitId ?? '')
      );
    case 'turned':
      return record.kind === 'year' && record.fullUntil !== undefined && record.fullUntil < name.before;
  }
}

function orderOf(name: ListName, record: CountedRecord): string {
  const who = [record.name.toLowerCase(), record.personId];
  if (name.kind === 'turned') return JSON.stringify([record.kind === 'year' && record.fullUntil, ...who]);
  if (record.kind === 'duty') {
    return JSON.stringify([record.obligationId, ...who, record.courseId]);
  }
  return JSON.stringify(record.kind === 'due' ? [record.overAt, ...who] : who);
}

const withoutZeros = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
