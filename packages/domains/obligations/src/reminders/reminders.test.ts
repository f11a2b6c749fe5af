import type { PersonId } from '@sinau/kernel';
import { hmacSigner } from '@sinau/platform/crypto';
import { describe, expect, it } from 'vitest';
import { changeObligation } from '../change-obligation.ts';
import { refreshDuties } from '../duty/refresh-duty.ts';
import { listDuties, showObligation } from '../list-obligations.ts';
import { makeObligation } from '../make-obligation.ts';
import type { ObligationRequest } from '../obligation.ts';
import { remindLate } from '../remind-late.ts';
import { budi, memberOf, obligationsWorld } from '../testing/obligations-world.ts';
import { remindDue } from './remind-due.ts';
import { sendDigests, startDigest } from './send-digests.ts';

const request: ObligationRequest = {
  ...{ title: 'Antikorupsi', courseIds: ['c1'], audience: {}, due: { kind: 'once', on: '2026-06-30' } },
};
const forever = { untilMs: Number.POSITIVE_INFINITY };

async function given(over: Partial<ObligationRequest> = {}, start?: string) {
  const world = obligationsWorld(start);
  const zones = { adi: 'Asia/Jakarta', sri: 'Asia/Makassar', tia: 'Asia/Jayapura' } as const;
  for (const [id, timeZone] of Object.entries(zones)) {
    world.people.set(id, memberOf(id, { timeZone }));
    world.supervisors.set(id, 'kepala');
  }
  const obligation = await makeObligation(world.deps, { principal: budi, request: { ...request, ...over } });
  await world.spread();
  const to = async (at: string) => {
    world.clock.advance(Date.parse(at) - world.clock.now().getTime());
    return remindDue(world.deps, forever);
  };
  return { world, to, own: { principal: budi, obligationId: obligation.obligationId } };
}

describe('overdue', () => {
  it('is whoever has not finished when the last day is over where they work, told or not, paused or not', async () => {
    const { world, own } = await given();
    const late = async (moment: string) => {
      world.clock.advance(Date.parse(moment) - world.clock.now().getTime());
      const { counts } = await showObligation(world.deps, own);
      const list = { ...own, group: 'overdue' as const };
      const { duties } = await listDuties({ ...world.deps, signer: hmacSigner('x'.repeat(32)) }, list);
      expect(duties).toHaveLength(counts.once?.overdue ?? 0);
      return duties.map(({ personId }) => personId).toSorted();
    };
    // Midnight in Jayapura, Makassar and Jakarta.
    expect(await late('2026-06-30T14:59:59.999Z')).toEqual([]);
    expect(await late('2026-06-30T15:00:00.000Z')).toEqual(['tia']);
    expect(await late('2026-06-30T16:00:00.000Z')).toEqual(['sri', 'tia']);
    await changeObligation(world.deps, { ...own, step: 'pause' });
    await world.spread();
    expect(await late('2026-06-30T17:00:00.000Z')).toEqual(['adi', 'sri', 'tia']);
    expect(world.told).toEqual([]);
    // Who moves east in the evening is late with their new neighbours.
    world.people.set('tia', memberOf('tia', { timeZone: 'Asia/Jakarta' }));
    await refreshDuties(world.deps, { personId: 'tia' as PersonId });
    const [moved] = await world.store.dutiesOf('tia' as PersonId);
    expect(moved).toMatchObject({ dueOn: '2026-06-30', overAt: '2026-06-30T17:00:00.000Z' });
  });
});

