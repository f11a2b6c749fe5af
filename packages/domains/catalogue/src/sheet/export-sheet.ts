import { csvRecord, formatJp, type LanguageMap, type Principal } from '@sinau/kernel';
import type { Classification } from '../classification/classification.ts';
import { modulesOf } from '../commit-version.ts';
import type { Course } from '../course.ts';
import { listProviderCourses } from '../list-catalogue.ts';
import type { ContentRoom, CourseStore } from '../ports.ts';
import { joinList, mostRows, type SheetColumn, type SheetRow, sheetColumns } from './columns.ts';
import { linksOf } from './links-of.ts';

/** Whether the file is for a spreadsheet of this country: semicolons, and a mark that says how letters are written. */
export type SheetFlavour = 'plain' | 'excel';

const example: SheetRow = {
  code: 'ETIKA-01',
  title_id: 'Etika pelayanan publik',
  title_en: 'Ethics of public service',
  description_id: 'Dasar-dasar etika dalam melayani masyarakat.',
  ...{ jp: '4', minutes: '180', form: 'NKL03', subject: 'ethics', price: '0' },
  competencies: joinList(['Integritas', 'Orientasi pada pelayanan']),
  languages: 'id',
  audience_id: 'Pegawai yang melayani masyarakat',
  links: 'Buku pegangan https://kampus.example/etika/buku',
  ...{
    core_values: joinList(['service', 'accountable']),
    fields: 'pelayanan-publik',
    certification: 'course',
  },
};

/** The heads, and one course as an example. */
export const sheetTemplate = (flavour: SheetFlavour): string => written([example], flavour);

/** Drafts of the caller's own courses, the one changed last first; at most as many as a file may bring back. */
export async function exportSheet(
  deps: {
    readonly courses: Pick<CourseStore, 'listOfProvider' | 'findVersion'>;
    readonly content: Pick<ContentRoom, 'readPackage'>;
  },
  input: { readonly principal: Principal; readonly flavour: SheetFlavour },
): Promise<string> {
  const { principal, flavour } = input;
  const rows: SheetRow[] = [];
  let after: string | undefined;
  do {
    const limit = Math.min(100, mostRows - rows.length);
    const page = await listProviderCourses(deps, { principal, limit, ...(after !== undefined && { after }) });
    for (const course of page.courses) rows.push(await rowOf(deps, course, flavour));
    after = page.next;
  } while (after !== undefined && rows.length < mostRows);
  return written(rows, flavour);
}

async function rowOf(
  deps: Parameters<typeof exportSheet>[0],
  course: Course,
  flavour: SheetFlavour,
): Promise<SheetRow> {
  const { title, description, jp, details } = course.draft;
  const links = await linksOf(deps, await modulesOf(deps, course));
  return {
    course_id: course.courseId,
    ...texts('title', title),
    ...texts('description', description),
    ...texts('audience', details.audience),
    // A spreadsheet of this country takes 2.5 for the second of May.
    ...(jp !== undefined && { jp: formatJp(jp, flavour === 'excel' ? 'id' : 'en') }),
    ...(details.minutes !== undefined && { minutes: String(details.minutes) }),
    ...{ form: details.form, subject: details.subject, price: String(details.price) },
    competencies: joinList(details.competencies),
    languages: joinList(details.languages),
    links: joinList(links.map(({ title: name, url }) => `${name} ${url}`)),
    ...classified(details.classification),
  };
}

function classified(classification: Classification | undefined): SheetRow {
  if (!classification) return {};
  const { coreValues, fields, digitalPillars, certification } = classification;
  return {
    ...{ core_values: joinList(coreValues), fields: joinList(fields) },
    digital_pillars: joinList(digitalPillars),
    ...(certification && { certification }),
  };
}

function texts(name: 'title' | 'description' | 'audience', map: LanguageMap): SheetRow {
  const { id, en, und } = map;
  const first = id ?? und;
  return {
    ...(first !== undefined && { [`${name}_id`]: first }),
    ...(en !== undefined && { [`${name}_en`]: en }),
  } as Partial<Record<SheetColumn, string>>;
}

function written(rows: readonly SheetRow[], flavour: SheetFlavour): string {
  const separator = flavour === 'excel' ? ';' : ',';
  const lines = [
    csvRecord(sheetColumns, separator),
    ...rows.map((row) =>
      csvRecord(
        sheetColumns.map((column) => row[column] ?? ''),
        separator,
      ),
    ),
  ];
  return `${flavour === 'excel' ? '\ufeff' : ''}${lines.join('')}`;
}
