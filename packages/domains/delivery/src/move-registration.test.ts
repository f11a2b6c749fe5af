import type { CourseStructure, MoveOn } from '@sinau/cmi5';
import { describe, expect, it } from 'vitest';
import { acceptAuStatements } from './accept-au-statements.ts';
import { launchAu } from './launch-au.ts';
import { moveRegistration, type VersionMove } from './move-registration.ts';
import { openRegistration } from './open-registration.ts';
import { contentOf, courseOf, deliveryWorld, registration, sri } from './testing/delivery-world.ts';
import type { MemoryWrite } from './testing/memory-registration-store.ts';

const first = courseOf([['Completed'], ['Completed', 'Passed']]);

/** The parts of the first version in another order, without the last one, and a new one in front. */
function second(): CourseStructure {
  const whole = courseOf([['Completed', 'Completed', 'Completed']]);
  const ids = ['new', 'https://publisher.example/au/1', 'https://publisher.example/au/0'];
  const aus = whole.aus.map((au, index) => ({ ...au, id: ids[index] ?? au.id }));
  return { ...whole, aus };
}

function setup(rule: VersionMove['rule'] | 'stay', after: CourseStructure = second()) {
  const world = deliveryWorld(first);
  let version = 1;
  const moving = ({ from, to }: { readonly from: number; readonly to: number }) => {
    const write: MemoryWrite = {
      holds: () => version === from,
      apply: () => {
        version = to;
      },
    };
    return { writes: [write] };
  };
  const deps = {
    ...world.deps,
    entitlements: { find: async () => ({ personId: sri, courseId: 'c1', version, open: true }) },
    content: { find: async (_: string, wanted: number) => contentOf(wanted === 1 ? first : after) },
    moves: {
      targetOf: async (_: string, from: number) =>
        rule === 'stay' || from >= 2 ? undefined : { version: 2, rule },
      moving,
    },
  };
  const move = (takeOver = false) => moveRegistration(deps, { registration, takeOver });
  /** Learns one part and leaves it. */
  const learn = async (auIndex: number, verbs: readonly ('completed' | 'passed')[]) => {
    const { principal, say } = await world.start({ auIndex });
    for (const verb of ['initialized', ...verbs, 'terminated'] as const) {
      await acceptAuStatements(deps, { principal, statements: [say(verb)] });
    }
  };
  const state = () => deps.registrations.read(registration);
  return { world, deps, move, learn, state, versionNow: () => version };
}

describe('a new version of a course', () => {
  it('moves nobody by the rule to stay', async () => {
    const { move, versionNow } = setup('stay');
    expect(await move()).toBe('stays');
    expect(versionNow()).toBe(1);
  });

  it('moves those who have not begun, with enrolment and registration at once', async () => {
    const { deps, move, state, versionNow } = setup('not-started');
    await openRegistration(deps, { registration });
    expect(await move()).toBe('moved');
    expect(versionNow()).toBe(2);
    expect(await state()).toMatchObject({ version: 2, aus: {} });
    expect(await move()).toBe('stays');
  });

  it('leaves those alone who have launched once, by the rule not-started', async () => {
    const { move, learn, versionNow } = setup('not-started');
    await learn(0, []);
    expect(await move()).toBe('stays');
    expect(versionNow()).toBe(1);
  });

  it('carries results by the publisher’s id, and tells what they newly satisfy', async () => {
    const { world, move, learn, state } = setup('with-results', reordered(['Completed', 'Completed']));
    await learn(0, ['completed']);
    await learn(1, ['completed']);
    const before = world.records.statements.length;
    expect(await move()).toBe('moved');
    const after = await state();
    expect(after?.aus[1]).toMatchObject({ completed: true });
    expect(after?.aus[0]).toMatchObject({ completed: true });
    // Both parts of the new version are done; that its block is was told before.
    const told = world.records.statements.slice(before);
    expect(told.map(({ object }) => 'id' in object && /\/(course|block)\//.exec(object.id)?.[1])).toEqual([
      'course',
    ]);
    expect(after).toMatchObject({ version: 2, satisfaction: { course: true } });
  });

  it('keeps what is gone out of the new version, and asks for what is new', async () => {
    const { move, learn, state } = setup('with-results');
    await learn(2, ['passed']);
    await learn(0, ['completed']);
    expect(await move()).toBe('moved');
    const after = await state();
    expect(Object.keys(after?.aus ?? {})).toEqual(['2']);
    expect(after?.satisfaction.course).toBe(false);
    expect(after?.session?.auIndex).toBe(2);
  });

  it('waits for a session that runs; the next launch takes over and abandons it first', async () => {
    const { world, deps, move, state, versionNow } = setup('with-results');
    const { principal, say } = await world.start({ auIndex: 0 });
    await acceptAuStatements(deps, { principal, statements: [say('initialized')] });
    expect(await move()).toBe('in-session');
    expect(versionNow()).toBe(1);
    // Asked for by its place in the version that the learner still saw: it stands last in the new one.
    await launchAu(deps, { personId: sri, registration, auIndex: 0 });
    expect(versionNow()).toBe(2);
    expect((await state())?.session?.auIndex).toBe(2);
    await expect(launchAu(deps, { personId: sri, registration, auIndex: 9 })).rejects.toMatchObject({
      code: 'delivery.not-found',
    });
    const verbs = world.records.statements.map(({ verb }) => verb.id.split('/').at(-1));
    expect(verbs.slice(-3)).toEqual(['initialized', 'abandoned', 'launched']);
    await expect(
      acceptAuStatements(deps, { principal, statements: [say('completed')] }),
    ).rejects.toMatchObject({ code: 'delivery.session-ended' });
  });

  it('L6: a launch that began before the move opens no part by its old place', async () => {
    const { deps, move, state } = setup('with-results');
    await openRegistration(deps, { registration });
    const documents = {
      ...deps.documents,
      // What a launch does between reading the enrolment and writing its session.
      createPreferences: async () => {
        await move();
      },
    };
    const { moves: _, ...rest } = deps;
    const launch = launchAu({ ...rest, documents }, { personId: sri, registration, auIndex: 0 });
    await expect(launch).rejects.toMatchObject({ code: 'platform.unavailable' });
    expect(await state()).toMatchObject({ version: 2 });
    expect(await state()).not.toHaveProperty('session');
    await launchAu(deps, { personId: sri, registration, auIndex: 0 });
    expect((await state())?.session?.terms.publisherId).toBe('new');
  });

  it('does not move a course that is satisfied', async () => {
    const { move, learn } = setup('with-results');
    await learn(0, ['completed']);
    await learn(1, ['completed']);
    await learn(2, ['passed']);
    expect(await move()).toBe('stays');
  });

  it('happens once, however many try at once', async () => {
    const { deps, move, learn, versionNow } = setup('with-results');
    await learn(0, ['completed']);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => move()));
    expect(outcomes.filter((outcome) => outcome === 'moved')).toHaveLength(1);
    expect(versionNow()).toBe(2);
    expect(await deps.registrations.read(registration)).toMatchObject({ version: 2 });
  });
});

/** The first parts of the first version in the other order, in one block of the same id. */
function reordered(rules: readonly MoveOn[]): CourseStructure {
  const whole = courseOf([rules]);
  const aus = whole.aus.map((au, index) => ({
    ...au,
    id: `https://publisher.example/au/${rules.length - 1 - index}`,
  }));
  return { ...whole, aus };
}
