import type { ReportContent, ReportSource } from '@sinau/compliance/reports';
import { currentEmployeeNumber, type PeopleStore } from '@sinau/identity';
import { type Cell, formatEmployeeNumber } from '@sinau/kernel';
import { courseKindOfForm, structuralKindId, toSiasnDate, wholeHours } from '@sinau/siasn';
import { fileRows, type SyncRow, type SyncStore } from '@sinau/siasn-sync';

type Order = Parameters<ReportSource['open']>[0];

export interface SiasnReportDeps {
  readonly siasn: SyncStore;
  readonly people: Pick<PeopleStore, 'findMany'>;
}

/** Lines that wait for SIASN, in the columns that agencies load them by. What is incomplete is not in it. */
export async function siasnRowsOf(
  deps: SiasnReportDeps,
  { agencyId, year, format }: Order,
): Promise<Pick<ReportContent, 'expected' | 'pages'>> {
  const file = { rows: deps.siasn.rows };
  let expected = 0;
  for await (const rows of fileRows(file, { agencyId, year })) expected += rows.length;
  const settings = await deps.siasn.settings.find(agencyId);
  return {
    expected,
    async *pages() {
      for await (const rows of fileRows(file, { agencyId, year })) {
        const ids = [...new Set(rows.map(({ personId }) => personId))];
        const people = new Map((await deps.people.findMany(ids)).map((one) => [one.personId, one]));
        const cells: (readonly Cell[])[] = [];
        for (const row of rows) {
          const person = people.get(row.personId);
          const nip = (person && currentEmployeeNumber(person)?.value) ?? '';
          // A spreadsheet takes eighteen digits of a CSV for a number and loses the last ones; with gaps they stay text.
          const shown = format === 'csv' ? formatEmployeeNumber(nip) : nip;
          const siasnId = await deps.siasn.mapping.siasnIdOf(row.personId);
          const mapping = await mappingOf(deps.siasn, row);
          const subjectId = mapping.subjectId ?? settings?.subjectId;
          cells.push(cellsOf(row, { siasnId, name: person?.name, nip: shown, ...mapping, subjectId }));
        }
        yield cells;
      }
    },
  };
}

async function mappingOf({ mapping }: SyncStore, { agencyId, chosen, content }: SyncRow) {
  const { courseId } = content ?? {};
  const ofCourse = courseId === undefined ? undefined : await mapping.courseOf(agencyId, courseId);
  return {
    subjectId: chosen?.subjectId ?? ofCourse?.subjectId,
    levelId: chosen?.levelId ?? ofCourse?.levelId,
  };
}

function cellsOf(
  { content }: SyncRow,
  of: {
    readonly siasnId: string | undefined;
    readonly name: string | undefined;
    readonly nip: string;
    readonly subjectId: string | undefined;
    readonly levelId: number | undefined;
  },
): readonly Cell[] {
  if (!content) return [];
  const { form, title, organiser, number, from, to, jp } = content;
  const kind = courseKindOfForm(form);
  const isLeadership = kind?.id === structuralKindId;
  return [
    ...[of.siasnId, of.name, kind?.id, kind?.name, isLeadership ? of.levelId : undefined],
    ...[title, organiser, number, toSiasnDate(from), toSiasnDate(to)],
    ...[Number(to.slice(0, 4)), wholeHours(jp), of.nip, isLeadership ? undefined : of.subjectId],
  ];
}
