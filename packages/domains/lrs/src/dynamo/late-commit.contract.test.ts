import { Unavailable } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { nodeDigest, systemIds } from '@sinau/platform/crypto';
import type { Dynamo } from '@sinau/platform/dynamo';
import { createMemoryObjectStore, withTables } from '@sinau/platform/testing';
import type { Statement } from '@sinau/xapi';
import { describe, expect, it } from 'vitest';
import { harness } from '../testing/record-store-harness.ts';
import { referring, statement, uuidOf } from '../testing/sample-statements.ts';
import { createRecordStore, localSettings, sharedHorizon } from './index.ts';
import { freshTable } from './testing/fresh-table.ts';
import { recordChanges } from './testing/recorded-changes.ts';

const { commitDeadlineMs } = localSettings;

withTables((engine, tables) => {
  /** A store among many, whose clock others share: `dynamo` may make time pass. */
  function open(make: (fresh: Dynamo, pass: (ms: number) => void) => Dynamo) {
    const clock = fixedClock();
    const horizon = sharedHorizon({ clock, commitDeadlineMs });
    const store = createRecordStore({
      dynamo: make(freshTable(tables()), (ms) => clock.advance(ms)),
      table: tables().lrs,
      objects: createMemoryObjectStore(),
      clock,
      ids: systemIds,
      digest: nodeDigest,
      sleep: async (ms) => clock.advance(ms),
      settings: localSettings,
      horizon,
    });
    const { follower } = store;
    return {
      ...harness({ ...store, clock }),
      clock,
      follower,
      promisedMs: () => horizon.throughMs(undefined),
    };
  }

  const requests: readonly (readonly [string, readonly Statement[]])[] = [
    ['a single', [referring(uuidOf(9), { id: uuidOf(1) })]],
    ['a batch', [referring(uuidOf(9), { id: uuidOf(1) }), statement({ id: uuidOf(2) })]],
  ];

  describe(`${engine}: a write among many writers`, () => {
    it.each(requests)('that was held up is stored after what was promised meanwhile: %s', async (_, sent) => {
      let promised = 0;
      const on = open((fresh, pass) => ({
        ...fresh,
        put: async (input) => {
          // Before the commit, while the reference is announced.
          if (promised === 0 && input.item.pk.includes('#R#')) {
            pass(commitDeadlineMs * 3);
            promised = on.promisedMs();
          }
          return fresh.put(input);
        },
      }));
      expect(await on.store(sent)).toMatchObject({ outcome: 'stored' });
      expect(promised).toBeGreaterThan(0);
      for (const { id = '' } of sent) {
        const kept = await on.get(id);
        expect(Date.parse(kept?.statement.stored ?? '')).toBeGreaterThan(promised);
      }
    });

    it.each(requests)(
      'that could not write its rows holds Consistent-Through back until they are there: %s',
      async (_, sent) => {
        const changes = recordChanges(freshTable(tables()), tables().lrs);
        let failing = true;
        const on = open(() => ({
          ...changes.dynamo,
          batchWrite: async (input) => {
            if (failing && input.puts?.some(({ pk }) => pk.includes('#L#')))
              throw new Unavailable('no answer');
            return changes.dynamo.batchWrite(input);
          },
        }));
        await expect(on.store(sent)).rejects.toMatchObject({ code: 'platform.unavailable' });
        const storedMs = Date.parse((await on.get(uuidOf(1)))?.statement.stored ?? '');
        // The stream is late by more than anybody reckons with.
        on.clock.advance(10 * commitDeadlineMs);
        expect(await on.statements.consistentThroughMs('national')).toBeLessThan(storedMs);
        failing = false;
        for (const change of changes.take()) await on.follower.follow(change);
        expect(await on.statements.consistentThroughMs('national')).toBeGreaterThan(storedMs);
        expect(await on.idsOf({ ascending: true })).toHaveLength(sent.length);
      },
    );

    it.each(requests)(
      'begins no further try of its commit once that could be too late: %s',
      async (_, sent) => {
        const answers: (boolean | undefined)[] = [];
        const on = open((fresh, pass) => {
          const late = (stillTimely: (() => boolean) | undefined) => {
            answers.push(stillTimely?.());
            pass(commitDeadlineMs);
            answers.push(stillTimely?.());
          };
          return {
            ...fresh,
            put: async (input) => {
              if (input.item.k === 'c') late(input.stillTimely);
              return fresh.put(input);
            },
            update: async (input) => {
              if (sent.length === 1 && input.condition !== undefined) late(input.stillTimely);
              return fresh.update(input);
            },
          };
        });
        await on.store(sent);
        expect(answers).toEqual([true, false]);
      },
    );
  });
});
