import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  addClass,
  courseData,
  packageBytes,
  samplePackage,
  startFakeCoursePages,
  startFakeMoodle,
  startFakeOneRoster,
  startFakeOpenEdx,
} from '@sinau/connectors/testing';
import { csvRecord } from '@sinau/kernel';
import { craftZip } from '@sinau/platform/testing';
import { workbookParts } from '@sinau/rostering/table';
import * as z from 'zod';
import type { figure } from '../figure.ts';
import { withWorker } from './worker-process.ts';

type Line = Parameters<typeof figure>[0];

const readingSchema = z.object({
  read: z.number(),
  seconds: z.number(),
  startRssMb: z.number(),
  peakRssMb: z.number(),
});

/** Reading the catalogue of a Moodle, with deleted courses between and long summaries. Nothing is kept of it. */
export async function moodleFigures({ courses }: { readonly courses: number }): Promise<readonly Line[]> {
  return withReader(async (run) => {
    const moodle = await startFakeMoodle();
    try {
      moodle.site.courses.clear();
      const summary = `<p>${'Kompetensi dan <b>capaian</b> pembelajaran. '.repeat(40)}</p>`;
      for (let n = 0; n < courses; n += 1) moodle.addCourse({ id: 2 + n * 2, summary });
      return linesOf(`moodle_${courses}`, await run('moodle', moodle.baseUrl, moodle.site.token), courses);
    } finally {
      await moodle.close();
    }
  });
}

/** Reading classes of a OneRoster server, each with a course of its own. */
export async function oneRosterFigures({ courses }: { readonly courses: number }): Promise<readonly Line[]> {
  return withReader(async (run, folder) => {
    const server = await startFakeOneRoster(0);
    try {
      const metadata = { deskripsi: 'Kompetensi dan capaian pembelajaran. '.repeat(40) };
      for (let n = 0; n < courses; n += 1) addClass(server.site, n, { metadata });
      const { tokenUrl, origin, site } = server;
      const reading = await run('oneroster', origin, tokenUrl, site.secret);
      return [
        ...linesOf(`oneroster_${courses}`, reading, courses),
        ...(await packageFigures(run, { folder, courses })),
      ];
    } finally {
      await server.close();
    }
  });
}

/** The same as a package: checked, merged into what was there before, and read as a catalogue. */
async function packageFigures(
  run: Run,
  { folder, courses }: { readonly folder: string; readonly courses: number },
): Promise<readonly Line[]> {
  const text = 'Kompetensi dan capaian pembelajaran. '.repeat(10);
  const { courses: [head = '', ...rows] = [], ...files } = samplePackage(courses);
  const described = rows.map((row, n) => row.replace(/,"[^"]*"$/, `,"${text}${n}"`));
  const bytes = packageBytes({ ...files, courses: [head, ...described] });
  const path = join(folder, 'package.zip');
  await writeFile(path, bytes);
  const reading = await run('oneroster-csv', path);
  return linesOf(`oneroster_package_${courses}`, reading, courses, {
    file_kb: Math.round(bytes.length / 1000),
  });
}

/** Reading courses out of web pages, a hundred on each, with long texts. */
export async function schemaOrgFigures({ courses }: { readonly courses: number }): Promise<readonly Line[]> {
  return withReader(async (run) => {
    const site = await startFakeCoursePages(0);
    try {
      const description = `<p>${'Kompetensi dan <b>capaian</b> pembelajaran. '.repeat(40)}</p>`;
      for (let n = 0; n < courses; n += 1) {
        const path = `/katalog/${Math.floor(n / 100)}`;
        site.pages.set(path, [...(site.pages.get(path) ?? []), courseData(n, { description })]);
      }
      return linesOf(`schema_org_${courses}`, await run('schema-org', site.sitemapUrl), courses);
    } finally {
      await site.close();
    }
  });
}

/** The same of an Open edX site, a hundred courses a page. */
export async function openEdxFigures({ courses }: { readonly courses: number }): Promise<readonly Line[]> {
  return withReader(async (run) => {
    const edx = await startFakeOpenEdx();
    try {
      edx.site.runs.length = 0;
      edx.addRuns(courses);
      const reading = await run('openedx', edx.baseUrl, edx.site.clientSecret);
      return linesOf(`openedx_${courses}`, reading, courses);
    } finally {
      await edx.close();
    }
  });
}

const heads = [
  'ID kursus',
  'Judul',
  'Uraian',
  'Mulai',
  'Selesai',
  'JP',
  'SKS',
  'Harga (Rp)',
  'Kuota',
  'Kompetensi',
];

/** Reading and checking a table of a catalogue, as a workbook and as CSV. */
export async function tableFigures({ courses }: { readonly courses: number }): Promise<readonly Line[]> {
  const rows = [
    heads,
    ...Array.from({ length: courses }, (_, n) => [
      ...[
        `MK${n}`,
        `Mata kuliah ${n}`,
        `Uraian mata kuliah ${n} bagi pegawai negeri`,
        '2027-02-01',
        '2027-06-30',
      ],
      ...['40', '3', 'Rp 1.250.000', '40', 'KOM-01 | KOM-02'],
    ]),
  ];
  const parts = workbookParts('Katalog', rows).map(({ name, text }) => ({ name, data: Buffer.from(text) }));
  const files = { xlsx: craftZip(parts), csv: Buffer.from(rows.map((row) => csvRecord(row, ';')).join('')) };
  return withReader(async (run, folder) => {
    const lines: Line[] = [];
    for (const [kind, bytes] of Object.entries(files)) {
      const path = join(folder, `table.${kind}`);
      await writeFile(path, bytes);
      const name = `table_${kind}_${courses}`;
      lines.push(
        ...linesOf(name, await run('table', path), courses, { file_kb: Math.round(bytes.length / 1000) }),
      );
    }
    return lines;
  });
}

function linesOf(
  name: string,
  reading: z.output<typeof readingSchema>,
  ...[courses, more = {}]: readonly [courses: number, more?: object]
): readonly Line[] {
  const { read, seconds, startRssMb, peakRssMb } = reading;
  if (read !== courses) throw new Error(`${read} of ${courses} were read`);
  return [
    { figure: `${name}_seconds`, value: seconds, unit: 's', ...more },
    { figure: `${name}_peak_rss_mb`, value: peakRssMb, unit: 'MB', before_mb: Math.round(startRssMb) },
  ];
}

type Run = (...given: readonly string[]) => Promise<z.output<typeof readingSchema>>;

const withReader = (work: (run: Run, folder: string) => Promise<readonly Line[]>): Promise<readonly Line[]> =>
  withWorker('read-process.ts', (run, folder) =>
    work(async (...given) => readingSchema.parse(await run(...given)), folder),
  );
