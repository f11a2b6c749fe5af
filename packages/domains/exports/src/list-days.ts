import type { Principal } from '@sinau/kernel';
import { agencyOf } from './agency-of.ts';
import type { DailyFile } from './daily-file.ts';
import { ExportNotFound } from './errors.ts';
import { type DailyFormat, extensionOf } from './file-layout.ts';
import type { DailyFileStore, FileLinks } from './ports.ts';
import { linkSeconds } from './read-export.ts';

/** The files of one day in Jakarta. */
export interface DailyDay {
  readonly date: string;
  readonly rows: number;
  readonly files: readonly DailyFile[];
}

/** Files looked at for one page of days. */
const filesOfPage = 200;

/** The last days that files of the agency exist for, the newest first; `next`: pass it as `before` for the older ones. */
export async function listDays(
  deps: { readonly daily: Pick<DailyFileStore, 'listFiles'> },
  input: { readonly principal: Principal; readonly before?: string },
): Promise<{ readonly days: readonly DailyDay[]; readonly next?: string }> {
  const { principal, before } = input;
  const files = await deps.daily.listFiles({
    agencyId: agencyOf(principal),
    limit: filesOfPage,
    ...(before !== undefined && { before }),
  });
  const dates = [...new Set(files.map(({ date }) => date))];
  const days = dates.map((date) => {
    const own = files
      .filter((file) => file.date === date)
      .sort((one, other) => one.lane - other.lane || one.from - other.from);
    return { date, rows: own.reduce((sum, { rows }) => sum + rows, 0), files: own };
  });
  const last = dates.at(-1);
  const older =
    last === undefined
      ? []
      : await deps.daily.listFiles({ agencyId: agencyOf(principal), before: last, limit: 1 });
  return { days, ...(last !== undefined && older.length > 0 && { next: last }) };
}

/** Where one file of a day can be fetched for a while; `number` counts the day's files from 1. */
export async function linkToDailyFile(
  deps: { readonly daily: Pick<DailyFileStore, 'filesOf'>; readonly links: FileLinks },
  input: {
    readonly principal: Principal;
    readonly date: string;
    readonly number: number;
    readonly format: DailyFormat;
  },
): Promise<string> {
  const { principal, date, number, format } = input;
  const file = (await deps.daily.filesOf(agencyOf(principal), date))[number - 1];
  if (!file) throw new ExportNotFound();
  const fileName = `sinau-records-${date}-${String(number).padStart(4, '0')}.${extensionOf[format]}`;
  return deps.links.linkTo({ key: file.files[format].key, fileName, expiresInSeconds: linkSeconds });
}
