import { type PersonId, Unavailable } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { changeObligation } from '../change-obligation.ts';
import { changeTerms } from '../change-terms.ts';
import { changeCourse } from '../courses/change-courses.ts';
import { ObligationChanged } from '../errors.ts';
import { makeObligation } from '../make-obligation.ts';
import type { ObligationRequest } from '../obligation.ts';
import type { SpreadStore } from '../ports.ts';
import { remindLate } from '../remind-late.ts';
import { bkn, budi, memberOf, obligationsWorld } from '../testing/obligations-world.ts';
import { sweepSpreads } from './sweep-spreads.ts';

const request: ObligationRequest = {
  ...{ title: 'Antikorupsi', courseIds: ['c1'], audience: {}, due: { kind: 'once', on: '2026-06-30' } },
};
const terms = { title: 'Integritas', audience: { statuses: ['PNS'] }, due: request.due } as const;
const [sri, adi] = ['sri' as PersonId, 'adi' as PersonId];
const gone = async () => Promise.reject(new Unavailable('throttled'));

type World = ReturnType<typeof obligationsWorld>;
type Deps = World['deps'];

/** Every place at which a store or the queue may fail, one at a time. */
const failures: readonly (readonly [string, (deps: Deps) => Deps])[] = [
  ['people cannot be counted', (deps) => ({ ...deps, members: { ...deps.members, headsOf: gone } })],
  ['the tree cannot be read', (deps) => ({ ...deps, members: { ...deps.members, basisOf: gone } })],
  ['a spread cannot be read', (deps) => ({ ...deps, spreads: { ...deps.spreads, findSpread: gone } })],
  ['a spread cannot be written', (deps) => ({ ...deps, spreads: { ...deps.spreads, saveSpread: gone } })],
  ['the queue does not answer', (deps) => ({ ...deps, queue: { send: gone } })],
];

/** Asks as people do: once more when they were told that it did not work. */
async function insist(world: World, fail: (deps: Deps) => Deps, ask: (deps: Deps) => Promise<unknown>) {
  try {
    await ask(fail(world.deps));
  } catch (error) {
    expect(error).toBeInstanceOf(Unavailable);
    await ask(world.deps);
  }
}

/** The sweep takes up what has no worker. */
async function night(world: World) {
  world.clock.advance(11 * 60_000);
  await sweepSpreads(world.deps);
  await world.spread();
}

async function made() {
  const world = obligationsWorld();
  for (const id of [sri, adi]) world.people.set(id, memberOf(id));
  const { obligationId } = await makeObligation(world.deps, { principal: budi, request });
  await world.spread();
  const own = { principal: budi, obligationId };
  const states = async () => (await world.owed()).map((line) => line.split(' ').slice(3).join(' '));
  return { world, own, states };
}

describe.each(failures)('R3, R5: when %s', (_, fail) => {
  it('an obligation is made once, and reaches everybody', async () => {
    const world = obligationsWorld();
    for (const id of [sri, adi]) world.people.set(id, memberOf(id));
    await insist(world, fail, (deps) => makeObligation(deps, { principal: budi, request }));
    await night(world);
    const all = await world.store.listOf(bkn);
    expect(all).toHaveLength(1);
    expect(await world.store.findSpread(all[0]?.obligationId ?? ('' as never))).toMatchObject({
      state: 'done',
    });
    expect(await world.owed()).toHaveLength(2);
  });

  it('one that is ended is over for everybody', async () => {
    const { world, own, states } = await made();
    await insist(world, fail, (deps) => changeObligation(deps, { ...own, step: 'end' }));
    await night(world);
    expect(await world.store.find(bkn, own.obligationId)).toMatchObject({ state: 'ended' });
    expect(await states()).toEqual(['c1 released', 'c1 released']);
  });

  it('other terms and other courses reach everybody', async () => {
    const { world, own, states } = await made();
    world.people.set(adi, memberOf(adi, { status: 'PPPK' }));
    await insist(world, fail, (deps) => changeTerms(deps, { ...own, request: terms }));
    const other = { courseId: 'c1', to: 'c2', reason: 'Ditutup' };
    await insist(world, fail, (deps) => changeCourse(deps, { ...own, request: other }));
    await night(world);
    expect(await world.store.find(bkn, own.obligationId)).toMatchObject({ edition: 2, courseIds: ['c2'] });
    expect(await states()).toEqual(['c1 released', 'c1 released', 'c2 enrolled']);
  });

  it('whoever is late is reminded when the page says so', async () => {
    const { world, own } = await made();
    world.clock.advance(Date.parse('2026-07-02T01:00:00.000Z') - world.clock.now().getTime());
    await world.store.write(await toldYesterday(world));
    await insist(world, fail, (deps) => remindLate(deps, own));
    await night(world);
    expect((await world.store.dutiesOf(sri))[0]?.remind).toMatchObject({ step: 'overdue' });
  });
});

/** As the reminders leave it after the last step of the way. */
async function toldYesterday(world: World) {
  const [before] = await world.store.dutiesOf(sri);
  if (!before) throw new Error('no duty');
  const { remind: _, ...rest } = before;
  return { before, after: { ...rest, toldOn: '2026-07-01' } };
}

describe('a spread', () => {
  it('begins anew also when its worker saves its place meanwhile, with the obligation as it was asked', async () => {
    const { world, own, states } = await made();
    let isFirst = true;
    const findSpread: SpreadStore['findSpread'] = async (obligationId) => {
      const found = await world.store.findSpread(obligationId);
      if (found && isFirst) await world.store.saveSpread({ ...found, seen: found.seen + 1 });
      isFirst = false;
      return found;
    };
    const deps = { ...world.deps, spreads: { ...world.deps.spreads, findSpread } };
    expect(await changeObligation(deps, { ...own, step: 'end' })).toMatchObject({ state: 'ended', rev: 2 });
    await world.spread();
    expect(await states()).toEqual(['c1 released', 'c1 released']);
  });

  it('is left alone by whoever changed an obligation too late', async () => {
    const { world, own } = await made();
    const before = await world.store.findSpread(own.obligationId);
    const find: Deps['obligations']['find'] = async (...place) => {
      const found = await world.store.find(...place);
      return found && { ...found, rev: found.rev - 1 };
    };
    const deps = { ...world.deps, obligations: { ...world.deps.obligations, find } };
    await expect(changeObligation(deps, { ...own, step: 'end' })).rejects.toThrow(ObligationChanged);
    expect(await world.store.findSpread(own.obligationId)).toEqual(before);
    expect(world.sent).toEqual([]);
  });
});
