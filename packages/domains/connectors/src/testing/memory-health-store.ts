import type { ConnectionId } from '../connection.ts';
import type { DeadLetter } from '../health/dead-letter.ts';
import { type DayCount, freshHealth, type Health } from '../health/health.ts';
import type { HealthStore, LetterStore } from '../health/ports.ts';

export function memoryHealthStore(): HealthStore {
  const kept = new Map<ConnectionId, Health>();
  const days = new Map<string, DayCount>();
  const read = async (connectionId: ConnectionId) => kept.get(connectionId) ?? freshHealth;
  return {
    read,
    async update(connectionId, change) {
      const after = change(kept.get(connectionId) ?? freshHealth);
      if (after) kept.set(connectionId, after);
      return read(connectionId);
    },
    async count(connectionId, { day, ok, failed }) {
      const key = `${connectionId} ${day}`;
      const before = days.get(key) ?? { day, ok: 0, failed: 0 };
      days.set(key, { day, ok: before.ok + ok, failed: before.failed + failed });
    },
    counts: async (connectionId, { from, until }) =>
      [...days]
        .filter(([key, { day }]) => key.startsWith(`${connectionId} `) && day >= from && day <= until)
        .map(([, count]) => count)
        .toSorted((one, other) => (one.day < other.day ? -1 : 1)),
  };
}

export function memoryLetterStore(): LetterStore {
  const kept: DeadLetter[] = [];
  const at = (connectionId: ConnectionId, letterId: string) =>
    kept.findIndex((one) => one.connectionId === connectionId && one.letterId === letterId);
  return {
    add: async (letter) => void kept.push(letter),
    list: async (connectionId, { limit, after }) =>
      kept
        .filter((one) => one.connectionId === connectionId && (after === undefined || one.letterId < after))
        .toSorted((one, other) => (one.letterId < other.letterId ? 1 : -1))
        .slice(0, limit),
    find: async (connectionId, letterId) => kept[at(connectionId, letterId)],
    async remove(connectionId, letterId) {
      const n = at(connectionId, letterId);
      if (n >= 0) kept.splice(n, 1);
    },
  };
}
