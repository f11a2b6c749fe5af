import { createHmac } from 'node:crypto';
import type { Principal, ProviderId, Signer } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import {
  changeDispatch,
  createDispatch,
  type DispatchCourse,
  getDispatch,
  keyOf,
  listDispatches,
  noteFinished,
  openPass,
  sealPass,
  startDispatch,
} from './index.ts';
import { memoryDispatchStore } from './testing/memory-dispatch-store.ts';

const author = (providerId: string): Principal => ({
  ...{ kind: 'person', personId: 'hadi' as never, name: 'Hadi', roles: ['provider-author'] },
  providerId: providerId as ProviderId,
});
const mac = (purpose: string, text: string) =>
  createHmac('sha256', 'secret').update(`${purpose} ${text}`).digest('base64url');
const signer: Signer = { sign: mac, verify: (purpose, text, given) => mac(purpose, text) === given };
const learner = 'a'.repeat(64);

async function world(over: Partial<DispatchCourse> = {}) {
  const courses = new Map<string, DispatchCourse>([
    ['c1', { providerId: 'p1' as ProviderId, title: { id: 'Etika' }, description: {}, version: 2, ...over }],
  ]);
  const deps = {
    ...{ dispatches: memoryDispatchStore(), signer, clock: fixedClock(), ids: countedIds() },
    courses: { find: async (id: string) => courses.get(id) },
  };
  const principal = author('p1');
  const dispatch = await createDispatch(deps, {
    ...{ principal, courseId: 'c1' },
    request: { name: 'LMS Kota', capacity: 2 },
  });
  const { dispatchId } = dispatch;
  const start = (by: Partial<Parameters<typeof startDispatch>[1]> = {}) =>
    startDispatch(deps, { dispatchId, key: keyOf(deps, dispatch), learner, ...by });
  const change = (request: Parameters<typeof changeDispatch>[1]['change']) =>
    changeDispatch(deps, { principal, dispatchId, change: request });
  return { deps, courses, principal, dispatch, dispatchId, start, change };
}

describe('dispatches of a provider', () => {
  it('C2: are seen and changed by nobody else, in the words for absent ones', async () => {
    const { deps, dispatchId } = await world();
    const principal = author('p2');
    const foreign = [
      () => getDispatch(deps, { principal, dispatchId }),
      () => getDispatch(deps, { principal: author('p1'), dispatchId: 'absent' }),
      () => listDispatches(deps, { principal, courseId: 'c1' }),
      () => createDispatch(deps, { principal, courseId: 'c1', request: { name: 'x' } }),
      () => changeDispatch(deps, { principal, dispatchId, change: { enabled: false } }),
    ];
    for (const ask of foreign) await expect(ask()).rejects.toMatchObject({ code: 'dispatch.not-found' });
    expect((await deps.dispatches.find(dispatchId))?.enabled).toBe(true);
  });

  it('change word by word, and take limits away', async () => {
    const { deps, principal, dispatchId, change } = await world();
    await change({ notes: 'Sampai akhir tahun', expiresAt: '2026-12-31T00:00:00.000Z' });
    await change({ capacity: null });
    const { capacity, ...rest } = await getDispatch(deps, { principal, dispatchId });
    expect(capacity).toBeUndefined();
    expect(rest).toMatchObject({ name: 'LMS Kota', notes: 'Sampai akhir tahun', rev: 3 });
  });
});

describe('startDispatch', () => {
  it('admits a learner and finds them again, counting once', async () => {
    const { start, deps, dispatchId } = await world();
    const first = await start();
    expect((await start()).learner).toEqual(first.learner);
    expect(await deps.dispatches.find(dispatchId)).toMatchObject({ started: 1, finished: 0 });
    expect(first.learner.mark).not.toContain(learner);
  });

  it('lets nobody in beyond its capacity, and those who have begun go on', async () => {
    const { start } = await world();
    await start();
    await start({ learner: 'b'.repeat(64) });
    await expect(start({ learner: 'c'.repeat(64) })).rejects.toMatchObject({ code: 'dispatch.full' });
    expect((await start()).learner.registration).toBeTruthy();
  });

  it('ends for everybody when it is switched off or over, and says which', async () => {
    const { start, change, deps } = await world();
    await start();
    await change({ enabled: false });
    await expect(start()).rejects.toMatchObject({ code: 'dispatch.disabled' });
    await change({ enabled: true, expiresAt: '2026-03-02T01:00:01.000Z' });
    await start();
    deps.clock.advance(1_000);
    await expect(start()).rejects.toMatchObject({ code: 'dispatch.expired' });
  });

  it('takes nobody new for a course that is not open, and lets those who have begun finish it', async () => {
    const { start, courses } = await world();
    await start();
    const { version: _closed, ...course } = courses.get('c1') as DispatchCourse;
    courses.set('c1', course);
    await start();
    await expect(start({ learner: 'b'.repeat(64) })).rejects.toMatchObject({ code: 'dispatch.withdrawn' });
    courses.delete('c1');
    await expect(start()).rejects.toMatchObject({ code: 'dispatch.withdrawn' });
  });

  it('C2: answers a wrong key as an absent dispatch, and a new key ends the old one', async () => {
    const { start, change, deps, dispatch } = await world();
    const wrong = [{ key: 'wrong' }, { dispatchId: 'absent' }];
    for (const by of wrong) await expect(start(by)).rejects.toMatchObject({ code: 'dispatch.not-found' });
    const { learner: known } = await start();
    const next = await change({ newKey: true });
    await expect(start()).rejects.toMatchObject({ code: 'dispatch.not-found' });
    // The learner is still the same one.
    expect((await start({ key: keyOf(deps, next) })).learner).toEqual(known);
    expect(keyOf(deps, next)).not.toBe(keyOf(deps, dispatch));
  });
});

describe('passes', () => {
  it('open what they are for, until they end', async () => {
    const { deps, dispatchId } = await world();
    const pass = { dispatchId, registration: 'r', mark: 'm' };
    const token = sealPass(deps, 'entry', pass);
    expect(openPass(deps, 'entry', token)).toEqual(pass);
    expect(openPass(deps, 'result', token)).toBeUndefined();
    expect(openPass(deps, 'entry', `${token}x`)).toBeUndefined();
    deps.clock.advance(120_000);
    expect(openPass(deps, 'entry', token)).toBeUndefined();
  });

  it('a learner finishes once', async () => {
    const { deps, start, dispatchId } = await world();
    const { learner: known } = await start();
    for (let n = 0; n < 2; n += 1) await noteFinished(deps, { dispatchId, mark: known.mark });
    await noteFinished(deps, { dispatchId, mark: 'other' });
    expect((await deps.dispatches.find(dispatchId))?.finished).toBe(1);
  });
});
