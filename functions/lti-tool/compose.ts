import type { Log } from '@sinau/platform/log';
import type * as z from 'zod';
import { later } from '../shared/later.ts';
import { createLtiToolParts } from '../shared/lti-tool-parts.ts';
import type { Parts } from '../shared/parts.ts';
import type { LtiToolAppDeps } from './deps.ts';
import type { envSchema } from './env.ts';

/** The doors on their stores, in AWS and on one machine alike. */
export function composeLtiTool(given: {
  readonly parts: Parts;
  readonly env: z.output<typeof envSchema>;
  readonly log: Log;
}): LtiToolAppDeps {
  const { parts, env, log } = given;
  // Only a choice searches.
  const search = later(async () =>
    (await import('../shared/search-parts.ts')).createCatalogueSearch({ parts, env, log }),
  );
  return { ...createLtiToolParts({ parts, env, search }), portalOrigin: env.PORTAL_ORIGIN, log };
}
