import type { AgencyId, Jp, PersonId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { HoldChanged, HoldNotFound, OwnHold } from './errors.ts';
import { followCompletion } from './follow-completion.ts';
import { followStanding } from './follow-standing.ts';
import type { EntryId } from './ledger/entry.ts';
import type { Completion } from './ports.ts';
import { readLedger } from './read-ledger.ts';
import { readYear } from './read-year.ts';
import { refreshYears } from './refresh-years.ts';
import { answerHold, decideHold, listHolds, readHold } from './review-holds.ts';
import { nationalRules } from './rules/national-rules.ts';
import { budi, course, creditWorld, sri } from './testing/credit-world.ts';
import { pns, pppk } from './testing/samples.ts';

const year = { personId: sri, year: 2026 };
const now = { personId: sri, now: new Date('2026-03-02T02:00:00.000Z') };
const about = 'r1' as EntryId;
const rushed: Completion = { ...course, completedAt: '2026-03-02T01:00:20.000Z' };
const allElsewhere = { here: 0, elsewhere: 1, waived: 0 };
const kindsOf = async (world: ReturnType<typeof creditWorld>) =>
  (await world.credit.entriesOf(sri)).map(({ kind }) => kind).toSorted();

describe('a completed course', () => {
  it('L2: makes one line, however often and in how many places at once it is told', async () => {
    const world = creditWorld();
    world.complete(course);
    const told = await Promise.all([1, 2, 3].map(() => followCompletion(world, 'r1')));
    expect(told.filter((outcome) => outcome === 'earned')).toHaveLength(1);
    expect(await followCompletion(world, 'r1')).toBe('unchanged');
    expect(await followCompletion(world, 'unknown')).toBe('absent');
    expect(await readLedger(world, year)).toMatchObject({
      total: { recognised: 100, minimum: { met: false } },
      lines: [{ stated: 100, recognised: 100, reasons: [] }],
      years: [2026],
    });
  });

  it('is corrected when the last words of its session tell of other days, and stays so', async () => {
    const world = creditWorld();
    world.complete({ ...course, stated: 400 as Jp });
    await followCompletion(world, 'r1');
    const work = { kind: 'work', sessionId: 's1', storedAt: '2026-03-02T01:20:00.000Z' } as const;
    const moments = ['2026-03-02T01:10:00.000Z', '2026-03-02T01:20:00.000Z'].map((at) => ({ ...work, at }));
    const other = { ...course, stated: 400 as Jp, completedAt: '2026-03-02T17:20:00.000Z' };
    world.complete({ ...other, moments: [...course.moments, ...moments] });
    expect(await followCompletion(world, 'r1')).toBe('unchanged');
    const night = { ...work, at: '2026-03-02T17:10:00.000Z', storedAt: '2026-03-02T17:20:00.000Z' };
    world.complete({ ...other, moments: [...course.moments, ...moments, night] });
    expect(await followCompletion(world, 'r1')).toBe('corrected');
    expect(await followCompletion(world, 'r1')).toBe('unchanged');
    const ledger = await readLedger(world, year);
    expect(ledger?.lines[0]?.parts.map(({ date }) => date)).toEqual(['2026-03-02', '2026-03-03']);
  });

  it('keeps its days when the records behind them were erased', async () => {
    const world = creditWorld();
    world.complete(course);
    await followCompletion(world, 'r1');
    world.complete({ ...course, moments: [], completedAt: '2026-03-09T01:20:00.000Z' });
    expect(await followCompletion(world, 'r1')).toBe('unchanged');
  });

  it('L5: stays on its days and under its rules when the person moves east and to another agency', async () => {
    const world = creditWorld();
    const late = { completedAt: '2026-12-31T16:00:00.000Z', stated: 300 as Jp };
    const moment = { kind: 'launched', sessionId: 's1' } as const;
    const opened = '2026-12-31T15:00:00.000Z';
    world.complete({ ...course, ...late, moments: [{ ...moment, at: opened, storedAt: opened }] });
    await followCompletion(world, 'r1');
    const lan = 'lan' as AgencyId;
    const moved = { ...pns, timeZone: 'Asia/Jayapura', agencyId: lan } as const;
    world.people.set(sri, moved);
    // All of it by the stricter rule of the new agency would be held.
    const [effort] = nationalRules.filter((rule) => rule.kind === 'effort');
    if (!effort) throw new Error('no rule');
    const scope = { kind: 'agency', agencyId: lan } as const;
    await world.credit.addRule({ ...effort, ruleId: 'lan:effort', scope, leastShare: 100 });
    world.complete({
      ...course,
      ...late,
      agencyId: lan,
      moments: [{ ...moment, at: opened, storedAt: opened }],
    });
    expect(await followCompletion(world, 'r1')).toBe('unchanged');
    expect(await kindsOf(world)).toEqual(['earned']);
    expect((await readLedger(world, year))?.lines).toMatchObject([{ endsOn: '2026-12-31', recognised: 300 }]);
    // One that is told only after the move is judged by where the person was then.
    const places = [
      { from: '1900-01-01', to: '2027-03-31', timeZone: 'Asia/Jakarta', agencyId: 'bkn' as AgencyId },
      { from: '2027-04-01', timeZone: 'Asia/Jayapura', agencyId: lan },
    ] as const;
    world.people.set(sri, { ...moved, places });
    const other = {
      ...course,
      ...late,
      registration: 'r2',
      courseId: 'c2',
      completedAt: '2026-12-31T14:59:00.000Z',
    };
    const before = '2026-12-31T14:00:00.000Z';
    world.complete({ ...other, agencyId: lan, moments: [{ ...moment, at: before, storedAt: before }] });
    await followCompletion(world, 'r2');
    expect(await world.credit.findEntry(sri, 'r2' as EntryId)).toMatchObject({
      ...{ agencyId: 'bkn', timeZone: 'Asia/Jakarta', parts: [{ date: '2026-12-31' }] },
    });
    expect(await kindsOf(world)).toEqual(['earned', 'earned']);
  });

  it('is reversed when the provider takes it back, and counts again when it is given again', async () => {
    const world = creditWorld();
    world.complete({ ...course, stands: false });
    expect(await followCompletion(world, 'r1')).toBe('absent');
    world.complete(course);
    await followCompletion(world, 'r1');
    world.complete({ ...course, stands: false });
    world.clock.advance(1000);
    expect(await followCompletion(world, 'r1')).toBe('reversed');
    expect(await followCompletion(world, 'r1')).toBe('unchanged');
    expect((await readLedger(world, year))?.total.recognised).toBe(0);
    world.complete(course);
    world.clock.advance(1000);
    expect(await followCompletion(world, 'r1')).toBe('corrected');
    expect((await readLedger(world, year))?.total.recognised).toBe(100);
  });

  describe('of another system', () => {
    const opened = ['2026-03-02T01:00:00.000Z', '2026-03-03T01:00:00.000Z'];
    const done = '2026-03-03T09:00:00.000Z';
    const elsewhere = { shown: allElsewhere, moments: [], stated: 600 as Jp, completedAt: done };
    const partsIn = async (world: ReturnType<typeof creditWorld>) =>
      (await readLedger(world, year))?.lines[0]?.parts.map(({ date, amount }) => [date, amount]);

    it('counts on the days of which there is a sign, and is not held', async () => {
      const world = creditWorld();
      world.complete({
        ...course,
        ...elsewhere,
        elsewhere: { openedAt: '2026-03-02T01:00:00.000Z', signs: opened },
      });
      await followCompletion(world, 'r1');
      expect((await readLedger(world, year))?.lines[0]).toMatchObject({ recognised: 600, reasons: [] });
      expect(await partsIn(world)).toEqual([
        ['2026-03-02', 300],
        ['2026-03-03', 300],
      ]);
    });

    it('keeps its days when the records of it have been erased', async () => {
      const world = creditWorld();
      world.complete({ ...course, ...elsewhere, elsewhere: { signs: opened } });
      await followCompletion(world, 'r1');
      world.complete({ ...course, ...elsewhere, elsewhere: {} });
      expect(await followCompletion(world, 'r1')).toBe('unchanged');
      expect(await partsIn(world)).toHaveLength(2);
    });

    it('T3: counts 3 JP where it was opened and done on one day, however early somebody enrolled', async () => {
      for (const enrolledAt of ['2026-01-05T01:00:00.000Z', '2026-03-03T00:00:00.000Z']) {
        const world = creditWorld();
        const signs = { openedAt: '2026-03-03T01:00:00.000Z', signs: opened.slice(1) };
        world.complete({ ...course, ...elsewhere, enrolledAt, elsewhere: signs });
        await followCompletion(world, 'r1');
        expect((await readLedger(world, year))?.lines[0]).toMatchObject({
          recognised: 300,
          reasons: ['cap_day'],
        });
      }
    });
  });
});

describe('JP that are held', () => {
  async function held() {
    const world = creditWorld();
    world.complete(rushed);
    await followCompletion(world, 'r1');
    const place = { principal: budi, personId: sri, about };
    return { world, place, decide: { ...place, outcome: 'released', words: 'Jurnal ada.', rev: 1 } as const };
  }

  it('L1: wait for the agency with the reason, and are released once, with words', async () => {
    const { world, place, decide } = await held();
    expect(await kindsOf(world)).toEqual(['earned', 'held']);
    const reasons = [{ code: 'too-short', seconds: 20, leastSeconds: 540 }];
    expect((await listHolds(world, { agencyId: 'bkn' as AgencyId })).holds).toMatchObject([
      { about, reasons },
    ]);
    expect((await readLedger(world, year))?.total).toMatchObject({ recognised: 0, held: 100 });
    expect(await readHold(world, place)).toMatchObject({ state: 'open' });
    await decideHold(world, decide);
    await expect(decideHold(world, { ...decide, rev: 2 })).rejects.toThrow(HoldChanged);
    expect((await readLedger(world, year))?.total).toMatchObject({ recognised: 100, held: 0 });
    expect((await listHolds(world, { agencyId: 'bkn' as AgencyId })).holds).toEqual([]);
    expect(await followCompletion(world, 'r1')).toBe('unchanged');
    expect(await kindsOf(world)).toEqual(['earned', 'held', 'released']);
  });

  it('can be answered by the learner, and what was decided on before that is looked at again', async () => {
    const { world, decide } = await held();
    const own = { ...budi, personId: sri };
    await answerHold(world, { principal: own, about, words: 'Saya membaca luring.' });
    await expect(decideHold(world, decide)).rejects.toThrow(HoldChanged);
    const decided = await decideHold(world, { ...decide, outcome: 'rejected', rev: 2 });
    expect(decided).toMatchObject({ state: 'rejected', answer: { words: 'Saya membaca luring.' } });
    await expect(answerHold(world, { principal: own, about, words: 'x' })).rejects.toThrow(HoldChanged);
    expect((await readLedger(world, year))?.lines[0]?.reasons).toEqual(['rejected']);
  });

  it('are nobody’s matter in another agency, also once the person has moved there or away (invariant 8)', async () => {
    const { world, place, decide } = await held();
    const foreign = { ...budi, agencyId: 'lan' as AgencyId };
    await expect(readHold(world, { ...place, principal: foreign })).rejects.toThrow(HoldNotFound);
    await expect(readHold(world, { ...place, about: 'r9' as EntryId })).rejects.toThrow(HoldNotFound);
    const standing = world.people.get(sri);
    if (standing) world.people.set(sri, { ...standing, agencyId: 'lan' as AgencyId });
    await expect(decideHold(world, decide)).rejects.toThrow(HoldNotFound);
    expect((await listHolds(world, { agencyId: 'bkn' as AgencyId })).holds).toEqual([]);
    expect(await readHold(world, { ...place, principal: foreign })).toMatchObject({ about });
  });

  it('wait where the person is, after a move as well, and nowhere once they are decided', async () => {
    const { world, decide } = await held();
    const lan = 'lan' as AgencyId;
    const open = async (agencyId: AgencyId) =>
      (await world.credit.listOpen(agencyId, { limit: 5 })).holds.length;
    world.people.set(sri, { ...pppk, agencyId: lan });
    for (const _ of [1, 2]) await followStanding(world, sri);
    expect([await open('bkn' as AgencyId), await open(lan)]).toEqual([0, 1]);
    await decideHold(world, { ...decide, principal: { ...budi, agencyId: lan }, rev: 2 });
    world.people.set(sri, { ...pppk, agencyId: 'bkn' as AgencyId });
    await followStanding(world, sri);
    expect([await open('bkn' as AgencyId), await open(lan)]).toEqual([0, 0]);
  });

  it('C7: are never decided by the one whose they are', async () => {
    const { world, decide } = await held();
    const own = { ...budi, personId: sri };
    await expect(decideHold(world, { ...decide, principal: own })).rejects.toThrow(OwnHold);
  });

  it('L1: the second of two courses in the same time is held, and not the first', async () => {
    const world = creditWorld();
    for (const registration of ['r1', 'r2']) {
      world.complete({ ...course, registration, courseId: registration });
      await followCompletion(world, registration);
    }
    const { holds } = await listHolds(world, { agencyId: 'bkn' as AgencyId });
    expect(holds).toMatchObject([{ about: 'r2', reasons: [{ code: 'parallel', seconds: 0 }] }]);
  });

  it.each([
    [['r1', 'r2', 'r3']],
    [['r3', 'r2', 'r1']],
    [['r2', 'r3', 'r1', 'r1', 'r2', 'r3']],
    [['r3', 'r1', 'r2', 'r3']],
  ])('L1: told in any order (%s) the one completed first has the time', async (order) => {
    const world = creditWorld();
    for (const [n, registration] of ['r1', 'r2', 'r3'].entries()) {
      const completedAt = new Date(Date.parse(course.completedAt) + n * 60_000).toISOString();
      world.complete({ ...course, registration, courseId: registration, completedAt });
    }
    for (const registration of order) await followCompletion(world, registration);
    const { holds } = await listHolds(world, { agencyId: 'bkn' as AgencyId });
    expect(holds.map(({ about }) => about).toSorted()).toEqual(['r2', 'r3']);
  });

  it('L1: told at once the one completed first has the time', async () => {
    const world = creditWorld();
    for (const registration of ['r1', 'r2'])
      world.complete({ ...course, registration, courseId: registration });
    await Promise.all(['r2', 'r1', 'r2', 'r1'].map((registration) => followCompletion(world, registration)));
    const { holds } = await listHolds(world, { agencyId: 'bkn' as AgencyId });
    expect(holds.map(({ about }) => about)).toEqual(['r2']);
  });

  it('of somebody without an agency count nothing, and wait for the one they come to', async () => {
    const world = creditWorld();
    const bkn = 'bkn' as AgencyId;
    const { agencyId: _, ...alone } = rushed;
    world.people.set(sri, pns);
    world.complete(alone);
    await followCompletion(world, 'r1');
    expect(await kindsOf(world)).toEqual(['earned', 'held']);
    expect((await readLedger(world, year))?.total).toMatchObject({ recognised: 0, held: 100 });
    expect((await listHolds(world, { agencyId: bkn })).holds).toEqual([]);
    world.people.set(sri, { ...pns, agencyId: bkn });
    expect(await followStanding(world, sri)).toBe(1);
    expect((await listHolds(world, { agencyId: bkn })).holds).toMatchObject([{ about }]);
    expect(await followStanding(world, sri)).toBe(0);
  });

  it('L1: a link beside a part that was done in twenty seconds lets nothing pass, in whatever order and however often told', async () => {
    const world = creditWorld();
    const shown = { here: 1, elsewhere: 1, waived: 0 };
    const elsewhere = { openedAt: '2026-03-02T01:00:05.000Z' };
    world.complete({ ...rushed, stated: 1000 as Jp, shown, elsewhere });
    for (const _ of [1, 2]) await followCompletion(world, 'r1');
    expect((await listHolds(world, { agencyId: 'bkn' as AgencyId })).holds[0]?.reasons).toEqual([
      { code: 'too-short', seconds: 20, leastSeconds: 2700, measured: { parts: 1, all: 2 } },
      {
        ...{ code: 'too-fast', seconds: 20, leastSeconds: 5400, unmeasured: { parts: 1, all: 2 } },
        ...{ since: 'opened', until: 'completed' },
      },
    ]);
  });

  it('are none where the records behind a line that counts were erased', async () => {
    const world = creditWorld();
    world.complete(course);
    await followCompletion(world, 'r1');
    world.complete({ ...course, moments: [] });
    await followCompletion(world, 'r1');
    expect(await kindsOf(world)).toEqual(['earned']);
  });
});

describe('sums by year', () => {
  it('follow the ledger, once for what has changed, and race nobody out', async () => {
    const world = creditWorld();
    world.complete(course);
    await followCompletion(world, 'r1');
    const rounds = await Promise.all([1, 2, 3, 4].map(() => refreshYears(world, sri)));
    expect(rounds.reduce((sum, changed) => sum + changed, 0)).toBe(1);
    expect(await world.credit.findYear(sri, 2026)).toMatchObject({ recognised: 100, lines: 1, rev: 1 });
    world.complete({ ...course, stands: false });
    await followCompletion(world, 'r1');
    expect(await refreshYears(world, sri)).toBe(1);
    expect(await world.credit.findYear(sri, 2026)).toMatchObject({ recognised: 0, rev: 2 });
    expect(await refreshYears(world, 'nobody' as PersonId)).toBe(0);
  });

  it('are read with what the status of the person asks for now', async () => {
    const world = creditWorld();
    expect(await readYear(world, now)).toEqual({
      ...{ year: 2026, today: '2026-03-02', recognised: 0, held: 0, minimum: 2000, days: [] },
    });
    world.complete(course);
    world.people.set(sri, { ...pppk, contractYears: [{ from: '2026-01-15', to: '2027-01-14' }] });
    await followCompletion(world, 'r1');
    await refreshYears(world, sri);
    const days = [{ date: '2026-03-02', recognised: 100 }];
    expect(await readYear(world, now)).toEqual({
      ...{ year: 2026, today: '2026-03-02', recognised: 100, held: 0, days },
      maximum: { jp: 2400, recognised: 100 },
    });
    world.people.set(sri, { ...pppk, statuses: [{ status: 'CPNS', from: '2026-01-01' }] });
    expect(await readYear(world, now)).not.toHaveProperty('maximum');
    // An hour before New Year in the west it is New Year in the east.
    world.people.set(sri, { ...pppk, timeZone: 'Asia/Jayapura' });
    const late = { personId: sri, now: new Date('2026-12-31T16:00:00.000Z') };
    expect(await readYear(world, late)).toMatchObject({ year: 2027, today: '2027-01-01', recognised: 0 });
  });

  it('know no maximum while a PPPK holds a post that none binds, and know it again afterwards', async () => {
    const world = creditWorld();
    const elsewhere = { shown: allElsewhere, moments: [], stated: 3000 as Jp, form: 'KL03' as const };
    world.complete({ ...course, ...elsewhere });
    await followCompletion(world, 'r1');
    world.people.set(sri, pppk);
    await followStanding(world, sri);
    expect(await readYear(world, now)).toMatchObject({ recognised: 2400, maximum: { recognised: 2400 } });
    world.people.set(sri, { ...pppk, unbound: [{ from: '2026-02-01' }] });
    await followStanding(world, sri);
    const unbound = await readYear(world, now);
    expect(unbound).toMatchObject({ recognised: 3000 });
    expect(unbound).not.toHaveProperty('maximum');
    const { total } = (await readLedger(world, year)) ?? {};
    expect(total).not.toHaveProperty('maximum');
    expect(total?.unbound).toMatchObject({ status: 'PPPK', maximum: 2400 });
    world.people.set(sri, { ...pppk, unbound: [{ from: '2026-04-01' }] });
    await followStanding(world, sri);
    expect(await world.credit.findYear(sri, 2026)).toMatchObject({ recognised: 2400 });
  });
});
