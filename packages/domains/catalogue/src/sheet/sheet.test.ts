import { type PersonPrincipal, type Principal, type ProviderId, readCsv } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { createMemoryObjectStore } from '@sinau/platform/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createContentRoom } from '../adapters/index.ts';
import type { CourseId } from '../course.ts';
import { courseOf } from '../testing/course-fixtures.ts';
import { memoryCatalogue } from '../testing/memory-catalogue.ts';
import { exportSheet, importSheet, sheetTemplate } from './index.ts';

const principal = authorOf('kampus');

function authorOf(provider: string): PersonPrincipal {
  const providerId = provider as ProviderId;
  return {
    ...{ kind: 'person', personId: 'rina' as never, name: 'Rina', roles: ['provider-author'], providerId },
  };
}

function world() {
  const { courses } = memoryCatalogue();
  const deps = {
    courses,
    content: createContentRoom({ content: createMemoryObjectStore() }),
    activityBase: 'https://sinau.example/activities',
    ...{ clock: fixedClock(), ids: countedIds(), digest: nodeDigest },
  };
  const run = (text: string, mode: 'check' | 'apply' = 'apply', as: Principal = principal) =>
    importSheet(deps, { principal: as, text, mode });
  const list = async () => (await courses.listOfProvider('kampus' as ProviderId, { limit: 100 })).courses;
  return { deps, run, list, exported: () => exportSheet(deps, { principal, flavour: 'excel' }) };
}

const outcomes = ({ rows }: Awaited<ReturnType<typeof importSheet>>) => rows.map(({ outcome }) => outcome);
const problems = ({ rows }: Awaited<ReturnType<typeof importSheet>>) =>
  rows.flatMap(({ row, issues }) => issues.map(({ column, problem }) => `${row} ${column} ${problem}`));

