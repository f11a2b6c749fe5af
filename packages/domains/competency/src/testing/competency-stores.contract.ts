import type { AgencyId, PersonId, ProviderId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Assessment } from '../assessment.ts';
import { type CompetencyId, technicalId } from '../competency.ts';
import type { CountedPerson, KeptClosing } from '../counted.ts';
import type { TechnicalCompetency } from '../index.ts';
import type { ItemId, PlanItem } from '../plan-item.ts';
import { type PositionStandard, titleKey } from '../standard.ts';
import type { CourseTeaching } from '../teaching.ts';
import type { CompetencyStores } from './memory-competency-stores.ts';

const at = '2026-11-28T01:00:00.000Z';
const m1 = 'M1' as CompetencyId;
const by = { id: 'budi', name: 'Budi', as: 'supervisor' } as const;

/** What every adapter of dictionaries, standards, people and counters keeps. */
export function competencyStoresContract(adapter: string, open: () => Promise<CompetencyStores>): void {
  describe(`competence on ${adapter}`, () => {
    let stores: CompetencyStores;
    let agencyId: AgencyId;
    let personId: PersonId;
    let count = 0;
    beforeEach(async () => {
      stores = await open();
      count += 1;
      agencyId = `badan-${count}` as AgencyId;
      personId = `sri-${count}` as PersonId;
    });
    const technical = (over: Partial<TechnicalCompetency> = {}): TechnicalCompetency => ({
      ...{ agencyId, code: 'KEU.01', state: 'active', updatedAt: at, rev: 0 },
      editions: [
        { from: '2026-01-01', name: 'Pengelolaan kas', field: 'Keuangan', levels: [], verified: false },
      ],
      ...over,
    });
    const standard = (over: Partial<PositionStandard> = {}): PositionStandard => ({
      ...{ agencyId, post: titleKey('Analis'), title: 'Analis', state: 'active', updatedAt: at, rev: 0 },
      editions: [
        {
          ...{ from: '2026-01-01', criticality: 2, verified: true, legalBasis: 'Keputusan 1' },
          requirements: [
            { competencyId: m1, level: 3 },
            { competencyId: technicalId('KEU.01'), level: 2 },
          ],
        },
      ],
      ...over,
    });
    const assessment = (over: Partial<Assessment> = {}): Assessment => ({
      ...{ personId, competencyId: m1, method: 'competency-test', level: 2, assessedOn: '2026-03-01' },
      ...{ recordedBy: by, recordedAt: at, rev: 0, ...over },
    });
    const item = (over: Partial<PlanItem> = {}): PlanItem => ({
      ...{ itemId: 'i-1' as ItemId, personId, competencyId: m1, form: 'NKL01', title: 'Bimbingan' },
      ...{ targetLevel: 3, dueOn: '2026-12-31', proposedBy: 'learner', state: 'proposed', rev: 0 },
      ...{ evidence: 'Satu proses', commitment: 'Saya menerapkannya', gap: { required: 3, held: 0 } },
      steps: [{ move: 'propose', to: 'proposed', side: 'learner', by: { id: 'sri', name: 'Sri' }, at }],
      ...over,
    });
    it('keeps bands by agency and use, as they were read', async () => {
      const { bands } = stores;
      const edition = { from: '2027-01-01', high: 8_500, middle: 7_000, verified: true, setAt: at };
      const setting = {
        ...({ agencyId, use: 'mapping' } as const),
        editions: [{ ...edition, legalBasis: 'Perka 1/2026', setBy: personId }],
        rev: 0,
      };
      const outcomes = await Promise.all([bands.save(setting), bands.save(setting)]);
      expect(outcomes.toSorted()).toEqual(['conflict', 'saved']);
      expect(await bands.save({ ...setting, use: 'selection' })).toBe('saved');
      expect(await bands.of(agencyId)).toHaveLength(2);
      expect((await bands.of(agencyId)).find(({ use }) => use === 'mapping')).toEqual({ ...setting, rev: 1 });
      expect(await bands.of(`${agencyId}-lain` as AgencyId)).toEqual([]);
    });

    const person = (n: number, over: Partial<CountedPerson> = {}): CountedPerson => ({
      ...{ personId: `p${n}-${count}` as PersonId, name: `Orang ${n}`, agencyId, unitId: 'u1' },
      ...{ criticality: 1, cells: [{ competencyId: m1, required: 3, held: 1 }], ...over },
    });

    it('keeps a dictionary and writes only over what was read', async () => {
      const { standards } = stores;
      const outcomes = await Promise.all([
        standards.saveTechnical(technical()),
        standards.saveTechnical(technical()),
      ]);
      expect(outcomes.toSorted()).toEqual(['conflict', 'saved']);
      expect(await standards.saveTechnical(technical({ code: 'KEU' }))).toBe('saved');
      expect(await standards.findTechnical(agencyId, 'KEU.01')).toEqual(technical({ rev: 1 }));
      expect(await standards.technical(agencyId)).toHaveLength(2);
      expect(await standards.technical(`${agencyId}0` as AgencyId)).toEqual([]);
      expect(await standards.findTechnical(agencyId, 'KEU.02')).toBeUndefined();
    });

    it('keeps standards, and tells which agencies have set one and when last', async () => {
      const { standards } = stores;
      const outcomes = await Promise.all([
        standards.saveStandard(standard()),
        standards.saveStandard(standard()),
      ]);
      expect(outcomes.toSorted()).toEqual(['conflict', 'saved']);
      expect(await standards.findStandard(agencyId, titleKey('analis'))).toEqual(standard({ rev: 1 }));
      const later = '2026-11-29T01:00:00.000Z';
      const withdrawn = standard({ rev: 1, state: 'withdrawn', updatedAt: later });
      expect(await standards.saveStandard(withdrawn)).toBe('saved');
      expect(await standards.standards(agencyId)).toEqual([{ ...withdrawn, rev: 2 }]);
      expect(await standards.agencies()).toContainEqual({ agencyId, changedAt: later });
    });

    it('keeps one assessment of a competency, day and method, and one own word', async () => {
      const { persons } = stores;
      const own = assessment({ method: 'self', level: 4, assessedOn: '2026-04-01' });
      const other = assessment({ method: 'supervisor', note: 'Teliti', validTo: '2027-03-01' });
      for (const one of [assessment(), other, own]) expect(await persons.saveAssessment(one)).toBe('saved');
      expect(await persons.saveAssessment(assessment({ level: 3 }))).toBe('conflict');
      const later = { ...own, rev: 1, assessedOn: '2026-05-01', level: 5 } as const;
      expect(await persons.saveAssessment(later)).toBe('saved');
      const { assessments, items } = await persons.of(personId);
      expect(assessments).toHaveLength(3);
      expect(assessments).toContainEqual({ ...later, rev: 2 });
      expect(items).toEqual([]);
      expect(await persons.removeOwnWord(later)).toBe(false);
      expect(await persons.removeOwnWord({ ...later, rev: 2 })).toBe(true);
      expect((await persons.of(personId)).assessments).toHaveLength(2);
    });

    it('lists what an agency follows up, by day, and writes nothing but where', async () => {
      const { persons } = stores;
      const at = (day: string) => `${day}T02:00:00.000Z`;
      let seen = 0;
      const propose = async (over: Partial<PlanItem>, day = '2026-11-01') => {
        seen += 1;
        const given: PlanItem = {
          ...{ itemId: `f${count}-${seen}` as ItemId, personId, competencyId: m1, form: 'NKL01' },
          ...{ title: 'Coaching', targetLevel: 3, dueOn: '2026-12-01', proposedBy: 'learner', rev: 0 },
          ...{ state: 'proposed', place: { agencyId, hasSupervisor: false }, ...over },
          steps: [
            { move: 'propose', to: 'proposed', side: 'learner', by: { id: 'x', name: 'X' }, at: at(day) },
          ],
        };
        await persons.saveItem(given);
        return { ...given, rev: 1 };
      };
      const later = await propose({}, '2026-11-20');
      const first = await propose({}, '2026-11-02');
      await propose({ place: { agencyId, hasSupervisor: true } });
      await propose({ place: { agencyId: `${agencyId}0` as AgencyId, hasSupervisor: false } });
      await propose({ state: 'returned' });
      const over = await propose({ state: 'agreed', dueOn: '2026-11-27' });
      await propose({ state: 'agreed', dueOn: '2026-11-28' });
      const { place: _, ...nowhere } = await propose({});
      expect(await persons.placeItem(nowhere)).toBe(true);
      expect(await persons.placeItem({ ...nowhere, rev: 0 })).toBe(false);
      const list = (as: 'waiting' | 'agreed', until?: string, from?: string) =>
        persons.followed({ agencyId, as, ...(until && { until }), ...(from && { from }) }, { limit: 10 });
      expect((await list('waiting')).items).toEqual([first, later]);
      expect((await list('agreed', '2026-11-27')).items).toEqual([over]);
      expect((await list('agreed', '2026-11-28', '2026-11-27')).items).toHaveLength(2);
      expect((await list('agreed', '2026-11-27', '2026-11-27')).items).toEqual([over]);
      expect((await list('agreed', '2026-11-28', '2026-11-28')).items).toMatchObject([
        { dueOn: '2026-11-28' },
      ]);
      expect((await list('agreed', undefined, '2026-11-29')).items).toEqual([]);
      expect((await list('agreed')).items).toHaveLength(2);
      const { items, next } = await persons.followed({ agencyId, as: 'waiting' }, { limit: 1 });
      expect(items).toEqual([first]);
      const rest = await persons.followed({ agencyId, as: 'waiting' }, { limit: 5, after: next ?? '' });
      expect(rest.items).toEqual([later]);
      const moved = { ...first, place: { agencyId, hasSupervisor: true } };
      expect(await persons.placeItem(moved)).toBe(true);
      expect((await list('waiting')).items).toEqual([later]);
      expect(await persons.findItem(personId, first.itemId)).toEqual(moved);
    });

    it('lets learner or supervisor move an item, not both from one reading', async () => {
      const { persons } = stores;
      expect(await persons.saveItem(item())).toBe('saved');
      const outcomes = await Promise.all([
        persons.saveItem(item({ rev: 1, state: 'agreed' })),
        persons.saveItem(item({ rev: 1, state: 'dropped' })),
      ]);
      expect(outcomes.toSorted()).toEqual(['conflict', 'saved']);
      const found = await persons.findItem(personId, 'i-1' as ItemId);
      expect(found?.rev).toBe(2);
      expect((await persons.of(personId)).items).toEqual([found]);
      expect(await persons.findItem(`${personId}x` as PersonId, 'i-1' as ItemId)).toBeUndefined();
    });

    it('finds courses by what they teach, and no longer by what they do not', async () => {
      const { teaching } = stores;
      const s1 = 'S1' as CompetencyId;
      const courseId = `c-${count}`;
      const first: CourseTeaching = {
        ...{ courseId, providerId: 'univ' as ProviderId, updatedAt: at, rev: 0 },
        teaches: [
          { competencyId: m1, level: 2 },
          { competencyId: s1, level: 1 },
        ],
      };
      expect(await teaching.save(first)).toBe('saved');
      expect(await teaching.save(first)).toBe('conflict');
      expect(await teaching.coursesFor('S1')).toContainEqual({ ...first, rev: 1 });
      const next = { ...first, teaches: [{ competencyId: m1, level: 3 } as const], rev: 1 };
      expect(await teaching.save(next)).toBe('saved');
      const ids = async (id: string) => (await teaching.coursesFor(id)).map((one) => one.courseId);
      expect(await ids('S1')).not.toContain(courseId);
      expect(await ids('M1')).toContain(courseId);
      expect(await teaching.find(courseId)).toEqual({ ...next, rev: 2 });
    });

    it('changes counters with the record, once', async () => {
      const { counts } = stores;
      const one = person(1);
      const tallies = [{ agencyId, unitId: 'u1', by: { people: 1, 'p.M1': 2 } }];
      const change = { personId: one.personId, rev: 0, record: one, tallies };
      const outcomes = await Promise.all([counts.replace(change), counts.replace(change)]);
      expect(outcomes.toSorted()).toEqual(['conflict', 'stored']);
      expect(await counts.counted(one.personId)).toEqual({ rev: 1, record: one });
      const moved = { ...one, unitId: '' };
      const back = { people: -1, 'p.M1': -2 };
      expect(
        await counts.replace({
          ...{ personId: one.personId, rev: 1, record: moved },
          tallies: [
            { agencyId, unitId: 'u1', by: back },
            { agencyId, unitId: '', by: { people: 1, 'p.M1': 2 } },
          ],
        }),
      ).toBe('stored');
      const all = await counts.counts(agencyId);
      expect(all.get('u1') ?? {}).toEqual({});
      expect(all.get('')).toEqual({ people: 1, 'p.M1': 2 });
      await counts.replace({
        ...{ personId: one.personId, rev: 2, tallies: [{ agencyId, unitId: '', by: back }] },
      });
      expect(await counts.counted(one.personId)).toEqual({ rev: 3 });
      expect((await counts.list({ agencyId, unitId: '' }, { limit: 10 })).records).toEqual([]);
    });

    it('adds up what assessments have closed, once with the record, by agency and year', async () => {
      const { counts } = stores;
      const change = (n: number, points: number, rev = 0) =>
        counts.replace({
          ...{ personId: person(n).personId, rev, record: person(n), tallies: [] },
          closed: { agencyId, year: 2026, day: '2026-05-04', points, changes: 2, closings: [] },
        });
      const outcomes = await Promise.all([change(1, 3), change(1, 3), change(2, -1)]);
      expect(outcomes.toSorted()).toEqual(['conflict', 'stored', 'stored']);
      expect(await counts.closedIn(agencyId, 2026)).toEqual({ points: 2, changes: 4 });
      await counts.replace({
        ...{ personId: person(2).personId, rev: 1, tallies: [] },
        closed: { agencyId, year: 2027, day: '2027-01-02', points: 5, changes: 1, closings: [] },
      });
      expect(await counts.closedIn(agencyId, 2026)).toEqual({ points: 2, changes: 4 });
      expect(await counts.closedIn(`${agencyId}x` as AgencyId, 2026)).toEqual({ points: 0, changes: 0 });
    });

    it('keeps a row for each gap that was closed, once with the record, newest first, page by page', async () => {
      const { counts } = stores;
      const closing = (competencyId: string, points: number) => ({
        ...{ competencyId: competencyId as CompetencyId, required: 4, before: 2, after: 2 + points, points },
        source: { method: 'competency-test', assessedOn: '2026-05-01' },
      });
      const change = (n: number, day: string, rev = 0) => {
        const closings = [closing('M1', 2), closing('M2', -1)] as KeptClosing[];
        return counts.replace({
          ...{ personId: person(n).personId, rev, record: person(n), tallies: [] },
          closed: { agencyId, year: Number(day.slice(0, 4)), day, points: 1, changes: 2, closings },
        });
      };
      await change(1, '2026-05-04');
      expect(await change(1, '2026-05-04')).toBe('conflict');
      await change(2, '2026-06-01');
      await change(1, '2027-01-02', 1);
      const page = (year: number, after?: string) =>
        counts.closings({ agencyId, year }, { limit: 3, ...(after !== undefined && { after }) });
      const first = await page(2026);
      const shown = ({ closings }: typeof first) =>
        closings.map(({ personId: who, day, competencyId }) => `${who} ${day} ${competencyId}`);
      const [one, two] = [person(1).personId, person(2).personId];
      expect(shown(first)).toEqual([
        ...[`${two} 2026-06-01 M2`, `${two} 2026-06-01 M1`, `${one} 2026-05-04 M2`],
      ]);
      expect(shown(await page(2026, first.next))).toEqual([`${one} 2026-05-04 M1`]);
      expect(first.closings[1]).toEqual({
        ...{ ...closing('M1', 2), agencyId, personId: two, day: '2026-06-01' },
      });
      expect((await page(2027)).closings).toHaveLength(2);
      expect(
        (await counts.closings({ agencyId: 'lain' as AgencyId, year: 2026 }, { limit: 3 })).closings,
      ).toEqual([]);
      expect((await counts.closingsOf(one)).map(({ day }) => day).toSorted()).toEqual([
        ...['2026-05-04', '2026-05-04', '2027-01-02', '2027-01-02'],
      ]);
      expect((await stores.persons.of(one)).assessments).toEqual([]);
    });

    it('takes as many counters in one change as two standards have', async () => {
      const { counts } = stores;
      const by = Object.fromEntries(
        Array.from({ length: 50 }, (_, n) =>
          ['n', 'a', 's', 'p', 'w'].map((letter) => [
            `${letter}.T.KOMPETENSI-TEKNIS.${String(n).padStart(2, '0')}`,
            n % 2 ? 1 : -1,
          ]),
        ).flat() as [string, number][],
      );
      const record = person(9);
      const tallies = [{ agencyId, unitId: 'u1', by }];
      expect(await counts.replace({ personId: record.personId, rev: 0, record, tallies })).toBe('stored');
      expect(Object.keys((await counts.counts(agencyId)).get('u1') ?? {})).toHaveLength(250);
    });

    it('lists people of a unit by name, page by page, and keeps how far a walk is', async () => {
      const { counts } = stores;
      for (const n of [3, 1, 2]) {
        const record = person(n);
        await counts.replace({ personId: record.personId, rev: 0, record, tallies: [] });
      }
      const place = { agencyId, unitId: 'u1' };
      const first = await counts.list(place, { limit: 2 });
      expect(first.records.map(({ name }) => name)).toEqual(['Orang 1', 'Orang 2']);
      const rest = await counts.list(place, { limit: 2, after: first.next ?? '' });
      expect(rest.records.map(({ name }) => name)).toEqual(['Orang 3']);
      expect(await counts.findWalk(agencyId)).toBeUndefined();
      const walk = { agencyId, startedAt: at, people: 100, after: 'p' };
      await counts.saveWalk(walk);
      expect(await counts.findWalk(agencyId)).toEqual(walk);
    });
  });
}
