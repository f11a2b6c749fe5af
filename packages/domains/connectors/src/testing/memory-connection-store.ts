import type { Connection, ConnectionId } from '../connection.ts';
import { dueAtOf } from '../plan-runs.ts';
import type { ConnectionStore } from '../ports.ts';

export function memoryConnectionStore(): ConnectionStore {
  const kept = new Map<ConnectionId, Connection>();
  const sorted = (by: (connection: Connection) => string) =>
    [...kept.values()].toSorted((one, other) => (by(one) < by(other) ? -1 : 1));
  return {
    async create(connection) {
      if (kept.has(connection.connectionId)) throw new Error('the id of a new connection was taken');
      kept.set(connection.connectionId, connection);
    },
    find: async (connectionId) => kept.get(connectionId),
    listOfProvider: async (providerId) =>
      sorted(({ createdAt, connectionId }) => `${createdAt} ${connectionId}`).filter(
        (connection) => connection.providerId === providerId,
      ),
    listAll: async () => sorted(({ providerId, connectionId }) => `${providerId} ${connectionId}`),
    listDue: async (now, limit) =>
      sorted((connection) => dueAtOf(connection) ?? '')
        .filter((connection) => (dueAtOf(connection) ?? '~') <= now)
        .slice(0, limit),
    async update(connectionId, change) {
      const before = kept.get(connectionId);
      if (!before) return undefined;
      const after = change(before);
      if (!after) return before;
      kept.set(connectionId, { ...after, connectionId, providerId: before.providerId });
      return after;
    },
    async delete({ connectionId }) {
      kept.delete(connectionId);
    },
  };
}
