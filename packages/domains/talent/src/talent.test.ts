import { type AgencyId, InvalidInput, type PersonId, type PersonPrincipal, type Role } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { boxOf, performanceOf, places, predicates } from './box.ts';
import { OwnTalent, TalentChanged, TalentNotFound } from './errors.ts';
import type { TalentStore } from './ports.ts';
import { ratingRequestSchema } from './rating.ts';
import { listPlace, readPlaces, readTalent } from './read-talent.ts';
import { recordRating, setThresholds, withdrawRating } from './record-rating.ts';
import { listColumns, listHeads, mostListRows, takeList } from './take-list.ts';
import { memoryTalentStore } from './testing/index.ts';

const bkn = 'bkn' as AgencyId;
const lan = 'lan' as AgencyId;
const id = (name: string) => name as PersonId;
const principal = (name: string, agencyId: AgencyId, ...roles: Role[]): PersonPrincipal => ({
  ...{ kind: 'person', personId: id(name), name, roles, agencyId },
});
const sari = principal('sari', bkn, 'talent-officer');
const request = {
  year: 2025,
  predicate: 'sangat-baik',
  potential: 'high',
  basis: 'BA 3/2026',
  foundOn: '2026-02-01',
} as const;
const place = { performance: 'above', potential: 'high', year: 2025 } as const;

let talent: TalentStore;
const deps = () => ({
  talent,
  clock: fixedClock('2026-03-01T01:00:00.000Z'),
  members: {
    find: async (personId: PersonId) =>
      personId === id('nobody')
        ? undefined
        : {
            ...{ personId, name: personId, today: '2026-03-01' },
            agencyId: personId === id('dewi') ? lan : bkn,
          },
  },
  personWith: async (number: string) =>
    ({
      '198501012010011001': id('budi'),
      '198501012010011002': id('sari'),
      '198501012010011003': id('dewi'),
    })[number],
});
const counted = async (who = sari) =>
  (await readPlaces(deps(), { principal: who, year: 2025 })).filter(({ people }) => people > 0);

beforeEach(() => {
  talent = memoryTalentStore();
});

describe('boxes', () => {
  it('are those of PermenPANRB 3/2020, from highest potential and lowest performance on', () => {
    expect(places.map(boxOf)).toEqual([6, 8, 9, 3, 5, 7, 1, 2, 4]);
  });

  it('take performance from its predicate', () => {
    expect(predicates.map(performanceOf)).toEqual(['above', 'as-expected', 'below', 'below', 'below']);
  });
});

describe('recording', () => {
  it('keeps two axes and no box', async () => {
    expect(await recordRating(deps(), { principal: sari, personId: id('budi'), request })).toBe('created');
    const kept = await talent.find({ agencyId: bkn, personId: id('budi'), year: 2025 });
    expect(kept).toMatchObject({ performance: 'above', predicate: 'sangat-baik', potential: 'high', rev: 1 });
    expect(JSON.stringify(kept)).not.toMatch(/box|kotak/i);
    expect(await counted()).toEqual([{ performance: 'above', potential: 'high', box: 9, people: 1 }]);
    expect(await recordRating(deps(), { principal: sari, personId: id('budi'), request })).toBe('skipped');
  });

  it('puts the next word in the place of the last, which stays on record', async () => {
    await recordRating(deps(), { principal: sari, personId: id('budi'), request });
    const next = { ...request, predicate: 'baik' } as const;
    expect(await recordRating(deps(), { principal: sari, personId: id('budi'), request: next })).toBe(
      'changed',
    );
    expect(await counted()).toMatchObject([{ box: 8, people: 1 }]);
    const { history } = await readTalent(deps(), { principal: sari, personId: id('budi') });
    expect(history.map(({ rev, performance }) => [rev, performance])).toEqual([
      [2, 'as-expected'],
      [1, 'above'],
    ]);
  });

  it('takes the potential from a score, by thresholds of the agency alone', async () => {
    const { potential: _, ...rest } = request;
    const scored = { ...rest, score: 7_900 };
    await recordRating(deps(), { principal: sari, personId: id('budi'), request: scored });
    expect(await counted()).toMatchObject([{ potential: 'middle' }]);
    await setThresholds(deps(), { principal: sari, request: { middleFrom: 5_000, highFrom: 7_900, rev: 0 } });
    // What is recorded keeps the level that it had.
    expect(await counted()).toMatchObject([{ potential: 'middle' }]);
    await recordRating(deps(), {
      principal: sari,
      personId: id('budi'),
      request: { ...scored, basis: 'BA 4/2026' },
    });
    expect(await counted()).toMatchObject([{ potential: 'high' }]);
  });

  it('C7: is refused for oneself, people of others and nobody, and to whoever has no such office', async () => {
    const of = (who: PersonPrincipal, name: string) =>
      recordRating(deps(), { principal: who, personId: id(name), request });
    await expect(of(sari, 'sari')).rejects.toThrow(OwnTalent);
    await expect(of(sari, 'dewi')).rejects.toThrow(TalentNotFound);
    await expect(of(sari, 'nobody')).rejects.toThrow(TalentNotFound);
    for (const role of ['learner', 'supervisor', 'agency-admin', 'operator', 'auditor'] as const)
      await expect(of(principal('rini', bkn, role), 'budi')).rejects.toThrow(TalentNotFound);
    expect(await counted()).toEqual([]);
  });

  it('refuses days and years that cannot be', async () => {
    const say = (over: object) =>
      recordRating(deps(), { principal: sari, personId: id('budi'), request: { ...request, ...over } });
    await expect(say({ foundOn: '2026-03-02' })).rejects.toThrow(InvalidInput);
    await expect(say({ year: 2027, foundOn: '2026-02-01' })).rejects.toThrow(InvalidInput);
    await expect(say({ foundOn: '2024-12-31' })).rejects.toThrow(InvalidInput);
  });

  it('says each axis in exactly one way', () => {
    const { potential: _, ...none } = request;
    expect(ratingRequestSchema.safeParse(request).success).toBe(true);
    for (const wrong of [
      none,
      { ...request, score: 1 },
      { ...request, performance: 'above' },
      { ...request, box: 9 },
    ])
      expect(ratingRequestSchema.safeParse(wrong).success).toBe(false);
  });

  it('is taken back with a reason, by who has seen the last of it', async () => {
    await recordRating(deps(), { principal: sari, personId: id('budi'), request });
    const back = (rev: number) =>
      withdrawRating(deps(), {
        principal: sari,
        personId: id('budi'),
        year: 2025,
        request: { rev, reason: 'Keliru' },
      });
    await expect(back(2)).rejects.toThrow(TalentChanged);
    await back(1);
    await back(1);
    expect(await counted()).toEqual([]);
    // And counts again once it is said once more.
    expect(await recordRating(deps(), { principal: sari, personId: id('budi'), request })).toBe('changed');
    expect(await counted()).toMatchObject([{ people: 1 }]);
  });
});

