import { createMessageVerifier } from '@sinau/connectors/adapters';
import { createConnectionStore, createHealthStore, createResultStore } from '@sinau/connectors/dynamo';
import type { TakeMessageDeps, TakeStatementsDeps } from '@sinau/connectors/results';
import { nodeDigest, systemClock } from '@sinau/platform/crypto';
import type { Parts } from './parts.ts';

/** What signed messages and statements of providers are taken with. */
export function createResultDoor(given: {
  readonly parts: Parts;
  readonly env: { readonly LMS_TABLE: string; readonly PUSH_KEY_ID: string };
}): TakeMessageDeps & TakeStatementsDeps {
  const { parts, env } = given;
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  return {
    connections: createConnectionStore(stores),
    health: createHealthStore(stores),
    results: createResultStore({ ...stores, digest: nodeDigest }),
    box: parts.sealer(env.PUSH_KEY_ID),
    verifier: createMessageVerifier(),
    digest: nodeDigest,
    clock: systemClock,
  };
}
