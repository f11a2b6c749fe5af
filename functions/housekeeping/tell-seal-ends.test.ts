import type { PersonId, Tenant } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { beforeEach, expect, it } from 'vitest';
import { holdersIn } from '../shared/testing/holders-in.ts';
import { type SealEndsDeps, tellSealEnds } from './tell-seal-ends.ts';

const validTo = '2026-04-30T16:59:59.000Z';

function world() {
  const clock = fixedClock('2026-03-02T00:00:00.000Z');
  const notices = memoryNoticeStore();
  const mails: string[] = [];
  const settings = new Map<string, object>([
    ['bkn', { sealer: { fingerprint: 'ab', validTo } }],
    // Nobody has confirmed one.
    ['lan', {}],
  ]);
  const holders: Readonly<
    Record<string, readonly { readonly personId: string; readonly roles: readonly string[] }[]>
  > = {
    agency: [
      { personId: 'agus', roles: ['agency-admin'] },
      { personId: 'sri', roles: ['learner'] },
    ],
    platform: [{ personId: 'ratna', roles: ['operator'] }],
  };
  const deps = {
    ...{ clock, notices, onMailFailure: () => undefined },
    mail: { send: async ({ noticeId }: { readonly noticeId: string }) => void mails.push(noticeId) },
    people: {
      find: async (personId: PersonId) => ({ personId, email: `${personId}@bkn.example`, status: 'active' }),
      listHolders: holdersIn(({ kind }: Tenant) => holders[kind] ?? []),
    },
    organisations: { findAgency: async () => ({ name: 'Badan Contoh' }) },
    seals: {
      settings: {
        listOn: async () => [...settings.keys()],
        find: async (agencyId: string) => settings.get(agencyId),
      },
    },
  } as unknown as SealEndsDeps;
  const inboxOf = async (id: string) =>
    (await notices.list({ personId: id as PersonId, limit: 20 })).map(({ kind, link }) => `${kind} ${link}`);
  const at = async (time: string) => {
    clock.advance(Date.parse(time) - clock.now().getTime());
    await tellSealEnds(deps);
  };
  return { settings, at, inboxOf, mails };
}

let on: ReturnType<typeof world>;
beforeEach(() => {
  on = world();
});

it('administrators are told a month, a week and a day before the certificate of their seal ends, each once; operators in the last week', async () => {
  await on.at('2026-03-30T17:00:00.000Z');
  // The 31st of March in Jakarta: thirty days are left.
  expect(await on.inboxOf('agus')).toEqual(['seal-ends /agency/seal']);
  await on.at('2026-04-10T00:00:00.000Z');
  expect(await on.inboxOf('agus')).toHaveLength(1);
  expect(await on.inboxOf('ratna')).toEqual([]);
  await on.at('2026-04-23T00:00:00.000Z');
  await on.at('2026-04-24T00:00:00.000Z');
  expect(await on.inboxOf('agus')).toHaveLength(2);
  expect(await on.inboxOf('ratna')).toEqual(['seal-ends /operator/seals']);
  await on.at('2026-04-29T00:00:00.000Z');
  await on.at('2026-04-30T00:00:00.000Z');
  expect(await on.inboxOf('agus')).toHaveLength(3);
  expect(await on.inboxOf('sri')).toEqual([]);
  expect(new Set(on.mails)).toEqual(
    new Set(
      [30, 7, 1].flatMap((step) => [
        `seal-ends:bkn:ab:${step}:agus`,
        ...(step < 30 ? [`seal-ends:bkn:ab:${step}:ratna`] : []),
      ]),
    ),
  );
});

it('nobody is told too early, after its end, or of a seal that is new by then', async () => {
  await on.at('2026-03-30T16:00:00.000Z');
  await on.at('2026-05-01T00:00:00.000Z');
  expect(await on.inboxOf('agus')).toEqual([]);
  on.settings.set('bkn', { sealer: { fingerprint: 'cd', validTo: '2027-04-30T00:00:00.000Z' } });
  await on.at('2026-05-02T00:00:00.000Z');
  expect(await on.inboxOf('agus')).toEqual([]);
});

it('a run that was missed is made up for with the step that is true now', async () => {
  await on.at('2026-04-27T00:00:00.000Z');
  expect(await on.inboxOf('agus')).toEqual(['seal-ends /agency/seal']);
  expect(on.mails).toContain('seal-ends:bkn:ab:7:agus');
});
