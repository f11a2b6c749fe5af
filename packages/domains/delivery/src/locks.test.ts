import { describe, expect, it } from 'vitest';
import { acceptAuStatements } from './accept-au-statements.ts';
import { launchAu } from './launch-au.ts';
import { launchGuest } from './launch-guest.ts';
import type { CourseContent } from './ports.ts';
import {
  contentOf,
  courseOf,
  deliveryWorld,
  memoryGuestStore,
  memoryTrialStore,
  registration,
  sri,
} from './testing/index.ts';
import { launchTrial } from './trial.ts';
import { waiveAu } from './waive-au.ts';

/** The third part wants the first two, of which the second has no criterion. */
function setup() {
  const structure = courseOf([['Completed'], ['NotApplicable'], ['Passed']]);
  const world = deliveryWorld(structure);
  const { parts } = contentOf(structure);
  const after = (index: number) => (index === 2 ? [0, 1] : []);
  const content: CourseContent = {
    structure: {
      ...structure,
      aus: structure.aus.map((au) => ({ ...au, title: { id: `Bagian ${au.index}` } })),
    },
    parts: parts.map((part, index) => ({ ...part, after: after(index) })),
  };
  const deps = { ...world.deps, content: { find: async () => content } };
  const launch = (auIndex: number) => launchAu(deps, { personId: sri, registration, auIndex });
  return { world, deps, launch };
}

const locked = {
  code: 'delivery.part-locked',
  issues: [{ message: expect.stringContaining('Bagian 0') }],
};

describe('a part that wants others done before', () => {
  it('is not launched, whatever is asked; nothing is written, and an open session goes on', async () => {
    const { world, deps, launch } = setup();
    await expect(launch(2)).rejects.toMatchObject(locked);
    expect(world.records.statements).toEqual([]);
    const { sessionId } = await launch(0);
    const before = world.records.statements.length;
    await expect(launch(2)).rejects.toMatchObject(locked);
    expect(world.records.statements).toHaveLength(before);
    const state = await deps.registrations.read(registration);
    expect(state?.session?.terms.sessionId).toBe(sessionId);
    expect(state?.session?.endedAt).toBeUndefined();
  });

  it('opens when the AU before it has met its criterion; one without a criterion holds nobody up', async () => {
    const { world, launch } = setup();
    const { principal, say } = await world.start({ auIndex: 0 });
    await acceptAuStatements(world.deps, { principal, statements: [say('initialized')] });
    await expect(launch(2)).rejects.toMatchObject(locked);
    const again = await world.start({ auIndex: 0 });
    const statements = [again.say('initialized'), again.say('completed'), again.say('terminated')];
    await acceptAuStatements(world.deps, { principal: again.principal, statements });
    expect(await launch(2)).toMatchObject({ mode: 'Normal' });
  });

  it('opens when the AU before it is waived', async () => {
    const { deps, launch } = setup();
    await waiveAu(deps, { registration, auIndex: 0, reason: 'Tested Out' });
    expect(await launch(2)).toMatchObject({ mode: 'Normal' });
  });

  it('holds for guests and in trials as for learners', async () => {
    const { deps } = setup();
    const guests = { ...deps, guests: memoryGuestStore(), trials: memoryTrialStore() };
    const actor = { homePage: 'https://lain.example', name: 'tamu' };
    const guest = { clientId: 'k', courseId: 'c1', version: 1, actor, auIndex: 2 };
    await expect(launchGuest(guests, guest)).rejects.toMatchObject(locked);
    const at = { personId: sri, courseId: 'c1', version: 1 };
    await expect(launchTrial(guests, { at, auIndex: 2 })).rejects.toMatchObject(locked);
  });
});
