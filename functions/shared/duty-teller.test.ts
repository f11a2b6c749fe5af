import type { PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { noticeText } from '@sinau/notifications/text';
import { expect, it } from 'vitest';
import { createDutyTeller } from './duty-teller.ts';

const sri = 'sri' as PersonId;

function world() {
  const notices = memoryNoticeStore();
  const mails: string[] = [];
  const teller = createDutyTeller({
    ...{ notices, clock: fixedClock(), onMailFailure: () => {} },
    mail: { send: async ({ noticeId }) => void mails.push(noticeId) },
    people: {
      find: async () => ({ personId: sri, status: 'active', email: 'sri@contoh.example' }),
    } as never,
    courses: { find: async (courseId: string) => ({ title: { id: `Kursus ${courseId}` } }) as never },
    paths: async () => ({
      paths: { find: async () => ({ draft: { title: 'Jalur kepemimpinan' } }) as never },
    }),
    letters: {} as never,
  });
  const tell = (count: number, id: string) => {
    const numbers = Array.from({ length: count }, (_, n) => n + 1);
    const duties = numbers.map((n) => ({ courseId: `c${n}`, dueOn: '2026-06-30', title: 'Antikorupsi' }));
    return teller.tellLearner({ personId: sri, step: '7', duties, id });
  };
  return { teller, tell, mails, inbox: () => notices.list({ personId: sri, limit: 10 }) };
}

it('ten courses that are due on one day are one mail, which names five of them and leads home', async () => {
  const { tell, mails, inbox } = world();
  await tell(10, 'duty-reminder:2026-06-23:7');
  expect(mails).toEqual(['duty-reminder:2026-06-23:7']);
  const [notice] = await inbox();
  expect(notice).toMatchObject({
    ...{ kind: 'duty-reminder', link: '/' },
    params: { courseTitle: { id: 'Kursus c1' }, obligation: 'Antikorupsi', more: 5 },
  });
  expect(notice).toHaveProperty('params.others.3.courseTitle.id', 'Kursus c5');
});

it('one course that is due leads to its page', async () => {
  const { tell, inbox } = world();
  await tell(1, 'duty-reminder:2026-06-23:7');
  const [notice] = await inbox();
  expect(notice).toMatchObject({ link: '/courses/c1', params: { courseTitle: { id: 'Kursus c1' } } });
  expect(notice).not.toHaveProperty('params.others');
});

it('a learning path is told by its title, and leads to its page', async () => {
  const { teller, inbox } = world();
  const duties = [{ courseId: 'path:p-1', dueOn: '2026-06-30', title: 'Layanan' }];
  await teller.tellLearner({ personId: sri, step: '7', duties, id: 'duty-reminder:2026-06-23:7' });
  const [notice] = await inbox();
  expect(notice).toMatchObject({
    ...{ link: '/paths/p-1', params: { courseTitle: { id: 'Jalur kepemimpinan' }, required: 'paths' } },
  });
  const both = [...duties, { courseId: 'c1', dueOn: '2026-06-30', title: 'Layanan' }];
  await teller.tellLearner({ personId: sri, step: '7', duties: both, id: 'duty-reminder:2026-06-24:7' });
  expect((await inbox()).map(({ params }) => 'required' in params && params.required).toSorted()).toEqual([
    ...['both', 'paths'],
  ]);
});

it('the letter of a supervisor tells of the team by name, with some lines of each list and one thing to begin with', async () => {
  const letters: { params: object }[] = [];
  const teller = createDutyTeller({
    ...{ clock: fixedClock(), onMailFailure: () => {}, notices: {} as never },
    mail: { send: async () => {} },
    people: { find: async () => ({ personId: sri, status: 'active', email: 'b@contoh.example' }) } as never,
    courses: { find: async () => undefined },
    paths: async () => ({ paths: { find: async () => undefined } }),
    letters: {
      addLetter: async (letter) => {
        letters.push(letter);
        return 'added' as const;
      },
    },
  });
  const line = (n: number) => ({
    ...{ name: `Orang ${n}`, title: { id: 'Etika', en: 'Ethics' }, dueOn: '2026-03-08', isOverdue: false },
  });
  const team = {
    ...{ duties: [1, 2, 3, 4, 5, 6, 7].map(line), planItems: [], finished: [line(9)], recognised: [] },
    ...{ requests: 2, evaluations: 0 },
  };
  const own = { courseIds: [], duties: [], jp: { year: 2026, recognised: 0 } };
  await teller.sendDigest(sri, 'w1', { ...own, team: { ...team, action: 'decide' } });
  await teller.sendDigest(sri, 'w2', { ...own, team });
  const [first, quiet] = letters as Parameters<typeof noticeText>[0][];
  if (!first || !quiet) throw new Error('no letter');
  const { body } = noticeText(first, 'id');
  for (const words of [
    'TIM ANDA PEKAN INI',
    '2 permintaan menunggu',
    '- Orang 5: Etika',
    'dan 2 lagi',
    '- Orang 9: Etika',
  ]) {
    expect(body).toContain(words);
  }
  expect(body).not.toContain('Orang 6');
  expect(noticeText(first, 'en').body).toContain('- Orang 1: Ethics, by 8 March 2026');
  expect(noticeText(quiet, 'id').body).not.toContain('TIM ANDA');
});
