import { InvalidInput, type PersonId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { changeTerms, previewTerms } from './change-terms.ts';
import { keepDuties } from './duty/keep-duty.ts';
import { refreshDuties } from './duty/refresh-duty.ts';
import { ObligationChanged } from './errors.ts';
import { showObligation } from './list-obligations.ts';
import { makeObligation } from './make-obligation.ts';
import type { Due, TermsRequest } from './obligation.ts';
import { budi, memberOf, obligationsWorld } from './testing/obligations-world.ts';

const sri = 'sri' as PersonId;
const once: Due = { kind: 'once', on: '2026-06-30' };

async function made(terms: Partial<TermsRequest> = {}) {
  const world = obligationsWorld();
  for (const id of ['adi', 'sri', 'tia']) world.people.set(id, memberOf(id));
  world.people.set('eka', memberOf('eka', { units: ['u2', 'top'] }));
  const request = { title: 'Etika', courseIds: ['c1'], audience: { unitIds: ['u1'] }, due: once, ...terms };
  const { obligationId } = await makeObligation(world.deps, { principal: budi, request });
  await world.spread();
  const { courseIds: _, ...was } = request;
  const to = (over: Partial<TermsRequest>, rev?: number) => ({
    ...{ principal: budi, obligationId, request: { ...was, ...over } },
    ...(rev !== undefined && { rev }),
  });
  const at = (moment: string) => world.clock.advance(Date.parse(moment) - world.clock.now().getTime());
  const dueOf = async (id: string) => (await world.store.dutiesOf(id as PersonId))[0]?.dueOn;
  const counts = async () => (await showObligation(world.deps, { principal: budi, obligationId })).counts;
  return { ...{ world, obligationId, to, at, dueOf, counts } };
}

describe('other terms of an obligation', () => {
  it('are looked at first: who comes and goes, and for how many the day moves', async () => {
    const { world, to, counts } = await made();
    const wide = to({ audience: {}, due: { kind: 'once', on: '2026-09-30' } });
    expect(await previewTerms(world.deps, wide)).toMatchObject({
      ...{ people: 4, comes: 1, goes: 0, isComplete: true },
      moves: { duties: 3, from: '2026-06-30', to: '2026-09-30' },
    });
    const narrow = await previewTerms(world.deps, to({ audience: { unitIds: ['u2'] } }));
    expect(narrow).toMatchObject({ people: 1, comes: 1, goes: 3 });
    expect(narrow).not.toHaveProperty('moves');
    expect(await counts()).toEqual({ once: { enrolled: 3 } });
  });

  it('reach everybody by the round: who goes is released, who comes is given it, days and reasons move, what is finished stays', async () => {
    const { world, to, dueOf, counts } = await made();
    world.courses.complete('adi', 'c1');
    await refreshDuties(world.deps, { personId: 'adi' as PersonId });
    world.people.set('tia', memberOf('tia', { units: ['u3'] }));
    const due: Due = { kind: 'once', on: '2026-09-30' };
    const audience = { unitIds: ['u1', 'u2'] };
    await changeTerms(world.deps, to({ title: 'Etika 2026', due, audience, note: 'SE 7/2026' }));
    await world.spread();
    expect(await counts()).toEqual({ once: { finished: 1, enrolled: 2, released: 1 } });
    expect([await dueOf('sri'), await dueOf('eka'), await dueOf('adi')]).toEqual([
      ...['2026-09-30', '2026-09-30', '2026-06-30'],
    ]);
    expect((await world.store.dutiesOf(sri))[0]?.remind).toMatchObject({ at: '2026-08-31T00:00:00.000Z' });
    expect(world.courses.givenFor.get('sri c1')).toMatchObject({
      ...{ dueOn: '2026-09-30', reason: 'Etika 2026: SE 7/2026' },
    });
    // A second round changes nothing more.
    const before = await world.store.dutiesOf(sri);
    await refreshDuties(world.deps, { personId: sri });
    expect(await world.store.dutiesOf(sri)).toEqual(before);
  });

  it('make nobody late: no day that is over, and rounds that are over keep theirs', async () => {
    const { world, to, at, dueOf } = await made({ due: { kind: 'yearly', by: '06-30' } });
    const yearly = (by: string): Due => ({ kind: 'yearly', by });
    for (const due of [yearly('02-28'), once]) {
      await expect(previewTerms(world.deps, to({ due }))).rejects.toThrow(InvalidInput);
    }
    at('2026-08-01T01:00:00.000Z');
    await changeTerms(world.deps, to({ due: yearly('03-31') }));
    await world.spread();
    expect(await dueOf('sri')).toBe('2026-06-30');
    await changeTerms(world.deps, to({ due: yearly('09-30') }));
    await world.spread();
    expect(await dueOf('sri')).toBe('2026-09-30');
  });

  it('cannot end on a day that is over where people work, though it goes on in UTC; the same for a new one', async () => {
    const { world, to, at } = await made();
    const due = { kind: 'once', on: '2026-06-15' } as const;
    at('2026-06-15T16:59:00.000Z');
    expect((await previewTerms(world.deps, to({ due }))).moves).toMatchObject({ to: due.on });
    at('2026-06-15T17:01:00.000Z');
    await expect(previewTerms(world.deps, to({ due }))).rejects.toThrow(InvalidInput);
    const request = { title: 'Etika', courseIds: ['c1'], audience: {}, due };
    await expect(makeObligation(world.deps, { principal: budi, request })).rejects.toThrow(InvalidInput);
    const next = { ...request, due: { ...due, on: '2026-06-16' } };
    expect(await makeObligation(world.deps, { principal: budi, request: next })).toMatchObject({
      edition: 1,
    });
  });

  it('are changed as they were shown, and not once it has ended', async () => {
    const { world, to } = await made();
    await expect(changeTerms(world.deps, to({}, 9))).rejects.toThrow(ObligationChanged);
    expect((await changeTerms(world.deps, to({ title: 'Etika baru' }, 1))).edition).toBe(2);
    await expect(changeTerms(world.deps, to({}, 1))).rejects.toThrow(ObligationChanged);
  });
});

describe('a programme in order', () => {
  const programme = { title: 'Dasar ASN', inOrder: true };

  async function inOrder() {
    const world = obligationsWorld();
    world.shelf.set('c3', 'open');
    world.people.set('sri', memberOf('sri'));
    const request = { title: 'Etika', courseIds: ['c1', 'c2', 'c3'], audience: {}, due: once, programme };
    const { obligationId } = await makeObligation(world.deps, { principal: budi, request });
    await world.spread();
    const states = async () =>
      (await world.store.dutiesOf(sri)).map(({ courseId, state, obstacle }) =>
        [courseId, state, ...(obstacle ? [obstacle] : [])].join(' '),
      );
    return { world, obligationId, states };
  }

  it('gives each course when the one before is finished, also when that is told late or twice', async () => {
    const { world, states } = await inOrder();
    const line = ['c1 enrolled', 'c2 required earlier-course', 'c3 required earlier-course'];
    expect(await states()).toEqual(line);
    await refreshDuties(world.deps, { personId: sri });
    expect(await states()).toEqual(line);
    world.courses.complete('sri', 'c1');
    // The duty is written, and the worker dies before the next course is given.
    const { give } = world.deps.desk;
    world.deps.desk.give = async () => {
      throw new Error('killed');
    };
    await expect(refreshDuties(world.deps, { personId: sri, courseId: 'c1' })).rejects.toThrow('killed');
    world.deps.desk.give = give;
    await refreshDuties(world.deps, { personId: sri, courseId: 'c1' });
    expect(await states()).toEqual(['c1 finished', 'c2 enrolled', 'c3 required earlier-course']);
    // Also in December, when the round is given to nobody new.
    world.clock.advance(Date.parse('2026-12-20T01:00:00.000Z') - world.clock.now().getTime());
    world.courses.complete('sri', 'c2');
    await refreshDuties(world.deps, { personId: sri, courseId: 'c2' });
    expect(await states()).toEqual(['c1 finished', 'c2 finished', 'c3 enrolled']);
  });

  it('goes past a course that has closed to whoever has not got it, and gives that one when it is open again', async () => {
    const { world, states } = await inOrder();
    world.courses.closed.add('c2');
    world.courses.complete('sri', 'c1');
    await refreshDuties(world.deps, { personId: sri, courseId: 'c1' });
    expect(await states()).toEqual(['c1 finished', 'c2 required course-closed', 'c3 enrolled']);
    await refreshDuties(world.deps, { personId: sri });
    expect(await states()).toEqual(['c1 finished', 'c2 required course-closed', 'c3 enrolled']);
    world.courses.closed.delete('c2');
    const member = memberOf('sri');
    const [obligation] = await world.store.listOf(member.agencyId);
    if (!obligation) throw new Error('no obligation');
    await keepDuties(world.deps, { obligation, member });
    expect(await states()).toEqual(['c1 finished', 'c2 enrolled', 'c3 enrolled']);
  });

  it('begins with the next where the first has closed, and lets whoever is in a closed course finish it first', async () => {
    const closed = obligationsWorld();
    closed.people.set('sri', memberOf('sri'));
    closed.courses.closed.add('c1');
    const request = { title: 'Etika', courseIds: ['c1', 'c2'], audience: {}, due: once, programme };
    await makeObligation(closed.deps, { principal: budi, request });
    await closed.spread();
    expect((await closed.store.dutiesOf(sri)).map(({ state }) => state)).toEqual(['required', 'enrolled']);
    const { world, states } = await inOrder();
    world.courses.closed.add('c1');
    await refreshDuties(world.deps, { personId: sri });
    expect((await states())[1]).toBe('c2 required earlier-course');
  });

  it('goes past what was finished before, and lets nobody be given a course that waits', async () => {
    const { world, states } = await inOrder();
    world.courses.complete('sri', 'c2');
    await refreshDuties(world.deps, { personId: sri });
    expect(await states()).toEqual(['c1 enrolled', 'c2 finished', 'c3 required earlier-course']);
    world.courses.complete('sri', 'c1');
    await refreshDuties(world.deps, { personId: sri });
    expect(await states()).toEqual(['c1 finished', 'c2 finished', 'c3 enrolled']);
  });
});
