import { type Assessment, assessmentName } from '../assessment.ts';
import type { TechnicalCompetency } from '../competency.ts';
import type { CountedPerson, KeptClosing } from '../counted.ts';
import type { MatchSetting } from '../match-rule.ts';
import { followUpOf, type PlanItem } from '../plan-item.ts';
import type { BandStore, CountStore, PersonStore, StandardStore, TeachingStore, Walk } from '../ports.ts';
import type { PositionStandard } from '../standard.ts';
import type { CourseTeaching } from '../teaching.ts';

export interface CompetencyStores {
  readonly standards: StandardStore;
  readonly persons: PersonStore;
  readonly teaching: TeachingStore;
  readonly counts: CountStore;
  readonly bands: BandStore;
}

/** Competence without a table. */
export const memoryCompetencyStores = (): CompetencyStores => ({
  standards: memoryStandards(),
  persons: memoryPersons(),
  teaching: memoryTeaching(),
  counts: memoryCounts(),
  bands: memoryBands(),
});

/** Keeps a value that is as it was read, with the next `rev`. */
function kept<Value extends { readonly rev: number }>() {
  const values = new Map<string, Value>();
  return {
    values,
    save(key: string, next: Value): 'saved' | 'conflict' {
      if ((values.get(key)?.rev ?? 0) !== next.rev) return 'conflict';
      values.set(key, { ...next, rev: next.rev + 1 });
      return 'saved';
    },
  };
}

function memoryBands(): BandStore {
  const bands = kept<MatchSetting>();
  return {
    of: async (agencyId) => [...bands.values.values()].filter((one) => one.agencyId === agencyId),
    save: async (next) => bands.save(keyOf(next.agencyId, next.use), next),
  };
}

const keyOf = (...parts: readonly unknown[]): string => JSON.stringify(parts);

function memoryStandards(): StandardStore {
  const technical = kept<TechnicalCompetency>();
  const standards = kept<PositionStandard>();
  const agencies = new Map<PositionStandard['agencyId'], string>();
  return {
    technical: async (agencyId) => [...technical.values.values()].filter((one) => one.agencyId === agencyId),
    findTechnical: async (agencyId, code) => technical.values.get(keyOf(agencyId, code)),
    saveTechnical: async (next) => technical.save(keyOf(next.agencyId, next.code), next),
    standards: async (agencyId) => [...standards.values.values()].filter((one) => one.agencyId === agencyId),
    findStandard: async (agencyId, post) => standards.values.get(keyOf(agencyId, post)),
    async saveStandard(next) {
      const outcome = standards.save(keyOf(next.agencyId, next.post), next);
      if (outcome === 'saved') agencies.set(next.agencyId, next.updatedAt);
      return outcome;
    },
    agencies: async () =>
      [...agencies]
        .map(([agencyId, changedAt]) => ({ agencyId, changedAt }))
        .toSorted((a, b) => (a.agencyId < b.agencyId ? -1 : 1)),
  };
}

function memoryPersons(): PersonStore {
  const assessments = kept<Assessment>();
  const items = kept<PlanItem>();
  const nameOf = (one: Assessment) => keyOf(one.personId, ...assessmentName(one));
  return {
    of: async (personId) => ({
      assessments: [...assessments.values.values()].filter((one) => one.personId === personId),
      items: [...items.values.values()].filter((one) => one.personId === personId),
    }),
    saveAssessment: async (next) => assessments.save(nameOf(next), next),
    async removeOwnWord(word) {
      if (assessments.values.get(nameOf(word))?.rev !== word.rev) return false;
      return assessments.values.delete(nameOf(word));
    },
    findItem: async (personId, itemId) => items.values.get(keyOf(personId, itemId)),
    saveItem: async (next) => items.save(keyOf(next.personId, next.itemId), next),
    async placeItem(item) {
      const key = keyOf(item.personId, item.itemId);
      if (items.values.get(key)?.rev !== item.rev) return false;
      items.values.set(key, item);
      return true;
    },
    async followed({ agencyId, as, from: first = '', until = '9999-12-31' }, { limit, after }) {
      const all = [...items.values.values()]
        .flatMap((item) => {
          const found = followUpOf(item);
          const isAsked =
            found?.agencyId === agencyId && found.as === as && found.day >= first && found.day <= until;
          return isAsked ? [{ item, order: `${found.day} ${item.personId} ${item.itemId}` }] : [];
        })
        .toSorted((a, b) => (a.order < b.order ? -1 : 1));
      const from = after === undefined ? 0 : Number(after);
      const page = all.slice(from, from + limit).map(({ item }) => item);
      return { items: page, ...(from + limit < all.length && { next: String(from + limit) }) };
    },
  };
}

