import type { AgencyId } from '@sinau/kernel';
import { composeKey, type Key } from '@sinau/platform/dynamo';
import type { ImportId, ListName } from '../import-job.ts';

/** Imports of each kind of list lie apart, so that none is found as one of another. */
export const importKeys = (list: ListName) => {
  const name = names[list];
  const partition = (importId: ImportId) => composeKey(`${name}-IMPORT`, importId);
  return {
    job: (importId: ImportId): Key => ({ pk: partition(importId), sk: 'IMPORT' }),
    cells: (importId: ImportId, piece: number): Key => ({
      pk: partition(importId),
      sk: composeKey('CELLS', String(piece)),
    }),
    refused: (importId: ImportId, piece: number): Key => ({
      pk: partition(importId),
      sk: composeKey('REFUSED', String(piece)),
    }),
    results: (importId: ImportId, pass: string, from: number): Key => ({
      pk: partition(importId),
      sk: composeKey('RESULTS', pass, String(from).padStart(6, '0')),
    }),
    /** gsi1: imports that are not through, longest silent first. */
    open: `${name}-IMPORTS-OPEN`,
    /** gsi2: imports of an agency. */
    agency: (agencyId: AgencyId): string => composeKey(`${name}-IMPORTS`, agencyId),
  };
};
export type ImportKeys = ReturnType<typeof importKeys>;

const names: Readonly<Record<ListName, string>> = { people: 'PEOPLE', history: 'HISTORY' };
