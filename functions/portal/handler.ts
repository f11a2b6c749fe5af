import { createLog } from '@sinau/platform/log';
import { resolveSecrets } from '@sinau/platform/secrets';
import paths from '@sinau/web/asset-paths.json' with { type: 'json' };
import { handle } from 'hono/aws-lambda';
import type { Lrs } from '../shared/open-lrs.ts';
import { awsParts } from '../shared/parts.ts';
import { createPortalApp } from './app.ts';
import { createPortalDeps } from './create-deps.ts';
import { envSchema } from './env.ts';

const env = envSchema.parse(await resolveSecrets(process.env));
const parts = awsParts(env.AWS_REGION);

// One per process, since its horizon must know of every write.
let opened: Promise<Lrs> | undefined;
const lrs = () => {
  opened ??= import('../shared/open-lrs.ts').then(({ openLrs }) => openLrs(parts, env));
  return opened;
};

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
