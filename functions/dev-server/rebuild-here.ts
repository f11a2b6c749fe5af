import { composeRebuild } from '../projector/compose-rebuild.ts';
import { rebuildEnvSchema } from '../projector/env.ts';
import {
  type RebuildOptions,
  type RebuildReport,
  rebuildProjections,
} from '../projector/rebuild-projections.ts';
import { openLocalRecords } from './open-local-records.ts';
import { withDataFolder } from './with-data-folder.ts';

/** Rebuilds what streams make in a data folder. Rejects with StartRefused while a server runs on it. */
export function rebuildHere(dataDir: string, options: RebuildOptions = {}): Promise<RebuildReport> {
  return withDataFolder(dataDir, async ({ services, environment }) => {
    const env = rebuildEnvSchema.parse(environment);
    const records = openLocalRecords(services);
    return rebuildProjections(composeRebuild({ parts: services.parts, records, env }), options);
  });
}
