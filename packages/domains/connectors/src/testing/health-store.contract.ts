import { describe, expect, it } from 'vitest';
import type { ConnectionId } from '../connection.ts';
import type { DeadLetter } from '../health/dead-letter.ts';
import { freshHealth, type Health } from '../health/health.ts';
import type { HealthStore, LetterStore } from '../health/ports.ts';

const fresh = () => crypto.randomUUID() as ConnectionId;

export function healthStoreContract(
  name: string,
  open: () => Promise<{ readonly health: HealthStore; readonly letters: LetterStore }>,
): void {
  describe(`health of connections: ${name}`, () => {
    it('knows nothing of a new one, and then what was noted', async () => {
      const { health } = await open();
      const connectionId = fresh();
      expect(await health.read(connectionId)).toEqual(freshHealth);
      const noted: Health = {
        circuit: { state: 'open', failures: 5, probes: 0, openedAt: 'a', probeAt: 'b', reason: 'timeout' },
        last: { catalogue: { successAt: 'a', failureAt: 'b', reason: 'timeout' } },
        told: { trouble: 'down', at: 'c' },
      };
      expect(await health.update(connectionId, () => noted)).toEqual(noted);
      expect(await health.read(connectionId)).toEqual(noted);
      expect(await health.update(connectionId, () => undefined)).toEqual(noted);
      expect(await health.update(connectionId, () => freshHealth)).toEqual(freshHealth);
      expect(await health.read(connectionId)).toEqual(freshHealth);
    });

    it('R10: counts each of several failures that come at once', async () => {
      const { health } = await open();
      const connectionId = fresh();
      const fail = () =>
        health.update(connectionId, (found) => ({
          ...found,
          circuit: { ...found.circuit, failures: found.circuit.failures + 1 },
        }));
      await Promise.all([fail(), fail(), fail(), fail()]);
      expect((await health.read(connectionId)).circuit.failures).toBe(4);
    });

    it('adds calls up by day, of each connection by itself', async () => {
      const { health } = await open();
      const connectionId = fresh();
      for (const day of ['2026-11-20', '2026-11-28', '2026-11-28', '2026-11-29']) {
        await health.count(connectionId, { day, ok: 1, failed: 2 });
      }
      await health.count(fresh(), { day: '2026-11-28', ok: 100, failed: 0 });
      const span = { from: '2026-11-21', until: '2026-11-29' };
      expect(await health.counts(connectionId, span)).toEqual([
        { day: '2026-11-28', ok: 2, failed: 4 },
        { day: '2026-11-29', ok: 1, failed: 2 },
      ]);
    });

    it('keeps dead letters, newest first by pages, until they are taken away', async () => {
      const { letters } = await open();
      const connectionId = fresh();
      const letterOf = (n: number, of = connectionId): DeadLetter => ({
        letterId: `2026-11-28T00:00:0${n}.000Z.x`,
        connectionId: of,
        message: { kind: 'enrol', connectionId: of, registration: `r${n}` },
        ...{ reason: 'refused', at: `2026-11-28T00:00:0${n}.000Z`, tries: 1, replays: 0 },
      });
      const [first, second, third] = [letterOf(1), letterOf(2), letterOf(3)];
      for (const letter of [second, first, third, letterOf(4, fresh())]) await letters.add(letter);
      expect(await letters.list(connectionId, { limit: 2 })).toEqual([third, second]);
      expect(await letters.list(connectionId, { limit: 2, after: second.letterId })).toEqual([first]);
      expect(await letters.find(connectionId, first.letterId)).toEqual(first);
      expect(await letters.find(fresh(), first.letterId)).toBeUndefined();
      for (let n = 0; n < 2; n += 1) await letters.remove(connectionId, second.letterId);
      expect(await letters.list(connectionId, { limit: 9 })).toEqual([third, first]);
    });
  });
}
