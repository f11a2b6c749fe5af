import type { ProviderId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ConnectionId } from '../connection.ts';
import type { SyncBatch } from '../sync/batch.ts';
import type { SyncStore } from '../sync/ports.ts';
import type { Accepted, AuditLine, SyncItem, SyncParty } from '../sync/sync-item.ts';
import { noCounts, type SyncRun } from '../sync/sync-run.ts';

/** One for each test: stores may share tables. */
let connectionId = '' as ConnectionId;
const providerId = 'provider-a' as ProviderId;
const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 1, minute)).toISOString();

const run = (runId: string, more: Partial<SyncRun> = {}): SyncRun => ({
  ...{ connectionId, providerId, runId, state: 'queued', scope: 'all', counts: noCounts, findings: [] },
  ...{ queuedAt: at(0), updatedAt: at(0), tries: 0 },
  ...more,
});

const item = (externalId: string, more: Partial<SyncItem> = {}): SyncItem => ({
  ...{
    connectionId,
    providerId,
    externalId,
    hash: 'h1',
    seenAt: at(0),
    present: true,
    generation: 0,
    rev: 1,
  },
  content: {
    title: `Kursus ${externalId}`,
    description: '',
    languages: ['id'],
    competencies: ['Analisis'],
    jp: 2.5,
  },
  waiting: {
    ...{ change: 'new', hash: 'h1', fields: [], conflicts: [], findings: ['url-missing'], runId: 'r1' },
    since: at(0),
  },
  ...more,
});

const line = (rev: number): AuditLine => ({
  ...{ connectionId, providerId, externalId: 'a', rev, at: at(rev), by: { kind: 'rule' } },
  ...{ action: 'accept', change: 'new', courseId: 'c', title: 'Kursus a' },
  fields: [
    { field: 'title', after: 'Kursus a' },
    { field: 'languages', before: ['en'], after: ['id'] },
  ],
});

