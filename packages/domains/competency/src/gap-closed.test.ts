import { beforeEach, expect, it } from 'vitest';
import { assess, declareOwn } from './assess.ts';
import type { CompetencyId } from './competency.ts';
import { gapClosedBy } from './gap-closed.ts';
import { setStandard } from './standards.ts';
import { agus, badan, competencyWorld, sri } from './testing/index.ts';

const today = '2026-11-28';
const m = (n: number) => `M${n}` as CompetencyId;
let world: ReturnType<typeof competencyWorld>;
const closed = (courseId = 'c1') => gapClosedBy(world, { personId: sri.personId, courseId });
const teach = (...teaches: readonly (readonly [number, 1 | 2 | 3 | 4 | 5])[]) =>
  world.teaching.save({
    ...{ courseId: 'c1', providerId: 'p1' as never, updatedAt: `${today}T01:00:00.000Z`, rev: 0 },
    teaches: teaches.map(([n, level]) => ({ competencyId: m(n), level })),
  });
const found = (n: number, level: 1 | 2 | 3 | 4) =>
  assess(world, {
    ...{ principal: agus, personId: sri.personId },
    request: { competencyId: m(n), level, method: 'competency-test', assessedOn: today, assessor: 'Lembaga' },
  });

beforeEach(async () => {
  world = competencyWorld();
  await setStandard(world, {
    agencyId: badan,
    request: {
      ...{ post: { group: 'ahli-muda' }, from: '2026-01-01', criticality: 2, verified: true },
      requirements: [
        { competencyId: m(1), level: 4 },
        { competencyId: m(2), level: 3 },
      ],
    } as never,
  });
});

it('is the largest gap that the course leads beyond, no further than it teaches', async () => {
  await found(1, 1);
  await found(2, 2);
  await teach([1, 3], [2, 5], [3, 5]);
  // Of three levels that are missing the course leads two further; of the other, one.
  expect(await closed()).toBe(2);
});

it.each([
  ['a course that says nothing', async () => found(1, 1)],
  ['somebody whom nobody has assessed', async () => teach([1, 4])],
  [
    'L14: what people say of themselves',
    async () => {
      await teach([1, 4]);
      await declareOwn(world, { principal: sri, word: { competencyId: m(1), level: 1 } as never });
    },
  ],
  [
    'a level that is held',
    async () => {
      await found(1, 4);
      await teach([1, 5]);
    },
  ],
  [
    'a course below what is held',
    async () => {
      await found(1, 2);
      await teach([1, 2]);
    },
  ],
])('is nothing for %s', async (_, given) => {
  await given();
  expect(await closed()).toBe(0);
});

it('is nothing for nobody', async () => {
  await teach([1, 4]);
  expect(await gapClosedBy(world, { personId: 'nobody' as never, courseId: 'c1' })).toBe(0);
});
