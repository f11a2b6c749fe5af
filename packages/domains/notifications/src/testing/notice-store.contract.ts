import { randomUUID } from 'node:crypto';
import type { PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Notice, NoticeId } from '../notice.ts';
import type { NoticeStore } from '../ports.ts';

const now = '2026-03-02T01:00:00.000Z';
const later = '2026-03-02T02:00:00.000Z';

/** What every notice store keeps. Ids are fresh in every test, so that the store need not be empty. */
export function noticeStoreContract(adapter: string, open: () => Promise<NoticeStore>): void {
  describe(`notice store on ${adapter}`, () => {
    let store: NoticeStore;
    let sri: PersonId;
    let budi: PersonId;

    beforeEach(async () => {
      store = await open();
      sri = randomUUID() as PersonId;
      budi = randomUUID() as PersonId;
    });

    function notice(id: string, over: Partial<Pick<Notice, 'personId' | 'createdAt' | 'link'>> = {}): Notice {
      return {
        kind: 'course-completed',
        params: { courseTitle: { id: 'Dasar Negara', en: 'The state' } },
        noticeId: id as NoticeId,
        personId: sri,
        createdAt: now,
        ...over,
      };
    }

    it('gives back what was added, and each kind with its values', async () => {
      const rows: Notice[] = [
        notice('completed:1', { link: '/courses/1' }),
        { ...notice('invited'), kind: 'person-invited', params: { organisation: 'Kota Bandung' } },
        { ...notice('published'), kind: 'course-published', params: { courseTitle: { 'id-ID': 'X' } } },
        {
          ...notice('import'),
          kind: 'package-import-finished',
          params: { packageName: 'a#b%.zip', outcome: 'rejected', errors: 3 },
        },
      ];
      for (const row of rows) {
        expect(await store.add(row)).toBe('added');
        expect(await store.find(row)).toEqual(row);
      }
    });

    it('keeps the first of two notices with one id, and counts it once', async () => {
      await store.add(notice('n'));
      expect(await store.add(notice('n', { createdAt: later }))).toBe('exists');
      expect(await store.list({ personId: sri, limit: 10 })).toEqual([notice('n')]);
      expect(await store.countUnread(sri)).toBe(1);
    });

    it('lets one of ten parallel deliveries of one fact through', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          store.add(notice('n', { createdAt: `2026-03-02T01:00:0${n}.000Z` })),
        ),
      );
      expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1);
      expect(await store.list({ personId: sri, limit: 10 })).toHaveLength(1);
      expect(await store.countUnread(sri)).toBe(1);
    });

    it('lists newest first, page by page, and only the person’s own', async () => {
      for (const hour of ['03', '01', '02']) {
        await store.add(notice(`at-${hour}`, { createdAt: `2026-03-02T${hour}:00:00.000Z` }));
      }
      await store.add(notice('same#time', { createdAt: '2026-03-02T02:00:00.000Z' }));
      await store.add(notice('at-04', { personId: budi, createdAt: '2026-03-02T04:00:00.000Z' }));
      const first = await store.list({ personId: sri, limit: 2 });
      expect(first.map(({ noticeId }) => noticeId)).toEqual(['at-03', 'same#time']);
      const after = first.at(-1);
      const second = await store.list({ personId: sri, limit: 2, ...(after && { after }) });
      expect(second.map(({ noticeId }) => noticeId)).toEqual(['at-02', 'at-01']);
      const end = second.at(-1);
      expect(await store.list({ personId: sri, limit: 2, ...(end && { after: end }) })).toEqual([]);
    });

    it('marks as read once and counts down once, also under parallel readings', async () => {
      await store.add(notice('a'));
      await store.add(notice('b'));
      const ref = { personId: sri, noticeId: 'a' as NoticeId };
      const outcomes = await Promise.all(Array.from({ length: 5 }, () => store.markRead(ref, later)));
      expect(outcomes.toSorted()).toEqual(['read', 'was-read', 'was-read', 'was-read', 'was-read']);
      expect(await store.countUnread(sri)).toBe(1);
      expect(await store.find(ref)).toEqual({ ...notice('a'), readAt: later });
    });

    it('does not reach the notice of another person', async () => {
      await store.add(notice('a'));
      const foreign = { personId: budi, noticeId: 'a' as NoticeId };
      expect(await store.find(foreign)).toBeUndefined();
      expect(await store.markRead(foreign, later)).toBe('absent');
      await store.markMailed(foreign, later);
      expect(await store.find(foreign)).toBeUndefined();
      expect(await store.find({ ...foreign, personId: sri })).toEqual(notice('a'));
      expect(await store.countUnread(budi)).toBe(0);
    });

    it('keeps the first time of mailing', async () => {
      await store.add(notice('a'));
      await store.markMailed(notice('a'), now);
      await store.markMailed(notice('a'), later);
      expect((await store.find(notice('a')))?.mailedAt).toBe(now);
      expect(await store.countUnread(sri)).toBe(1);
    });
  });
}
