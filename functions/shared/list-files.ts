import { writeWorkbook } from '@sinau/connectors/adapters';
import { historyTemplate } from '@sinau/rostering/history';
import { peopleTemplate } from '@sinau/rostering/people';
import { csvFile, workbookParts } from '@sinau/rostering/table';
import type { ImportStore, ListName, resultsCsv } from '@sinau/staffing';
import type { StaffingDesk } from './staffing-parts.ts';

/** What doors need of lists of one kind; the worker needs more. */
export type ListDoor = Omit<StaffingDesk, 'people' | 'imports'> & { readonly imports: ImportStore };

export type ListFormat = 'csv' | 'xlsx';
type Rows = readonly (readonly string[])[];

const titles = { people: 'Pegawai', history: 'Riwayat' } as const satisfies Record<ListName, string>;
const templates: Readonly<Record<ListName, Rows>> = { people: peopleTemplate, history: historyTemplate };

/** Rows as a file that spreadsheets open and that may be sent again: they run nothing in it (case F1), and numbers stay whole. */
export const listFile = async (list: ListName, rows: Rows, format: ListFormat) =>
  format === 'csv'
    ? new TextEncoder().encode(csvFile(rows))
    : writeWorkbook(workbookParts(titles[list], rows));

export const listTemplate = (list: ListName, format: ListFormat) => listFile(list, templates[list], format);

/** Where administrators look at what a row was recorded as. */
export const recordLinkOf =
  (origin: string): Parameters<typeof resultsCsv>[1]['linkOf'] =>
  ({ personId, learningId }) =>
    `${origin}/agency/external/${personId}/${learningId}`;
