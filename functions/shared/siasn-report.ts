import type { CourseId, CourseStore } from '@sinau/catalogue';
import type { ReportContent, ReportSource } from '@sinau/compliance/reports';
import { currentEmployeeNumber, type PeopleStore } from '@sinau/identity';
import { type Cell, type Clock, formatEmployeeNumber } from '@sinau/kernel';
import { courseKindOfForm, structuralKindId, toSiasnDate, wholeHours } from '@sinau/siasn';
import {
  fileRows,
  giveBackReserved,
  reserveForFile,
  type SyncRow,
  type SyncSettings,
  type SyncStore,
} from '@sinau/siasn-sync';

type Order = Parameters<ReportSource['open']>[0];

export interface SiasnReportDeps {
  readonly siasn: SyncStore;
  readonly people: Pick<PeopleStore, 'findMany'>;
  readonly courses: Pick<CourseStore, 'find'>;
  readonly clock: Clock;
}

const together = 100;

/**
 * New lines for SIASN, in the columns that agencies load them by; each is held for the file from then on. What is incomplete is not in it, nor
 * what stands there or may stand there already.
 */
export async function siasnRowsOf(
  deps: SiasnReportDeps,
  order: Order,
): Promise<Pick<ReportContent, 'expected' | 'pages'>> {
  const settings = await deps.siasn.settings.find(order.agencyId);
  const rows = settings?.isOn ? await fileRows(deps.siasn, order) : [];
  return {
    expected: rows.length,
    pages: () => (settings ? pagesOf(deps, { order, settings, rows }) : none()),
  };
}

async function* none(): AsyncGenerator<never> {
  // An agency that has switched nothing on.
}

async function* pagesOf(
  deps: SiasnReportDeps,
  given: { readonly order: Order; readonly settings: SyncSettings; readonly rows: readonly SyncRow[] },
): AsyncGenerator<readonly (readonly Cell[])[]> {
  const { order, settings, rows } = given;
  const reserved: SyncRow[] = [];
  let isWhole = false;
  try {
    for (let at = 0; at < rows.length; at += together) {
      const cells: (readonly Cell[])[] = [];
      for (const one of await withPeople(deps, rows.slice(at, at + together))) {
        const { reportId } = order;
        const row = await reserveForFile(
          { ...deps.siasn, clock: deps.clock },
          { ...one, settings, reportId },
        );
        if (!row) continue;
        reserved.push(row);
        cells.push(await cellsOf(deps, { ...one, row, format: order.format }));
      }
      yield cells;
    }
    isWhole = true;
  } finally {
    // Cancelled, too large, or broken off: nothing is held by what is no file.
    if (!isWhole) await giveBackReserved({ ...deps.siasn, clock: deps.clock }, reserved);
  }
}

interface RowOf {
  readonly row: SyncRow;
  readonly name: string | undefined;
  readonly nip: string | undefined;
}

async function withPeople(
  { people }: Pick<SiasnReportDeps, 'people'>,
  rows: readonly SyncRow[],
): Promise<readonly RowOf[]> {
  const ids = [...new Set(rows.map(({ personId }) => personId))];
  const found = new Map((await people.findMany(ids)).map((one) => [one.personId, one]));
  return rows.map((row) => {
    const person = found.get(row.personId);
    return { row, name: person?.name, nip: person && currentEmployeeNumber(person)?.value };
  });
}

/** What is held is what the file says: it was put into the words of SIASN when it was held. */
async function cellsOf(
  { siasn, courses }: SiasnReportDeps,
  { row, name, nip, format }: RowOf & { readonly format: Order['format'] },
): Promise<readonly Cell[]> {
  const { content, filed, personId, environment } = row;
  if (!content || !filed) return [];
  const { title, organiser, number, from, to } = filed.like;
  const kind = courseKindOfForm(content.form);
  const isLeadership = kind?.id === structuralKindId;
  const siasnId = await siasn.mapping.siasnIdOf(personId, environment);
  // A spreadsheet takes eighteen digits of a CSV for a number and loses the last ones; with gaps they stay text.
  const shown = nip !== undefined && format === 'csv' ? formatEmployeeNumber(nip) : nip;
  const { levelId, subjectId } = {
    ...{ levelId: undefined, subjectId: undefined },
    ...(filed.like.kind === 'leadership'
      ? { levelId: filed.like.levelId }
      : { subjectId: filed.like.subjectId }),
  };
  return [
    ...[siasnId, name, kind?.id, kind?.name, isLeadership ? levelId : undefined],
    ...[title, organiser, number, toSiasnDate(from), toSiasnDate(to)],
    ...[Number(to.slice(0, 4)), wholeHours(content.jp), shown, isLeadership ? undefined : subjectId],
    ...(await classifiedCells(courses, isLeadership ? undefined : content.courseId)),
  ];
}

/** Main field and kind of certification, in the words of SIASN's form: of courses alone, as far as their provider says it. */
async function classifiedCells(
  courses: Pick<CourseStore, 'find'>,
  courseId: string | undefined,
): Promise<readonly Cell[]> {
  const course = courseId === undefined ? undefined : await courses.find(courseId as CourseId);
  const { fields = [], certification } = course?.details.classification ?? {};
  if (fields.length === 0 && certification === undefined) return [undefined, undefined];
  const { certificationKindList, courseFieldList, namesIn } = await import('@sinau/catalogue/classification');
  const nameIn = (list: Parameters<typeof namesIn>[0], code: string | undefined) =>
    code === undefined ? undefined : namesIn(list).get(code)?.id;
  return [nameIn(courseFieldList, fields[0]), nameIn(certificationKindList, certification)];
}
