import type { PersonId } from '@sinau/kernel';
import { countedIds } from '@sinau/kernel/testing';
import { expect, it } from 'vitest';
import { changeEvent } from './change-event.ts';
import { EventNotFound } from './errors.ts';
import type { Event, EventId } from './event.ts';
import { addMaterial, readMaterial, removeMaterial } from './materials.ts';
import {
  eventOf,
  learner,
  memoryMaterialRoom,
  memoryProgrammeStores,
  organiser,
  seatAt,
  someTerms,
} from './testing/index.ts';

const eventId = 'e-1' as EventId;
const bytesOf = (text: string) => new TextEncoder().encode(text);
const [ani, budi] = [learner('ani'), learner('budi')];

async function world(over: Partial<Event> = {}) {
  const stores = memoryProgrammeStores();
  await stores.events.save(eventOf(over));
  await stores.seats.step(undefined, seatAt({ personId: 'budi' as PersonId }));
  const deps = {
    ...{ ...stores, materials: memoryMaterialRoom(), ids: countedIds() },
    clock: { now: () => new Date('2026-12-03T00:00:00.000Z') },
    forms: { unitOf: async () => 'day' as const },
  };
  const add = (text: string, name = 'paparan.pdf') =>
    addMaterial(deps, { principal: organiser, eventId, name, bytes: bytesOf(text) });
  const names = async () => (await stores.events.find(eventId))?.materials?.map(({ name }) => name);
  return { deps, add, names };
}

it('C4: a PDF is kept for those who take part and for the office, and for nobody else', async () => {
  const { deps, add } = await world();
  expect(await add('%PDF-1')).toBe('added');
  const materialId = (await deps.events.find(eventId))?.materials?.[0]?.materialId ?? '';
  const read = (principal: typeof ani) => readMaterial(deps, { principal, eventId, materialId });
  for (const principal of [budi, organiser]) {
    expect((await read(principal)).bytes).toEqual(bytesOf('%PDF-1'));
  }
  await expect(read(ani)).rejects.toThrow(EventNotFound);
  const author = learner('dosen', { roles: ['provider-author'], providerId: 'univ' as never });
  await expect(read(author)).rejects.toThrow(EventNotFound);
  await removeMaterial(deps, { principal: organiser, eventId, materialId });
  await expect(read(budi)).rejects.toThrow(EventNotFound);
  await expect(removeMaterial(deps, { principal: organiser, eventId, materialId })).rejects.toThrow(
    EventNotFound,
  );
});

it('what is no PDF, too large or too many is refused, the same file twice is one, and names are one line', async () => {
  const { add, names } = await world();
  expect(await add('<html>')).toBe('not-pdf');
  expect(await add(`%PDF-${'x'.repeat(4 * 1024 * 1024)}`)).toBe('too-large');
  expect(await add('%PDF-1', 'Paparan\r\nSet-Cookie: a.pdf')).toBe('added');
  expect(await add('%PDF-1', 'lagi.pdf')).toBe('added');
  expect(await names()).toEqual(['Paparan  Set-Cookie: a.pdf']);
  for (let n = 2; n <= 20; n += 1) expect(await add(`%PDF-${n}`)).toBe('added');
  expect(await add('%PDF-21')).toBe('too-many');
});

it('of files that are added at once one is kept, and nothing stays of the others', async () => {
  const { deps, add, names } = await world();
  const rests = new Set<string>();
  const { put, remove } = deps.materials;
  deps.materials.put = async (place, bytes) => {
    rests.add(place.materialId);
    return put(place, bytes);
  };
  deps.materials.remove = async (place) => {
    rests.delete(place.materialId);
    return remove(place);
  };
  const all = await Promise.allSettled(['%PDF-1', '%PDF-2', '%PDF-3'].map((text) => add(text)));
  expect(all.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect([await names(), rests.size]).toEqual([['paparan.pdf'], 1]);
  expect(await add('%PDF-4', `Paparan${String.fromCharCode(0x202e)}fdp.exe`)).toBe('added');
  expect(await names()).toEqual(['paparan.pdf', 'Paparan fdp.exe']);
});

it('files stay when the event changes, and nobody else adds or to a cancelled one', async () => {
  const { deps, add, names } = await world();
  await add('%PDF-1');
  const rev = (await deps.events.find(eventId))?.rev ?? 0;
  await changeEvent(deps, { principal: organiser, eventId, terms: { ...someTerms, title: 'Lain' }, rev });
  expect(await names()).toEqual(['paparan.pdf']);
  const byAni = addMaterial(deps, { principal: ani, eventId, name: 'x.pdf', bytes: bytesOf('%PDF-2') });
  await expect(byAni).rejects.toThrow(EventNotFound);
  const cancelled = await world({ state: 'cancelled' });
  await expect(cancelled.add('%PDF-1')).rejects.toThrow('cannot be changed');
});
