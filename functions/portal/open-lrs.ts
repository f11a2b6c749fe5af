import { createPeopleStore } from '@sinau/identity/dynamo';
import type { DocumentDeps, StoreDeps } from '@sinau/lrs';
import type { RecordStore } from '@sinau/lrs/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createAgencyDirectory, visibilityBy } from '../shared/agency-directory.ts';
import { openRecordStore } from '../shared/open-record-store.ts';
import type { Parts } from '../shared/parts.ts';
import type { PortalEnvironment } from './env.ts';

/** The record store with all that a write to it needs. */
export function openLrs(parts: Parts, env: PortalEnvironment): RecordStore & StoreDeps & DocumentDeps {
  const people = createPeopleStore({ dynamo: parts.dynamo, table: env.LMS_TABLE });
  const visibility = visibilityBy(createAgencyDirectory({ people, issuer: env.ISSUER_URL }));
  const system = { clock: systemClock, ids: systemIds, digest: nodeDigest };
  return { ...openRecordStore(parts, env), ...system, visibility };
}
