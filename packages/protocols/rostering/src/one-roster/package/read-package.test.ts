import { describe, expect, it } from 'vitest';
import { CsvBroken, csvRecords } from './csv-records.ts';
import { type PackageArchive, packageProblems, packageWordsOf, readPackage } from './index.ts';

const ids = 'sourcedId,status,dateLastModified';
const manifestOf = (...lines: readonly string[]) =>
  ['propertyName,value', 'manifest.version,1.0', 'oneroster.version,1.2', ...lines].join('\n');
const good = {
  'manifest.csv': manifestOf('file.academicSessions,bulk', 'file.courses,bulk', 'file.classes,bulk'),
  'academicSessions.csv': `${ids},title,startDate,endDate\nterm-1,,,Ganjil,2026-08-01,2026-12-31`,
  'courses.csv': `title,${ids},metadata.jp\n"Etika ""publik"", dasar",course-1,,,40`,
  'classes.csv': `${ids},title,courseSourcedId,termSourcedIds\nclass-1,,,Kelas A,course-1,"term-1,term-2"`,
};

/** Bytes come in pieces that end anywhere. */
function archiveOf(files: Readonly<Record<string, string | Uint8Array>>, pieceSize = 7): PackageArchive {
  return {
    names: Object.keys(files),
    async *open(name) {
      const file = files[name] ?? '';
      const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
      for (let n = 0; n < bytes.length; n += pieceSize) yield bytes.subarray(n, n + pieceSize);
    },
  };
}
const findingsOf = async (files: Readonly<Record<string, string | Uint8Array>>) => {
  const reading = await readPackage(archiveOf(files));
  if (reading.outcome === 'read') return [];
  return reading.findings.map(({ problem, file, line, column }) =>
    [problem, file, line, column].filter((part) => part !== undefined).join(' '),
  );
};
const utf16 = (text: string) => new Uint8Array(new Uint16Array([0xfeff, ...Buffer.from(text)]).buffer);

