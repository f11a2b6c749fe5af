import type { AgencyId } from '@sinau/kernel';
import type { DailyFile } from './daily-file.ts';
import { dailyFormats } from './file-layout.ts';

/** What lies in the folders of one day, to check a copy against: JSON, the same text for the same files. */
export function manifestOf(day: {
  readonly agencyId: AgencyId;
  readonly date: string;
  readonly files: readonly DailyFile[];
}): string {
  const { agencyId, date, files } = day;
  const manifest = {
    agency: agencyId,
    date,
    zone: 'Asia/Jakarta',
    rows: files.reduce((sum, { rows }) => sum + rows, 0),
    files: files.flatMap((file) =>
      dailyFormats.map((format) => ({ format, rows: file.rows, ...file.files[format] })),
    ),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
