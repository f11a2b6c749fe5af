import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';

/** Clock, ids and digest as the doors themselves use them. */
export const system = { clock: systemClock, ids: systemIds, digest: nodeDigest };

/** Where the portal of these tests stands. Nothing listens there: requests are handed to the doors. */
export const origin = 'http://localhost:3999';
