import type { Clock, Digest, Ids, ProviderId } from '@sinau/kernel';
import type { Connection, ConnectionId } from '../connection.ts';
import { decideItem, type ItemDecision } from '../sync/decide-item.ts';
import type { SyncStore } from '../sync/ports.ts';
import { runBatch } from '../sync/run-batch.ts';
import { type RunDeps, runSync } from '../sync/run-sync.ts';
import type { SyncParty } from '../sync/sync-item.ts';
import { memoryCourseDesk } from './memory-course-desk.ts';
import { memorySyncStore } from './memory-sync-store.ts';
import { type Script, scriptedAdapter } from './scripted-adapter.ts';

export const connectionId = '00000000-0000-4000-8000-00000000c001' as ConnectionId;
export const author: SyncParty = { kind: 'person', id: 'author-a', name: 'Sari Wulandari' };

/** A connection with a scripted provider, a catalogue in memory, and a clock that moves by a second at each look. */
export function syncWorld(given: {
  readonly digest: Digest;
  readonly script: Script;
  readonly acceptance?: Connection['acceptance'];
  readonly sync?: SyncStore;
}) {
  const { script, digest, acceptance = 'person' } = given;
  let nowMs = Date.parse('2026-03-02T01:00:00.000Z');
  let count = 0;
  const next = () => {
    count += 1;
    return String(count);
  };
  const clock: Clock = {
    now: () => {
      nowMs += 1_000;
      return new Date(nowMs);
    },
  };
  const ids: Ids = {
    uuid: () => `00000000-0000-4000-8000-${next().padStart(12, '0')}`,
    token: () => `token-${next()}`,
  };
  const sync = given.sync ?? memorySyncStore();
  const desk = memoryCourseDesk();
  const connection = {
    ...{ connectionId, providerId: 'provider-a' as ProviderId, kind: 'moodle', acceptance },
  } as Connection;
  const batches: string[] = [];
  const deps: RunDeps = {
    ...{ sync, desk, digest, clock, ids },
    connections: { find: async () => connection },
    adapters: { adapterOf: async () => scriptedAdapter(script) },
    queueBatch: async ({ batchId }) => void batches.push(batchId),
  };
  return {
    ...{ deps, desk, sync, connection, script, clock, ids, batches },
    pass: (ms: number) => {
      nowMs += ms;
    },
    run: (more: Partial<RunDeps> = {}) => runSync({ ...deps, ...more }, { connectionId }),
    runBatches: async () => {
      for (let id = batches.shift(); id !== undefined; id = batches.shift()) {
        while ((await runBatch(deps, { connectionId, batchId: id })) === 'more');
      }
    },
    decide: async (externalId: string, decision: Partial<ItemDecision> & Pick<ItemDecision, 'decision'>) => {
      const item = await sync.findItem(connectionId, externalId);
      const rev = item?.rev ?? 0;
      return decideItem(deps, {
        ...{ connectionId, externalId, by: author },
        decision: { rev, take: [], keep: [], submit: false, ...decision },
      });
    },
    item: (externalId: string) => sync.findItem(connectionId, externalId),
    courseOf: (externalId: string) =>
      [...desk.courses.values()].filter((course) => course.externalId === externalId),
  };
}
