import type { Enrolment, EnrolmentId, Registration } from '@sinau/enrolment';
import type { PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { expect, it } from 'vitest';
import { tellOfRelease } from './tell-of-release.ts';

const [sri, head] = ['sri' as PersonId, 'head' as PersonId];
const at = '2026-04-01T01:00:00.000Z';
const ended: Enrolment = {
  ...{ enrolmentId: 'e1' as EnrolmentId, personId: sri, courseId: 'c1', version: 1 },
  ...{ registration: 'r1' as Registration, state: 'cancelled', enrolledAt: at, cancelledAt: at },
};
const fact = {
  type: 'enrolment-ended',
  state: 'cancelled',
  ...{ eventId: 'enrolment-ended:e1', occurredAt: at, enrolmentId: 'e1' },
  ...{ personId: 'sri', courseId: 'c1', registration: 'r1' },
} as const;

async function told(given: Partial<Enrolment>) {
  const notices = memoryNoticeStore();
  const mails: string[] = [];
  const deps = {
    ...{ notices, clock: fixedClock(), onMailFailure: () => {} },
    enrolments: { findByRegistration: async () => ({ ...ended, ...given }) },
    courses: { find: async () => ({ title: { id: 'Statistika' } }) as never },
    people: {
      find: async (personId: string) => ({
        ...{ personId, name: `Nama ${personId}`, email: `${personId}@contoh.example`, status: 'active' },
      }),
    } as never,
    mail: { send: async ({ noticeId }: { readonly noticeId: string }) => void mails.push(noticeId) },
  };
  for (let n = 0; n < 2; n += 1) await tellOfRelease(deps, fact);
  const inbox = (personId: PersonId) => notices.list({ personId, limit: 9 });
  return { mails: new Set(mails), sri: await inbox(sri), head: await inbox(head) };
}

const endedBy = { by: 'quota', days: 30 } as const;
const decision = { by: head, as: 'supervisor', at, approved: true } as const;

it('tells the learner why the enrolment has ended, once and by mail', async () => {
  const inbox = await told({ endedBy });
  expect(inbox.sri).toMatchObject([{ kind: 'seat-released', params: { days: 30 }, link: '/courses/c1' }]);
  expect(inbox.sri[0]?.params).not.toHaveProperty('learner');
  expect(inbox.mails.size).toBe(1);
  expect(inbox.head).toEqual([]);
});

it('tells whoever had approved of it whose seat went back', async () => {
  const inbox = await told({ endedBy, decision });
  expect(inbox.head).toMatchObject([{ kind: 'seat-released', params: { days: 30, learner: 'Nama sri' } }]);
  expect(inbox.sri).toHaveLength(1);
});

it('is silent of those who left by themselves, or whom a provider did not take', async () => {
  for (const given of [{ decision }, { decision, endedBy: { by: 'provider', reason: 'full' } as const }]) {
    expect(await told(given)).toMatchObject({ sri: [], head: [] });
  }
});
