import { type Check, checkAll } from '@sinau/audit';
import { envSchema } from '../housekeeping/env.ts';
import { createAuditParts } from '../shared/audit-parts.ts';
import { withDataFolder } from './with-data-folder.ts';

/** Walks over the audit log of a data folder. Rejects with StartRefused while a server runs on it. */
export function verifyHere(dataDir: string): Promise<Check> {
  return withDataFolder(dataDir, async ({ services: { parts }, environment }) =>
    checkAll(createAuditParts({ parts, env: envSchema.parse(environment) })),
  );
}
