import { nothingSatisfied } from '@sinau/cmi5';
import type { DeliveryRegistration, PartKind } from '@sinau/delivery';
import { commitMemoryWrites, memoryRegistrationStore } from '@sinau/delivery/testing';
import type { Enrolment } from '@sinau/enrolment';
import { expect, it } from 'vitest';
import { createBegunSigns } from './begun-signs.ts';

const registration = '00000000-0000-4000-8000-000000000001';
const enrolment = { registration, courseId: 'c1', version: 2 } as Enrolment;
const at = '2026-03-02T01:00:00.000Z';
const opened: DeliveryRegistration = {
  ...{ registration, courseId: 'c1', version: 2, createdAt: at, aus: {}, satisfaction: nothingSatisfied },
  ...{ actor: { homePage: 'https://sinau.example', name: 'sri' }, rev: 0 },
};

function world(...kinds: readonly PartKind[]) {
  const registrations = memoryRegistrationStore();
  const parts = kinds.map((kind) => ({ kind }));
  const find = async (_: string, version: number) => (version === 2 ? ({ parts } as never) : undefined);
  const signs = createBegunSigns({ registrations, content: { find } });
  return { registrations, sign: () => signs.signOf(enrolment) };
}

it('nobody has begun by enrolling, nor by the row that is made then', async () => {
  const { registrations, sign } = world('cmi5', 'video');
  expect(await sign()).toHaveProperty('idle');
  await registrations.save(opened);
  expect(await sign()).toHaveProperty('idle');
});

it.each([
  ['a part was opened', { aus: { 0: { launchedAt: at } } }],
  ['a part was waived', { aus: { 1: { waived: true } } }],
  ['another system said something', { lastResultAt: at }],
] as const)('somebody has begun when %s', async (_, over) => {
  for (const kinds of [['cmi5'], ['lti']] as const) {
    const { registrations, sign } = world(...kinds);
    await registrations.save({ ...opened, ...over } as DeliveryRegistration);
    expect(await sign()).toBe('begun');
  }
});

it('nobody can tell of a course of which another system shows a part, nor of one that cannot be read', async () => {
  for (const kind of ['lti', 'external', 'link'] as const)
    expect(await world('cmi5', kind).sign()).toBe('unseen');
  expect(await world().sign()).toBe('unseen');
});

it('what is opened in the same moment breaks the conditions, whether there was a row or none', async () => {
  for (const before of [[], [opened]]) {
    const { registrations, sign } = world('cmi5');
    for (const row of before) await registrations.save(row);
    const found = await sign();
    if (typeof found === 'string') throw new Error('nothing was begun');
    expect(commitMemoryWrites(found.idle.writes)).toBe(true);
    await registrations.save({ ...opened, rev: before.length, aus: { 0: { launchedAt: at } as never } });
    expect(commitMemoryWrites(found.idle.writes)).toBe(false);
  }
});
