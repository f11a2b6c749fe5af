import type { AgencyId } from '@sinau/kernel';
import { composeKey, type Key } from '@sinau/platform/dynamo';
import type { ImportId } from '../import-job.ts';

const partition = (importId: ImportId) => composeKey('PEOPLE-IMPORT', importId);

export const jobKey = (importId: ImportId): Key => ({ pk: partition(importId), sk: 'IMPORT' });

export const cellsKey = (importId: ImportId, piece: number): Key => ({
  pk: partition(importId),
  sk: composeKey('CELLS', String(piece)),
});

const sixDigits = (place: number) => String(place).padStart(6, '0');

export const resultsKey = (importId: ImportId, pass: string, from: number): Key => ({
  pk: partition(importId),
  sk: composeKey('RESULTS', pass, sixDigits(from)),
});

/** gsi1: imports that are not through, longest silent first. */
export const openPartition = 'PEOPLE-IMPORTS-OPEN';

/** gsi2: imports of an agency. */
export const agencyPartition = (agencyId: AgencyId): string => composeKey('PEOPLE-IMPORTS', agencyId);
