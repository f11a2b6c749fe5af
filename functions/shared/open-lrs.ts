import { createPeopleStore } from '@sinau/identity/dynamo';
import type { DocumentDeps, StoreDeps } from '@sinau/lrs';
import type { RecordStore } from '@sinau/lrs/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createAgencyDirectory, visibilityBy } from './agency-directory.ts';
import { openRecordStore } from './open-record-store.ts';
import type { Parts } from './parts.ts';

/** The record store with all that a write to it needs. */
export type Lrs = RecordStore & StoreDeps & DocumentDeps;

/** What opening it reads of a function's environment. */
export interface LrsEnvironment {
  readonly LMS_TABLE: string;
  readonly LRS_TABLE: string;
  readonly LRS_BUCKET: string;
  readonly ISSUER_URL: string;
}

export function openLrs(parts: Parts, env: LrsEnvironment): Lrs {
  const people = createPeopleStore({ dynamo: parts.dynamo, table: env.LMS_TABLE });
  const visibility = visibilityBy(createAgencyDirectory({ people, issuer: env.ISSUER_URL }));
  const system = { clock: systemClock, ids: systemIds, digest: nodeDigest };
  return { ...openRecordStore(parts, env), ...system, visibility };
}
