import type { Connection } from './connection.ts';

/** From when on newcomers come too late; undefined while a connection is in use. ISO 8601 UTC. */
export function closedSince({
  state,
  removingSince,
  updatedAt,
}: Pick<Connection, 'state' | 'removingSince' | 'updatedAt'>): string | undefined {
  return state === 'removing' ? (removingSince ?? updatedAt) : undefined;
}
