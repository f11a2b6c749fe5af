import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { composeRebuild } from '../projector/compose-rebuild.ts';
import { rebuildEnvSchema } from '../projector/env.ts';
import {
  type RebuildOptions,
  type RebuildReport,
  rebuildProjections,
} from '../projector/rebuild-projections.ts';
import { openDataFolder } from './data-folder.ts';
import { localEnvironment } from './environment.ts';
import { openLocalRecords } from './open-local-records.ts';
import { StartRefused } from './options.ts';
import { startServices } from './services.ts';

/** Rebuilds what streams make in a data folder. Rejects with StartRefused while a server runs on it. */
export async function rebuildHere(dataDir: string, options: RebuildOptions = {}): Promise<RebuildReport> {
  await access(join(dataDir, 'dynamo')).catch((cause: unknown) => {
    throw new StartRefused(`There is no data in ${dataDir}. Name the folder in DATA_DIR.`, { cause });
  });
  const secrets = await openDataFolder(dataDir, { fresh: false });
  const fault = (error: unknown) => process.stderr.write(`object store: ${String(error)}\n`);
  const portalOrigin = 'http://localhost';
  const services = await startServices({ dataDir, secrets, portalOrigin, onFault: fault });
  try {
    const env = rebuildEnvSchema.parse(
      localEnvironment({
        addresses: { portal: portalOrigin, contentTemplate: 'http://{hash}.localhost' },
        services,
        signingSecret: secrets.signingSecret,
        scratchDir: join(dataDir, 'scratch'),
        logLevel: 'ERROR',
      }),
    );
    const { parts } = services;
    const records = openLocalRecords(services);
    return await rebuildProjections(composeRebuild({ parts, records, env }), options);
  } finally {
    await services.close();
  }
}
