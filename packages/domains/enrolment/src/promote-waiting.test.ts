import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import { Unavailable } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import { cancelEnrolment, type EnrolmentStore, enrolLearner, promoteWaiting, raiseWaiting } from './index.ts';
import { memoryEnrolmentStore, memoryInvitationStore } from './testing/index.ts';

const person = (id: string): PersonPrincipal => ({
  ...{ kind: 'person', personId: id as PersonId, name: id, roles: ['learner'] },
});

/** One seat, which is taken, and two who wait for it. */
async function setup() {
  const enrolments = memoryEnrolmentStore({});
  const deps = {
    clock: fixedClock(),
    ids: countedIds(),
    digest: { sha256: String, sha1: String },
    enrolments,
    invitations: memoryInvitationStore(new Map()),
    courses: { openVersion: async () => ({ version: 1, admission: { mode: 'open' as const, seats: 1 } }) },
  };
  for (const id of ['taker', 'first', 'second']) {
    deps.clock.advance(1000);
    await enrolLearner(deps, { principal: person(id), request: { courseId: 'c1' } });
  }
  const leave = (id: string, over: Partial<EnrolmentStore> = {}) =>
    cancelEnrolment(
      { ...deps, enrolments: { ...enrolments, ...over } },
      { principal: person(id), courseId: 'c1' },
    );
  const stateOf = async (id: string) => (await enrolments.findCurrent(id as PersonId, 'c1'))?.state;
  return { deps, enrolments, leave, stateOf };
}

describe('promoteWaiting', () => {
  it('L7: who withdraws while the seat is on its way loses it to the next', async () => {
    const { deps, enrolments, leave, stateOf } = await setup();
    let withdrawn = false;
    const firstWaiting = async (courseId: string) => {
      const found = await enrolments.firstWaiting(courseId);
      if (withdrawn || !found) return found;
      withdrawn = true;
      // Its place was read, and the enrolment behind it is over.
      await leave('first');
      return enrolments.findByRegistration(found.registration);
    };
    await leave('taker', { firstWaiting });
    expect([await stateOf('taker'), await stateOf('first')]).toEqual([undefined, undefined]);
    await promoteWaiting(deps, { courseId: 'c1' });
    expect(await stateOf('second')).toBe('active');
  });

  it('L7: who left has left, also when nobody could be promoted', async () => {
    const { leave, stateOf } = await setup();
    const firstWaiting = () => Promise.reject(new Unavailable('down'));
    expect(await leave('taker', { firstWaiting })).toMatchObject({ state: 'cancelled' });
    expect(await stateOf('taker')).toBeUndefined();
  });

  it('L7: an enrolment that is over in the list stops nobody', async () => {
    const { deps, enrolments, leave } = await setup();
    const waiting = await enrolments.firstWaiting('c1');
    await leave('first');
    const over = waiting && (await enrolments.findByRegistration(waiting.registration));
    const stale = { ...enrolments, firstWaiting: async () => over };
    expect(await promoteWaiting({ ...deps, enrolments: stale }, { courseId: 'c1' })).toEqual([]);
  });

  it('7.4: who was put before others gets the seat, and the right is gone with it', async () => {
    const { enrolments, leave, stateOf } = await setup();
    const second = await enrolments.findCurrent('second' as PersonId, 'c1');
    if (!second) throw new Error('the second waits');
    await raiseWaiting({ enrolments }, second);
    await leave('taker');
    expect([await stateOf('first'), await stateOf('second')]).toEqual(['waiting', 'active']);
    expect((await enrolments.findCurrent('second' as PersonId, 'c1'))?.waitingRaised).toBeUndefined();
  });
});