describe('a sheet of courses', () => {
  it('shows what it would do, does it, and does nothing the second time', async () => {
    const { run, list } = world();
    const text = sheetTemplate('excel');
    expect(outcomes(await run(text, 'check'))).toEqual(['create']);
    expect(await list()).toEqual([]);
    expect(await run(text)).toMatchObject({ applied: true, rows: [{ row: 2, outcome: 'create' }] });
    expect(await list()).toMatchObject([
      {
        ...{ status: 'draft', title: { id: 'Etika pelayanan publik', en: 'Ethics of public service' } },
        draft: {
          jp: 400,
          details: {
            subject: 'ethics',
            competencies: ['Integritas', 'Orientasi pada pelayanan'],
            minutes: 180,
          },
          modules: [{ kind: 'link', title: { und: 'Buku pegangan' } }],
        },
      },
    ]);
    const before = await list();
    expect(outcomes(await run(text))).toEqual(['unchanged']);
    expect(await list()).toEqual(before);
  });

  it('changes what a row says, and leaves the rest of the draft', async () => {
    const { run, list } = world();
    await run(sheetTemplate('plain'));
    const [course] = await list();
    const text = `course_id,price,links\n${course?.courseId},150000,Buku pegangan https://kampus.example/etika/buku | Video https://kampus.example/v\n`;
    expect(outcomes(await run(text))).toEqual(['update']);
    const [changed] = await list();
    expect(changed).toMatchObject({
      rev: 2,
      draft: { jp: 400, details: { price: 150_000, subject: 'ethics' } },
    });
    expect(changed?.draft.modules).toHaveLength(2);
    expect(outcomes(await run(text))).toEqual(['unchanged']);
  });

  it('classifies a course cell by cell: an empty one leaves what there is, and nothing is said twice', async () => {
    const { run, list, exported } = world();
    const first = 'code,title_id,core_values,fields,digital_pillars,certification\n';
    await run(`${first}A,Arsip,Service | LOYAL,kearsipan | hukum,safety,course\n`);
    const classified = {
      ...{ coreValues: ['service', 'loyal'], fields: ['kearsipan', 'hukum'] },
      ...{ digitalPillars: ['safety'], certification: 'course' },
    };
    expect((await list())[0]?.draft.details.classification).toEqual(classified);
    expect(outcomes(await run('code,fields\nA,kearsipan | hukum | kearsipan\n'))).toEqual(['unchanged']);
    expect(outcomes(await run('code,fields\nA,hukum\n'))).toEqual(['update']);
    expect((await list())[0]?.draft.details.classification).toEqual({ ...classified, fields: ['hukum'] });
    expect(outcomes(await run(await exported()))).toEqual(['unchanged']);
    const wrong = await run(`${first}A,,brave,hukum | pangan | sosial | desa,skill,ijazah\n`);
    expect(problems(wrong)).toEqual([
      '2 core_values code-unknown',
      '2 fields list-long',
      '2 digital_pillars code-unknown',
      '2 certification code-unknown',
    ]);
    await run('code,title_id\nB,Tanpa klasifikasi\n');
    expect(
      (await list()).find(({ title }) => title.id === 'Tanpa klasifikasi')?.draft.details,
    ).not.toHaveProperty('classification');
  });

  it('changes nothing while one cell is wrong, and names row, column and remedy of each', async () => {
    const { run, list } = world();
    const text = [
      'code;title_id;jp;minutes;form;subject;languages;price;links',
      'A;Baik;2,5;90;NKL03;data;id | en;0;',
      'B;;abc;1.000;X9;astronomi;bahasa indonesia;Rp5000;Buku javascript:alert(1)',
      'A;Kembar;1;;;;;;',
      ';Tanpa kode;1;;;;;;',
    ].join('\r\n');
    const result = await run(text);
    expect(result.applied).toBe(false);
    expect(problems(result)).toEqual([
      '3 jp jp-wrong',
      '3 minutes number-wrong',
      '3 price number-wrong',
      '3 form code-unknown',
      '3 subject code-unknown',
      '3 languages language-wrong',
      '3 links link-wrong',
      '3 title_id title-missing',
      '4 undefined twice',
      '5 undefined no-key',
    ]);
    for (const { issues } of result.rows) {
      for (const { message, mend } of issues) {
        expect([message, mend]).toEqual([
          { id: expect.any(String), en: expect.any(String) },
          { id: expect.any(String), en: expect.any(String) },
        ]);
      }
    }
    expect(await list()).toEqual([]);
  });

  it.each([
    ['nothing', '', 'no-head'],
    ['other heads', 'nama,jam\nA,2', 'no-head'],
    ['a head more', 'code,title_id,provider_id\nA,B,other', 'column-unknown'],
    [
      'letters of another encoding',
      new TextDecoder().decode(new Uint8Array([...Buffer.from('code,title_id\nA,Kafe'), 0xe9])),
      'encoding',
    ],
    ['a head that is there twice', 'code,title_id,Title_ID\nA,B,C', 'column-twice'],
    ['too many rows', `code\n${'A\n'.repeat(301)}`, 'too-many'],
    ['too many bytes', `code\n${'A'.repeat(600_000)}`, 'too-many'],
  ])('refuses %s as a whole', async (_, text, problem) => {
    const result = await world().run(text);
    expect(result).toMatchObject({ applied: false, rows: [], issues: [{ problem }] });
  });

  it.each([
    ['a word', `${'x'.repeat(250_000)} y z`],
    ['blanks', `x${' '.repeat(250_000)}y z`],
    ['entries', 'x | '.repeat(60_000)],
  ])('F3: reads a cell of links with very many %s in no time', async (_, links) => {
    const result = await world().run(`code,title_id,links\nA,Judul,${links}`);
    expect(result.rows[0]?.outcome).toBe('refused');
  });

  it('names a few of very many heads that it does not know', async () => {
    const { issues } = await world().run(`code${',a'.repeat(50_000)}\n`);
    expect(issues).toHaveLength(20);
  });

  it('C2: answers a course of another provider like one that is not there', async () => {
    const { deps, run } = world();
    await deps.courses.change({
      course: courseOf({ courseId: 'asing' as CourseId, providerId: 'lain' as ProviderId, rev: 1 }),
    });
    const rowsOf = async (id: string) => (await run(`course_id,title_id\n${id},Milik saya`)).rows;
    const [foreign] = await rowsOf('asing');
    const [absent] = await rowsOf('tidak-ada');
    expect(foreign).toEqual(absent);
    expect(foreign?.outcome).toBe('refused');
  });

  it('R1: makes one course of a code, also when two send it at once, and another for another provider', async () => {
    const { run, list } = world();
    const text = sheetTemplate('plain');
    const results = await Promise.all([run(text), run(text)]);
    expect(results.flatMap(outcomes).toSorted()).toEqual(['changed-meanwhile', 'create']);
    expect(await list()).toHaveLength(1);
    expect(outcomes(await run(text, 'apply', authorOf('lain')))).toEqual(['create']);
  });

  it('writes hours with the comma of the spreadsheets it is for, and with a point where commas separate', async () => {
    const { deps, run, exported } = world();
    await run('code,title_id,jp\nA,Etika,2.5\n');
    expect(await exported()).toContain(';"2,5";');
    expect(await exportSheet(deps, { principal, flavour: 'plain' })).toContain(',2.5,');
  });

  it('F1: comes back from its own export unchanged, whatever texts it holds, and starts no formula', async () => {
    const word = fc.oneof(
      fc.constantFrom(
        '=1+1',
        '@SUM(A1)',
        "'kutip",
        '-5',
        'a;b',
        'c,"d"',
        'baris\nbaru',
        'x | y',
        'z\\',
        '\uff1dA1',
      ),
      fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
    );
    const text = word.map((one) => one.trim().replaceAll('\r', '')).filter((one) => one.trim() !== '');
    await fc.assert(
      fc.asyncProperty(text, text, fc.array(text, { maxLength: 3 }), async (title, about, competencies) => {
        const { deps, run, exported } = world();
        const before = courseOf({ courseId: 'c1' as CourseId, providerId: 'kampus' as ProviderId, rev: 1 });
        const details = { ...before.draft.details, competencies };
        const draft = {
          ...before.draft,
          title: { id: title },
          description: { id: about },
          details,
          modules: [],
        };
        await deps.courses.change({ course: { ...before, latestVersion: 0, draft } });
        const sheet = await exported();
        expect(outcomes(await run(sheet))).toEqual(['unchanged']);
        for (const { cells } of readCsv(sheet.replaceAll("'", '’'))) {
          for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\uff1d]/);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is read by any text, and never throws', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => void readCsv(text)));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r', 'a', '\ufeff', "'") }),
        (text) => void readCsv(text),
      ),
    );
  });
});
