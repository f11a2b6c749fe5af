import type { ProviderId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import type { Connection } from '../connection.ts';
import { AdapterFailure, CircuitOpen } from '../ports.ts';
import { askedLearner } from '../testing/asked-learner.ts';
import { memoryProviderEnrolmentStore, scriptedProvider } from '../testing/enrolments/index.ts';
import {
  confirmAccount,
  dueEnrolments,
  enrolAgain,
  followCompletion,
  followEnrolment,
  providerReady,
  retryEnrolment,
  sendEnrolment,
  undoEnrolment,
} from './index.ts';

const registration = '00000000-0000-4000-8000-00000000e001';
const minute = 60_000;
const hour = 60 * minute;

function world() {
  const provider = scriptedProvider();
  const providerEnrolments = memoryProviderEnrolmentStore();
  const clock = fixedClock();
  const done = new Set<string>();
  const states = new Map<string, 'open' | 'over'>([[registration, 'open']]);
  const connection = {
    updatedAt: '2026-03-01T00:00:00.000Z',
    connectionId: 'k1',
    providerId: 'p' as ProviderId,
    kind: 'moodle',
    state: 'active',
  };
  const deps = {
    ...{ providerEnrolments, clock, random: () => 0.5 },
    adapters: { adapterOf: async () => provider.adapter },
    sources: { externalCourseOf: async () => ({ connectionId: 'k1' as never, externalId: '4' }) },
    connections: { find: async () => connection as unknown as Connection },
    learners: {
      stateOf: async (one: string) => states.get(one) ?? ('absent' as const),
      isDone: async (one: string) => done.has(one),
    },
    disclosure: {
      discloseForEnrolment: async (_: unknown, personId: string) => askedLearner(`s-${personId}`),
      subjectOf: async (_: unknown, personId: string) => `s-${personId}`,
    },
  };
  const follow = (one = registration, occurredAt = clock.now().toISOString()) =>
    followEnrolment(deps, { registration: one, personId: 'sri' as never, courseId: 'c1', occurredAt });
  /** Does what is due, as the worker does. */
  async function work(): Promise<readonly string[]> {
    const done: string[] = [];
    for (const job of await dueEnrolments(deps, 'enrol')) done.push(await sendEnrolment(deps, job));
    for (const job of await dueEnrolments(deps, 'unenrol')) done.push(await undoEnrolment(deps, job));
    return done;
  }
  const state = async (one = registration) => (await providerEnrolments.find(one))?.state;
  return { provider, deps, clock, states, done, connection, follow, work, state, providerEnrolments };
}

describe('enrolment at a provider', () => {
  it('asks the provider once for an enrolment, however often it is told of it', async () => {
    const { follow, work, state, provider, deps } = world();
    await follow();
    await follow();
    expect(await providerReady(deps, { registration })).toMatchObject({ state: 'pending' });
    expect(await work()).toEqual(['confirmed']);
    expect(await work()).toEqual([]);
    expect(await state()).toBe('confirmed');
    expect(provider.calls).toEqual(['enrol s-sri']);
    expect(await providerReady(deps, { registration })).toEqual({ state: 'ready' });
  });

  it('counts who has done the course no more, until that is taken back, in whichever order the facts come', async () => {
    const { deps, follow, work, done, providerEnrolments } = world();
    await follow();
    const count = () => providerEnrolments.countOpen('k1' as never);
    done.add(registration);
    // Done before the provider's answer came: the confirmation has a fact of its own.
    await followCompletion(deps, { registration });
    expect(await count()).toBe(1);
    await work();
    await Promise.all([followCompletion(deps, { registration }), followCompletion(deps, { registration })]);
    expect(await count()).toBe(0);
    const { enrolments } = await providerEnrolments.listOfConnection('k1' as never, 'done', { limit: 5 });
    expect(enrolments).toMatchObject([{ registration, state: 'confirmed' }]);
    done.delete(registration);
    await followCompletion(deps, { registration });
    expect(await count()).toBe(1);
    expect((await providerEnrolments.find(registration))?.doneAt).toBeUndefined();
  });

  it('begins nothing for an enrolment that is over, in whichever order the facts come', async () => {
    const { follow, work, states, state, provider } = world();
    states.set(registration, 'over');
    await follow();
    states.set(registration, 'open');
    await follow();
    expect(await work()).toEqual([]);
    expect(await state()).toBe('cancelled');
    expect(provider.calls).toEqual([]);
  });

  it('R10: tries a provider that is away again, less and less often, and gives up after the deadline', async () => {
    const { follow, work, clock, provider, deps, state } = world();
    await follow();
    provider.script(...Array<'unreachable'>(500).fill('unreachable'));
    expect(await work()).toEqual(['again']);
    expect(await work()).toEqual([]);
    expect(await providerReady(deps, { registration })).toMatchObject({
      ...{ state: 'pending', reason: 'unreachable', until: '2026-03-05T01:00:00.000Z' },
    });
    for (let n = 0; n < 80; n += 1) {
      clock.advance(hour);
      await work();
    }
    expect(provider.calls.filter((call) => call.startsWith('enrol')).length).toBeLessThan(90);
    expect(await providerReady(deps, { registration })).toMatchObject({
      state: 'refused',
      reason: 'unreachable',
    });
    provider.script();
    clock.advance(hour);
    await work();
    expect(await state()).toBe('cancelled');
  });

  it('undoes at the provider what was done there although the answer was lost', async () => {
    const { follow, work, clock, provider, state } = world();
    await follow();
    provider.script('lost', ...Array<'unreachable'>(200).fill('unreachable'));
    for (let n = 0; n < 80; n += 1) {
      await work();
      clock.advance(hour);
    }
    expect(provider.enrolled.size).toBe(1);
    provider.script();
    clock.advance(hour);
    expect(await work()).toEqual(['cancelled']);
    expect(provider.enrolled.size).toBe(0);
    expect(await state()).toBe('cancelled');
  });

  it('what the provider took and does not show is no refusal, and is ended there by its id when time is over', async () => {
    const { follow, work, clock, provider, state, deps } = world();
    await follow();
    provider.script(...Array<'unseen'>(500).fill('unseen'));
    expect(await work()).toEqual(['again']);
    const pending = { state: 'pending', reason: 'unconfirmed' };
    expect(await providerReady(deps, { registration })).toMatchObject(pending);
    for (let n = 0; n < 73; n += 1) {
      clock.advance(hour);
      await work();
    }
    provider.script();
    clock.advance(hour);
    await work();
    expect(await state()).toBe('cancelled');
    expect(provider.enrolled.size).toBe(0);
    expect(provider.calls).toContain('unenrol there-s-sri');
    // Nobody looks for them among the people of a course that may be hidden.
    expect(provider.calls).not.toContain('readEnrolments');
    // Twin: shown in the end, it is confirmed.
    const other = world();
    await other.follow();
    other.provider.script('unseen');
    await other.work();
    other.clock.advance(hour);
    expect(await other.work()).toEqual(['confirmed']);
  });

  it('tells why a provider that is left alone is so, and not that it could not be reached', async () => {
    const reasonAfter = async (failure: AdapterFailure) => {
      const { follow, work, provider, providerEnrolments } = world();
      await follow();
      Object.assign(provider.adapter, { enrol: () => Promise.reject(failure) });
      await work();
      const found = await providerEnrolments.find(registration);
      return [found?.reason, found?.maybeThere];
    };
    expect(await reasonAfter(new CircuitOpen('unauthorised'))).toEqual(['connection-broken', undefined]);
    expect(await reasonAfter(new CircuitOpen('timeout'))).toEqual(['unreachable', undefined]);
    expect(await reasonAfter(new CircuitOpen(undefined))).toEqual(['unreachable', undefined]);
    const throttled = new AdapterFailure('throttled', { passing: true });
    expect(await reasonAfter(throttled)).toEqual(['busy', undefined]);
  });

  it('waits, and ends nobody, where the provider does not accept what is asked for reasons of a setting', async () => {
    const { follow, work, provider, state } = world();
    await follow();
    provider.script('not-accepted');
    expect(await work()).toEqual(['again']);
    expect(await state()).toBe('requested');
    expect(provider.enrolled.size).toBe(0);
  });

  it('waits while the class is full there, or is refused where the connection says so', async () => {
    const { follow, work, provider, clock, state, providerEnrolments } = world();
    await follow();
    provider.script('full');
    expect(await work()).toEqual(['again']);
    expect(await state()).toBe('waiting-provider');
    clock.advance(2 * hour);
    expect(await work()).toEqual(['confirmed']);
    const other = world();
    const settings = { enrols: true, giveUpAfterHours: 1, whenFull: 'refuse' } as const;
    await other.providerEnrolments.saveSettings('k1' as never, settings);
    await other.follow();
    other.provider.script('full');
    expect(await other.work()).toEqual(['refused']);
    expect(await other.state()).toBe('refused');
    expect(await providerEnrolments.listDue('2027', 9)).toEqual([]);
  });

  it('ends at the provider what ends here, also while the provider is being asked', async () => {
    const { follow, work, states, provider, state, deps } = world();
    await follow();
    const { enrol } = provider.adapter;
    Object.assign(provider.adapter, {
      enrol: async (request: never) => {
        states.set(registration, 'over');
        await follow();
        return enrol(request);
      },
    });
    await work();
    expect(await state()).toBe('cancelled');
    expect(await providerReady(deps, { registration })).toMatchObject({ state: 'refused', reason: 'left' });
    expect(provider.calls).toContain('unenrol there-s-sri');
    expect(provider.enrolled.size).toBe(0);
  });

  it('hands the place of a completed enrolment to its re-take, and ends nothing by it', async () => {
    const { follow, work, states, provider, state, deps } = world();
    await follow();
    await work();
    const again = '10000000-0000-4000-8000-00000000e002';
    states.set(again, 'open');
    await follow(again);
    expect(await work()).toEqual(['confirmed']);
    expect(await state()).toBe('cancelled');
    expect(provider.calls).toEqual(['enrol s-sri', 'enrol s-sri']);
    expect(await providerReady(deps, { registration })).toEqual({ state: 'ready' });
  });

  it('asks for a new enrolment only after the earlier one has ended over there', async () => {
    const { follow, work, states, provider, state, clock } = world();
    await follow();
    await work();
    states.set(registration, 'over');
    await follow();
    const again = '10000000-0000-4000-8000-00000000e002';
    states.set(again, 'open');
    await follow(again);
    provider.script('unreachable');
    await work();
    expect(await state(again)).toBe('requested');
    for (let n = 0; n < 6; n += 1) {
      clock.advance(2 * minute);
      await work();
    }
    expect(await state(again)).toBe('confirmed');
    expect(provider.enrolled.size).toBe(1);
  });

  it('leaves what an unanswered refusal may have left behind to be looked for', async () => {
    const { follow, work, provider, clock, state } = world();
    await follow();
    provider.script('lost', 'refused');
    await work();
    for (let n = 0; n < 30; n += 1) {
      clock.advance(2 * minute);
      await work();
    }
    expect(await state()).toBe('cancelled');
    expect(provider.enrolled.size).toBe(0);
  });

  it('asks again at once when somebody asks for that, though not all the time', async () => {
    const { follow, work, provider, clock, deps, providerEnrolments } = world();
    await follow();
    provider.script('learner-unknown');
    await work();
    const row = async () => {
      const found = await providerEnrolments.find(registration);
      if (!found) throw new Error('no row');
      return found;
    };
    expect(await row()).toMatchObject({ state: 'requested', reason: 'account-missing' });
    expect(await retryEnrolment(deps, await row())).toBe('soon');
    clock.advance(2 * minute);
    expect(await retryEnrolment(deps, await row())).toBe('queued');
    expect(await work()).toEqual(['confirmed']);
    expect(await retryEnrolment(deps, await row())).toBe('over');
  });

  it('waits for somebody to say whose account it is that was found, and asks with that from then on', async () => {
    const { follow, work, provider, clock, deps, providerEnrolments } = world();
    const asked: (string | undefined)[] = [];
    provider.adapter.enrol = async ({ account }) => {
      asked.push(account);
      if (account === undefined) return { outcome: 'account-proposed', proposedAccount: 'sri-01' };
      return { outcome: 'enrolled', externalLearnerId: account };
    };
    await follow();
    expect(await work()).toEqual(['again']);
    const before = await providerEnrolments.find(registration);
    if (!before) throw new Error('no row');
    expect(before).toMatchObject({ reason: 'account-unconfirmed', proposedAccount: 'sri-01' });
    expect(before).not.toHaveProperty('maybeThere');
    expect(await providerReady(deps, { registration })).toMatchObject({ reason: 'account-unconfirmed' });
    const confirmed = { before, by: 'maya' as never };
    await expect(confirmAccount(deps, { ...confirmed, account: ' ' })).rejects.toMatchObject({
      code: 'request.invalid',
    });
    const { connectionId } = before;
    const other = { connectionId, personId: 'budi' as never, account: 'budi', by: 'maya', at: '' };
    await providerEnrolments.keepAccount(other);
    await expect(confirmAccount(deps, { ...confirmed, account: 'Budi' })).rejects.toMatchObject({
      code: 'connectors.account-taken',
    });
    clock.advance(1_000);
    expect(await confirmAccount(deps, { ...confirmed, account: 'sri-02 ' })).toBe('queued');
    expect(await work()).toEqual(['confirmed']);
    const after = await providerEnrolments.find(registration);
    expect(after).toMatchObject({ state: 'confirmed', externalLearnerId: 'sri-02' });
    expect(after).not.toHaveProperty('proposedAccount');
    expect(await confirmAccount(deps, { ...confirmed, before: after ?? before, account: 'x' })).toBe('over');
    expect(asked).toEqual([undefined, 'sri-02']);
  });

  it('waits while the connection is paused', async () => {
    const { follow, work, connection, provider, clock, state } = world();
    connection.state = 'paused';
    await follow();
    expect(await work()).toEqual(['waits']);
    expect(provider.calls).toEqual([]);
    connection.state = 'active';
    clock.advance(5 * minute);
    expect(await work()).toEqual(['confirmed']);
    expect(await state()).toBe('confirmed');
  });
});

describe('a connection that is being removed', () => {
  const asEnding = (connection: ReturnType<typeof world>['connection'], kind = 'moodle') =>
    Object.assign(connection, {
      kind,
      state: 'removing',
      removingSince: '2026-03-01T00:00:00.000Z',
      // Changed once more since then, which lets nobody in.
      updatedAt: '2027-01-01T00:00:00.000Z',
    });

  it.each(['moodle', 'oneroster'])(
    'refuses who comes after that at once, by its own reason: %s',
    async (kind) => {
      const { follow, work, connection, provider, providerEnrolments } = world();
      asEnding(connection, kind);
      await follow();
      expect(await providerEnrolments.find(registration)).toMatchObject({
        ...{ state: 'refused', reason: 'connection-ending' },
      });
      expect(await work()).toEqual([]);
      expect(provider.calls).toEqual([]);
      // Nobody puts the removal off by coming.
      expect(await providerEnrolments.countOpen('k1' as never)).toBe(0);
    },
  );

  it('lets who was there before go on, however often that is told', async () => {
    const { follow, connection, state } = world();
    asEnding(connection, 'oneroster');
    await follow(registration, '2026-02-28T00:00:00.000Z');
    expect(await state()).toBeUndefined();
  });

  it('ends at once what was on its way, and keeps who is enrolled', async () => {
    const { follow, work, connection, providerEnrolments, states, state } = world();
    const other = '00000000-0000-4000-8000-00000000e002';
    await follow();
    await work();
    states.set(other, 'open');
    await follow(other);
    asEnding(connection);
    expect(await work()).toEqual(['gave-up']);
    expect(await providerEnrolments.find(other)).toMatchObject({
      ...{ state: 'timed-out', reason: 'connection-ending' },
    });
    expect(await state()).toBe('confirmed');
    expect(await providerEnrolments.countOpen('k1' as never)).toBe(1);
  });
});

describe('enrolling again', () => {
  const anew = (deps: ReturnType<typeof world>['deps']) => enrolAgain(deps, { registration });
  /** The account was deleted there and made anew. */
  const accountAnew = (provider: ReturnType<typeof world>['provider'], meanwhile = async () => {}) => {
    provider.enrolled.clear();
    provider.adapter.enrol = async ({ learner: { subject } }) => {
      provider.enrolled.set('new-account', subject);
      await meanwhile();
      return { externalLearnerId: 'new-account', outcome: 'enrolled' };
    };
  };

  it('hurries a way that is under way', async () => {
    const { follow, work, provider, deps, clock } = world();
    await follow();
    provider.script('unreachable');
    await work();
    clock.advance(2 * minute);
    expect(await anew(deps)).toEqual({ outcome: 'queued' });
    expect(await work()).toEqual(['confirmed']);
  });

  it('remembers the account that the learner has there now, and tells nothing twice', async () => {
    const { follow, work, provider, deps, states, clock } = world();
    await follow();
    await work();
    const before = await deps.providerEnrolments.find(registration);
    accountAnew(provider);
    clock.advance(hour);
    const names = { externalLearnerId: 'new-account', subject: 's-sri' };
    expect(await anew(deps)).toEqual({ outcome: 'enrolled', names });
    const { confirmedAt } = before ?? {};
    expect(await deps.providerEnrolments.find(registration)).toMatchObject({
      ...{ state: 'confirmed', externalLearnerId: 'new-account', confirmedAt },
    });
    states.set(registration, 'over');
    await follow();
    await work();
    expect([...provider.enrolled]).toEqual([]);
  });

  it('enrols nobody who has left, and takes out again who leaves meanwhile', async () => {
    const { follow, work, provider, deps, states } = world();
    await follow();
    await work();
    accountAnew(provider, async () => {
      states.set(registration, 'over');
      await follow();
    });
    expect(await anew(deps)).toEqual({ outcome: 'not-possible' });
    await work();
    expect([...provider.enrolled]).toEqual([]);
    const calls = provider.calls.length;
    expect(await anew(deps)).toEqual({ outcome: 'not-possible' });
    expect(provider.calls).toHaveLength(calls);
  });
});
