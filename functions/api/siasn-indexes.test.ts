import type { AgencyId } from '@sinau/kernel';
import { switchReading } from '@sinau/siasn-sync';
import { readingWorld, sampleSettings } from '@sinau/siasn-sync/testing';
import { describe, expect, it } from 'vitest';
import { addSiasnRoutes } from './siasn-routes.ts';
import { clientOf, openDoor } from './testing/callers.ts';

const agencyNamed = (id: string) => ({ kind: 'agency', agencyId: id as AgencyId }) as const;
const index = {
  ...{ qualification: 15, competency: 32.5, performance: 25, discipline: 5 },
  createdAt: '2026-03-01T01:15:33.000Z',
};

async function worldOf() {
  const world = readingWorld();
  await world.on();
  await switchReading(world.deps, { principal: world.principal(), isOn: true });
  const sri = world.join('sri');
  const { app, askAs } = openDoor({
    connector: clientOf(agencyNamed('badan'), ['siasn/sync']),
    other: clientOf(agencyNamed('lain'), ['siasn/sync']),
    reader: clientOf(agencyNamed('badan'), ['credit/read']),
  });
  addSiasnRoutes(app, { siasn: async () => world.deps as never });
  const claim = (who = 'connector', environment = 'production') =>
    askAs(who, 'POST /api/siasn/indexes', { environment });
  const claimed = async () => ((await (await claim()).json()) as { batchId: string }).batchId;
  const end = (batchId: string, results: readonly unknown[], who = 'connector') =>
    askAs(who, `POST /api/siasn/indexes/${batchId}/end`, { results } as object);
  return { ...world, sri, askAs, claim, claimed, end };
}

describe('official indexes, for a connector', () => {
  it('hands out people with their numbers, once, and takes what came of them, once', async () => {
    const { claim, end, kept, sri } = await worldOf();
    const response = await claim();
    expect(response.headers.get('cache-control')).toBe('no-store');
    const batch = (await response.json()) as { batchId: string };
    expect(batch).toMatchObject({ heldSeconds: 600, people: [{ personId: 'sri', nip: sri.nip }] });
    expect(await (await claim()).json()).toEqual({ people: [] });
    const result = { personId: 'sri', outcome: 'value', index };
    expect((await end(batch.batchId, [result])).status).toBe(204);
    expect(kept).toMatchObject([{ personId: 'sri', index }]);
    const late = await end(batch.batchId, [result]);
    expect(await late.json()).toMatchObject({ status: 409, code: 'siasn.lease-over' });
    expect(kept).toHaveLength(1);
  });

  it.each([
    ['more than a part can be', { index: { ...index, competency: 41 } }],
    ['less than nothing', { index: { ...index, discipline: -1 } }],
    ['text for points', { index: { ...index, performance: '25' } }],
    ['a part too few', { index: { qualification: 15, createdAt: index.createdAt } }],
    ['a time that is none', { index: { ...index, createdAt: '12-03-2026' } }],
    ['a time of another zone', { index: { ...index, createdAt: '2026-03-01T08:15:33.000+07:00' } }],
    ['a time of before', { index: { ...index, createdAt: '1999-03-01T01:15:33.000Z' } }],
    ['more than is asked for', { index: { ...index, nik: '3201' } }],
    ['another outcome', { outcome: 'fine' }],
    ['a reason that is none', { outcome: 'failed', because: 'x' }],
  ])('refuses %s, and keeps nothing', async (_, more) => {
    const { claimed, end, kept } = await worldOf();
    const batchId = await claimed();
    expect((await end(batchId, [{ personId: 'sri', outcome: 'value', ...more }])).status).toBe(400);
    expect(kept).toEqual([]);
    expect((await end(batchId, [{ personId: 'sri', outcome: 'none' }])).status).toBe(204);
  });

  it('refuses a value that is to come, and two of one person', async () => {
    const { claimed, end, kept } = await worldOf();
    const batchId = await claimed();
    const future = { ...index, createdAt: '2026-06-01T01:15:33.000Z' };
    expect((await end(batchId, [{ personId: 'sri', outcome: 'value', index: future }])).status).toBe(400);
    const one = { personId: 'sri', outcome: 'none' };
    expect((await end(batchId, [one, one])).status).toBe(400);
    expect(kept).toEqual([]);
  });

  it('C2: is nobody else’s, nor of a client without the scope, nor of people outside the batch', async () => {
    const { claim, claimed, end, store, kept, join } = await worldOf();
    join('orang', { agency: 'lain' as AgencyId });
    await store.settings.save(sampleSettings({ agencyId: 'lain' as AgencyId }));
    const batchId = await claimed();
    // Nobody there has switched it on.
    expect(await (await claim('other')).json()).toEqual({ people: [] });
    expect((await claim('reader')).status).toBe(403);
    const result = { personId: 'sri', outcome: 'value', index };
    expect((await end(batchId, [result], 'other')).status).toBe(409);
    expect((await end(batchId, [{ ...result, personId: 'orang' }])).status).toBe(204);
    expect(kept).toEqual([]);
  });

  it('are not for another environment than the agency has chosen', async () => {
    const { claim } = await worldOf();
    const response = await claim('connector', 'training');
    expect(await response.json()).toMatchObject({ status: 409, code: 'siasn.environment' });
  });
});
