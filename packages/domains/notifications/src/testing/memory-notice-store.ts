import type { Notice } from '../notice.ts';
import type { NoticeRef, NoticeStore } from '../ports.ts';

/** The port on a map, for unit tests of use cases. Passes the same contract suite as the DynamoDB adapter. */
export function memoryNoticeStore(): NoticeStore {
  const rows = new Map<string, Notice>();
  const keyOf = ({ personId, noticeId }: NoticeRef) => JSON.stringify([personId, noticeId]);
  const of = (personId: string) => [...rows.values()].filter((notice) => notice.personId === personId);

  return {
    async add(notice) {
      if (rows.has(keyOf(notice))) return 'exists';
      rows.set(keyOf(notice), notice);
      return 'added';
    },
    async find(ref) {
      return rows.get(keyOf(ref));
    },
    async list({ personId, limit, after }) {
      return of(personId)
        .sort((a, b) => compare(b, a))
        .filter((notice) => !after || compare(notice, after) < 0)
        .slice(0, limit);
    },
    async countUnread(personId) {
      return of(personId).filter(({ readAt }) => readAt === undefined).length;
    },
    async markRead(ref, readAt) {
      const notice = rows.get(keyOf(ref));
      if (!notice) return 'absent';
      if (notice.readAt !== undefined) return 'was-read';
      rows.set(keyOf(ref), { ...notice, readAt });
      return 'read';
    },
    async markMailed(ref, mailedAt) {
      const notice = rows.get(keyOf(ref));
      if (notice) rows.set(keyOf(ref), { mailedAt, ...notice });
    },
  };
}

type Place = Pick<Notice, 'createdAt' | 'noticeId'>;

function compare(a: Place, b: Place): number {
  const [left, right] = [`${a.createdAt}#${a.noticeId}`, `${b.createdAt}#${b.noticeId}`];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
