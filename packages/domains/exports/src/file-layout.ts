import type { AgencyId } from '@sinau/kernel';

export const dailyFormats = ['ndjson', 'parquet'] as const;
export type DailyFormat = (typeof dailyFormats)[number];
export const exportFormats = ['csv', ...dailyFormats] as const;
export type FileFormat = (typeof exportFormats)[number];

/** What the name of a file ends with. */
export const extensionOf: Readonly<Record<FileFormat, string>> = {
  csv: 'csv.gz',
  ndjson: 'ndjson.gz',
  parquet: 'parquet',
};

const jakartaMs = 7 * 3_600_000;

/** Calendar day in Jakarta (UTC+7, no summer time), as YYYY-MM-DD. */
export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + jakartaMs).toISOString().slice(0, 10);
}

/** First instant of a day in Jakarta. */
export function startOfDay(date: string): Date {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) - jakartaMs);
}

/** Folder that holds everything of an agency in one format; `date=…` follows. */
const agencyFolder = (format: string, agencyId: AgencyId) =>
  `${format}/agency=${encodeURIComponent(agencyId)}`;

/**
 * Each format below a root of its own, since Athena takes every object below a table's location for data. The name says
 * which chunks of the feed the file holds, so whoever writes it again overwrites it.
 */
export function dailyKey(
  format: DailyFormat,
  place: {
    readonly agencyId: AgencyId;
    readonly date: string;
    readonly lane: number;
    readonly from: number;
    readonly to: number;
  },
): string {
  const { agencyId, date, lane, from, to } = place;
  const name = `part-${padded(lane, 2)}-${padded(from, 12)}-${padded(to, 12)}`;
  return `${agencyFolder(format, agencyId)}/date=${date}/${name}.${extensionOf[format]}`;
}

export function manifestKey(agencyId: AgencyId, date: string): string {
  return `${agencyFolder('manifests', agencyId)}/date=${date}.json`;
}

/** Below `exports/` things are deleted after a week. `attempt`: a writer that was overtaken touches no file of another. */
export function exportKey(place: {
  readonly agencyId: AgencyId;
  readonly exportId: string;
  readonly part: number;
  readonly attempt: string;
  readonly format: FileFormat;
}): string {
  const { agencyId, exportId, part, attempt, format } = place;
  const name = `records-${padded(part, 4)}-${attempt}.${extensionOf[format]}`;
  return `${agencyFolder('exports', agencyId)}/${exportId}/${name}`;
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}
