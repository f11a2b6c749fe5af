import type { AgencyId } from '@sinau/kernel';
import { hmacSigner } from '@sinau/platform/crypto';
import type { EventId } from '@sinau/programmes';
import { eventOf, memoryProgrammeStores, seatAt } from '@sinau/programmes/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { addEventRoutes } from './event-routes.ts';
import { clientOf, openDoor, providerNamed } from './testing/callers.ts';

const owner = (agencyId: string) => ({ kind: 'agency', agencyId: agencyId as AgencyId }) as const;

describe('events for the systems of who holds them', () => {
  let door: ReturnType<typeof openDoor>;
  beforeEach(async () => {
    const stores = memoryProgrammeStores();
    const session = { link: 'https://rapat.contoh.go.id/rahasia' };
    const sessions = eventOf().sessions.map((one) => ({ ...one, ...session }));
    await stores.events.save(
      eventOf({ owner: owner('badan'), sessions, stated: 250 as never, price: 250_000 }),
    );
    await stores.seats.step(undefined, seatAt());
    for (const [eventId, day] of [
      ['e-2', '2026-12-10'],
      ['e-3', '2026-12-20'],
    ] as const) {
      const moved = eventOf()
        .sessions.slice(0, 1)
        .map((one) => ({
          ...one,
          ...{ startsAt: `${day}T02:00:00.000Z`, endsAt: `${day}T05:00:00.000Z` },
        }));
      const closed = { closedAt: `${day}T06:00:00.000Z`, closedItself: true } as const;
      const over = { eventId: eventId as EventId, owner: owner('badan'), sessions: moved };
      await stores.events.save(eventOf({ ...over, ...(eventId === 'e-2' && closed) }));
    }
    await stores.events.save(eventOf({ eventId: 'asing' as EventId, owner: owner('lain') }));
    const held = { eventId: 'e-kampus' as EventId, owner: providerNamed('kampus') };
    await stores.events.save(eventOf({ ...held, audience: 'partners' }));
    door = openDoor({
      reader: clientOf(owner('badan'), ['events/read']),
      second: { ...clientOf(owner('badan'), ['events/read']), clientId: 'lain-lagi' },
      other: clientOf(owner('badan'), ['people/read']),
      provider: clientOf(providerNamed('kampus'), ['events/read']),
      platform: clientOf({ kind: 'platform' }, ['events/read']),
    });
    const signer = hmacSigner('a secret for tests of at least 32 characters');
    addEventRoutes(door.app, { events: async () => stores, signer });
  });
  const read = async (request: string, caller = 'reader') => {
    const response = await door.askAs(caller, request);
    return { status: response.status, body: (await response.json()) as Record<string, never> };
  };

  it('are listed in pages, the last to end first, with how many seats are taken', async () => {
    const first = await read('GET /api/events?limit=2');
    expect(first.body).toMatchObject({
      events: [
        { eventId: 'e-3', taken: 0 },
        { eventId: 'e-2', attendanceClosedAt: '2026-12-10T06:00:00.000Z' },
      ],
    });
    const rest = await read(`GET ${first.body.next}`);
    expect(rest.body).toEqual({
      events: [
        {
          ...{ eventId: 'e-1', title: 'Seminar layanan publik', state: 'published', form: 'KL06' },
          ...{ mode: 'in-person', zone: 'Asia/Jakarta', startsAt: '2026-12-01T02:00:00.000Z' },
          ...{ endsAt: '2026-12-02T05:00:00.000Z', capacity: 2, taken: 1, waiting: 0, audience: 'agency' },
          updatedAt: '2026-11-01T00:00:00.000Z',
        },
      ],
    });
  });

  it('are read one by one, without links of sessions and without who takes part', async () => {
    const { body } = await read('GET /api/events/e-1');
    expect(body).toMatchObject({
      ...{
        jp: '2.5',
        price: 250_000,
        attendanceClosesAt: '2026-12-09T05:00:00.000Z',
        speakers: [{ name: 'Dr. Sari' }],
      },
      sessions: [{ sessionId: 'hari-1', place: 'Aula lantai 2' }, { sessionId: 'hari-2' }],
    });
    expect(JSON.stringify(body)).not.toMatch(/rahasia|budi|rina/);
    const closed = await read('GET /api/events/e-2');
    expect(closed.body).toMatchObject({ attendanceClosedItself: true });
    expect(closed.body).not.toHaveProperty('attendanceClosesAt');
  });

  it('are of the agency alone, and a page is of who was given it', async () => {
    expect(await read('GET /api/events/asing')).toMatchObject({ status: 404 });
    expect(await read('GET /api/events/tidak-ada')).toMatchObject({ status: 404 });
    expect((await read('GET /api/events', 'other')).status).toBe(403);
    expect((await read('GET /api/events', 'nobody')).status).toBe(401);
    const { next } = (await read('GET /api/events?limit=1')).body;
    expect((await read(`GET ${next}`, 'second')).status).toBe(400);
    expect((await read('GET /api/events?after=karangan')).status).toBe(400);
    expect((await read('GET /api/events?limit=0')).status).toBe(400);
  });

  it('are a provider’s own for its machines, and nobody’s for those of the platform', async () => {
    const { body } = await read('GET /api/events', 'provider');
    expect(body).toMatchObject({ events: [{ eventId: 'e-kampus', audience: 'partners' }] });
    expect((await read('GET /api/events/e-kampus', 'provider')).status).toBe(200);
    expect((await read('GET /api/events/e-1', 'provider')).status).toBe(404);
    expect((await read('GET /api/events/e-kampus')).status).toBe(404);
    expect((await read('GET /api/events', 'platform')).status).toBe(404);
  });
});
