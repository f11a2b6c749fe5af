import type { AgencyId, PersonId } from '@sinau/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProfile } from '../profile.ts';
import { agus, badan, competencyWorld, memberOf, personOf, sri } from '../testing/competency-world.ts';
import { type ListKind, listKinds, listTemplate, takeList } from './index.ts';

const number = '199005172015031999';

function world() {
  const made = competencyWorld();
  made.people.set('asing', memberOf('asing', { agencyId: 'dinas' as AgencyId }));
  const numbers = new Map([
    [number, sri.personId],
    ['199005172015031998', agus.personId],
    ['199005172015031997', 'asing' as PersonId],
  ]);
  return { ...made, personWith: async (given: string) => numbers.get(given) };
}

const tableOf = ([heads = [], ...rows]: readonly (readonly string[])[]) => ({
  ...{ heads, rows: rows.map((cells, n) => ({ row: n + 2, cells })) },
});

async function take(
  deps: ReturnType<typeof world>,
  kind: ListKind,
  given: { readonly rows: readonly (readonly string[])[]; readonly isTrial?: boolean },
) {
  const { rows, isTrial = false } = given;
  const found = await takeList(deps, { principal: agus, kind, table: tableOf(rows), isTrial });
  return found.outcome === 'read' ? found.rows.map((row) => [row.outcome, row.problem]) : found;
}

const assessments = ['NIP', 'Kode Kompetensi', 'Level', 'Tanggal Penilaian', 'Cara Penilaian'];
const standards = ['Jabatan', 'Kode', 'Level', 'Berlaku Sejak'];

describe('lists', () => {
  it('are tried without a trace, taken, and skipped when they are sent again', async () => {
    const deps = world();
    const rows = [assessments, [number, 'm1', 'Level 2', '15/06/2026', 'Assessment Center']];
    expect(await take(deps, 'assessments', { rows, isTrial: true })).toEqual([['created', undefined]]);
    expect((await deps.persons.of(sri.personId)).assessments).toEqual([]);
    expect(await take(deps, 'assessments', { rows })).toEqual([['created', undefined]]);
    expect(await take(deps, 'assessments', { rows })).toEqual([['skipped', undefined]]);
    const [found] = (await deps.persons.of(sri.personId)).assessments;
    expect(found).toMatchObject({
      competencyId: 'M1',
      level: 2,
      assessedOn: '2026-06-15',
      method: 'assessment-center',
    });
  });

  it('R12: take what is right, and say of every other row what is wrong', async () => {
    const deps = world();
    const row = (...over: readonly string[]) =>
      [number, 'M1', '2', '2026-06-15', 'Uji kompetensi'].map((cell, n) => over[n] ?? cell);
    const rows = [
      ...[assessments, row(), row(), row('199005172015031990'), row('199005172015031997')],
      ...[row('199005172015031998'), row('1.99005E+17'), row(number, 'T-X'), row(number, 'M2', '6')],
      ...[
        row(number, 'M2', '2', '31/02/2026'),
        row(number, 'M2', '2', '2027-01-01'),
        row(number, 'M3', '2', '2026-06-15', 'kira-kira'),
      ],
      ...[row(number, 'M4', '')],
    ];
    expect(await take(deps, 'assessments', { rows })).toEqual([
      ['created', undefined],
      ['refused', 'twice'],
      ...[
        'unknown-person',
        'unknown-person',
        'oneself',
        'wrong-number',
        'unknown-competency',
        'wrong-level',
      ].map((problem) => ['refused', problem]),
      ...['wrong-day', 'wrong-day', 'wrong-method', 'missing'].map((problem) => ['refused', problem]),
    ]);
  });

  it('make standards of their rows, whole, and keep one that has a wrong row as it is', async () => {
    const deps = world();
    const dictionary = [
      ['Kode', 'Nama', 'Bidang', 'Sejak'],
      ['keu.01', 'Pengelolaan kas', 'Keuangan', '1 Januari 2026'],
    ];
    expect(await take(deps, 'dictionary', { rows: dictionary })).toEqual([['created', undefined]]);
    const rows = [
      standards,
      ...[
        ['Analis Keuangan', 'M1', '3', '2026-01-01'],
        ['analis keuangan', 'KEU.01', '2', '2026-01-01'],
      ],
      ...[
        ['Ahli Muda', 'M1', '3', '2026-01-01'],
        ['Ahli Muda', 'TIDAK', '3', '2026-01-01'],
      ],
    ];
    expect(await take(deps, 'standards', { rows })).toEqual([
      ...[
        ['created', undefined],
        ['created', undefined],
      ],
      ...[
        ['refused', 'unknown-competency'],
        ['refused', 'unknown-competency'],
      ],
    ]);
    const { standard } = await readProfile(deps, { principal: sri, personId: sri.personId });
    expect(standard?.requirements.map((one) => one.competencyId)).toEqual(['M1', 'T.KEU.01']);
    expect(await deps.standards.standards(badan)).toHaveLength(1);
  });

  it('keep a standard as it is when one of its rows cannot be read, and tell all of its rows so', async () => {
    const deps = world();
    const rows = [
      standards,
      ['Analis Keuangan', 'M1', '3', '2026-01-01'],
      ['Analis  keuangan', 'M2', 'tinggi', '2026-01-01'],
      ['Arsiparis', 'M1', '2', '2026-01-01'],
      ['Pranata', 'M1', '2', '2026-01-01'],
      ['Pranata', 'M2', '2', 'kapan saja'],
    ];
    expect(await take(deps, 'standards', { rows })).toEqual([
      ['refused', 'whole'],
      ['refused', 'wrong-level'],
      ['created', undefined],
      ['refused', 'whole'],
      ['refused', 'wrong-day'],
    ]);
    expect((await deps.standards.standards(badan)).map(({ title }) => title)).toEqual(['Arsiparis']);
  });

  it('say which columns they lack, and are for administrators alone', async () => {
    const deps = world();
    expect(
      await take(deps, 'standards', {
        rows: [
          ['Jabatan', 'Level'],
          ['Analis', '3'],
        ],
      }),
    ).toEqual({
      outcome: 'refused',
      missing: ['Kode Kompetensi', 'Berlaku Sejak'],
    });
    const table = tableOf([standards]);
    await expect(
      takeList(deps, { principal: personOf('tono'), kind: 'standards', table, isTrial: false }),
    ).rejects.toMatchObject({ code: 'competency.not-found' });
  });

  it('are read as their templates are written', async () => {
    const deps = world();
    for (const kind of listKinds) {
      const found = await take(deps, kind, { rows: listTemplate(kind) });
      expect([kind, found]).toEqual([kind, [['created', undefined]]]);
    }
  });

  it('end in an outcome for each row, whatever they hold', async () => {
    const deps = world();
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('M1', '3', number, '2026-01-01', 'uji'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...listKinds),
        fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 5 }),
        async (kind, cells) => {
          const rows = [listTemplate(kind)[0] ?? [], ...cells];
          const found = await take(deps, kind, { rows, isTrial: true });
          expect(Array.isArray(found) && found.length).toBe(cells.length);
        },
      ),
      { numRuns: 80 },
    );
  });
});