describe('reminders', () => {
  it('come at 30, 7 and 1 days and when it is over, each on the morning of the person', async () => {
    const { world, to } = await given();
    await to('2026-05-30T21:59:00.000Z');
    expect(world.told).toEqual([]);
    // Seven in the morning in Jayapura, Makassar and Jakarta, one after another.
    const learners: string[] = [];
    for (const at of ['22:00', '23:00', '24:00']) {
      const moment = at === '24:00' ? '2026-05-31T00:00:00.000Z' : `2026-05-30T${at}:00.000Z`;
      await to(moment);
      learners.push(world.told.join(' '));
    }
    expect(learners.map((text) => text.split(' ').length)).toEqual([1, 2, 3]);
    expect(world.told).toEqual(['tia:30', 'sri:30', 'adi:30']);
    for (const day of ['2026-06-23', '2026-06-29', '2026-07-01', '2026-07-02'])
      await to(`${day}T06:00:00.000Z`);
    const steps = world.told.filter((line) => line.startsWith('adi:'));
    expect(steps).toEqual(['adi:30', 'adi:7', 'adi:1', 'adi:overdue']);
    expect((await world.store.dutiesOf('adi' as PersonId))[0]).toMatchObject({
      allTold: true,
      toldOn: '2026-07-01',
    });
  });

  it('tell the learner once a day and step of all that is due then, also where several obligations ask for it', async () => {
    const { world, to } = await given({ courseIds: ['c1', 'c2'] });
    for (const on of ['2026-06-30', '2026-07-23']) {
      const due = { kind: 'once', on } as const;
      world.shelf.set(on, 'open');
      await makeObligation(world.deps, { principal: budi, request: { ...request, courseIds: [on], due } });
    }
    await world.spread();
    await to('2026-05-31T06:00:00.000Z');
    expect(world.told.toSorted()).toEqual(['adi:30:3', 'sri:30:3', 'tia:30:3']);
    world.told.length = 0;
    world.courses.complete('sri', 'c1');
    await Promise.all([to('2026-06-23T06:00:00.000Z'), remindDue(world.deps, forever)]);
    // One course is due in thirty days on that very day, which is another step.
    expect(world.told.toSorted()).toEqual(['adi:30', 'adi:7:3', 'sri:30', 'sri:7:2', 'tia:30', 'tia:7:3']);
  });

  it('that broke off half way are gone on with, and told nobody twice', async () => {
    const { world, to } = await given({ courseIds: ['c1', 'c2'] });
    const { write } = world.deps.duties;
    let writes = 0;
    world.deps.duties.write = async (change) => {
      writes += 1;
      if (writes === 2) throw new Error('killed');
      return write(change);
    };
    await expect(to('2026-05-31T06:00:00.000Z')).rejects.toThrow('killed');
    await to('2026-05-31T06:15:00.000Z');
    await to('2026-05-31T06:30:00.000Z');
    expect(world.told.toSorted()).toEqual(['adi:30:2', 'sri:30:2', 'tia:30:2']);
    expect((await world.store.dutiesOf('adi' as PersonId)).map(({ toldOn }) => toldOn)).toEqual(
      Array(2).fill('2026-05-31'),
    );
  });

  it('are sent by hand for one obligation after the other on one day', async () => {
    const { world, to, own } = await given();
    world.shelf.set('c3', 'open');
    const second = { ...request, courseIds: ['c3'] };
    const { obligationId } = await makeObligation(world.deps, { principal: budi, request: second });
    await world.spread();
    await to('2026-07-01T06:00:00.000Z');
    world.told.length = 0;
    for (const [minute, of] of [
      ['06:00', own],
      ['07:00', { principal: budi, obligationId }],
    ] as const) {
      await to(`2026-07-03T${minute}:00.000Z`);
      await remindLate(world.deps, of);
      await world.spread();
      await to(`2026-07-03T${minute.slice(0, 2)}:30:00.000Z`);
    }
    expect(world.told).toHaveLength(6);
    expect(new Set(world.told)).toEqual(new Set(['adi:overdue', 'sri:overdue', 'tia:overdue']));
  });

  it('tell the supervisor once a day and step what that comes to', async () => {
    const { world, to } = await given({ courseIds: ['c1', 'c2'] });
    for (const at of ['2026-05-30T22:00', '2026-05-30T23:00', '2026-05-31T00:00', '2026-05-31T00:30']) {
      await to(`${at}:00.000Z`);
    }
    expect(world.supervised).toEqual([]);
    for (const at of ['01:00', '01:05', '06:00']) await to(`2026-05-31T${at}:00.000Z`);
    expect(world.supervised).toEqual(['kepala:30:3']);
    world.courses.complete('adi', 'c1');
    world.courses.complete('adi', 'c2');
    await to('2026-06-23T00:00:00.000Z');
    await to('2026-06-23T06:00:00.000Z');
    expect(world.supervised).toEqual(['kepala:30:3', 'kepala:7:2']);
  });

  it('are told once by many sweeps at once, and again by one that follows a crash', async () => {
    const { world } = await given();
    world.clock.advance(Date.parse('2026-05-31T02:00:00.000Z') - world.clock.now().getTime());
    await Promise.all([1, 2, 3].map(() => remindDue(world.deps, forever)));
    expect(world.told.toSorted()).toEqual(['adi:30', 'sri:30', 'tia:30']);
    // Dies after the notice and before the duty is written.
    world.clock.advance(Date.parse('2026-06-23T02:00:00.000Z') - world.clock.now().getTime());
    const { noteTeam } = world.deps.tellings;
    const dying = { ...world.deps.tellings, noteTeam: () => Promise.reject(new Error('killed')) };
    await expect(remindDue({ ...world.deps, tellings: dying }, forever)).rejects.toThrow('killed');
    await remindDue({ ...world.deps, tellings: { ...world.deps.tellings, noteTeam } }, forever);
    expect(world.told.filter((line) => line === 'adi:7')).toHaveLength(1);
    expect(world.told.filter((line) => line.endsWith(':7'))).toHaveLength(3);
  });

  it('leave out steps that were over when the duty was given, and after a standstill tell what is true now', async () => {
    const { world, to } = await given({}, '2026-06-25T03:00:00.000Z');
    await to('2026-06-25T04:00:00.000Z');
    expect(world.told).toEqual([]);
    await to('2026-06-29T03:00:00.000Z');
    expect(new Set(world.told.map((line) => line.split(':')[1]))).toEqual(new Set(['1']));
    const late = await given();
    await late.to('2026-06-29T06:00:00.000Z');
    expect(late.world.told.toSorted()).toEqual(['adi:1', 'sri:1', 'tia:1']);
  });

  it('are not sent of what is finished, released or paused', async () => {
    const { world, to, own } = await given();
    world.courses.complete('adi', 'c1');
    world.people.delete('tia');
    await to('2026-05-31T06:00:00.000Z');
    expect(world.told).toEqual(['sri:30']);
    await changeObligation(world.deps, { ...own, step: 'pause' });
    await world.spread();
    await to('2026-06-23T06:00:00.000Z');
    expect(world.told).toEqual(['sri:30']);
  });

  it('go on from the next step when a completion is taken back, and stop when it is given again', async () => {
    const { world, to } = await given();
    world.courses.complete('adi', 'c1');
    await to('2026-05-31T06:00:00.000Z');
    world.courses.judge('adi', 'c1', 'taken-back');
    await refreshDuties(world.deps, { personId: 'adi' as PersonId });
    world.told.length = 0;
    await to('2026-06-23T06:00:00.000Z');
    expect(world.told.toSorted()).toEqual(['adi:7', 'sri:7', 'tia:7']);
    world.courses.judge('adi', 'c1', 'given-again');
    world.told.length = 0;
    await to('2026-06-29T06:00:00.000Z');
    expect(world.told.toSorted()).toEqual(['sri:1', 'tia:1']);
  });

  it('are sent by hand once a day to everybody who is late', async () => {
    const { world, to, own } = await given();
    await to('2026-07-01T06:00:00.000Z');
    world.told.length = 0;
    await to('2026-07-03T06:00:00.000Z');
    await remindLate(world.deps, own);
    await expect(remindLate(world.deps, own)).rejects.toThrow('today already');
    await world.spread();
    await to('2026-07-03T06:01:00.000Z');
    await to('2026-07-03T06:02:00.000Z');
    expect(world.told.toSorted()).toEqual(['adi:overdue', 'sri:overdue', 'tia:overdue']);
    await to('2026-07-04T06:00:00.000Z');
    await remindLate(world.deps, own);
    await world.spread();
    await to('2026-07-04T06:30:00.000Z');
    expect(world.told).toHaveLength(6);
  });
});

