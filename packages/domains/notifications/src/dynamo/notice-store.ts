import type { PersonId } from '@sinau/kernel';
import type { Dynamo, Key } from '@sinau/platform/dynamo';
import type { NoticeRef, NoticeStore } from '../ports.ts';
import { inboxPartition, letterKey, noticeIdKey, noticePrefix, noticeSortKey, unreadKey } from './keys.ts';
import { readCreatedAt, readNotice, readUnread, toNoticeIdRow, toNoticeRow } from './rows.ts';

/** Three rows in one partition per person: the notice by time, its id, and the number of unread ones. */
export function createNoticeStore(deps: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}): NoticeStore {
  const { dynamo, table } = deps;

  async function keyOf({ personId, noticeId }: NoticeRef): Promise<Key | undefined> {
    const row = await dynamo.get({ table, key: noticeIdKey(personId, noticeId), consistent: true });
    if (!row) return undefined;
    return { pk: inboxPartition(personId), sk: noticeSortKey({ noticeId, createdAt: readCreatedAt(row) }) };
  }

  /** Of a notice, else of a letter. */
  const mailedKeyOf = async (ref: NoticeRef): Promise<Key> =>
    (await keyOf(ref)) ?? letterKey(ref.personId, ref.noticeId);

  return {
    async add(notice) {
      const result = await dynamo.transactWrite([
        // Id absent: closes the race of two deliveries of one fact, whatever time each would give the notice.
        {
          kind: 'put',
          table,
          item: toNoticeIdRow(notice),
          condition: { expression: 'attribute_not_exists(pk)' },
        },
        { kind: 'put', table, item: toNoticeRow(notice) },
        { kind: 'update', table, ...countBy(notice.personId, 1) },
      ]);
      return result.outcome === 'done' ? 'added' : 'exists';
    },
    async find(ref) {
      const row = await dynamo.get({ table, key: await mailedKeyOf(ref), consistent: true });
      return row && readNotice(row);
    },
    async list({ personId, limit, after }) {
      const partition = inboxPartition(personId);
      const { items } = await dynamo.query({
        table,
        partition,
        sort: { prefix: noticePrefix },
        descending: true,
        limit,
        consistent: true,
        ...(after && { startAfter: { pk: partition, sk: noticeSortKey(after) } }),
      });
      return items.map(readNotice);
    },
    async countUnread(personId) {
      const row = await dynamo.get({ table, key: unreadKey(personId), consistent: true });
      return row ? readUnread(row) : 0;
    },
    async markRead(ref, readAt) {
      const key = await keyOf(ref);
      if (!key) return 'absent';
      const result = await dynamo.transactWrite([
        {
          kind: 'update',
          table,
          key,
          update: 'SET readAt = :at',
          // Unread: closes the race of two readings, which would count down twice.
          condition: 'attribute_exists(pk) AND attribute_not_exists(readAt)',
          values: { ':at': readAt },
        },
        { kind: 'update', table, ...countBy(ref.personId, -1) },
      ]);
      return result.outcome === 'done' ? 'read' : 'was-read';
    },
    async markMailed(ref, mailedAt) {
      const key = await mailedKeyOf(ref);
      await dynamo.update({
        table,
        key,
        update: 'SET mailedAt = if_not_exists(mailedAt, :at)',
        // The notice exists: an erasure meanwhile must not leave a row of nothing but this time.
        condition: 'attribute_exists(pk)',
        values: { ':at': mailedAt },
      });
    },
  };
}

function countBy(personId: PersonId, step: 1 | -1) {
  return { key: unreadKey(personId), update: 'ADD unread :step', values: { ':step': step } };
}
