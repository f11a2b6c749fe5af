import { createLog } from '@sinau/platform/log';
import { resolveSecrets } from '@sinau/platform/secrets';
import paths from '@sinau/web/asset-paths.json' with { type: 'json' };
import { handle } from 'hono/aws-lambda';
import { awsParts } from '../shared/parts.ts';
import { lrsLater } from '../shared/writers-later.ts';
import { createPortalApp } from './app.ts';
import { createPortalDeps } from './create-deps.ts';
import { envSchema } from './env.ts';

const env = envSchema.parse(await resolveSecrets(process.env));
const parts = awsParts(env.AWS_REGION);

const lrs = lrsLater(parts, env);

export const handler = handle(
  createPortalApp(
    createPortalDeps({
      env,
      parts,
      lrs,
      log: createLog({ service: 'portal', level: env.LOG_LEVEL }),
      assets: {
        paths,
        readFiles: async () =>
          (await import('@sinau/web/asset-files.json', { with: { type: 'json' } })).default,
        readStubs: async () =>
          (await import('@sinau/web/dispatch-stubs.json', { with: { type: 'json' } })).default,
      },
    }),
  ).hono,
);
