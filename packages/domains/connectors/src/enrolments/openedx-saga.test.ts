import type { ProviderId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { createOutbound } from '@sinau/platform/outbound';
import { openEdxUsername } from '@sinau/rostering/openedx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOpenEdxAdapter } from '../adapters/index.ts';
import type { Connection } from '../connection.ts';
import { askedLearner } from '../testing/asked-learner.ts';
import { memoryProviderEnrolmentStore } from '../testing/enrolments/index.ts';
import { type FakeOpenEdx, startFakeOpenEdx } from '../testing/fake-openedx.ts';
import type { FakeRun } from '../testing/fake-openedx-answers.ts';
import { dueEnrolments, followEnrolment, providerReady, sendEnrolment, undoEnrolment } from './index.ts';

const registration = '00000000-0000-4000-8000-00000000e001';
const courseId = 'course-v1:KampusX+ADM1+2026';
const subject = 'a1b2c3d4'.repeat(8);
const account = openEdxUsername(subject);
const hour = 3_600_000;

let edx: FakeOpenEdx;
beforeEach(async () => {
  edx = await startFakeOpenEdx();
  edx.site.accounts.set(account, '');
});
afterEach(() => edx.close());

/** The whole way of one enrolment to a site that really answers. */
function world() {
  const providerEnrolments = memoryProviderEnrolmentStore();
  const clock = fixedClock();
  const states = new Map<string, 'open' | 'over'>([[registration, 'open']]);
  const connection = { connectionId: 'k1', providerId: 'p' as ProviderId, kind: 'openedx', state: 'active' };
  const adapter = createOpenEdxAdapter(
    {
      outbound: createOutbound({ allowLoopback: true }),
      ...{ clock, digest: nodeDigest, sleep: async () => undefined },
    },
    {
      ...{ baseUrl: edx.baseUrl, clientSecret: edx.site.clientSecret },
      settings: { clientId: 'sinau', learnersBy: 'pseudonym', mode: 'verified' },
    },
  );
  const deps = {
    ...{ providerEnrolments, clock, random: () => 0.5 },
    adapters: { adapterOf: async () => adapter },
    sources: { externalCourseOf: async () => ({ connectionId: 'k1' as never, externalId: courseId }) },
    connections: { find: async () => connection as unknown as Connection },
    learners: {
      stateOf: async (one: string) => states.get(one) ?? ('absent' as const),
      isDone: async () => false,
    },
    disclosure: {
      discloseForEnrolment: async () => askedLearner(subject),
      subjectOf: async () => subject,
    },
  };
  const follow = () =>
    followEnrolment(deps, {
      ...{ registration, personId: 'sri' as never, courseId: 'c1' },
      occurredAt: clock.now().toISOString(),
    });
  async function work(): Promise<readonly string[]> {
    edx.site.now = clock.now().toISOString();
    const done: string[] = [];
    for (const job of await dueEnrolments(deps, 'enrol')) done.push(await sendEnrolment(deps, job));
    for (const job of await dueEnrolments(deps, 'unenrol')) done.push(await undoEnrolment(deps, job));
    return done;
  }
  return {
    ...{ follow, work, clock, states },
    row: () => providerEnrolments.find(registration),
    ready: () => providerReady(deps, { registration }),
  };
}

const change = (run: Partial<FakeRun>) => Object.assign(edx.site.runs[0] ?? {}, run);

describe('an enrolment at an Open edX site', () => {
  it('waits while the class is full there, and gets in once there is room', async () => {
    change({ isFull: true });
    const { follow, work, clock, row, ready } = world();
    await follow();
    expect(await work()).toEqual(['again']);
    expect(await row()).toMatchObject({ state: 'waiting-provider', reason: 'full' });
    clock.advance(2 * hour);
    expect(await work()).toEqual(['again']);
    change({ isFull: false });
    expect(await work()).toEqual([]);
    clock.advance(2 * hour);
    expect(await work()).toEqual(['confirmed']);
    expect(await row()).toMatchObject({ state: 'confirmed', externalLearnerId: account });
    expect(await ready()).toEqual({ state: 'ready' });
    expect(edx.site.enrolments).toMatchObject([{ user: account, courseId, isActive: true }]);
  });

  it.each([
    ['has closed', { enrolmentEnds: '2026-03-01T00:00:00Z' }],
    ['is for whom it invites', { isByInvitation: true }],
  ])('is refused for good where it %s, full or not', async (_, run) => {
    change({ ...run, isFull: true });
    const { follow, work, clock, row, ready } = world();
    await follow();
    expect(await work()).toEqual(['refused']);
    expect(await ready()).toMatchObject({ state: 'refused', reason: 'refused-by-provider' });
    const asked = edx.calls.length;
    clock.advance(80 * hour);
    expect(await work()).toEqual([]);
    expect(edx.calls).toHaveLength(asked);
    expect(await row()).not.toHaveProperty('said');
  });

  it('waits for a connection to be mended that asks for a mode which has run out, and refuses nobody for it', async () => {
    change({ modes: ['audit'] });
    const { follow, work, clock, row } = world();
    await follow();
    expect(await work()).toEqual(['again']);
    expect(await row()).toMatchObject({ state: 'requested', reason: 'connection-broken' });
    change({ modes: ['audit', 'verified'] });
    clock.advance(2 * hour);
    expect(await work()).toEqual(['confirmed']);
  });

  it('waits for a connection whose requests the site does not take, and takes no seat for gone', async () => {
    change({ objection: 'Missing enrollment attributes: requested mode=credit' });
    const { follow, work, clock, row } = world();
    await follow();
    expect(await work()).toEqual(['again']);
    expect(await row()).toMatchObject({ state: 'requested', reason: 'connection-broken' });
    change({ objection: null });
    clock.advance(2 * hour);
    expect(await work()).toEqual(['confirmed']);
  });

  it('is refused in the site’s own words where a rule of the site bars the learner', async () => {
    change({ barred: 'Kelas ini <b>hanya</b> untuk\nmahasiswa aktif.' });
    const { follow, work, row, ready } = world();
    await follow();
    expect(await work()).toEqual(['refused']);
    expect(await row()).toMatchObject({
      ...{ state: 'refused', reason: 'refused-by-provider' },
      said: 'Kelas ini hanya untuk mahasiswa aktif.',
    });
    expect(await ready()).toMatchObject({ state: 'refused' });
    expect(edx.site.enrolments).toEqual([]);
  });

  it('waits where it is our own account that may not enrol', async () => {
    edx.site.forbidden.add('/enrollment/v1/enrollment');
    const { follow, work, clock, row } = world();
    await follow();
    expect(await work()).toEqual(['again']);
    expect(await row()).toMatchObject({ state: 'requested', reason: 'connection-broken' });
    edx.site.forbidden.clear();
    clock.advance(2 * hour);
    expect(await work()).toEqual(['confirmed']);
  });

  it('waits for an account there, and is ended there with the enrolment here', async () => {
    edx.site.accounts.clear();
    const { follow, work, clock, row, states } = world();
    await follow();
    expect(await work()).toEqual(['again']);
    expect(await row()).toMatchObject({ reason: 'account-missing' });
    edx.site.accounts.set(account, '');
    clock.advance(2 * hour);
    expect(await work()).toEqual(['confirmed']);
    states.set(registration, 'over');
    await follow();
    expect(await work()).toEqual(['cancelled']);
    expect(edx.site.enrolments).toMatchObject([{ user: account, isActive: false }]);
  });
});
