import type { Person } from '@sinau/identity';
import type { PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { expect, it } from 'vitest';
import { openAccounts } from './open-accounts.ts';

it('asks for an account twice a minute at most, and knows within 30 seconds that it was closed', async () => {
  const clock = fixedClock();
  let status = 'active';
  let asked = 0;
  const find = async () => {
    asked += 1;
    return { status, roles: ['learner'] } as unknown as Person;
  };
  const isOpen = openAccounts({ people: { find }, clock });
  const id = 'p1' as PersonId;
  expect([await isOpen(id), await isOpen(id), asked]).toEqual([true, true, 1]);
  status = 'disabled';
  clock.advance(29_000);
  expect(await isOpen(id)).toBe(true);
  clock.advance(1_001);
  expect([await isOpen(id), asked]).toEqual([false, 2]);
});
