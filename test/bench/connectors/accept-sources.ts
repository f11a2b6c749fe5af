import type { Connection } from '@sinau/connectors';
import {
  courseData,
  packageBytes,
  rosterThing,
  samplePackage,
  startFakeCoursePages,
  startFakeMoodle,
  startFakeOneRoster,
  startFakeOpenEdx,
} from '@sinau/connectors/testing';
import { csvRecord } from '@sinau/kernel';
import { craftZip } from '@sinau/platform/testing';
import { workbookParts } from '@sinau/rostering/table';

/** A course as every kind of system can say it. */
export interface OfferedCourse {
  readonly n: number;
  readonly title: string;
}

/** A system of a university of one kind. */
export interface CourseSource {
  readonly connection: Pick<Connection, 'kind'> & Partial<Connection>;
  /** What opens it; absent where nothing needs one. */
  readonly secret?: string;
  /** From now on it offers these; a file to send where it is not asked. */
  offer(courses: readonly OfferedCourse[]): SentFile | undefined;
  close(): Promise<void>;
}
export type SentFile = {
  readonly kind: 'table' | 'package';
  readonly name: string;
  readonly bytes: Uint8Array;
};

const text = 'Kompetensi dan capaian pembelajaran bagi pegawai negeri. '.repeat(10);

/** Every kind that has a catalogue; tables twice, as the two files they can be. */
export const courseSources: Readonly<Record<string, () => Promise<CourseSource>>> = {
  moodle: moodleSource,
  openedx: openEdxSource,
  oneroster: oneRosterSource,
  'oneroster-csv': async () => fileSource('oneroster-csv', packageOf),
  'schema-org': coursePagesSource,
  csv: async () => fileSource('file', csvOf),
  xlsx: async () => fileSource('file', workbookOf),
};

async function moodleSource(): Promise<CourseSource> {
  const moodle = await startFakeMoodle();
  return {
    ...{ connection: { kind: 'moodle', baseUrl: moodle.baseUrl }, secret: moodle.site.token },
    offer(courses) {
      moodle.site.courses.clear();
      for (const { n, title } of courses) moodle.addCourse({ id: n + 2, fullname: title, summary: text });
      return undefined;
    },
    close: () => moodle.close(),
  };
}

async function openEdxSource(): Promise<CourseSource> {
  const edx = await startFakeOpenEdx();
  const openedx = { clientId: edx.site.clientId, learnersBy: 'pseudonym', mode: 'audit' } as const;
  return {
    connection: { kind: 'openedx', baseUrl: edx.baseUrl, openedx },
    secret: edx.site.clientSecret,
    offer(courses) {
      edx.site.runs.length = 0;
      edx.addRuns(courses.length);
      for (const [at, { n, title }] of courses.entries()) {
        const run = edx.site.runs[at];
        if (run) edx.site.runs[at] = { ...run, id: `course-v1:KampusX+ADM${n}+2026`, name: title };
      }
      return undefined;
    },
    close: () => edx.close(),
  };
}

/** It tells what changed since the last time; what is gone stays as a tombstone. */
async function oneRosterSource(): Promise<CourseSource> {
  const server = await startFakeOneRoster(0);
  const { site } = server;
  return {
    connection: {
      ...{ kind: 'oneroster', baseUrl: server.origin },
      oneRoster: { tokenUrl: server.tokenUrl, clientId: site.clientId },
    },
    secret: site.secret,
    offer(courses) {
      const dateLastModified = new Date().toISOString();
      const titles = new Map(courses.map(({ n, title }) => [`class-${n}`, title]));
      for (const [at, one] of site.classes.entries()) {
        const title = titles.get(one.sourcedId);
        if (title === undefined && one.status === 'active') {
          site.classes[at] = { ...one, status: 'tobedeleted', dateLastModified };
        } else if (title !== undefined && one.title !== title) {
          site.classes[at] = { ...one, title, dateLastModified };
        }
        titles.delete(one.sourcedId);
      }
      if (site.courses.length === 0) site.courses.push(rosterThing('course', { title: 'Mata kuliah' }));
      for (const [sourcedId, title] of titles) {
        site.classes.push(
          rosterThing(sourcedId, {
            ...{ title, classType: 'scheduled', course: { sourcedId: 'course', type: 'course' } },
            ...{ terms: [{ sourcedId: 'term-1', type: 'academicSession' }], metadata: { deskripsi: text } },
          }),
        );
      }
      return undefined;
    },
    close: () => server.close(),
  };
}

/** A hundred courses a page: a site may have more courses than the pages that are read of it. */
async function coursePagesSource(): Promise<CourseSource> {
  const site = await startFakeCoursePages(0);
  return {
    connection: { kind: 'schema-org', baseUrl: site.sitemapUrl, completion: { by: 'completed' } },
    offer(courses) {
      site.pages.clear();
      for (const { n, title } of courses) {
        const path = `/katalog/${Math.floor(n / 100)}`;
        const data = courseData(n, { name: title, description: text });
        site.pages.set(path, [...(site.pages.get(path) ?? []), data]);
      }
      return undefined;
    },
    close: () => site.close(),
  };
}

function fileSource(
  kind: 'file' | 'oneroster-csv',
  write: (courses: readonly OfferedCourse[]) => SentFile,
): CourseSource {
  return { connection: { kind }, offer: write, close: async () => undefined };
}

function packageOf(courses: readonly OfferedCourse[]): SentFile {
  const { classes: [head = ''] = [], courses: [coursesHead = ''] = [], ...files } = samplePackage(0);
  const bytes = packageBytes({
    ...files,
    courses: [coursesHead, `course-1,,,,Mata kuliah,MK,,org-1,,,40,"${text}"`],
    classes: [
      head,
      ...courses.map(({ n, title }) => `class-${n},,,${title},,course-1,,scheduled,,org-1,term-1,,,`),
    ],
  });
  return { kind: 'package', name: 'paket.zip', bytes };
}

const rowsOf = (courses: readonly OfferedCourse[]): readonly (readonly string[])[] => [
  ['ID kursus', 'Judul', 'Uraian', 'Mulai', 'Selesai', 'JP', 'SKS', 'Harga (Rp)', 'Kuota', 'Kompetensi'],
  ...courses.map(({ n, title }) => [
    ...[`MK${n}`, title, text.slice(0, 120), '2027-02-01', '2027-06-30'],
    ...['40', '3', 'Rp 1.250.000', '40', 'KOM-01 | KOM-02'],
  ]),
];

function csvOf(courses: readonly OfferedCourse[]): SentFile {
  const lines = rowsOf(courses).map((row) => csvRecord(row, ';'));
  return { kind: 'table', name: 'katalog.csv', bytes: Buffer.from(lines.join('')) };
}

function workbookOf(courses: readonly OfferedCourse[]): SentFile {
  const parts = workbookParts('Katalog', rowsOf(courses)).map((part) => ({
    name: part.name,
    data: Buffer.from(part.text),
  }));
  return { kind: 'table', name: 'katalog.xlsx', bytes: craftZip(parts) };
}
