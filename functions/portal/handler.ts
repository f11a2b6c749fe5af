import { createPeopleStore } from '@sinau/identity/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createLog } from '@sinau/platform/log';
import { resolveSecrets } from '@sinau/platform/secrets';
import paths from '@sinau/web/asset-paths.json' with { type: 'json' };
import { handle } from 'hono/aws-lambda';
import { createAgencyDirectory, visibilityBy } from '../shared/agency-directory.ts';
import { openRecordStore } from '../shared/open-record-store.ts';
import { awsParts } from '../shared/parts.ts';
import { createPortalApp } from './app.ts';
import { createPortalDeps } from './create-deps.ts';
import { envSchema } from './env.ts';

const env = envSchema.parse(await resolveSecrets(process.env));
const parts = awsParts(env.AWS_REGION);
const system = { clock: systemClock, ids: systemIds, digest: nodeDigest };
const records = openRecordStore(parts, env);
const people = createPeopleStore({ dynamo: parts.dynamo, table: env.LMS_TABLE });
const visibility = visibilityBy(createAgencyDirectory({ people, issuer: env.ISSUER_URL }));

export const handler = handle(
  createPortalApp(
    createPortalDeps({
      env,
      parts,
      lrs: { ...records, ...system, visibility },
      log: createLog({ service: 'portal', level: env.LOG_LEVEL }),
      assets: {
        paths,
        readFiles: async () =>
          (await import('@sinau/web/asset-files.json', { with: { type: 'json' } })).default,
      },
    }),
  ).hono,
);