describe('the letter of the week', () => {
  it('comes on Monday morning of the person, to whoever has something open', async () => {
    const { world } = await given({}, '2026-03-05T03:00:00.000Z');
    world.learning.set('adi', ['c1', 'c9']);
    world.courses.complete('sri', 'c1');
    const sent = async (at: string) => {
      world.clock.advance(Date.parse(at) - world.clock.now().getTime());
      await sendDigests(world.deps, forever);
      return world.digests.map(({ personId, id }) => `${personId} ${id}`);
    };
    await refreshDuties(world.deps, { personId: 'sri' as PersonId });
    // Monday, 9 March: seven in Jayapura, and then in Jakarta.
    expect(await sent('2026-03-08T22:00:00.000Z')).toEqual(['tia weekly-digest:2026-03-09']);
    expect(await sent('2026-03-09T00:00:00.000Z')).toHaveLength(2);
    expect(await sent('2026-03-09T05:00:00.000Z')).toHaveLength(2);
    expect(world.digests[1]).toMatchObject({
      personId: 'adi',
      content: { courseIds: ['c9'], duties: [{ courseId: 'c1', dueOn: '2026-06-30' }] },
    });
    expect(await sent('2026-03-16T00:00:00.000Z')).toHaveLength(4);
    // Nothing was open, so there is no turn; a course that is opened makes one.
    world.learning.set('sri', ['c9']);
    await startDigest(world.deps, 'sri' as PersonId);
    expect(await sent('2026-03-23T00:00:00.000Z')).toContain('sri weekly-digest:2026-03-23');
  });

  it('tells whoever leads a team of it, also with nothing of their own, and is quiet in weeks without news', async () => {
    const { world } = await given({}, '2026-03-05T03:00:00.000Z');
    world.people.set('kepala', memberOf('kepala'));
    world.courses.complete('kepala', 'c1');
    await refreshDuties(world.deps, { personId: 'kepala' as PersonId });
    const none = { duties: [], planItems: [], finished: [], recognised: [], requests: 0, evaluations: 0 };
    const news = { ...none, requests: 2, action: 'decide' as const };
    world.teams.set('kepala', none);
    await startDigest(world.deps, 'kepala' as PersonId);
    const sent = async (at: string) => {
      world.clock.advance(Date.parse(at) - world.clock.now().getTime());
      await sendDigests(world.deps, forever);
      return world.digests.filter(({ personId }) => personId === 'kepala');
    };
    expect(await sent('2026-03-09T00:00:00.000Z')).toEqual([]);
    world.teams.set('kepala', news);
    expect(await sent('2026-03-16T00:00:00.000Z')).toMatchObject([
      { id: 'weekly-digest:2026-03-16', content: { team: news, duties: [] } },
    ]);
    // Leads nobody any more, or has switched it off: no letter, and no turn.
    world.teams.delete('kepala');
    expect(await sent('2026-03-23T00:00:00.000Z')).toHaveLength(1);
    world.teams.set('kepala', news);
    expect(await sent('2026-03-30T00:00:00.000Z')).toHaveLength(1);
  });
});
