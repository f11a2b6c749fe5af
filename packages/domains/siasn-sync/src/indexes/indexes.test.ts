import type { AgencyId, PersonId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { LeaseOver, SiasnNotFound } from '../errors.ts';
import { readingWorld, sampleIndex } from '../testing/reading-world.ts';
import { readNow, switchReading, wantIndex } from './change-reading.ts';
import { claimPeople } from './claim-people.ts';
import { forgetInReading, traceIn } from './forget-reading.ts';
import { ownIndexDesk } from './own-index-desk.ts';
import { readDueIndexes } from './read-due-indexes.ts';
import { settlePeople } from './settle-people.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

async function reading(environment: 'training' | 'production' = 'production') {
  const world = readingWorld();
  await world.on();
  const settings = await world.store.settings.find(world.agencyId);
  if (settings) await world.store.settings.save({ ...settings, environment });
  await switchReading(world.deps, { principal: world.principal(), isOn: true });
  const claim = (limit = 25) => claimPeople(world.deps, { agencyId: world.agencyId, environment, limit });
  return { ...world, claim };
}

describe('a round through the people of an agency', () => {
  it('keeps what BKN has, notes who has none, and comes again in a month', async () => {
    const world = await reading();
    const { join, read, kept, clock, asked } = world;
    join('sri', { index: sampleIndex() });
    join('budi');
    join('tono', { bare: true });
    join('lain', { agency: 'lain' as AgencyId, index: sampleIndex() });
    expect(await read()).toEqual({ read: 2, outcome: 'idle' });
    expect(kept).toEqual([
      { personId: 'budi', at: '2026-03-10T01:00:00.000Z', because: 'none' },
      {
        ...{ personId: 'sri', at: '2026-03-10T01:00:00.000Z' },
        index: {
          ...{ qualification: 15, competency: 32.5, performance: 25, discipline: 5 },
          createdAt: '2026-03-01T01:15:33.000Z',
        },
      },
    ]);
    expect(await world.reading()).toMatchObject({
      round: {
        counts: { value: 1, none: 1, failed: 0, numberless: 1 },
        finishedAt: '2026-03-10T01:00:00.000Z',
      },
      readAt: '2026-03-10T01:00:00.000Z',
    });
    clock.advance(29 * dayMs);
    expect(await read()).toEqual({ read: 0, outcome: 'idle' });
    clock.advance(dayMs);
    expect(await read()).toMatchObject({ read: 2 });
    expect(asked).toHaveLength(4);
    expect((await world.reading()).before).toMatchObject({ counts: { value: 1, none: 1 } });
  });

  it('asks of everybody once, however many there are, some at a time', async () => {
    const { join, read, asked, reading: now } = await reading();
    for (let n = 0; n < 130; n += 1) join(`p${String(n).padStart(3, '0')}`, { index: sampleIndex() });
    expect(await read()).toEqual({ read: 50, outcome: 'more' });
    expect((await now()).round).toMatchObject({ counts: { value: 50 } });
    await read();
    await read();
    expect(await read()).toEqual({ read: 0, outcome: 'idle' });
    expect([asked.length, new Set(asked).size]).toEqual([130, 130]);
    expect((await now()).round?.finishedAt).toBeDefined();
  });

  it('goes on where many have no number', async () => {
    const { join, read, asked, reading: now } = await reading();
    for (let n = 0; n < 400; n += 1) join(`p${String(n).padStart(3, '0')}`, { bare: true });
    join('z', { index: sampleIndex() });
    for (let n = 0; n < 3; n += 1) await read();
    expect(asked).toHaveLength(1);
    expect((await now()).round).toMatchObject({ counts: { value: 1, numberless: 400 } });
  });

  it('begins again by itself when the agency goes from training to the real one; of training nothing is kept', async () => {
    const { join, read, kept, store, agencyId, reading: now } = await reading('training');
    join('sri', { index: sampleIndex() });
    expect(await read(50, 'production')).toEqual({ read: 0, outcome: 'idle' });
    expect(await read(50, 'training')).toMatchObject({ read: 1 });
    expect((await now()).round).toMatchObject({ counts: { value: 1 } });
    expect(kept).toEqual([]);
    const settings = await store.settings.find(agencyId);
    if (settings) await store.settings.save({ ...settings, environment: 'production' });
    expect(await read(50, 'training')).toEqual({ read: 0, outcome: 'idle' });
    expect(await read()).toMatchObject({ read: 1 });
    expect(kept).toHaveLength(1);
  });
});

describe('trouble', () => {
  it('with one person is noted with its reason, and the others are read', async () => {
    const { join, read, run, kept, reading: now } = await reading();
    join('a', { index: sampleIndex({ kinerja: 300 }) });
    join('b', { index: sampleIndex() });
    const c = join('c', { index: sampleIndex() });
    join('d', { index: sampleIndex() });
    run((nip) => (nip === c.nip ? 'forbidden' : undefined));
    expect(await read()).toMatchObject({ read: 4, outcome: 'idle' });
    expect(await now()).toMatchObject({
      failures: [
        { personId: 'a', because: 'unreadable' },
        { personId: 'c', because: 'forbidden' },
      ],
      round: { counts: { value: 2, failed: 2 } },
    });
    expect(kept.map(({ personId, because }) => [personId, because])).toEqual([
      ['a', 'unreadable'],
      ['b', undefined],
      ['c', 'forbidden'],
      ['d', undefined],
    ]);
  });

  it('with one person who never gets an answer holds nobody up', async () => {
    const { join, read, run, clock, reading: now } = await reading();
    const a = join('a', { index: sampleIndex() });
    for (const name of ['b', 'c', 'd']) join(name, { index: sampleIndex() });
    run((nip) => (nip === a.nip ? 'error' : undefined));
    for (let n = 0; n < 4; n += 1) {
      await read();
      clock.advance(61 * minuteMs);
    }
    expect(await now()).toMatchObject({
      round: { counts: { value: 3, failed: 1 }, finishedAt: expect.any(String) },
      failures: [{ personId: 'a', because: 'broken-answer' }],
    });
  });

  it('with three in a row leaves SIASN alone for longer each time, and fails nobody for it', async () => {
    const { join, read, run, asked, clock, kept, reading: now } = await reading();
    for (let n = 0; n < 12; n += 1) join(`p${String(n).padStart(2, '0')}`, { index: sampleIndex() });
    run(() => 'away');
    expect(await read()).toEqual({ read: 3, outcome: 'stopped', because: 'unreachable' });
    expect(await read()).toMatchObject({ outcome: 'idle' });
    expect(asked).toHaveLength(3);
    expect((await now()).pause).toMatchObject({ because: 'unreachable', until: '2026-03-10T01:01:00.000Z' });
    clock.advance(minuteMs);
    await read();
    expect((await now()).pause).toMatchObject({ until: '2026-03-10T01:03:00.000Z', stops: 2 });
    run(undefined);
    clock.advance(2 * minuteMs);
    expect(await read()).toEqual({ read: 12, outcome: 'idle' });
    expect(await now()).toMatchObject({ round: { counts: { value: 12, failed: 0 } } });
    expect((await now()).pause).toBeUndefined();
    expect(kept).toHaveLength(12);
  });

  it.each([
    ['busy', 'busy', 60_000],
    ['unsubscribed', 'client-refused', dayMs],
  ] as const)('%s stops at once', async (fault, because, waits) => {
    const { join, read, run, asked, clock, reading: now } = await reading();
    join('a', { index: sampleIndex() });
    join('b', { index: sampleIndex() });
    run(() => fault);
    expect(await read()).toEqual({ read: 0, outcome: 'stopped', because });
    expect(asked).toHaveLength(1);
    run(undefined);
    clock.advance(waits - 1);
    expect(await read()).toEqual({ read: 0, outcome: 'idle' });
    clock.advance(1);
    expect(await read()).toMatchObject({ read: 2 });
    expect((await now()).failures).toEqual([]);
  });

  it('of an account that may look at nobody waits a day, and an administrator may try sooner', async () => {
    const { join, read, run, deps, principal } = await reading();
    for (const name of ['a', 'b', 'c', 'd']) join(name, { index: sampleIndex() });
    run(() => 'forbidden');
    expect(await read()).toMatchObject({ outcome: 'stopped', because: 'forbidden' });
    run(undefined);
    expect(await read()).toMatchObject({ outcome: 'idle' });
    await readNow(deps, { principal: principal() });
    expect(await read()).toMatchObject({ read: 4 });
  });
});

describe('who holds a batch', () => {
  it('holds it alone, until the lease ends; then it goes to somebody else, and comes too late', async () => {
    const { join, claim, deps, agencyId, clock, kept } = await reading();
    join('sri', { index: sampleIndex() });
    const first = await claim();
    expect(first?.people).toMatchObject([{ personId: 'sri' }]);
    expect(await claim()).toBeUndefined();
    clock.advance(10 * minuteMs);
    const other = await claim();
    expect(other?.people).toMatchObject([{ personId: 'sri' }]);
    const end = { results: [{ personId: 'sri' as PersonId, outcome: 'none' as const }] };
    const settle = (leaseId = '') => settlePeople(deps, { agencyId, leaseId, end });
    await expect(settle(first?.leaseId)).rejects.toBeInstanceOf(LeaseOver);
    expect(kept).toEqual([]);
    await settle(other?.leaseId);
    await expect(settle(other?.leaseId)).rejects.toBeInstanceOf(LeaseOver);
    expect(kept).toHaveLength(1);
  });

  it('tells of nobody else, and of nobody who has left', async () => {
    const { join, claim, deps, agencyId, people, kept, reading: now } = await reading();
    join('sri', { index: sampleIndex() });
    join('budi', { index: sampleIndex() });
    const settle = async (personId: string) => {
      const batch = await claim(1);
      expect(batch?.people).toMatchObject([{ personId: 'budi' }]);
      await settlePeople(deps, {
        ...{ agencyId, leaseId: batch?.leaseId ?? '' },
        end: { results: [{ personId: personId as PersonId, outcome: 'none' }] },
      });
    };
    await settle('sri');
    expect((await now()).left).toHaveLength(2);
    await settle('nobody');
    const { agencyId: _, ...bare } = people.get('budi' as PersonId) ?? { lines: new Map() };
    const batch = await claim(1);
    people.set('budi' as PersonId, { ...bare, agencyId: 'lain' as AgencyId });
    const end = { results: [{ personId: 'budi' as PersonId, outcome: 'none' as const }] };
    await settlePeople(deps, { agencyId, leaseId: batch?.leaseId ?? '', end });
    expect(kept).toEqual([]);
  });

  it('that is told late says nothing of whoever was erased meanwhile, and everything of the others', async () => {
    const { join, claim, deps, agencyId, kept, reading: now } = await reading();
    for (const name of ['budi', 'sri', 'tono', 'umar']) join(name, { index: sampleIndex() });
    const said = (name: string) => ({ personId: name as PersonId });
    const batch = await claim();
    expect(batch?.people).toHaveLength(4);
    for (const name of ['sri', 'tono', 'umar']) {
      const given = { agencyId, ...said(name) };
      expect(await traceIn(deps.readings, given)).toMatchObject({ isLeft: true });
      await forgetInReading(deps.readings, given);
      expect(await traceIn(deps.readings, given)).toBeUndefined();
    }
    await settlePeople(deps, {
      ...{ agencyId, leaseId: batch?.leaseId ?? '' },
      end: {
        results: [
          { ...said('sri'), outcome: 'none' },
          { ...said('budi'), outcome: 'none' },
          { ...said('tono'), outcome: 'failed', because: 'refused' },
          { ...said('umar'), outcome: 'later', because: 'timeout' },
        ],
      },
    });
    expect(kept.map(({ personId }) => personId)).toEqual(['budi']);
    expect(await now()).toMatchObject({ left: [], failures: [], round: { counts: { none: 1, failed: 0 } } });
    expect(await now()).not.toHaveProperty('lease');
  });

  it('names whom it holds although nothing else does, until they are forgotten', async () => {
    const { join, read, claim, deps, agencyId, clock, kept } = await reading();
    const { personId } = join('sri', { index: sampleIndex() });
    await read();
    clock.advance(dayMs);
    await wantIndex(deps, { agencyId, personId });
    const batch = await claim();
    await deps.readings.unwant(agencyId, [personId]);
    const trace = { agencyId, isWanted: false, isLeft: true, failures: [] };
    expect(await traceIn(deps.readings, { agencyId, personId })).toEqual(trace);
    await forgetInReading(deps.readings, { agencyId, personId });
    expect(await traceIn(deps.readings, { agencyId, personId })).toBeUndefined();
    kept.length = 0;
    const end = { results: [{ personId, outcome: 'none' as const }] };
    await settlePeople(deps, { agencyId, leaseId: batch?.leaseId ?? '', end });
    expect(kept).toEqual([]);
  });

  it('that was switched off meanwhile comes too late; switched on again it begins anew', async () => {
    const { join, claim, deps, agencyId, principal, read, asked } = await reading();
    join('sri', { index: sampleIndex() });
    const batch = await claim();
    await switchReading(deps, { principal: principal(), isOn: false });
    await expect(
      settlePeople(deps, { agencyId, leaseId: batch?.leaseId ?? '', end: { results: [] } }),
    ).rejects.toBeInstanceOf(LeaseOver);
    expect(await read()).toEqual({ read: 0, outcome: 'idle' });
    expect(asked).toEqual([]);
    await switchReading(deps, { principal: principal(), isOn: true });
    expect(await read()).toMatchObject({ read: 1 });
  });

  it('gives back whom there was no time for', async () => {
    const { join, deps, agencyId, clock, asked, reading: now } = await reading();
    for (const name of ['a', 'b', 'c']) join(name, { index: sampleIndex() });
    const desk = ownIndexDesk(deps, { agencyId, environment: 'production' });
    const slow = {
      officialIndexOf: async (nip: string) => {
        asked.push(nip);
        clock.advance(4 * minuteMs);
        return 'none' as const;
      },
    };
    const given = { client: slow, clock, stillTime: () => true, most: 50 };
    expect(await readDueIndexes(desk, given)).toEqual({ read: 2, outcome: 'more' });
    expect((await now()).left).toMatchObject([{ personId: 'c', tries: 0 }]);
  });
});

describe('whoever wants theirs', () => {
  it('comes first, between rounds as well, and once', async () => {
    const { join, read, asked, deps, agencyId, clock, reading: now } = await reading();
    join('a', { index: sampleIndex() });
    const z = join('z', { index: sampleIndex() });
    await read();
    clock.advance(dayMs);
    const want = { agencyId, personId: z.personId };
    expect(await wantIndex(deps, want)).toBe('noted');
    asked.length = 0;
    expect(await read()).toEqual({ read: 1, outcome: 'idle' });
    expect(await read()).toEqual({ read: 0, outcome: 'idle' });
    expect(asked).toEqual([z.nip]);
    // The round is over, and is told as it was.
    expect((await now()).round).toMatchObject({ counts: { value: 2 } });
  });

  it('is tried again, and not for ever', async () => {
    const { join, read, run, asked, deps, agencyId, clock, reading: now } = await reading();
    const z = join('z', { index: sampleIndex() });
    await read();
    await wantIndex(deps, { agencyId, personId: z.personId });
    asked.length = 0;
    run(() => 'silent');
    for (let n = 0; n < 5; n += 1) {
      await read();
      clock.advance(61 * minuteMs);
    }
    expect(asked).toHaveLength(3);
    expect((await now()).failures).toMatchObject([{ personId: 'z', because: 'timeout' }]);
  });

  it('and has left or has no number is forgotten; where nothing is read nothing is wanted', async () => {
    const { join, read, deps, agencyId, principal } = await reading();
    const { personId } = join('bare', { bare: true });
    await wantIndex(deps, { agencyId, personId });
    await wantIndex(deps, { agencyId, personId: 'gone' as PersonId });
    await read();
    expect(await deps.readings.wantedOf(agencyId, 9)).toEqual([]);
    await switchReading(deps, { principal: principal(), isOn: false });
    expect(await wantIndex(deps, { agencyId, personId })).toBe('off');
  });

  it('an administrator reads all again at once, where it is switched on and theirs', async () => {
    const { join, read, deps, principal, asked } = await reading();
    join('a', { index: sampleIndex() });
    await read();
    await readNow(deps, { principal: principal() });
    expect(await read()).toMatchObject({ read: 1 });
    expect(asked).toHaveLength(2);
    await expect(readNow(deps, { principal: principal('lain' as AgencyId) })).rejects.toBeInstanceOf(
      SiasnNotFound,
    );
    await expect(
      switchReading(deps, { principal: principal('lain' as AgencyId), isOn: true }),
    ).rejects.toBeInstanceOf(SiasnNotFound);
  });
});
