import { setTimeout as sleep } from 'node:timers/promises';
import { createSearchShards } from '@sinau/catalogue/adapters';
import { createCourseStore, createRatingStore } from '@sinau/catalogue/dynamo';
import { type CatalogueSearch, openSearch, type RebuildSearchDeps } from '@sinau/catalogue/search';
import { createOrganisationStore } from '@sinau/identity/dynamo';
import { systemClock } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import type { Log } from '@sinau/platform/log';
import type { Parts } from './parts.ts';

/** The search of one process, on the shards in the content bucket. */
export function createCatalogueSearch(given: {
  readonly parts: Parts;
  readonly env: {
    readonly LMS_TABLE: string;
    readonly CONTENT_BUCKET: string;
    readonly CATALOGUE_FRESH_SECONDS: number;
  };
  readonly log: Log;
}): CatalogueSearch {
  const { parts, env, log } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const organisations = createOrganisationStore(stores);
  return openSearch({
    shards: createSearchShards({ content: parts.objects(env.CONTENT_BUCKET) }),
    courses: createCourseStore(stores),
    providers: {
      read: async () =>
        new Map((await organisations.listProviders()).map(({ providerId, name }) => [providerId, name])),
    },
    clock: systemClock,
    freshSeconds: env.CATALOGUE_FRESH_SECONDS,
    onStale: (error) => log.error('search not refreshed', error),
  });
}

/** What making the shards anew needs. */
export function searchRebuildDeps(given: {
  readonly dynamo: Dynamo;
  readonly table: string;
  readonly content: Parameters<typeof createSearchShards>[0]['content'];
}): RebuildSearchDeps {
  return {
    courses: createCourseStore(given),
    ratings: createRatingStore(given),
    shards: createSearchShards(given),
    sleep,
  };
}
