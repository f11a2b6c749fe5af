import { randomUUID } from 'node:crypto';
import type { AgencyId, Clock } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import type { NotedPull, PullLog } from '../ports.ts';

/** What every log of pulls keeps. `open` gives a process of its own each time, on one and the same store. */
export function pullLogContract(adapter: string, open: (clock: Clock) => PullLog): void {
  describe(`log of pulls on ${adapter}`, () => {
    function world() {
      const clock = fixedClock();
      const agencyId = randomUUID() as AgencyId;
      const clientId = randomUUID();
      const pull = (over: Partial<NotedPull> = {}): NotedPull => ({
        agencyId,
        clientId,
        at: clock.now().toISOString(),
        places: new Map([
          [0, { chunk: 3, lines: 1, passed: 7, bornMs: 0 }],
          [2, { chunk: 1, lines: 0 }],
        ]),
        reachedEnd: true,
        filtered: false,
        ...over,
      });
      return { clock, agencyId, pull };
    }

    it('gives back what was noted last, of the agency alone', async () => {
      const { clock, agencyId, pull } = world();
      const log = open(clock);
      const first = pull();
      const other = pull({ clientId: randomUUID(), filtered: true, reachedEnd: false });
      await log.note(first);
      await log.note(other);
      await log.note(pull({ agencyId: randomUUID() as AgencyId, clientId: randomUUID() }));
      const byClient = (a: NotedPull, b: NotedPull) => (a.clientId < b.clientId ? -1 : 1);
      expect([...(await log.list(agencyId))].sort(byClient)).toEqual([first, other].sort(byClient));
    });

    it('writes once a minute, whichever process is asked', async () => {
      const { clock, agencyId, pull } = world();
      const first = pull({ reachedEnd: false });
      await open(clock).note(first);
      clock.advance(59_000);
      await open(clock).note(pull({ reachedEnd: false }));
      expect(await open(clock).list(agencyId)).toEqual([first]);
      clock.advance(2_000);
      const later = pull({ reachedEnd: false });
      await open(clock).note(later);
      expect(await open(clock).list(agencyId)).toEqual([later]);
    });

    it('notes the end of a long pull at once, and then once a minute again', async () => {
      const { clock, agencyId, pull } = world();
      const log = open(clock);
      await log.note(pull({ reachedEnd: false }));
      clock.advance(1_000);
      const end = pull();
      await log.note(end);
      expect(await log.list(agencyId)).toEqual([end]);
      clock.advance(1_000);
      for (const process of [log, open(clock)]) await process.note(pull());
      expect(await log.list(agencyId)).toEqual([end]);
    });
  });
}
