import type { AgencyId, PersonId } from '@sinau/kernel';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { followPerson } from '../follow-person.ts';
import type { ObligationId } from '../obligation.ts';
import { startSpread } from '../spread/start-spread.ts';
import { memberOf, obligationsWorld } from '../testing/obligations-world.ts';
import { obligationOf } from '../testing/samples.ts';
import type { Member } from './audience.ts';

const id = (text: string) => text as ObligationId;
const obligations = [
  obligationOf({ obligationId: id('all') }),
  obligationOf({
    obligationId: id('unit'),
    audience: { unitIds: ['u1'] },
    due: { kind: 'once', on: '2026-12-31' },
  }),
  obligationOf({
    obligationId: id('pppk'),
    audience: { statuses: ['PPPK'], unitIds: ['u1', 'u2'] },
    courseIds: ['c1', 'c2'],
  }),
  obligationOf({
    obligationId: id('post'),
    audience: { postFamilies: ['pengawas'], postWords: ['keuangan'] },
    courseIds: ['c2'],
  }),
  obligationOf({ obligationId: id('lan'), agencyId: 'lan' as AgencyId }),
];

const place: fc.Arbitrary<Member | undefined> = fc.option(
  fc.record({
    ...{ personId: fc.constant('sri' as PersonId), timeZone: fc.constant('Asia/Jakarta' as const) },
    agencyId: fc.constantFrom('bkn' as AgencyId, 'lan' as AgencyId),
    units: fc.constantFrom(['u1', 'top'], ['u2', 'top'], ['top'], []),
    status: fc.constantFrom('PNS' as const, 'PPPK' as const),
    postFamily: fc.constantFrom('pengawas', 'pelaksana'),
    postTitle: fc.constantFrom('Kepala Subbagian Keuangan', 'Pengelola Arsip'),
  }),
  { nil: undefined },
);

/** Which of the duties are open in the end; released ones are history. */
async function openAfter(places: readonly (Member | undefined)[], spreadAfter: readonly boolean[]) {
  const world = obligationsWorld();
  for (const obligation of obligations) await world.store.create(obligation);
  for (const [n, member] of places.entries()) {
    if (member) world.people.set('sri', member);
    else world.people.delete('sri');
    // By the fact of the move, or by the round that looks at everybody.
    if (spreadAfter[n]) {
      for (const obligation of obligations) await startSpread(world.deps, obligation);
      await world.spread();
    } else await followPerson(world.deps, 'sri' as PersonId);
  }
  const duties = await world.store.dutiesOf('sri' as PersonId);
  return duties
    .filter(({ state }) => state !== 'released')
    .map(({ obligationId, courseId, state, dueOn }) => [obligationId, courseId, state, dueOn].join(' '))
    .toSorted();
}

it('whoever came, moved and left in any order owes in the end what somebody owes who was always there', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(place, { minLength: 1, maxLength: 6 }),
      fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      async (places, rounds) => {
        expect(await openAfter(places, rounds)).toEqual(await openAfter([places.at(-1)], [false]));
      },
    ),
    { numRuns: 60 },
  );
});

it('a part that is left out is everybody, and words of posts are found in any case', async () => {
  const world = obligationsWorld();
  const audience = { postWords: ['KEUANGAN'] };
  await world.store.create(obligationOf({ audience }));
  world.people.set('sri', memberOf('sri', { postTitle: 'Analis Keuangan' }));
  world.people.set('adi', memberOf('adi'));
  await startSpread(world.deps, obligationOf({ audience }));
  await world.spread();
  expect(await world.owed()).toEqual(['sri o1 2026 c1 enrolled']);
});
