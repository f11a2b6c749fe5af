import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectFile } from './inspect-file.ts';
import { craftMp3, craftMp4, craftOgg, craftPdf, craftWebm } from './testing/craft-media.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inspect-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function inspect(bytes: Uint8Array | string, fileName = 'paket') {
  const path = join(folder, 'file');
  await writeFile(path, bytes);
  const file = await open(path, 'r');
  try {
    return await inspectFile({ file, sizeBytes: Buffer.byteLength(bytes), fileName });
  } finally {
    await file.close();
  }
}

async function codesOf(bytes: Uint8Array | string, fileName?: string) {
  const seen = await inspect(bytes, fileName);
  if (seen.outcome === 'refused') return seen.findings.map(({ code }) => code);
  return seen.reading.kind === 'cmi5' ? [] : seen.reading.findings.map(({ code }) => code);
}

describe('inspectFile: video and audio', () => {
  it('knows a film by its content, whatever its name says, and stores it under a name of ours', async () => {
    expect(await inspect(craftMp4(), '../Etika_dasar.zip')).toEqual({
      outcome: 'readable',
      reading: {
        kind: 'video',
        media: {
          title: 'Etika dasar',
          captions: [],
          src: 'media.mp4',
          type: 'video/mp4',
          durationSeconds: 93.4,
        },
        findings: [],
      },
      files: [{ name: 'media.mp4', contentType: 'video/mp4' }],
    });
  });

  it.each([
    ['MP4 in fragments', craftMp4({ fragmented: true, seconds: 7200 }), 'video', 'video/mp4', 7200],
    ['M4A', craftMp4({ tracks: [['soun', 'mp4a']] }), 'audio', 'audio/mp4', 93.4],
    ['WebM', craftWebm({ seconds: 61.5 }), 'video', 'video/webm', 61.5],
    ['WebM with sound alone', craftWebm({ seconds: 3, types: [2] }), 'audio', 'audio/webm', 3],
    ['MP3 of constant rate', craftMp3({ frames: 100 }), 'audio', 'audio/mpeg', 2.606],
    [
      'MP3 behind a tag with a picture',
      craftMp3({ frames: 100, tagBytes: 70_000 }),
      'audio',
      'audio/mpeg',
      2.606,
    ],
    ['MP3 of variable rate', craftMp3({ frames: 20, counted: 2000 }), 'audio', 'audio/mpeg', 52.245],
    ['Ogg Opus', craftOgg({ seconds: 12 }), 'audio', 'audio/ogg', 12],
  ])('reads type and length of %s', async (_, bytes, ...[kind, type, durationSeconds]) => {
    expect(await inspect(bytes)).toMatchObject({
      outcome: 'readable',
      reading: { kind, media: { type, durationSeconds }, findings: [] },
    });
  });

  it.each([
    ['an index at the end', craftMp4({ dataFirst: true }), 'media.index-last'],
    ['a format that not every browser plays', craftMp4({ tracks: [['vide', 'hvc1']] }), 'media.codec'],
    ['no length', craftWebm(), 'media.no-duration'],
    ['a length of nonsense', craftWebm({ seconds: Number.POSITIVE_INFINITY }), 'media.no-duration'],
  ])('warns of %s', async (_, bytes, code) => {
    expect(await inspect(bytes)).toMatchObject({ outcome: 'readable', reading: { findings: [{ code }] } });
  });

  it.each([
    ['cut off', craftMp4({ dataBytes: 500 }).subarray(0, -100), 'media.cut-off'],
    ['without its data', craftMp4().subarray(0, -72), 'media.cut-off'],
    [
      'without an index',
      Buffer.concat([craftMp4().subarray(0, 24), Buffer.from('\0\0\0\x08mdat')]),
      'media.broken',
    ],
    ['Matroska', craftWebm({ docType: 'matroska' }), 'media.container'],
    ['Ogg of another codec', craftOgg({ codec: '\x80theora' }), 'media.container'],
    ['an ID3 tag alone', craftMp3({ frames: 0, tagBytes: 100 }), 'media.broken'],
  ])('refuses a file that is %s', async (_, bytes, code) => {
    const seen = await inspect(bytes);
    expect(seen).toMatchObject({ outcome: 'refused', findings: [{ code, severity: 'error' }] });
  });

  it('reads no index larger than its bound', async () => {
    const huge = Buffer.concat([craftMp4().subarray(0, 24), Buffer.from('\x02\x00\x00\x09moov')]);
    const path = join(folder, 'sparse');
    await writeFile(path, huge);
    const file = await open(path, 'r+');
    await file.truncate(40 * 1024 * 1024);
    const seen = await inspectFile({ file, sizeBytes: 40 * 1024 * 1024, fileName: 'x' });
    await file.close();
    expect(seen).toMatchObject({ outcome: 'refused', findings: [{ code: 'media.index-too-large' }] });
  });
});

