import { type AgencyId, type PersonId, type PersonPrincipal, yearOf } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { hmacSigner } from '@sinau/platform/crypto';
import type { RecognitionId } from '@sinau/recognition';
import { grantPriority } from '@sinau/recognition/priority';
import {
  memberOf,
  memoryMembers,
  memoryPriorityStore,
  memoryRecognitionStore,
  recognitionOf,
} from '@sinau/recognition/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { addRecognitionRoutes } from './recognition-routes.ts';
import { clientOf, openDoor, providerNamed } from './testing/callers.ts';

const bkn = { kind: 'agency', agencyId: 'bkn' as AgencyId } as const;
const scopes = ['recognitions/read'] as const;
const clock = fixedClock('2026-03-03T01:00:00.000Z');

describe('recognition for machines', () => {
  let door: ReturnType<typeof openDoor>;
  let desk: ReturnType<typeof deskOf>;
  const deskOf = () => ({
    ...{ recognitions: memoryRecognitionStore(), priority: memoryPriorityStore(), clock, ids: countedIds() },
    members: memoryMembers([memberOf('sri')]),
    waiting: { raise: async () => 'refused' as const, standingOf: async () => 'waiting' as const },
  });
  beforeEach(() => {
    desk = deskOf();
    door = openDoor({
      agency: clientOf(bkn, scopes),
      foreign: clientOf({ kind: 'agency', agencyId: 'lan' as AgencyId }, scopes),
      provider: clientOf(providerNamed('prov'), scopes),
      other: clientOf(bkn, ['records/read']),
    });
    const signer = hmacSigner('a secret for tests of at least 32 characters');
    addRecognitionRoutes(door.app, {
      ...{ recognition: async () => desk, priority: async () => desk, signer, clock },
    });
  });
  const bodyOf = async (caller: string, path: string) => {
    const response = await door.askAs(caller, `GET ${path}`);
    return [response.status, (await response.json()) as Record<string, never>] as const;
  };
  const recognise = async (people: number, over: Parameters<typeof recognitionOf>[0] = {}) => {
    for (let n = 0; n < people; n += 1) {
      const recognitionId = `n-${n}-${over.value ?? ''}` as RecognitionId;
      await desk.recognitions.step({ after: recognitionOf({ recognitionId, ...over }) });
    }
  };

  it('tells what stands, page by page, and neither deed nor proposer', async () => {
    await recognise(101);
    await desk.recognitions.step({
      after: recognitionOf({ recognitionId: 'n-w' as RecognitionId, state: 'proposed' }),
    });
    const [status, first] = await bodyOf('agency', '/api/recognitions');
    expect([status, first.year]).toEqual([200, 2026]);
    expect(first.recognitions).toHaveLength(100);
    expect(first.recognitions?.[0]).toEqual({
      ...{ recognitionId: expect.any(String), personId: 'sri', value: 'harmonious', origin: 'people' },
      ...{ year: 2026, unitId: 'u1', grantedAt: '2026-03-02T01:00:00.000Z' },
    });
    const token = encodeURIComponent(String(first.nextPageToken));
    const [, rest] = await bodyOf('agency', `/api/recognitions?pageToken=${token}`);
    expect(rest.recognitions).toHaveLength(1);
    expect(JSON.stringify([first, rest])).not.toMatch(/Mendampingi|Budi/);
    expect((await bodyOf('agency', '/api/recognitions?year=2025'))[1]).toMatchObject({ recognitions: [] });
    expect((await bodyOf('foreign', '/api/recognitions'))[1]).toMatchObject({ recognitions: [] });
    // Of another reader, and of another list.
    expect((await bodyOf('foreign', `/api/recognitions?pageToken=${token}`))[0]).toBe(400);
    expect((await bodyOf('agency', `/api/priority-seats?pageToken=${token}`))[0]).toBe(400);
  });

  it('P3: counts by value and unit, and hides small numbers', async () => {
    await recognise(6);
    await recognise(2, { value: 'loyal' });
    const [, counts] = await bodyOf('agency', '/api/recognitions/counts?year=2026');
    expect(counts).toMatchObject({ year: 2026, total: 8, units: [{ unitId: 'u1', count: 8 }] });
    expect(counts.values).toContainEqual({ value: 'loyal', hidden: true });
    expect(counts.values).toContainEqual({ value: 'harmonious', hidden: true });
    expect((await bodyOf('foreign', '/api/recognitions/counts'))[1]).toMatchObject({ total: 0, units: [] });
  });

  it('tells priority seats of a year with their state', async () => {
    const principal: PersonPrincipal = {
      ...{ kind: 'person', personId: 'adi' as PersonId, name: 'Adi', roles: ['agency-admin'] },
      agencyId: bkn.agencyId,
    };
    const request = { ground: 'loyalty', minutesNumber: 'BA-1', minutesOn: '2026-02-01' } as const;
    await grantPriority(desk, { principal, personId: 'sri' as PersonId, request });
    const [, seats] = await bodyOf('agency', '/api/priority-seats');
    expect(seats).toMatchObject({
      ...{ year: yearOf('2026-03-03'), counts: { granted: 1, spent: 0 } },
      seats: [{ personId: 'sri', ground: 'loyalty', state: 'granted', validUntil: '2027-12-31' }],
    });
    expect((await bodyOf('foreign', '/api/priority-seats'))[1]).toMatchObject({ seats: [] });
  });

  it('refuses other scopes, providers and what is no question', async () => {
    for (const path of ['/api/recognitions', '/api/recognitions/counts', '/api/priority-seats']) {
      expect((await bodyOf('other', path))[0]).toBe(403);
      expect((await bodyOf('provider', path))[0]).toBe(404);
      expect((await bodyOf('agency', `${path}?year=dulu`))[0]).toBe(400);
      expect((await bodyOf('agency', `${path}?nip=1`))[0]).toBe(400);
    }
  });
});
