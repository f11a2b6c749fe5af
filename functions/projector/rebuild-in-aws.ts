import { openRecordStore } from '../shared/open-record-store.ts';
import { awsParts } from '../shared/parts.ts';
import { composeRebuild } from './compose-rebuild.ts';
import { rebuildEnvSchema } from './env.ts';
import { type RebuildOptions, type RebuildReport, rebuildProjections } from './rebuild-projections.ts';

/** Rebuilds what streams make in AWS, with the projector's own settings in the environment and the caller's rights. */
export async function rebuildInAws(
  environment: Readonly<Record<string, string | undefined>>,
  options: RebuildOptions = {},
): Promise<RebuildReport> {
  const env = rebuildEnvSchema.parse(environment);
  const parts = awsParts(env.AWS_REGION);
  return rebuildProjections(composeRebuild({ parts, records: openRecordStore(parts, env), env }), options);
}
