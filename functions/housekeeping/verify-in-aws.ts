import { type Check, checkAll } from '@sinau/audit';
import { resolveSecrets } from '@sinau/platform/secrets';
import { createAuditParts } from '../shared/audit-parts.ts';
import { awsParts } from '../shared/parts.ts';
import { envSchema } from './env.ts';

/** Walks over the audit log in AWS, with housekeeping's own settings in the environment and the caller's rights. */
export async function verifyInAws(environment: Readonly<Record<string, string | undefined>>): Promise<Check> {
  const needed = envSchema.pick({ LMS_TABLE: true, SIGNING_SECRET: true, AWS_REGION: true });
  const env = needed.parse(await resolveSecrets(environment));
  return checkAll(createAuditParts({ parts: awsParts(env.AWS_REGION), env }));
}
