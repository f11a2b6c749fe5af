import type { PersonPrincipal, ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import type { JobMessage } from '../job.ts';
import { memoryConnectionStore } from '../testing/memory-connection-store.ts';
import { memoryHealthStore, memoryLetterStore } from '../testing/memory-health-store.ts';
import { sampleConnection } from '../testing/sample-connection.ts';
import { keepLetter } from './dead-letter.ts';
import { discardLetter, listLetters, replayLetter, replayLetters } from './dead-letters.ts';
import { freshHealth } from './health.ts';
import { noteTrouble } from './trouble.ts';

const { connectionId } = sampleConnection();
const author: PersonPrincipal = {
  ...{ kind: 'person', personId: 'author-a' as never, name: 'Siti', roles: ['provider-author'] },
  providerId: 'provider-a' as ProviderId,
};

async function world() {
  const clock = fixedClock();
  const connections = memoryConnectionStore();
  await connections.create(sampleConnection());
  const sent: JobMessage[] = [];
  const queue = { send: async (message: JobMessage) => void sent.push(message) };
  const deps = { connections, clock, queue, ids: countedIds() };
  const stores = { health: memoryHealthStore(), letters: memoryLetterStore() };
  const input = { principal: author, connectionId };
  const fail = async (n: number) => {
    clock.advance(1_000);
    const message = { kind: 'enrol', connectionId, registration: `r${n}`, tries: 4, since: 'x' } as const;
    await keepLetter({ ...deps, ...stores }, { message, reason: 'refused' });
  };
  const told = async (found?: { readonly lacks: boolean }) => {
    await noteTrouble({ ...deps, ...stores }, connectionId, found);
    return (await stores.health.read(connectionId)).told?.trouble;
  };
  const open = (reason: 'timeout' | 'unauthorised') =>
    stores.health.update(connectionId, (health) => ({
      ...health,
      circuit: { state: 'open', failures: 5, probes: 0, openedAt: clock.now().toISOString(), reason },
    }));
  const close = () =>
    stores.health.update(connectionId, ({ told: before }) => ({
      ...freshHealth,
      ...(before && { told: before }),
    }));
  return { deps: { ...deps, ...stores }, clock, sent, input, fail, told, open, close };
}

describe('troubles of a connection', () => {
  it('R10: are told when the provider was away for an hour, once, and when it is back', async () => {
    const { clock, told, open, close } = await world();
    await open('timeout');
    expect(await told()).toBeUndefined();
    clock.advance(3_600_000);
    expect(await told()).toBe('down');
    expect(await told()).toBe('down');
    await close();
    expect(await told()).toBeUndefined();
  });

  it('are told at once when the secret is refused', async () => {
    const { told, open } = await world();
    await open('unauthorised');
    expect(await told()).toBe('secret');
  });

  it('are told when a right is missing, until a test that was answered finds it again', async () => {
    const { told, open, close } = await world();
    expect(await told({ lacks: false })).toBeUndefined();
    expect(await told({ lacks: true })).toBe('rights');
    // The provider is away for a moment, or does not answer the test: that says nothing of rights.
    await open('timeout');
    expect(await told()).toBe('rights');
    await close();
    expect(await told()).toBe('rights');
    expect(await told({ lacks: false })).toBeUndefined();
  });

  it('are told when dead letters pile up, and stay told while the provider is away for a moment', async () => {
    const { deps, input, told, open, close, fail } = await world();
    for (let n = 0; n < 19; n += 1) await fail(n);
    expect(await told()).toBeUndefined();
    await fail(19);
    expect(await told()).toBe('letters');
    await replayLetters(deps, input);
    await open('timeout');
    expect(await told()).toBe('letters');
    await close();
    expect(await told()).toBeUndefined();
  });
});

describe('dead letters', () => {
  it('go back to work one by one or all together, and count how often they did', async () => {
    const { deps, sent, input, fail } = await world();
    for (const n of [1, 2, 3]) await fail(n);
    const { letters } = await listLetters(deps, input);
    expect(letters[0]).toMatchObject({ reason: 'refused', tries: 5, replays: 0 });
    await replayLetter(deps, { ...input, letterId: letters[0]?.letterId ?? '' });
    expect(sent).toEqual([{ kind: 'enrol', connectionId, registration: 'r3', replays: 1 }]);
    expect(await replayLetters(deps, { ...input, most: 1 })).toEqual({ replayed: 1, more: true });
    expect(await replayLetters(deps, input)).toEqual({ replayed: 1, more: false });
    expect(sent).toHaveLength(3);
    expect((await listLetters(deps, input)).letters).toEqual([]);
    await keepLetter(deps, { message: sent[0] as JobMessage, reason: 'full' });
    expect((await listLetters(deps, input)).letters).toMatchObject([{ replays: 1, reason: 'full' }]);
  });

  it('are thrown away by whoever may see them, and by no other provider (case C2)', async () => {
    const { deps, input, fail } = await world();
    await fail(1);
    const [letter] = (await listLetters(deps, input)).letters;
    const letterId = letter?.letterId ?? '';
    const stranger = { ...author, providerId: 'provider-b' as ProviderId };
    const theirs = { ...input, principal: stranger, letterId };
    const absent = { code: 'connectors.not-found' };
    await expect(listLetters(deps, theirs)).rejects.toMatchObject(absent);
    await expect(replayLetter(deps, theirs)).rejects.toMatchObject(absent);
    await expect(discardLetter(deps, theirs)).rejects.toMatchObject(absent);
    await discardLetter(deps, { ...input, letterId });
    await expect(discardLetter(deps, { ...input, letterId })).rejects.toMatchObject(absent);
  });
});
