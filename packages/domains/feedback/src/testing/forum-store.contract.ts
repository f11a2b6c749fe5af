import type { AgencyId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CommitmentId, Forum, ForumId } from '../forums/forum.ts';
import type { ForumStore } from '../forums/ports.ts';
import type { ServiceId } from '../service.ts';

/** What every adapter of consultations keeps. */
export function forumStoreContract(adapter: string, open: () => Promise<ForumStore>): void {
  describe(`consultations on ${adapter}`, () => {
    let store: ForumStore;
    let count = 0;
    let agencyId: AgencyId;
    beforeEach(async () => {
      store = await open();
      count += 1;
      agencyId = `forums-${count}` as AgencyId;
    });
    const forumOf = (n: number, over: Partial<Forum> = {}): Forum => ({
      ...{ forumId: `2026110${n}T010000000Z-x` as ForumId, agencyId, serviceIds: ['ktp' as ServiceId] },
      ...{ title: 'Forum layanan KTP', heldOn: '2026-10-01', place: 'Aula', participants: {} },
      ...{ commitments: [], createdAt: '2026-11-01T01:00:00.000Z', rev: 0, ...over },
    });
    const full = (n: number): Forum =>
      forumOf(n, {
        ...{ link: 'https://rapat.contoh.go.id/1', participants: { 'service-users': 12, disability: 2 } },
        ...{ minutes: 'Antrean dibahas.', minutesUrl: 'https://contoh.go.id/berita-acara.pdf' },
        agenda: 'Waktu tunggu dan jam buka loket.',
        minutesFile: {
          ...{ fileId: 'f1', pages: 2, sizeBytes: 4_000, sha256: 'ab' },
          addedAt: '2026-11-02T01:00:00.000Z',
        },
        commitments: [
          {
            ...{
              commitmentId: 'c1' as CommitmentId,
              said: 'Antre lama',
              text: 'Loket kedua',
              unit: 'Dukcapil',
            },
            ...{
              due: '2026-12-01',
              state: 'kept',
              outcome: 'Loket dibuka',
              proof: 'https://contoh.go.id/foto',
              topic: 'Komunikasi ramah',
            },
            updatedAt: '2026-11-02T01:00:00.000Z',
          },
        ],
      });

    it('writes and takes away a forum only as it was read, with its commitments', async () => {
      const outcomes = await Promise.all([store.save(full(1)), store.save(full(1))]);
      expect(outcomes.toSorted()).toEqual(['conflict', 'saved']);
      expect(await store.find(agencyId, full(1).forumId)).toEqual({ ...full(1), rev: 1 });
      expect(await store.find(`${agencyId}x` as AgencyId, full(1).forumId)).toBeUndefined();
      expect(await store.save({ ...full(1), title: 'Lain', rev: 1 })).toBe('saved');
      expect(await store.remove({ ...full(1), rev: 1 })).toBe('conflict');
      expect(await store.remove({ ...full(1), rev: 2 })).toBe('removed');
      expect(await store.find(agencyId, full(1).forumId)).toBeUndefined();
    });

    it('lists the last that was entered first, in pages', async () => {
      for (const n of [2, 1, 3]) await store.save(forumOf(n));
      const first = await store.list(agencyId, { limit: 2 });
      expect(first.forums.map(({ forumId }) => forumId)).toEqual([forumOf(3).forumId, forumOf(2).forumId]);
      const rest = await store.list(agencyId, { limit: 2, after: first.next ?? '' });
      expect(rest.forums).toEqual([forumOf(1, { rev: 1 })]);
      expect(await store.list(`${agencyId}x` as AgencyId, { limit: 2 })).toEqual({ forums: [] });
    });
  });
}
