import { recountPerson, setStandard } from '@sinau/competency';
import { agus, badan, competencyWorld, memberOf } from '@sinau/competency/testing';
import { readTable } from '@sinau/connectors/adapters';
import type { PersonId } from '@sinau/kernel';
import { hmacSigner, nodeDigest } from '@sinau/platform/crypto';
import { describe, expect, it } from 'vitest';
import { sheetFile } from '../shared/sheet-file.ts';
import { joinCompetencyDesk } from './join-competency-desk.ts';
import { joinCompetencyLists } from './join-competency-lists.ts';

const own = { competencyId: 'M1', own: false, standing: 'not-assessed' } as const;

function world() {
  const domain = competencyWorld();
  const nobody = () => Promise.reject(new Error('nobody asks for this'));
  const desk = joinCompetencyDesk({
    ...{ competency: async () => domain, clock: domain.clock, signer: hmacSigner('x'.repeat(32)) },
    ...{ courses: { find: nobody }, enrolments: {}, organisations: { findAgency: async () => undefined } },
    ...{ digest: nodeDigest, portalOrigin: 'https://sinau.example' },
  } as unknown as Parameters<typeof joinCompetencyDesk>[0]);
  const lists = joinCompetencyLists(
    {
      competency: async () => domain,
      people: { findByClaim: async () => undefined },
    } as unknown as Parameters<typeof joinCompetencyLists>[0],
    1_000_000,
  );
  return { domain, desk, lists };
}

it('a technical competency with signs that no text has is a wrong request, and is kept without them', async () => {
  const { domain, desk } = world();
  const order = (sign: string) => ({
    ...{ code: 'DA-02', name: 'Menyajikan data', field: 'Data', from: '2026-01-01', verified: false },
    levels: [1, 2, 3, 4, 5].map((n) => `Tingkat${sign} ${n}`),
  });
  await expect(desk.describe(agus, order('\u0007') as never, 0)).rejects.toMatchObject({
    code: 'request.invalid',
  });
  expect(await domain.standards.technical(badan)).toEqual([]);
  await desk.describe(agus, order('') as never, 0);
  expect(await domain.standards.technical(badan)).toMatchObject([{ code: 'DA-02' }]);
});

