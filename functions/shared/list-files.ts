import { writeWorkbook } from '@sinau/connectors/adapters';
import { historyTemplate } from '@sinau/rostering/history';
import { peopleTemplate } from '@sinau/rostering/people';
import { csvFile, workbookParts } from '@sinau/rostering/table';
import type { ImportStore, ListName, resultsCsv } from '@sinau/staffing';
import type { ListFile } from '@sinau/web';
import { acceptsGzip, gzip } from './gzip.ts';
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

/**
 * A file as an answer. A function answers six megabytes at most, and 20,000 rows of a CSV may be more: whoever takes it packed, as every
 * browser does, gets it so.
 */
export async function answeredFile(
  file: string | Uint8Array<ArrayBuffer>,
  encodings: string | undefined,
): Promise<ListFile> {
  const whole = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const vary = { vary: 'Accept-Encoding' };
  if (!acceptsGzip(encodings)) return { body: whole, headers: vary };
  const packed = new Uint8Array(await new Response(gzip(whole)).arrayBuffer());
  return { body: packed, headers: { ...vary, 'content-encoding': 'gzip' } };
}

/** Where administrators look at what a row was recorded as. */
export const recordLinkOf =
  (origin: string): Parameters<typeof resultsCsv>[1]['linkOf'] =>
  ({ personId, learningId }) =>
    `${origin}/agency/external/${personId}/${learningId}`;