describe('looking', () => {
  it('shows an officer everybody but themselves', async () => {
    const rini = principal('rini', bkn, 'talent-officer');
    await recordRating(deps(), { principal: sari, personId: id('budi'), request });
    await recordRating(deps(), { principal: rini, personId: id('sari'), request });
    const seen = async (who: PersonPrincipal) =>
      (await listPlace(deps(), { principal: who, at: place, page: { limit: 50 } })).ratings.map(
        ({ personId }) => personId,
      );
    expect(await seen(sari)).toEqual(['budi']);
    expect(await seen(rini)).toEqual(['budi', 'sari']);
    await expect(readTalent(deps(), { principal: sari, personId: id('sari') })).rejects.toThrow(OwnTalent);
  });

  it('shows another agency nothing', async () => {
    await recordRating(deps(), { principal: sari, personId: id('budi'), request });
    const other = principal('dewi', lan, 'talent-officer');
    expect(await counted(other)).toEqual([]);
    await expect(readTalent(deps(), { principal: other, personId: id('budi') })).rejects.toThrow(
      TalentNotFound,
    );
    await expect(counted(principal('rini', bkn, 'agency-admin'))).rejects.toThrow(TalentNotFound);
  });
});

describe('lists', () => {
  const heads = listColumns.map((name) => listHeads[name]);
  const row = (row: number, over: Partial<Record<(typeof listColumns)[number], string>> = {}) => {
    const cells = {
      ...{ number: '198501012010011001', year: '2025', performance: 'Sangat Baik', potential: 'Tinggi' },
      ...{ basis: 'BA 3/2026', foundOn: '01/02/2026', ...over },
    };
    return { row, cells: listColumns.map((name) => cells[name]) };
  };
  const take = (rows: readonly { row: number; cells: string[] }[], isTrial = false) =>
    takeList(deps(), { principal: sari, list: { heads, rows }, isTrial });

  it('are tried without a trace, taken, and skipped the second time', async () => {
    expect(await take([row(2)], true)).toEqual({ outcome: 'read', rows: [{ row: 2, outcome: 'created' }] });
    expect(await counted()).toEqual([]);
    expect(await take([row(2)])).toEqual({ outcome: 'read', rows: [{ row: 2, outcome: 'created' }] });
    expect(await take([row(2)])).toEqual({ outcome: 'read', rows: [{ row: 2, outcome: 'skipped' }] });
    expect(await counted()).toMatchObject([{ box: 9, people: 1 }]);
  });

  it('read sides of expectation and scores as well', async () => {
    await take([row(2, { performance: 'di bawah ekspektasi', potential: '80,5' })]);
    expect(await counted()).toMatchObject([{ box: 6 }]);
  });

  const rowsWith = (given: Readonly<Record<string, string>>) => {
    const [{ cells } = { cells: [] }] = [row(2)];
    const kept = heads.flatMap((head, n) => (head === 'Kinerja' ? [] : [[head, cells[n] ?? ''] as const]));
    const all = [...kept, ...Object.entries(given)];
    return { heads: all.map(([head]) => head), rows: [{ row: 2, cells: all.map(([, cell]) => cell) }] };
  };
  const takeWith = (given: Readonly<Record<string, string>>) =>
    takeList(deps(), { principal: sari, list: rowsWith(given), isTrial: false });

  it.each([
    [{ kuadranNilai: '1' }, { performance: 'above', predicate: 'sangat-baik' }],
    [{ 'Kuadran Nilai': '2' }, { performance: 'as-expected', predicate: 'baik' }],
    [{ kuadranNilai: '5' }, { performance: 'below', predicate: 'sangat-kurang' }],
    [{ perilakuDanKinerja: '3' }, { performance: 'below' }],
    [
      { perilakuDanKinerja: '2', kuadranNilai: '2' },
      { performance: 'as-expected', predicate: 'baik' },
    ],
    [
      { Kinerja: 'di atas ekspektasi', kuadranNilai: '1' },
      { performance: 'above', predicate: 'sangat-baik' },
    ],
    [
      { Kinerja: 'Kurang', kuadranNilai: '' },
      { performance: 'below', predicate: 'kurang' },
    ],
  ] as const)('read the ids of SIASN: %j', async (given, axes) => {
    expect(await takeWith(given)).toEqual({ outcome: 'read', rows: [{ row: 2, outcome: 'created' }] });
    const { history } = await readTalent(deps(), { principal: sari, personId: id('budi') });
    expect(history).toMatchObject([axes]);
    expect(history[0]?.predicate).toBe('predicate' in axes ? axes.predicate : undefined);
  });

  it.each([
    [{ kuadranNilai: '6' }, { problem: 'wrong', column: 'quadrant' }],
    [{ kuadranNilai: '0' }, { problem: 'wrong', column: 'quadrant' }],
    [{ perilakuDanKinerja: '4' }, { problem: 'wrong', column: 'side' }],
    [{ Kinerja: '2' }, { problem: 'wrong', column: 'performance' }],
    [
      { kuadranNilai: '', perilakuDanKinerja: '' },
      { problem: 'wrong', column: 'performance' },
    ],
    [
      { kuadranNilai: '1', perilakuDanKinerja: '2' },
      { problem: 'disagree', column: 'side' },
    ],
    [
      { Kinerja: 'Baik', kuadranNilai: '1' },
      { problem: 'disagree', column: 'quadrant' },
    ],
  ] as const)('refuse ids that are none, and columns that disagree: %j', async (given, told) => {
    expect(await takeWith(given)).toEqual({
      outcome: 'read',
      rows: [{ row: 2, outcome: 'refused', ...told }],
    });
    expect(await counted()).toEqual([]);
  });

  const wrongRows = [
    { of: 'a number that is none', over: { number: '123' }, problem: 'wrong', column: 'number' },
    { of: 'nobody', over: { number: '198501012010011009' }, problem: 'unknown-person', column: 'number' },
    {
      ...{ of: 'somebody of another agency', over: { number: '198501012010011003' } },
      ...{ problem: 'unknown-person', column: 'number' },
    },
    { of: 'oneself', over: { number: '198501012010011002' }, problem: 'oneself', column: 'number' },
    { of: 'no performance', over: { performance: 'bagus' }, problem: 'wrong', column: 'performance' },
    { of: 'no potential', over: { potential: 'bagus' }, problem: 'wrong', column: 'potential' },
    { of: 'no basis', over: { basis: '' }, problem: 'wrong', column: 'basis' },
    { of: 'a day that is none', over: { foundOn: '31/02/2026' }, problem: 'wrong', column: 'foundOn' },
    { of: 'a day to come', over: { foundOn: '2026-03-09' }, problem: 'wrong', column: 'foundOn' },
    { of: 'no year', over: { year: 'tahun lalu' }, problem: 'wrong', column: 'year' },
    { of: 'a year to come', over: { year: '2027' }, problem: 'wrong', column: 'year' },
  ];
  it.each(wrongRows)('tell the row and column of $of, and take the others', async (wrong) => {
    const { over, problem, column } = wrong;
    expect(await take([row(2, over), row(3)])).toEqual({
      outcome: 'read',
      rows: [
        { row: 2, outcome: 'refused', problem, column },
        { row: 3, outcome: 'created' },
      ],
    });
  });

  it('take one row of a person and year', async () => {
    expect(await take([row(2), row(3)])).toMatchObject({
      rows: [{ outcome: 'created' }, { problem: 'twice' }],
    });
  });

  it('name headings that are missing, and the most rows', async () => {
    const list = { heads: heads.slice(1), rows: [] };
    expect(await takeList(deps(), { principal: sari, list, isTrial: true })).toEqual({
      outcome: 'missing',
      heads: ['NIP'],
    });
    const many = Array.from({ length: mostListRows + 1 }, (_, n) => row(n + 2));
    expect(await take(many)).toEqual({ outcome: 'too-many', most: 500 });
  });
});