describe('a package of OneRoster', () => {
  it('is read whatever the order of its columns is, and keeps what Sinau needs', async () => {
    const reading = await readPackage(
      archiveOf({ ...good, 'catatan.txt': 'x', '__MACOSX/._classes.csv': 'x' }),
    );
    if (reading.outcome === 'refused') throw new Error(JSON.stringify(reading.findings));
    const { manifest, files } = reading.contents;
    expect([manifest.version, [...manifest.modes.keys()]]).toEqual([
      '1.2',
      ['academicSessions', 'courses', 'classes'],
    ]);
    expect(files.courses?.rows).toEqual([
      {
        ...{ sourcedId: 'course-1', status: 'active', dateLastModified: '' },
        ...{ title: 'Etika "publik", dasar', metadata: { jp: '40' } },
      },
    ]);
    expect(files.classes?.rows[0]).toMatchObject({
      course: { sourcedId: 'course-1' },
      terms: [{ sourcedId: 'term-1' }, { sourcedId: 'term-2' }],
    });
  });

  it('may begin with a byte order mark, and be of version 1.1', async () => {
    const manifest = `\ufeff${good['manifest.csv'].replace('version,1.2', 'version,1.1')}`;
    expect(
      await findingsOf({ ...good, 'manifest.csv': manifest, 'courses.csv': `\ufeff${good['courses.csv']}` }),
    ).toEqual([]);
  });

  it.each([
    ['no manifest', { 'courses.csv': 'x' }, 'manifest-missing manifest.csv'],
    ['a manifest with a capital', { 'Manifest.csv': good['manifest.csv'] }, 'manifest-missing manifest.csv'],
    ['a folder around it', { 'paket/manifest.csv': 'x' }, 'in-folder paket/manifest.csv'],
    ['no columns', { 'manifest.csv': 'nama,isi\na,b' }, 'column-missing manifest.csv propertyName'],
    [
      'an old version',
      { 'manifest.csv': manifestOf().replace('1.2', '1.0') },
      'version-wrong manifest.csv 3 oneroster.version',
    ],
    [
      'an unknown mode',
      { 'manifest.csv': manifestOf('file.orgs,full') },
      'mode-wrong manifest.csv 4 file.orgs',
    ],
    [
      'two words on one file',
      { 'manifest.csv': manifestOf('file.orgs,bulk', 'file.orgs,delta') },
      'property-twice manifest.csv 5 file.orgs',
    ],
    ['nothing but a manifest', { 'manifest.csv': manifestOf('file.orgs,absent') }, 'nothing-there'],
    ['an undeclared file', { ...good, 'orgs.csv': 'x' }, 'file-undeclared orgs.csv'],
    [
      'a file that is to be absent',
      { ...good, 'manifest.csv': `${good['manifest.csv']}\nfile.orgs,absent`, 'orgs.csv': 'x' },
      'file-undeclared orgs.csv',
    ],
    ['a missing file', { 'manifest.csv': manifestOf('file.orgs,bulk') }, 'file-missing orgs.csv'],
    [
      'a file that ends in the middle',
      { ...good, 'courses.csv': `${ids},title\nc1,,,"Eti` },
      'quote-open courses.csv 2',
    ],
    [
      'a lone quotation mark',
      { ...good, 'courses.csv': `${ids},title\nc1,,,Eti"ka` },
      'quote-open courses.csv 2',
    ],
    [
      'semicolons',
      { ...good, 'courses.csv': 'sourcedId;title\nc1;Etika' },
      'column-missing courses.csv 1 sourcedId',
    ],
    [
      'letters of Windows',
      { ...good, 'courses.csv': Buffer.from(`${ids},title\nc1,,,Caf\xe9`, 'latin1') },
      'encoding courses.csv',
    ],
    ['UTF-16', { ...good, 'courses.csv': utf16(good['courses.csv']) }, 'encoding courses.csv'],
    [
      'letters that are cut off',
      { ...good, 'courses.csv': Buffer.from(`${ids},title\nc1,,,é`).subarray(0, -1) },
      'encoding courses.csv',
    ],
    ['no lines', { ...good, 'courses.csv': `${ids},title\n` }, 'file-empty courses.csv'],
    ['nothing at all', { ...good, 'courses.csv': '' }, 'file-empty courses.csv'],
    [
      'a head twice',
      { ...good, 'courses.csv': `${ids},title,title\nc1,,,a,b` },
      'column-twice courses.csv 1 title',
    ],
    [
      'heads in other case',
      { ...good, 'courses.csv': `${ids},Title\nc1,,,a` },
      'column-missing courses.csv 1 title',
    ],
    [
      'a comma too many',
      { ...good, 'courses.csv': `${ids},title\nc1,,,Etika, dasar` },
      'cells-count courses.csv 2',
    ],
    [
      'an empty cell',
      { ...good, 'courses.csv': `${ids},title\n\nc1,,,` },
      'cell-missing courses.csv 3 title',
    ],
    [
      'one id twice',
      { ...good, 'courses.csv': `${ids},title\nc1,,,a\nc1,,,b` },
      'id-twice courses.csv 3 sourcedId',
    ],
    [
      'an id without end',
      { ...good, 'courses.csv': `${ids},title\n${'x'.repeat(256)},,,a` },
      'cell-long courses.csv 2 sourcedId',
    ],
    [
      'a cell without end',
      { ...good, 'courses.csv': `${ids},title\nc1,,,${'x'.repeat(40_000)}` },
      'cell-long courses.csv 2',
    ],
    [
      'a status of its own',
      { ...good, 'courses.csv': `${ids},title\nc1,inactive,,a` },
      'status-wrong courses.csv 2 status',
    ],
    [
      'a day that is none',
      { ...good, 'academicSessions.csv': good['academicSessions.csv'].replace('12-31', '02-31') },
      'date-wrong academicSessions.csv 2 endDate',
    ],
  ])('with %s is refused, and told where and how to mend it', async (_what, files, expected) => {
    expect((await findingsOf(files))[0]).toBe(expected);
  });

  it('says of every line what is wrong, and stops where nobody would read on', async () => {
    const lines = Array.from({ length: 500 }, (_, n) => `c${n},,,`);
    const files = { ...good, 'courses.csv': [`${ids},title`, ...lines].join('\n') };
    expect(await findingsOf(files)).toHaveLength(200);
  });

  it('has a status and a time on each line of a delta, and nothing but an id where something is to go', async () => {
    const files = {
      'manifest.csv': manifestOf('file.courses,delta'),
      'courses.csv': `${ids},title\nc1,,,Etika\nc2,tobedeleted,2026-09-01T02:00:00.000Z,\nc3,active,kemarin,Data`,
    };
    expect(await findingsOf(files)).toEqual([
      'cell-missing courses.csv 2 status',
      'cell-missing courses.csv 2 dateLastModified',
      'date-wrong courses.csv 4 dateLastModified',
    ]);
  });

  it('is refused where a file that Sinau has no use for is broken', async () => {
    const manifest = `${good['manifest.csv']}\nfile.demographics,bulk`;
    expect(await findingsOf({ ...good, 'manifest.csv': manifest, 'demographics.csv': 'a\n"x' })).toEqual([
      'quote-open demographics.csv 2',
    ]);
  });

  it('keeps no name, no address and no number of anybody', async () => {
    const pseudonym = 'ab'.repeat(32);
    const users = [
      `${ids},enabledUser,username,givenName,familyName,email,identifier`,
      `user-1,,,true,rina,Rina,Wulandari,rina@example.ac.id,${pseudonym}`,
      'user-2,,,true,lukman,Lukman,Hakim,lukman@example.ac.id,198503122009011004',
    ].join('\n');
    const reading = await readPackage(
      archiveOf({ 'manifest.csv': manifestOf('file.users,bulk'), 'users.csv': users }),
    );
    const text = JSON.stringify(reading);
    expect(reading).toMatchObject({ contents: { people: { all: 2, known: 1 } } });
    for (const word of ['Rina', 'Wulandari', 'example.ac.id', 'lukman', '1985'])
      expect(text).not.toContain(word);
    expect(text).toContain(pseudonym);
  });

  it('has words in both languages for everything that can be wrong', () => {
    for (const problem of packageProblems) {
      const { message, mend } = packageWordsOf({ problem });
      for (const map of [message, mend])
        for (const text of [map.id, map.en]) expect(text).toMatch(/^.{8,}\.$/);
    }
  });
});