/** What every store of the synchronisation does alike. */
export function syncStoreContract(engine: string, open: () => Promise<SyncStore>): void {
  describe(`sync store (${engine})`, () => {
    let count = 0;
    beforeEach(() => {
      count += 1;
      connectionId = `connection-${engine}-${count}` as ConnectionId;
    });
    const overdue = async (store: SyncStore, now: string) =>
      (await store.listOverdue(now)).filter((one) => one.connectionId === connectionId);

    it('lets one run at a time be under way, and gives it to one worker', async () => {
      const store = await open();
      expect(await store.begin(run('1'))).toBe('begun');
      expect(await store.begin(run('2'))).toBe('other-running');
      const lease = { token: 't1', now: at(1), until: at(6) };
      expect(await store.take({ connectionId, runId: '1' }, lease)).toMatchObject({ runId: '1' });
      const other = { token: 't2', now: at(2), until: at(7) };
      expect(await store.take({ connectionId, runId: '1' }, other)).toBe('busy');
      expect(await store.take({ connectionId, runId: '2' }, other)).toBe('over');
    });

    it('takes a run from a worker that is silent, and writes nothing of that one any more', async () => {
      const store = await open();
      await store.begin(run('1'));
      await store.take({ connectionId, runId: '1' }, { token: 't1', now: at(1), until: at(6) });
      expect(await overdue(store, at(6))).toEqual([]);
      expect(await overdue(store, at(7))).toMatchObject([{ connectionId, runId: '1' }]);
      await store.take({ connectionId, runId: '1' }, { token: 't2', now: at(7), until: at(12) });
      const late = run('1', { state: 'done', counts: { ...noCounts, read: 9 } });
      expect(await store.keep(late, { token: 't1', until: at(20) })).toBe('lost');
      expect(await store.end(late, 't1', { cursor: 'x' })).toBe('lost');
      expect((await store.findRun(connectionId, '1'))?.counts.read).toBe(0);
      expect(await store.end(late, 't2', { cursor: 'c', wholeAt: at(9) })).toBe('ended');
      expect(await store.findHead(connectionId)).toEqual({ cursor: 'c', wholeAt: at(9) });
      expect(await store.findRun(connectionId, '1')).toEqual(late);
      expect(await store.begin(run('2'))).toBe('begun');
      expect((await store.listRuns(connectionId, 10)).map(({ runId }) => runId)).toEqual(['2', '1']);
      expect((await store.findHead(connectionId)).cursor).toBe('c');
    });

    it('finds a run whose message was lost', async () => {
      const store = await open();
      await store.begin(run('1'));
      expect(await overdue(store, at(4))).toEqual([]);
      expect(await overdue(store, at(6))).toMatchObject([{ connectionId, runId: '1' }]);
    });

    it('keeps an item with all that is known of it, and lets one of two writers win', async () => {
      const store = await open();
      expect(await store.saveItem(item('a'))).toBe('saved');
      expect(await store.saveItem(item('a'))).toBe('changed');
      const sari: SyncParty = { kind: 'person', id: 'p', name: 'Sari' };
      const accepted: Accepted = {
        ...{
          content: item('a').content,
          hash: 'h1',
          at: at(1),
          by: sari,
        },
      } as const;
      const { waiting, ...rest } = item('a');
      const full: SyncItem = {
        ...{
          ...rest,
          rev: 2,
          accepted,
          courseId: 'c',
          closed: 'published',
          isCut: true,
          tellsCompletion: false,
        },
        ...(waiting && {
          waiting: { ...waiting, rejected: { by: accepted.by, at: at(2) }, undone: true, conflicts: ['jp'] },
        }),
        inHand: {
          ...{
            action: 'accept',
            by: { kind: 'rule' },
            at: at(3),
            take: ['title'],
            keep: ['jp'],
            submit: true,
          },
          before: { content: rest.content, standing: 'draft' },
        },
        undo: { change: 'changed', fields: ['title'], values: rest.content, standing: 'published', accepted },
      };
      expect(await store.saveItem(full, line(2))).toBe('saved');
      expect(await store.findItem(connectionId, 'a')).toEqual(full);
      expect(await store.saveItem({ ...full, rev: 2 }, line(2))).toBe('changed');
      expect(await overdue(store, at(7))).toEqual([]);
      expect(await overdue(store, at(9))).toMatchObject([{ connectionId, externalId: 'a' }]);
      expect(await store.listAudit(connectionId, 'a')).toEqual([line(2)]);
    });

    it('tells decisions of an item, the newest first', async () => {
      const store = await open();
      await store.saveItem(item('a'), line(1));
      await store.saveItem(item('a', { rev: 2 }), line(2));
      expect((await store.listAudit(connectionId, 'a')).map(({ rev }) => rev)).toEqual([2, 1]);
      expect(await store.listAudit(connectionId, 'a#b')).toEqual([]);
    });

    it('walks all items by id, and lists by state and title, page by page', async () => {
      const store = await open();
      const { waiting, ...settled } = item('e');
      for (const id of ['b#1', 'a', 'c/ü']) await store.saveItem(item(id));
      await store.saveItem(settled);
      const rejected = waiting && { ...waiting, rejected: { by: { kind: 'rule' as const }, at: at(1) } };
      await store.saveItem(item('d', rejected && { waiting: rejected }));
      const first = await store.walkItems(connectionId, { limit: 3 });
      const second = await store.walkItems(connectionId, {
        limit: 3,
        ...(first.next && { after: first.next }),
      });
      const ids = [...first.items, ...second.items].map(({ externalId }) => externalId);
      expect(first.items).toHaveLength(3);
      expect([ids.toSorted(), second.next]).toEqual([['a', 'b#1', 'c/ü', 'd', 'e'], undefined]);
      const page = await store.listItems(connectionId, 'new', { limit: 2 });
      expect(page.items.map(({ externalId }) => externalId)).toEqual(['a', 'b#1']);
      const rest = await store.listItems(connectionId, 'new', {
        limit: 2,
        ...(page.next && { after: page.next }),
      });
      expect(rest.items.map(({ externalId }) => externalId)).toEqual(['c/ü']);
      expect((await store.listItems(connectionId, 'rejected', { limit: 9 })).items).toHaveLength(1);
      expect((await store.listItems(connectionId, 'settled', { limit: 9 })).items).toEqual([]);
      const found = await store.findItems(connectionId, ['a', 'd', 'zz']);
      expect(found.map(({ externalId }) => externalId).toSorted()).toEqual(['a', 'd']);
      expect((await store.walkItems(`${connectionId}x` as ConnectionId, { limit: 3 })).items).toEqual([]);
      expect(
        (await store.listItems(connectionId, 'new', { limit: 2, after: '\u{10ffff}\u{10ffff}' })).items,
      ).toEqual([]);
    });

    it('keeps a batch with its results, and lets one of two workers go on', async () => {
      const store = await open();
      const batch: SyncBatch = {
        ...{ connectionId, providerId, batchId: 'b1', by: { kind: 'rule' }, lists: ['new'], submit: false },
        ...{ state: 'running', at: { list: 0 }, counts: { accepted: 0, conflict: 0, left: 0, failed: 0 } },
        ...{ createdAt: at(0), updatedAt: at(0), rev: 1 },
      } as const;
      expect(await store.saveBatch(batch, [])).toBe('saved');
      expect(await store.saveBatch(batch, [])).toBe('changed');
      expect(await overdue(store, at(6))).toMatchObject([{ connectionId, batchId: 'b1' }]);
      const inHand = { externalIds: ['d'], next: 'y', faults: 2 };
      const next = { ...batch, rev: 2, at: { list: 0, after: 'x', inHand }, expected: 9 };
      const results = [
        { externalId: 'b', title: 'Kursus b', outcome: 'conflict', reason: 'edited', fields: ['jp'] },
        { externalId: 'a', title: 'Kursus a', outcome: 'accepted', courseId: 'c' },
        { externalId: 'c', outcome: 'failed', reason: 'refused', code: 'catalogue.version-conflict' },
      ] as const;
      expect(await store.saveBatch(next, results)).toBe('saved');
      expect(await store.findBatch(connectionId, 'b1')).toEqual(next);
      const first = await store.listResults(batch, { limit: 2 });
      expect(first.results).toEqual([results[0], results[2]]);
      const second = await store.listResults(batch, { limit: 2, ...(first.next && { after: first.next }) });
      expect(second).toEqual({ results: [results[1]] });
      const refused = await store.listResults(batch, { limit: 1, only: 'refused' });
      expect(refused.results).toEqual([results[0]]);
      const others = await store.listResults(batch, {
        ...{ limit: 1, only: 'refused' },
        ...(refused.next && { after: refused.next }),
      });
      expect(others).toEqual({ results: [results[2]] });
      await store.saveBatch({ ...batch, batchId: 'b0', createdAt: at(3) }, []);
      const listed = await store.listBatches(connectionId, 5);
      expect(listed.map(({ batchId, rev }) => [batchId, rev])).toEqual([
        ['b0', 1],
        ['b1', 2],
      ]);
      expect(await store.listBatches(connectionId, 1)).toHaveLength(1);
      await store.saveBatch({ ...batch, batchId: 'b0', createdAt: at(3), rev: 2, state: 'done' }, []);
      await store.saveBatch({ ...next, rev: 3, state: 'done' }, []);
      expect(await overdue(store, at(60))).toEqual([]);
    });
  });
}
