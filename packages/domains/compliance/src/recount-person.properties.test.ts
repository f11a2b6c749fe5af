import type { AgencyId, PersonId } from '@sinau/kernel';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dutyStates } from './counted.ts';
import { recountPerson } from './recount-person.ts';
import { complianceWorld, type Truth } from './testing/compliance-world.ts';
import { recountAgency } from './walk-agency.ts';

const agencies = ['badan', 'dinas'] as AgencyId[];
const ids = ['p1', 'p2', 'p3'] as PersonId[];
const agency = fc.constantFrom(...agencies);
const place = fc.option(fc.record({ agencyId: agency, unitId: fc.constantFrom('u1', 'u2') }), {
  nil: undefined,
});
const duty = fc.record({
  ...{ agencyId: agency, obligationId: fc.constantFrom('o1', 'o2'), period: fc.constantFrom('2026', 'once') },
  ...{ courseId: fc.constant('c1'), state: fc.constantFrom(...dutyStates) },
  dueOn: fc.constantFrom('2026-03-01', '2026-03-31'),
  overAt: fc.constantFrom('2026-03-01T17:00:00.000Z', '2026-03-31T15:00:00.000Z'),
});
const truth = fc.record({
  ...{ name: fc.constantFrom('Ani', 'Budi'), home: agency, place },
  ...{ status: fc.constantFrom('PNS' as const, 'PPPK' as const, 'CPNS' as const) },
  jp: fc.record({ 2025: fc.constantFrom(0, 2000), 2026: fc.constantFrom(0, 100, 2000, 2400) }),
  duties: fc.uniqueArray(duty, { maxLength: 3, selector: (one) => `${one.obligationId} ${one.period}` }),
});
const step = fc.record({ who: fc.constantFrom(...ids), truth, deliveries: fc.integer({ min: 0, max: 3 }) });

const toTruth = ({
  place: where,
  ...rest
}: typeof truth extends fc.Arbitrary<infer One> ? One : never): Truth => ({
  ...rest,
  duties: [...rest.duties],
  jp: { ...rest.jp },
  ...(where && { place: where }),
});

/** Everything that is counted, without what has come to nothing. */
async function countersOf({ compliance }: ReturnType<typeof complianceWorld>['deps']) {
  const scopes = agencies.flatMap((agencyId) => [
    ...[2025, 2026].map((year) => ({ kind: 'coverage', agencyId, year }) as const),
    ...(['due', 'duties'] as const).map((kind) => ({ kind, agencyId })),
  ]);
  const all = await Promise.all(
    scopes.map(async (scope) => {
      const groups = [...(await compliance.countsOf(scope))].filter(([, by]) => Object.keys(by).length > 0);
      return [JSON.stringify(scope), Object.fromEntries(groups)] as const;
    }),
  );
  return Object.fromEntries(all);
}

it('counters are the same in whatever order facts come, however often, at once or alone, and after a rebuild', async () => {
  const histories = fc.array(step, { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(histories, fc.infiniteStream(fc.nat(6)), async (history, pauses) => {
      const pause = async () => {
        for (let n = pauses.next().value; n > 0; n -= 1) await undefined;
      };
      const world = complianceWorld({ pause });
      const under: Promise<unknown>[] = [];
      for (const { who, truth: next, deliveries } of history) {
        world.people.set(who, toTruth(next));
        // Facts of before are still on their way while the truth goes on.
        for (let n = 0; n < deliveries; n += 1) under.push(recountPerson(world.deps, who));
        await pause();
      }
      await Promise.all(under);
      // What was told last comes last, to everybody at least once.
      await Promise.all(ids.map((id) => recountPerson(world.deps, id)));

      const fresh = complianceWorld();
      for (const [id, one] of world.people) fresh.people.set(id, one);
      for (const agencyId of agencies) await recountAgency(fresh.deps, agencyId);
      expect(await countersOf(world.deps)).toEqual(await countersOf(fresh.deps));
    }),
    { numRuns: 200, seed: 20_26 },
  );
});
