import type { PersonId, Tenant } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import type { QueuedMail } from '@sinau/notifications';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { expect, it } from 'vitest';
import { holdersIn } from '../shared/testing/holders-in.ts';
import { tellOfSeals } from './tell-of-seals.ts';

function world() {
  const notices = memoryNoticeStore();
  const mailed: string[] = [];
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
    ...{ notices, clock: fixedClock(), onMailFailure: () => undefined },
    people: {
      find: async (personId: PersonId) => ({
        ...{ personId, email: `${personId}@contoh.example`, status: 'active' },
      }),
      listHolders: holdersIn(({ kind }: Tenant) => holders[kind] ?? []),
    },
    organisations: { findAgency: async () => ({ name: 'Badan Contoh' }) },
    mail: { send: async (mail: QueuedMail) => void mailed.push(JSON.stringify(mail)) },
  } as never;
  const told = async (id: string) =>
    (await notices.list({ personId: id as PersonId, limit: 9 })).map(({ kind, link }) => `${kind} ${link}`);
  return { deps, told, mailed };
}

const stoodStill = {
  ...({ type: 'seal-stood-still', eventId: 'seal-stood-still:bkn:1' } as const),
  occurredAt: '2026-03-02T01:00:00.000Z',
  ...({ agencyId: 'bkn', because: 'quota-spent' } as const),
};

it('administrators and operators are told of a standstill once, in the inbox and by mail, with its reason', async () => {
  const { deps, told, mailed } = world();
  for (const _ of [1, 2]) await tellOfSeals(deps, stoodStill);
  expect(await told('agus')).toEqual(['seal-stands-still /agency/seal']);
  expect(await told('ratna')).toEqual(['seal-stands-still /operator/seals']);
  expect(await told('sri')).toEqual([]);
  expect(mailed.some((mail) => mail.includes('ratna@contoh.example'))).toBe(true);
});

it('whoever was told of a standstill is told once that it goes on', async () => {
  const { deps, told, mailed } = world();
  await tellOfSeals(deps, stoodStill);
  const { because: _, ...fact } = stoodStill;
  const wentOn = { ...fact, type: 'seal-went-on', eventId: 'seal-went-on:bkn:1' } as const;
  for (const _ of [1, 2]) await tellOfSeals(deps, wentOn);
  expect(new Set(await told('agus'))).toEqual(
    new Set(['seal-stands-still /agency/seal', 'seal-goes-on /agency/seal']),
  );
  expect(new Set(await told('ratna'))).toEqual(
    new Set(['seal-stands-still /operator/seals', 'seal-goes-on /operator/seals']),
  );
  expect(await told('sri')).toEqual([]);
  for (const id of ['agus', 'ratna']) {
    expect(mailed.some((mail) => mail.includes('seal-went-on:bkn:1') && mail.includes(`${id}@`))).toBe(true);
  }
});
