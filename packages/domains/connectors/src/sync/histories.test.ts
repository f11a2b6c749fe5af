import { nodeDigest as digest } from '@sinau/platform/crypto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { AdapterFailure } from '../ports.ts';
import { externalCourse, type Script } from '../testing/scripted-adapter.ts';
import { author, connectionId, syncWorld } from '../testing/sync-world.ts';
import { sameValue, syncFields } from './content.ts';
import { decideItem } from './decide-item.ts';
import { FieldsEdited, ItemChanged, SyncNotFound, UndoImpossible } from './errors.ts';
import { finishDecision } from './finish-decision.ts';
import type { CourseDesk, SyncStore } from './ports.ts';
import { placed } from './stage.ts';

const ids = ['a', 'b', 'c', 'd', 'e'] as const;

const course = fc.record({
  id: fc.constantFrom(...ids),
  edition: fc.integer({ min: 1, max: 3 }),
  visible: fc.constantFrom(true, true, true, false),
});
/** Mostly it lives. */
const death = (most: number) => fc.option(fc.integer({ min: 0, max: most }), { nil: undefined, freq: 2 });
const say = fc.record({
  do: fc.constant('say' as const),
  courses: fc.array(course, { minLength: 3, maxLength: 9 }),
});
const run = fc.record({
  do: fc.constant('run' as const),
  /** Whether the lease of a run that died is over by then. */
  later: fc.boolean(),
  failsAfter: fc.option(fc.integer({ min: 0, max: 7 }), { nil: undefined, freq: 2 }),
  diesAfter: death(20),
});
const decide = fc.record({
  do: fc.constant('decide' as const),
  id: fc.constantFrom(...ids),
  decision: fc.constantFrom('accept' as const, 'accept' as const, 'reject' as const, 'undo' as const),
  diesAfter: death(4),
});
const step = fc.oneof(say, run, run, decide, decide, decide);

class Dead extends Error {}

/** Every call of it counts; after so many the process is dead. */
function mortal<Store extends SyncStore | CourseDesk>(store: Store, calls: { left: number }): Store {
  const guarded = Object.entries(store).map(([name, method]) => {
    if (typeof method !== 'function' || name === 'takesUrl') return [name, method];
    const call = async (...input: readonly unknown[]) => {
      if (calls.left <= 0) throw new Dead();
      calls.left -= 1;
      return (method as (...all: readonly unknown[]) => Promise<unknown>)(...input);
    };
    return [name, call];
  });
  return Object.fromEntries(guarded) as Store;
}

const isRefusal = (error: unknown) =>
  [Dead, AdapterFailure, FieldsEdited, ItemChanged, UndoImpossible, SyncNotFound].some(
    (kind) => error instanceof kind,
  );

async function expected(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}

it('ends every history of catalogues, crashes and decisions with the courses that were accepted, each once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }), async (steps) => {
      const script: Script = { courses: [] };
      const world = syncWorld({ digest, script });
      /** What the readings that reached their end showed. */
      const whole: ReadonlySet<string>[] = [];
      const plain = world.deps.adapters;
      const adapters: typeof plain = {
        adapterOf: async (connection) => {
          const adapter = await plain.adapterOf(connection);
          return {
            ...adapter,
            readCourses: async function* () {
              yield* adapter.readCourses();
              whole.push(new Set(script.courses.filter(firstShown).map(({ externalId }) => externalId)));
            },
          };
        },
      };
      const mortals = (diesAfter: number | undefined) => {
        const calls = { left: diesAfter ?? Number.POSITIVE_INFINITY };
        return { sync: mortal(world.sync, calls), desk: mortal(world.desk, calls) };
      };
      for (const one of steps) {
        if (one.do === 'say') {
          script.courses = one.courses.map(({ id, edition, visible }) =>
            externalCourse(id, { title: `Edisi ${edition}`, jp: edition, visible }),
          );
        }
        if (one.do === 'run') {
          if (one.later) world.pass(10 * 60_000);
          delete script.failsAfter;
          if (one.failsAfter !== undefined) script.failsAfter = one.failsAfter;
          await expected(world.run({ adapters, ...mortals(one.diesAfter) }));
        }
        if (one.do === 'decide') {
          const rev = (await world.item(one.id))?.rev ?? 1;
          const decision = { decision: one.decision, rev, take: [], keep: [], submit: false };
          const deps = { ...world.deps, ...mortals(one.diesAfter) };
          await expected(decideItem(deps, { connectionId, externalId: one.id, by: author, decision }));
        }
        const made = [...world.desk.courses.values()].map(({ externalId }) => externalId);
        expect(new Set(made).size).toBe(made.length);
      }
      await endEverything(world);
      await checkCourses(world);
      for (const id of ids) {
        const isWithdrawn = (await world.item(id))?.waiting?.change === 'withdrawn';
        if (isWithdrawn) expect(whole.some((shown) => !shown.has(id))).toBe(true);
      }
    }),
    { numRuns: 120 },
  );
});

/** Of an id that comes twice the first counts. */
const firstShown = (
  { externalId, visible }: Script['courses'][number],
  n: number,
  all: Script['courses'],
): boolean => visible && all.findIndex((one) => one.externalId === externalId) === n;

type World = ReturnType<typeof syncWorld>;

/** What housekeeping does with decisions whose worker was lost. */
async function endEverything(world: World): Promise<void> {
  world.pass(60 * 60_000);
  for (const due of await world.sync.listOverdue(world.clock.now().toISOString())) {
    if (!('externalId' in due)) continue;
    const item = await world.item(due.externalId);
    if (item) await expected(finishDecision(world.deps, item));
  }
}

async function checkCourses(world: World): Promise<void> {
  const items = await Promise.all(ids.map(async (id) => world.item(id)));
  const accepted = items.flatMap((item) => (item?.accepted ? [item] : []));
  const known = accepted.map(({ courseId }) => courseId).toSorted();
  expect([...world.desk.courses.keys()].toSorted()).toEqual(known);
  for (const { courseId, accepted: last, closed } of accepted) {
    const found = world.desk.courses.get(courseId ?? '');
    expect(found?.standing).toBe(closed ? 'retired' : 'draft');
    const content = last && placed(last.content, world.desk.takesUrl);
    for (const field of syncFields) {
      expect([field, sameValue(found?.content[field], content?.[field])]).toEqual([field, true]);
    }
  }
}