describe('records of CSV', () => {
  const recordsOf = async (text: string, pieceSize = text.length || 1) => {
    const records: unknown[] = [];
    async function* pieces() {
      for (let n = 0; n < text.length; n += pieceSize) yield text.slice(n, n + pieceSize);
    }
    for await (const { line, cells } of csvRecords(pieces())) records.push([line, ...cells]);
    return records;
  };

  it.each([
    [
      'a,b\r\nc,d\r\n',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'a\rb',
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      '"a\r\nb",c\n\n,\nd,',
      [
        [1, 'a\r\nb', 'c'],
        [5, 'd', ''],
      ],
    ],
    ['"","a""b"', [[1, '', 'a"b']]],
    ['', []],
  ])('%j are the same in pieces of any size', async (text, expected) => {
    for (const size of [1, 2, 3, 100]) expect(await recordsOf(text, size)).toEqual(expected);
  });

  it('never break in another way, whatever they are made of', async () => {
    const signs = ['"', ',', '\n', '\r', 'a', ' ', '""', '\r\n'];
    let seed = 7;
    for (let round = 0; round < 300; round += 1) {
      let text = '';
      for (let n = 0; n < 12; n += 1) {
        seed = (seed * 16_807) % 2_147_483_647;
        text += signs[seed % signs.length];
      }
      const outcome = await recordsOf(text, 3).catch((error: unknown) => error);
      if (!Array.isArray(outcome)) expect(outcome).toBeInstanceOf(CsvBroken);
    }
  });
});
