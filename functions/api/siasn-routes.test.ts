import type { AgencyId, PersonId } from '@sinau/kernel';
import type { WorkOrder } from '@sinau/siasn-sync';
import { sampleContent, sampleSettings, syncWorld } from '@sinau/siasn-sync/testing';
import { describe, expect, it } from 'vitest';
import { addSiasnRoutes } from './siasn-routes.ts';
import { clientOf, openDoor } from './testing/callers.ts';

const nip = '199005172015031999';
const agencyNamed = (id: string) => ({ kind: 'agency', agencyId: id as AgencyId }) as const;

async function worldOf() {
  const world = syncWorld();
  await world.on();
  const lines = world.join('sri', nip);
  const document = { kind: 'certificate', number: 'SINAU-1', edition: 1 } as const;
  lines.set('l1', sampleContent({ document }));
  await world.follow('sri');
  const { app, askAs } = openDoor({
    connector: clientOf(agencyNamed('badan'), ['siasn/sync']),
    other: clientOf(agencyNamed('lain'), ['siasn/sync']),
    reader: clientOf(agencyNamed('badan'), ['credit/read']),
  });
  addSiasnRoutes(app, { siasn: async () => world.deps as never });
  const claim = async (who = 'connector', environment = 'production') => {
    const response = await askAs(who, 'POST /api/siasn/orders', { environment });
    const { orders = [] } = (await response.json()) as {
      orders?: (WorkOrder & { orderId: string; heldSeconds: number; hasDocument: boolean })[];
    };
    return { status: response.status, orders };
  };
  return { ...world, lines, askAs, claim };
}

const ref = { personId: 'sri', lineId: 'l1' };
const accepted = {
  ...{ outcome: 'accepted', personId: 'S'.repeat(32) },
  remote: { id: 'A1', kind: 'course', made: true },
};

describe('a connector of an agency', () => {
  it('takes an order, notes its creation, fetches what proves it, and tells its end, as often as it likes', async () => {
    const { claim, askAs, row, clock } = await worldOf();
    const { orders } = await claim();
    expect(orders).toMatchObject([{ ...ref, nip, heldSeconds: 600, hasDocument: true, takenIds: [] }]);
    expect(orders[0]).not.toHaveProperty('document');
    expect((await claim()).orders).toEqual([]);
    const { orderId = '', training } = orders[0] ?? {};
    const path = `/api/siasn/orders/${orderId}`;
    const file = await askAs('connector', `GET ${path}/document?personId=sri&lineId=l1`);
    expect([file.status, await file.text()]).toEqual([200, '%PDF-1.7']);
    const creating = { ...ref, training };
    clock.advance(9 * 60_000);
    expect((await askAs('connector', `POST ${path}/creating`, creating)).status).toBe(200);
    expect(await row('sri')).toMatchObject({ tried: { hours: 6 } });
    for (let n = 0; n < 2; n += 1)
      expect((await askAs('connector', `POST ${path}/end`, { ...ref, end: accepted })).status).toBe(204);
    expect(await row('sri')).toMatchObject({ state: 'accepted', remote: { id: 'A1' } });
  });

  it('that comes too late creates nothing and is told so', async () => {
    const { claim, askAs, clock } = await worldOf();
    const { orderId = '', training } = (await claim()).orders[0] ?? {};
    clock.advance(12 * 60_000);
    expect((await claim()).orders).toHaveLength(1);
    const path = `/api/siasn/orders/${orderId}`;
    const late = await askAs('connector', `POST ${path}/creating`, { ...ref, training });
    expect(await late.json()).toMatchObject({ status: 409, code: 'siasn.lease-over' });
    const end = await askAs('connector', `POST ${path}/end`, { ...ref, end: accepted });
    expect(await end.json()).toMatchObject({ status: 409, code: 'siasn.lease-over' });
  });

  it('sees what would be handed out without holding it', async () => {
    const { askAs, row } = await worldOf();
    const seen = await askAs('connector', 'GET /api/siasn/orders?environment=production');
    expect(await seen.json()).toMatchObject({ orders: [{ ...ref, training: { hours: 6 } }] });
    expect(await row('sri')).toMatchObject({ state: 'queued' });
  });

  it('gets nothing for an environment that the agency has not chosen, and its desk hears of it', async () => {
    const { claim, askAs, store, agencyId } = await worldOf();
    expect((await claim('connector', 'training')).status).toBe(409);
    const seen = { environment: 'training', version: '1' };
    expect((await askAs('connector', 'POST /api/siasn/connector', seen)).status).toBe(409);
    expect(await store.settings.connectorOf(agencyId)).toMatchObject({
      name: 'Mesin',
      environment: 'training',
    });
    const good = { environment: 'production', version: '1', trouble: 'signed-out' };
    expect((await askAs('connector', 'POST /api/siasn/connector', good)).status).toBe(204);
    expect(await store.settings.connectorOf(agencyId)).toMatchObject({ trouble: 'signed-out' });
  });

  it('C2: of another agency gets and changes nothing, nor does a client without the scope', async () => {
    const { claim, askAs, store, row } = await worldOf();
    const { orderId = '', training } = (await claim()).orders[0] ?? {};
    await store.settings.save(sampleSettings({ agencyId: 'lain' as AgencyId }));
    expect(await claim('other')).toEqual({ status: 200, orders: [] });
    expect((await claim('reader')).status).toBe(403);
    const path = `/api/siasn/orders/${orderId}`;
    const answers = await Promise.all([
      askAs('other', `POST ${path}/creating`, { ...ref, training }),
      askAs('other', `POST ${path}/end`, { ...ref, end: accepted }),
      askAs('other', `GET ${path}/document?personId=sri&lineId=l1`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(await row('sri')).toMatchObject({ state: 'sending', personId: 'sri' as PersonId });
  });

  it.each([
    ['an end that is none', { outcome: 'fine' }],
    ['a reason that is none', { outcome: 'rejected', because: 'x', words: '', stands: 'nothing' }],
    ['more than is asked for', { ...accepted, agencyId: 'lain' }],
  ])('is refused %s, and the order stays as it is', async (_, end) => {
    const { claim, askAs, row } = await worldOf();
    const { orderId = '' } = (await claim()).orders[0] ?? {};
    const path = `/api/siasn/orders/${orderId}/end`;
    expect((await askAs('connector', `POST ${path}`, { ...ref, end })).status).toBe(400);
    expect(await row('sri')).toMatchObject({ state: 'sending' });
  });
});
