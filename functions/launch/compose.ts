import { createRegistrationStore } from '@sinau/delivery/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import type { Log } from '@sinau/platform/log';
import type { LaunchAppDeps } from './app.ts';

/** The door on its stores, in AWS and on one machine alike. */
export function composeLaunch(parts: {
  readonly dynamo: Dynamo;
  readonly table: string;
  readonly log: Log;
}): LaunchAppDeps {
  const { dynamo, table, log } = parts;
  return {
    registrations: createRegistrationStore({ dynamo, table }),
    digest: nodeDigest,
    clock: systemClock,
    ids: systemIds,
    log,
  };
}
