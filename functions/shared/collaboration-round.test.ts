import { runTurns } from '@sinau/collaboration';
import { memoryPairStore, pairSample, sessionSample } from '@sinau/collaboration/testing';
import type { PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { noticeText } from '@sinau/notifications/text';
import { expect, it } from 'vitest';
import { pairTellerOf } from './collaboration-round.ts';
import type { TellDeps } from './tell.ts';

const [sri, budi] = ['sri' as PersonId, 'budi' as PersonId];
const turn = { step: 'remind', at: '2026-03-09T04:00:00.000Z' } as const;

it('whoever has not answered or signed is told once more by notice and mail, and of nothing that was said', async () => {
  const clock = fixedClock('2026-03-09T05:00:00.000Z');
  const notices = memoryNoticeStore();
  const mails: string[] = [];
  const deps = {
    ...{ notices, clock, onMailFailure: () => {} },
    mail: { send: async ({ noticeId }: { noticeId: string }) => void mails.push(noticeId) },
    people: {
      find: async (personId: string) => ({
        ...{ personId, name: `Nama ${personId}`, email: `${personId}@bkn.example`, status: 'active' },
      }),
    },
  } as unknown as TellDeps;
  const pairs = memoryPairStore();
  await pairs.step(undefined, pairSample({ state: 'invited', turn }));
  await pairs.stepSession(undefined, sessionSample({ turn }));
  const round = { pairs, clock, teller: pairTellerOf(deps) };
  await runTurns(round, { limit: 10 });
  await runTurns(round, { limit: 10 });
  expect(await notices.list({ personId: sri, limit: 10 })).toEqual([]);
  const inbox = await notices.list({ personId: budi, limit: 10 });
  const texts = inbox.map((notice) => noticeText(notice, 'id'));
  expect(texts.map(({ title }) => title).toSorted()).toEqual([
    'Pengingat: ajakan coaching dari Nama sri',
    'Pengingat: tanda tangani sesi coaching 2 Maret 2026',
  ]);
  expect(texts.map(({ body }) => body).join()).toContain('gugur pada 1 April 2026');
  expect(mails.toSorted()).toEqual(['pair-remind:p1', 'session-remind:p1:s1:1']);
  expect(JSON.stringify([inbox, texts])).not.toMatch(/Membuka|Agenda|Senin|Memimpin/);
});
