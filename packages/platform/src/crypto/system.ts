import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock, Ids } from '@sinau/kernel';

export const systemClock: Clock = { now: () => new Date() };

export const systemIds: Ids = {
  uuid: () => randomUUID(),
  token: (bytes) => randomBytes(bytes).toString('base64url'),
};