describe('files of competence', () => {
  it.each(['csv', 'xlsx'] as const)(
    'F1: run nothing in a spreadsheet, and are read back as they were: %s',
    async (format) => {
      const rows = [
        ['Nama', 'Kurang'],
        ['=HYPERLINK("http://jahat.example")', 2],
        ['@jumlah', 0],
        ["'kutip", 1],
      ];
      const table = { title: 'Pegawai', rows, notes: { title: 'Keterangan', rows: [['=1+1']] } };
      const file = await sheetFile(table, { format, encodings: undefined });
      const text = new TextDecoder().decode(file.body);
      if (format === 'csv') expect(text).toContain("'=HYPERLINK");
      const read = await readTable(file.body);
      if (read.outcome !== 'read') throw new Error(JSON.stringify(read));
      expect(read.table.rows.map(({ cells }) => cells)).toEqual(rows.slice(1).map((row) => row.map(String)));
    },
  );

  it('hold everybody of a number, however many pages there are', async () => {
    const { domain, desk } = world();
    for (let n = 0; n < 250; n += 1) {
      const post = { title: 'Arsiparis', family: 'pelaksana' };
      const member = memberOf(`p${String(n).padStart(3, '0')}`, { unitId: 'u1', post });
      domain.people.set(member.personId, member);
    }
    domain.units.add({ unitId: 'u1', name: 'Biro' });
    await setStandard(domain, {
      agencyId: badan,
      request: {
        ...{ post: { title: 'Arsiparis' }, from: '2026-01-01', criticality: 1, verified: false },
        requirements: [{ competencyId: 'M1' as never, level: 2 }],
      },
    });
    for (const personId of domain.people.keys()) await recountPerson(domain, personId as PersonId);
    const { rows, isCut } = await desk.everybodyConcerned(agus, own);
    expect([rows.length, isCut]).toEqual([253, false]);
    expect(rows.find(({ personId }) => personId === 'p249')).toMatchObject({ unit: 'Biro', required: 2 });
    await expect(desk.everybodyConcerned(agus, { ...own, competencyId: 'T.X' })).rejects.toMatchObject({
      code: 'competency.not-found',
    });
  });

  it('give back rows that are still refused, and take them once they are mended', async () => {
    const { domain, lists } = world();
    const text =
      'Jabatan;Kode;Level;Sejak\nArsiparis;M1;2;2026-01-01\nAnalis;M1;tinggi;2026-01-01\nAnalis;M2;1;2026-01-01\n';
    const tried = await lists.try(agus, 'standards', new TextEncoder().encode(text));
    if (tried.outcome !== 'read' || tried.text === undefined) throw new Error('the list was not read');
    const taken = await lists.take(agus, 'standards', tried.text);
    if (taken.outcome !== 'read' || taken.text === undefined) throw new Error('nothing was refused');
    const { heads, rows } = await lists.refused(agus, 'standards', taken.text);
    expect(heads).toEqual(['Jabatan', 'Kode', 'Level', 'Sejak']);
    expect(rows).toEqual([
      { row: 3, cells: ['Analis', 'M1', 'tinggi', '2026-01-01'], problem: 'wrong-level', column: 'Level' },
      { row: 4, cells: ['Analis', 'M2', '1', '2026-01-01'], problem: 'whole' },
    ]);
    const mended = rows.map(({ row, cells }) => [
      ...cells.map((cell) => (cell === 'tinggi' ? '2' : cell)),
      String(row),
      '',
    ]);
    const file = await sheetFile(
      {
        ...{ title: 'Standar', rows: [[...heads, 'Baris asal', 'Alasan'], ...mended] },
        notes: { title: '', rows: [] },
      },
      { format: 'xlsx', encodings: undefined },
    );
    const again = await lists.try(agus, 'standards', file.body);
    expect(again).toMatchObject({ rows: [{ outcome: 'created' }, { outcome: 'created' }] });
    expect(await domain.standards.standards(badan)).toHaveLength(1);
    await expect(lists.refused(agus, 'standards', '{"heads":[]}')).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });

  it('are a framework of CASE that is sent, tried, and taken like any other list', async () => {
    const { domain, desk, lists } = world();
    const changed = { lastChangeDateTime: '2026-01-01T00:00:00Z', uri: 'https://lain.example/x' };
    const framework = {
      CFDocument: { identifier: 'd', title: 'Kerangka data', creator: 'Lain', ...changed },
      CFItems: [
        { identifier: 'a', fullStatement: 'Menganalisis data', humanCodingScheme: 'da 01', ...changed },
        { identifier: 'b', fullStatement: 'Tanpa kode', ...changed },
        { identifier: 'c', fullStatement: 'Integritas', humanCodingScheme: 'M1', ...changed },
      ],
    };
    const bytes = new TextEncoder().encode(`\ufeff ${JSON.stringify(framework)}`);
    const tried = await lists.try(agus, 'dictionary', bytes);
    expect(tried).toMatchObject({
      rows: [
        { row: 1, outcome: 'created', about: 'Menganalisis data · DA-01' },
        { row: 2, outcome: 'refused', problem: 'missing', column: 'Kode Kompetensi' },
        { row: 3, outcome: 'refused', problem: 'national-code' },
      ],
    });
    expect(await domain.standards.technical(badan)).toEqual([]);
    if (tried.outcome !== 'read') throw new Error('it was read');
    await lists.take(agus, 'dictionary', tried.text ?? '');
    const [taken] = await domain.standards.technical(badan);
    expect(taken?.editions).toMatchObject([
      {
        name: 'Menganalisis data',
        field: 'Kerangka data',
        legalBasis: 'Kerangka data (Lain)',
        verified: false,
      },
    ]);
    const again = await lists.try(agus, 'dictionary', new TextEncoder().encode(await desk.caseOf(agus)));
    expect(again).toMatchObject({ rows: [{ outcome: 'skipped' }] });
    const wrong = new TextEncoder().encode('{"CFItems": []}');
    expect(await lists.try(agus, 'dictionary', wrong)).toMatchObject({
      ...{ outcome: 'unreadable', message: { id: expect.stringContaining('/CFDocument') } },
    });
  });
});