function memoryTeaching(): TeachingStore {
  const courses = kept<CourseTeaching>();
  return {
    find: async (courseId) => courses.values.get(courseId),
    save: async (next) => courses.save(next.courseId, next),
    coursesFor: async (wanted) =>
      [...courses.values.values()].filter(({ teaches }) =>
        teaches.some(({ competencyId }) => competencyId === wanted),
      ),
  };
}

function memoryCounts(): CountStore {
  const counted = new Map<string, { readonly rev: number; readonly record?: CountedPerson }>();
  const counters = new Map<string, Map<string, Record<string, number>>>();
  const walks = new Map<string, Walk>();
  const closed = new Map<string, { readonly points: number; readonly changes: number }>();
  const closings: (KeptClosing & { readonly year: number })[] = [];
  return {
    counted: async (personId) => counted.get(personId) ?? { rev: 0 },
    async replace({ personId, rev, record, tallies, closed: gaps }) {
      if ((counted.get(personId)?.rev ?? 0) !== rev) return 'conflict';
      counted.set(personId, { rev: rev + 1, ...(record && { record }) });
      if (gaps) {
        const key = `${gaps.agencyId} ${gaps.year}`;
        const { points, changes } = closed.get(key) ?? { points: 0, changes: 0 };
        closed.set(key, { points: points + gaps.points, changes: changes + gaps.changes });
        const { agencyId, year, day } = gaps;
        closings.push(...gaps.closings.map((one) => ({ ...one, personId, agencyId, day, year })));
      }
      for (const { agencyId, unitId, by } of tallies) {
        const units = counters.get(agencyId) ?? new Map<string, Record<string, number>>();
        counters.set(agencyId, units);
        const sum = units.get(unitId) ?? {};
        units.set(unitId, sum);
        for (const [name, count] of Object.entries(by)) {
          sum[name] = (sum[name] ?? 0) + count;
          if (sum[name] === 0) delete sum[name];
        }
      }
      return 'stored';
    },
    closedIn: async (agencyId, year) => closed.get(`${agencyId} ${year}`) ?? { points: 0, changes: 0 },
    async closings({ agencyId, year }, { limit, after }) {
      const all = closings
        .filter((one) => one.agencyId === agencyId && one.year === year)
        .toSorted((a, b) => (closingOrder(a) < closingOrder(b) ? 1 : -1));
      const from = after === undefined ? 0 : Number(after);
      const page = all.slice(from, from + limit).map(({ year: _, ...one }) => one);
      return { closings: page, ...(from + limit < all.length && { next: String(from + limit) }) };
    },
    closingsOf: async (personId) =>
      closings.filter((one) => one.personId === personId).map(({ year: _, ...one }) => one),
    counts: async (agencyId) => structuredClone(counters.get(agencyId) ?? new Map()),
    async list({ agencyId, unitId }, { limit, after }) {
      const all = [...counted.values()]
        .flatMap(({ record }) => (record?.agencyId === agencyId && record.unitId === unitId ? [record] : []))
        .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
      const from = after === undefined ? 0 : Number(after);
      const records = all.slice(from, from + limit);
      return { records, ...(from + limit < all.length && { next: String(from + limit) }) };
    },
    findWalk: async (agencyId) => walks.get(agencyId),
    saveWalk: async (walk) => {
      walks.set(walk.agencyId, walk);
    },
  };
}

const closingOrder = ({ day, personId, competencyId }: KeptClosing): string =>
  `${day} ${personId} ${competencyId}`;

const orderOf = ({ name, personId }: CountedPerson): string => `${name.toLowerCase()} ${personId}`;
