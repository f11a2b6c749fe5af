import { courseEvaluationId, runTurns } from '@sinau/evaluation';
import { evaluationOf, memoryEvaluationStores } from '@sinau/evaluation/testing';
import type { PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { noticeText } from '@sinau/notifications/text';
import { expect, it } from 'vitest';
import { evaluationTellerOf } from './evaluation-round.ts';
import type { TellDeps } from './tell.ts';

const [sri, boss] = ['sri', 'boss'] as PersonId[];

it('learner and supervisor are told once a day by notice and mail, and once more, whatever breaks off', async () => {
  const clock = fixedClock('2026-06-01T00:05:00.000Z');
  const notices = memoryNoticeStore();
  const mails: string[] = [];
  const deps = {
    ...{ notices, clock, onMailFailure: () => {} },
    mail: { send: async ({ noticeId }: { noticeId: string }) => void mails.push(noticeId) },
    people: {
      find: async (personId: string) => ({ personId, email: `${personId}@bkn.example`, status: 'active' }),
    },
  } as unknown as TellDeps;
  const stores = memoryEvaluationStores();
  const turn = { step: 'ask', at: '2026-06-01T00:00:00.000Z' } as const;
  for (const n of [1, 2]) {
    await stores.evaluations.step(
      undefined,
      evaluationOf({ personId: sri as PersonId, evaluationId: courseEvaluationId(`r${n}`), turn }),
    );
  }
  const round = {
    ...{ ...stores, clock, teller: evaluationTellerOf(deps) },
    supervisors: { supervisorOf: async () => boss },
  };
  // Told, and broken off before anything was kept.
  const broken = {
    ...round,
    evaluations: { ...stores.evaluations, step: () => Promise.reject(new Error('killed')) },
  };
  await expect(runTurns(broken, { limit: 10 })).rejects.toThrow('killed');
  await runTurns(round, { limit: 10 });
  clock.advance(14 * 86_400_000);
  await runTurns(round, { limit: 10 });
  await runTurns(round, { limit: 10 });
  const inbox = await notices.list({ personId: sri as PersonId, limit: 10 });
  expect(inbox.map(({ kind, link }) => [kind, link])).toEqual([
    ['evaluation-asked', '/evaluations'],
    ['evaluation-asked', '/evaluations'],
  ]);
  expect(await notices.list({ personId: boss as PersonId, limit: 10 })).toHaveLength(2);
  expect(new Set(mails)).toEqual(
    new Set([
      ...['evaluation-ask:2026-06-01:sri', 'evaluation-team-ask:2026-06-01:boss'],
      ...['evaluation-remind:2026-06-15:sri', 'evaluation-team-remind:2026-06-15:boss'],
    ]),
  );
  const texts = inbox.map((notice) => noticeText(notice, 'en'));
  expect(texts.map(({ title }) => title).toSorted()).toEqual([
    'Applied at work? Keamanan informasi',
    'Reminder: applied at work? Keamanan informasi',
  ]);
  expect(texts[0]?.body).toContain('One more evaluation waits for you.');
  expect(texts[0]?.body).toContain('31 July 2026');
});
