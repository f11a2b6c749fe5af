import type { RosterData, RosterFile, RosterRow } from '@sinau/rostering/one-roster-package';
import { AdapterFailure } from '../ports.ts';
import type { PackageSlot } from './package-slot.ts';
import type { PackageStore } from './ports.ts';

/** Everything that counts. */
export async function dataOf(
  packages: Pick<PackageStore, 'readRows'>,
  slot: PackageSlot,
): Promise<RosterData> {
  return filesOf(packages, slot, Object.keys(slot.contents) as RosterFile[]);
}

/** Some files as they count; those that were never sent are absent. Rejects with `AdapterFailure` when another package takes their place. */
export async function filesOf<File extends RosterFile>(
  packages: Pick<PackageStore, 'readRows'>,
  { connectionId, contents }: PackageSlot,
  files: readonly File[],
): Promise<Partial<Record<File, readonly RosterRow[]>>> {
  const data: Partial<Record<File, readonly RosterRow[]>> = {};
  for (const file of files) {
    const kept = contents[file];
    if (!kept) continue;
    const rows = await packages.readRows(connectionId, kept.contentId);
    if (!rows) throw new AdapterFailure('broken-answer', { passing: true });
    data[file] = rows;
  }
  return data;
}
