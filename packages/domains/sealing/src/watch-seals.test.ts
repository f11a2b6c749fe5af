import type { AgencyId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { expect, it } from 'vitest';
import type { SealRow } from './seal-row.ts';
import { newSettings, type SealSettings } from './settings.ts';
import { memorySealStore } from './testing/index.ts';
import { watchSeals } from './watch-seals.ts';

const at = '2026-03-02T01:00:00.000Z';
const clock = fixedClock(at);
const sealer = {
  ...{ name: 'Segel', issuer: 'BSrE', serialNumber: '1', fingerprint: 'a', validTo: '2027-01-01' },
};
const ready: Partial<SealSettings> = {
  ...{ isOn: true, address: 'https://esign.example', username: 'u', sealedPassword: 's', subscriberId: 'i' },
  ...{ activation: { sealed: 'c', since: at }, sealer },
};

it('operators see who stands still and why, and what waits, the longest first', async () => {
  const store = memorySealStore();
  const add = (agencyId: string, more: Partial<SealSettings>) =>
    store.settings.save({ ...newSettings(agencyId as AgencyId, clock.now()), ...more });
  const wait = (agencyId: string, number: string, since: string) =>
    store.rows.save({
      ...{ kind: 'certificate', number, edition: 1, agencyId, state: 'waiting', tries: 0 },
      ...{ dueAt: since, since, changedAt: at, rev: 0 },
    } as SealRow);
  await add('off', {});
  await add('running', ready);
  await add('paused', { ...ready, pause: { until: '2026-03-02T02:00:00.000Z', count: 1 } });
  const { sealer: _, ...unconfirmed } = ready;
  await add('lacking', unconfirmed);
  await add('stopped', { ...ready, standstill: { because: 'quota-spent', at } });
  await add('longer', { ...ready, standstill: { because: 'no-answer', at } });
  await wait('stopped', 'N-1', '2026-03-01T00:00:00.000Z');
  await wait('longer', 'N-2', '2026-02-01T00:00:00.000Z');
  await wait('longer', 'N-3', '2026-01-01T00:00:00.000Z');
  const seen = await watchSeals({ ...store, clock });
  expect(seen.map(({ settings, state, waiting }) => `${settings.agencyId} ${state} ${waiting}`)).toEqual([
    ...['longer stopped 2', 'stopped stopped 1', 'lacking lacking 0', 'paused paused 0', 'running running 0'],
  ]);
  expect(seen[0]?.longest.map(({ number }) => number)).toEqual(['N-3', 'N-2']);
});
