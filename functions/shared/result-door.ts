import { createMessageVerifier } from '@sinau/connectors/adapters';
import { createConnectionStore, createResultStore } from '@sinau/connectors/dynamo';
import type { TakeMessageDeps } from '@sinau/connectors/results';
import { nodeDigest, systemClock } from '@sinau/platform/crypto';
import type { Parts } from './parts.ts';

/** What signed messages of providers are taken with. */
export function createResultDoor(given: {
  readonly parts: Parts;
  readonly env: { readonly LMS_TABLE: string; readonly PUSH_KEY_ID: string };
}): TakeMessageDeps {
  const { parts, env } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  return {
    connections: createConnectionStore(stores),
    results: createResultStore({ ...stores, digest: nodeDigest }),
    box: parts.sealer(env.PUSH_KEY_ID),
    verifier: createMessageVerifier(),
    digest: nodeDigest,
    clock: systemClock,
  };
}