describe('inspectFile: documents', () => {
  it('counts the pages of a PDF, also those of an object stream', async () => {
    expect(await inspect(craftPdf({ pages: 12 }), 'Modul 1.pdf')).toMatchObject({
      reading: { kind: 'document', media: { title: 'Modul 1', pages: 12, src: 'document.pdf' } },
      files: [{ name: 'document.pdf', contentType: 'application/pdf' }],
    });
    const page = '<< /Type /Page >>';
    const loose = craftPdf({ packed: [page, page] })
      .toString('latin1')
      .replace('/Count 1', '/Count 0');
    expect(await inspect(Buffer.from(loose, 'latin1'))).toMatchObject({ reading: { media: { pages: 3 } } });
  });

  it.each([
    ['a script', { more: ['<< /S /JavaScript /JS (app.alert(1)) >>'] }, '/JavaScript'],
    ['a script under a disguised name', { more: ['<< /S /J#61vaScript >>'] }, '/JavaScript'],
    ['a script in an object stream', { packed: ['<< /A [<< /S /JavaScript >>] >>'] }, '/JavaScript'],
    ['a program to start', { more: ['<< /A << /S /Launch /F (cmd.exe) >> >>'] }, '/Launch'],
    ['a form that sends', { more: ['<< /S /SubmitForm >>'] }, '/SubmitForm'],
    [
      'a page that opens a file of another host',
      { more: ['<< /AA << /O << /S /GoToR /F (//host.example/share/a) /D [0] >> >> >>'] },
      '/GoToR, /AA',
    ],
    ['a file in a file', { more: ['<< /S /GoToE /T << /R /C >> >>'] }, '/GoToE'],
    ['a file inside', { more: ['<< /Type /EmbeddedFile >>'] }, '/EmbeddedFile'],
    ['a script in a trailer', { trailer: '/X << /S /JavaScript >>' }, '/JavaScript'],
  ])('refuses %s', async (_, options, names) => {
    expect(await inspect(craftPdf(options))).toMatchObject({
      outcome: 'refused',
      findings: [{ code: 'document.active-content', params: { names } }],
    });
  });

  it('lets a document speak of scripts, and link to the web', async () => {
    const more = ['<< /Title (HTML /JavaScript \\( /Launch ) /A << /S /URI /URI (https://x.example) >> >>'];
    expect(await codesOf(craftPdf({ more }))).toEqual([]);
  });

  it.each([
    ['a string', '(x 7 0 obj << /S /JavaScript >> endobj)'],
    ['a comment', '[1 % 7 0 obj << /S /JavaScript >>\n]'],
    ['the bytes of a picture', '<< /Length 9 >>\nstream\n7 0 obj << /S /JavaScript >> endobj\nendstream'],
  ])('refuses an object that hides in %s', async (_, text) => {
    expect(await codesOf(craftPdf({ more: [text] }))).toEqual(['document.broken']);
  });

  it.each([
    ['encrypted', craftPdf({ trailer: '/Encrypt 5 0 R' }), 'document.encrypted'],
    ['without a page', Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj'), 'document.broken'],
    ['nested too deep', craftPdf({ more: ['['.repeat(5000)] }), 'document.broken'],
    ['of a string that does not end', craftPdf({ more: ['(('] }), 'document.broken'],
    [
      'of an object stream that cannot be read',
      craftPdf({ more: ['<< /Type /ObjStm /N 1 /First 4 /Filter /LZWDecode >>\nstream\nxx\nendstream'] }),
      'document.broken',
    ],
  ])('refuses a PDF that is %s', async (_, bytes, code) => {
    expect(await codesOf(bytes)).toEqual([code]);
  });

  it('A3: stops at an object stream that inflates without end', async () => {
    const { deflateSync } = await import('node:zlib');
    const bomb = deflateSync(Buffer.alloc(64 * 1024 * 1024, 32));
    const head = `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${bomb.length} >>\nstream\n`;
    const text = `${head}${bomb.toString('latin1')}\nendstream`;
    expect(await codesOf(craftPdf({ more: [text] }))).toEqual(['document.broken']);
  });
});

describe('inspectFile: articles and the rest', () => {
  it('takes Markdown by its name and titles it by its first heading', async () => {
    const text = '```sh\n# bukan judul\n```\n\n# Etika *ASN* #\n\n<script>alert(1)</script> isi';
    expect(await inspect(text, 'artikel.md')).toMatchObject({
      reading: {
        kind: 'article',
        media: { title: 'Etika *ASN*', src: 'article.html.txt', type: 'text/html; charset=utf-8' },
      },
      files: [
        { name: 'article.md', contentType: 'text/plain; charset=utf-8' },
        // Read here, cleaned where it is shown; a browser that opens its address sees text.
        { name: 'article.html.txt', contentType: 'text/plain; charset=utf-8', bytes: expect.anything() },
      ],
    });
  });

  it('A6: takes an article whose HTML would be huge as it is', async () => {
    const columns = 5_000;
    const bomb = `# Tabel\n\n${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n${'|\n'.repeat(10_000)}`;
    expect(await inspect(bomb, 'artikel.md')).toMatchObject({
      reading: { media: { src: 'article.md', type: 'text/plain; charset=utf-8' } },
      files: [{ name: 'article.md' }],
    });
  });

  it.each([
    ['article.not-text', Buffer.from([0x23, 0x20, 0xff, 0xfe])],
    ['article.not-text', Buffer.from('# a\u0000b')],
    ['article.empty', Buffer.from(' \n---\n')],
    ['article.too-large', Buffer.alloc(1024 * 1024 + 1, 97)],
  ])('refuses an article: %s', async (code, bytes) => {
    expect(await codesOf(bytes, 'a.md')).toEqual([code]);
  });

  it.each([
    ['text of no known name', 'halo', 'halo.txt'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'a.png'],
    ['a program', Buffer.from('MZ\x90\0'), 'video.mp4'],
    ['nothing', '', 'kosong.mp4'],
  ])('refuses %s and says what is accepted', async (_, bytes, name) => {
    const seen = await inspect(bytes, name);
    expect(seen).toMatchObject({ outcome: 'refused', findings: [{ code: 'package.unknown-format' }] });
    if (seen.outcome === 'refused') expect(seen.findings[0]?.mend.en).toMatch(/SCORM.*MP4.*PDF.*Markdown/);
  });

  it('reads a bare structure as cmi5', async () => {
    const seen = await inspect('\ufeff <courseStructure/>', 'cmi5.xml');
    expect(seen).toMatchObject({ reading: { kind: 'cmi5', packaged: false }, files: [] });
  });

  it('never fails on damaged bytes', async () => {
    const samples = [
      craftMp4(),
      craftMp4({ fragmented: true, dataFirst: true }),
      craftWebm({ seconds: 4 }),
      craftMp3({ frames: 3, counted: 9, tagBytes: 5 }),
      craftOgg(),
      craftPdf({ packed: ['<< /Type /Page >>'], more: ['(a)', '[1 0 R <00>]'] }),
    ];
    const damage = fc.record({
      sample: fc.constantFrom(...samples),
      changes: fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 6 }),
      length: fc.nat(2000),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ sample, changes, length }) => {
        const bytes = Buffer.from(sample.subarray(0, length > 1500 ? sample.length : length));
        for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value;
        const seen = await inspect(bytes);
        if (seen.outcome === 'refused') expect(seen.findings.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});
