import type { AgencyId } from '@sinau/kernel';
import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { ExportId } from '../export-job.ts';

/** The cursor of an agency's daily files and the files themselves. */
export const filesPartition = (agencyId: AgencyId): string => composeKey('RECORD-FILES', agencyId);

export const cursorKey = (agencyId: AgencyId): Key => ({ pk: filesPartition(agencyId), sk: 'CURSOR' });

/** By day, then lane and place, padded so that they sort. */
export const fileKey = (file: {
  readonly agencyId: AgencyId;
  readonly date: string;
  readonly lane: number;
  readonly from: number;
}): Key => ({
  pk: filesPartition(file.agencyId),
  sk: composeKey('FILE', file.date, String(file.lane).padStart(2, '0'), String(file.from).padStart(12, '0')),
});

export const dayPrefix = (date: string): string => keyPrefix('FILE', date);
export const filesPrefix = keyPrefix('FILE');
/** Below the files of that day and above those of every earlier one. */
export const daySort = (date: string): string => composeKey('FILE', date);

/** Exports of an agency; ids sort by time. */
export const exportsPartition = (agencyId: AgencyId): string => composeKey('EXPORTS', agencyId);
export const exportsPrefix = keyPrefix('EXPORT');
export const exportRowKey = (agencyId: AgencyId, exportId: ExportId): Key => ({
  pk: exportsPartition(agencyId),
  sk: composeKey('EXPORT', exportId),
});

/** gsi1: exports that a worker should be busy with, the longest silent first; gone from the index when ended. */
export const openExportsPartition = 'EXPORTS-OPEN';
export const openExportSort = (updatedAt: string, exportId: ExportId): string =>
  composeKey(updatedAt, exportId);
