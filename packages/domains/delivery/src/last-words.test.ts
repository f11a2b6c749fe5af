import { describe, expect, it } from 'vitest';
import { acceptAuStatements } from './accept-au-statements.ts';
import { lastWords } from './last-words.ts';
import type { PartContent } from './ports.ts';
import { courseOf, deliveryWorld, registration } from './testing/delivery-world.ts';

const structure = courseOf([['Completed'], ['Completed']]);

/** A learner in the middle of a part, whose goodbye comes while somebody waits for it. */
async function worldOf(kind: PartContent['kind'], goodbyeAfterMs = 300) {
  const world = deliveryWorld(structure);
  const { say, principal } = await world.start();
  await acceptAuStatements(world.deps, { principal, statements: [say('initialized')] });
  const pauses: number[] = [];
  const part = { moduleId: 'm1', kind, originHash: 'a'.repeat(32), after: [] } as const;
  const content = { structure, parts: structure.aus.map(() => part) };
  let waited = 0;
  const sleep = async (ms: number) => {
    pauses.push(ms);
    waited += ms;
    world.clock.advance(ms);
    if (waited >= goodbyeAfterMs && waited - ms < goodbyeAfterMs)
      await acceptAuStatements(world.deps, { principal, statements: [say('terminated')] });
  };
  const wait = () => lastWords({ ...world.deps, sleep }, { registration, content });
  return { ...world, pauses, wait, sleep };
}

describe('lastWords', () => {
  it('waits for the end that a page of ours is just sending, and no longer', async () => {
    const { wait, pauses, launch, verbs } = await asVerbs(worldOf('article'));
    await wait();
    expect(pauses).toEqual([200, 200]);
    await launch({ auIndex: 1 });
    expect(verbs()).toEqual(['launched', 'initialized', 'terminated', 'launched']);
  });

  it('gives up after a moment, and the launch abandons', async () => {
    const { wait, pauses, launch, verbs } = await asVerbs(worldOf('scorm12', 5000));
    await wait();
    expect(pauses).toEqual([200, 200, 200, 200]);
    await launch({ auIndex: 1 });
    expect(verbs()).toEqual(['launched', 'initialized', 'abandoned', 'launched']);
  });

  it('waits neither for content of others nor for a session that was quiet for long', async () => {
    const other = await worldOf('cmi5');
    await other.wait();
    expect(other.pauses).toEqual([]);
    const quiet = await worldOf('article');
    quiet.clock.advance(31 * 60_000);
    await quiet.wait();
    expect(quiet.pauses).toEqual([]);
  });
});

async function asVerbs(opening: ReturnType<typeof worldOf>) {
  const world = await opening;
  const verbs = () => world.records.statements.map(({ verb }) => verb.id.split('/').at(-1));
  return { ...world, verbs };
}
