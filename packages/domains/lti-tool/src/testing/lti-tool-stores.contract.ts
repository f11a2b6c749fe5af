import { randomUUID } from 'node:crypto';
import type { PersonId, ProviderId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountLink } from '../account-link.ts';
import type { Attempt } from '../placement.ts';
import type { ForeignPlatform, ForeignPlatformId } from '../platform.ts';
import type {
  AccountLinkStore,
  AttemptStore,
  ForeignPlatformStore,
  PlacementStore,
  RegistrationTicketStore,
  ToolVisitStore,
} from '../ports.ts';
import type { ToolVisit } from '../visit.ts';
import { samplePlacement, samplePlatform } from './samples.ts';

export interface LtiToolStores {
  readonly platforms: ForeignPlatformStore;
  readonly links: AccountLinkStore;
  readonly placements: PlacementStore;
  readonly attempts: AttemptStore;
  readonly tickets: RegistrationTicketStore;
  readonly visits: ToolVisitStore;
}

/** What every store of foreign platforms keeps. Ids are fresh in every test, so that the stores need not be empty. */
export function ltiToolStoresContract(adapter: string, open: () => Promise<LtiToolStores>): void {
  let stores: LtiToolStores;
  let platform: ForeignPlatform;
  beforeEach(async () => {
    stores = await open();
    platform = fresh();
  });

  describe(`foreign platforms on ${adapter}`, () => {
    it('are found by id, by issuer and client, and listed for their owner', async () => {
      const { platforms } = stores;
      const { issuer, clientId, owner } = platform;
      expect(await platforms.add(platform)).toBe('added');
      expect(await platforms.find(platform.platformId)).toEqual(platform);
      expect(await platforms.findAt(issuer, clientId)).toEqual(platform);
      expect(await platforms.listAt(issuer)).toEqual([platform]);
      expect(await platforms.listOf(owner)).toEqual([platform]);
      expect(await platforms.listOf({ kind: 'provider', providerId: randomUUID() as ProviderId })).toEqual(
        [],
      );
      for (const other of ['x', 'x'.repeat(5000)]) {
        expect(await platforms.findAt(issuer, other)).toBeUndefined();
        expect(await platforms.findAt(`${issuer}/${other}`, clientId)).toBeUndefined();
      }
    });

    it('are registered once a client of an issuer, by whomever', async () => {
      const { platforms } = stores;
      const mine = { ...platform, platformId: randomUUID() as ForeignPlatformId };
      const outcomes = await Promise.all([platforms.add(platform), platforms.add(mine)]);
      expect(outcomes.toSorted()).toEqual(['added', 'taken']);
      expect(await platforms.listAt(platform.issuer)).toHaveLength(1);
      expect(await platforms.add({ ...mine, clientId: 'klien-2' })).toBe('added');
      expect(await platforms.listAt(platform.issuer)).toHaveLength(2);
    });

    it('are registered once a client at a token door, however it is written, by whomever', async () => {
      const { platforms } = stores;
      const host = platform.issuer.replace('https://', '');
      const tokenAudience = `https://token.${host}/`;
      await platforms.add({ ...platform, tokenAudience });
      const elsewhere = 'https://lain.example';
      const other = { ...platform, platformId: randomUUID() as ForeignPlatformId, issuer: elsewhere };
      const hostile: readonly Partial<ForeignPlatform>[] = [
        { tokenUrl: platform.tokenUrl },
        { tokenUrl: `https://${host.toUpperCase()}.:443/lain?x=1` },
        { tokenUrl: elsewhere, tokenAudience: platform.tokenUrl },
        { tokenUrl: elsewhere, tokenAudience: platform.issuer },
        { tokenUrl: elsewhere, tokenAudience },
        { tokenUrl: `https://token.${host}/lain` },
        { tokenUrl: elsewhere, issuer: `${platform.issuer}/lain` },
      ];
      for (const over of hostile) expect(await platforms.add({ ...other, ...over })).toBe('taken');
      expect(await platforms.find(other.platformId)).toBeUndefined();
      const own = { ...other, tokenUrl: `https://own.${host}`, issuer: `https://own.${host}` };
      expect(await platforms.add(own)).toBe('added');
      const client = { ...other, platformId: randomUUID() as ForeignPlatformId, clientId: 'klien-9' };
      expect(await platforms.add(client)).toBe('added');
    });

    it('change once a revision, and count launches beside that', async () => {
      const { platforms } = stores;
      await platforms.add(platform);
      expect(await platforms.launchesOf(platform.platformId)).toBeUndefined();
      const { family: _none, ...bare } = platform;
      const next = { ...bare, status: 'off' as const, deployments: ['1', '2'] };
      expect(await platforms.change(next)).toBe('changed');
      expect(await platforms.change({ ...platform, name: 'x' })).toBe('stale');
      await platforms.noteLaunch(platform.platformId, '2026-03-02T02:00:00.000Z');
      await platforms.noteLaunch(platform.platformId, '2026-03-02T03:00:00.000Z');
      expect(await platforms.find(platform.platformId)).toEqual({ ...next, rev: 1 });
      expect(await platforms.launchesOf(platform.platformId)).toEqual({
        ...{ launches: 2, lastAt: '2026-03-02T03:00:00.000Z' },
      });
    });

    it('are removed while unmoved, and may be registered anew under another id', async () => {
      const { platforms } = stores;
      await platforms.add(platform);
      await platforms.noteLaunch(platform.platformId, '2026-03-02T02:00:00.000Z');
      expect(await platforms.remove({ ...platform, rev: 7 })).toBe('stale');
      expect(await platforms.remove(platform)).toBe('removed');
      expect(await platforms.find(platform.platformId)).toBeUndefined();
      expect(await platforms.findAt(platform.issuer, platform.clientId)).toBeUndefined();
      expect(await platforms.launchesOf(platform.platformId)).toBeUndefined();
      const anew = { ...platform, platformId: randomUUID() as ForeignPlatformId };
      // Over there we may be registered still: the client is nobody else's to sign as.
      const other = { kind: 'provider', providerId: randomUUID() as ProviderId } as const;
      expect(await platforms.add({ ...anew, owner: other })).toBe('taken');
      expect(await platforms.add(anew)).toBe('added');
      expect(await platforms.add({ ...anew, platformId: randomUUID() as ForeignPlatformId })).toBe('taken');
    });
  });

  describe(`account links on ${adapter}`, () => {
    it('lead from platform and subject to one person, and from nothing else', async () => {
      const { links } = stores;
      const link = linkOf(platform.platformId);
      expect(await links.add(link)).toBe('added');
      expect(await links.add({ ...link, personId: 'budi' as PersonId })).toBe('taken');
      expect(await links.find(link.platformId, link.subject)).toEqual(link);
      expect(await links.find(randomUUID() as ForeignPlatformId, link.subject)).toBeUndefined();
      expect(await links.find(link.platformId, 'x')).toBeUndefined();
      expect(await links.listOf(link.personId)).toEqual([link]);
    });

    it('are removed by their person alone', async () => {
      const { links } = stores;
      const link = linkOf(platform.platformId);
      await links.add(link);
      await links.remove({ ...link, personId: 'budi' as PersonId });
      expect(await links.find(link.platformId, link.subject)).toEqual(link);
      await links.remove(link);
      await links.remove(link);
      expect(await links.find(link.platformId, link.subject)).toBeUndefined();
      expect(await links.listOf(link.personId)).toEqual([]);
    });
  });

  describe(`placements on ${adapter}`, () => {
    it('are as the latest launch said', async () => {
      const { placements } = stores;
      const placement = samplePlacement({ platformId: platform.platformId });
      await placements.put(placement);
      const { grades: _none, ...without } = placement;
      await placements.put({ ...without, courseId: 'k2' });
      expect(await placements.find(platform.platformId, 'pl1')).toEqual({ ...without, courseId: 'k2' });
      expect(await placements.find(platform.platformId, 'pl2')).toBeUndefined();
      expect(await placements.listOf(platform.platformId)).toHaveLength(1);
    });
  });

  describe(`attempts on ${adapter}`, () => {
    it('stand under their registration, each place of it once, with the first launch and the latest', async () => {
      const { attempts } = stores;
      const first = attemptOf(platform.platformId);
      const other = { ...first, placementId: 'pl2', startedAt: '2026-03-02T01:30:00.000Z' };
      await attempts.note(first);
      await attempts.note(other);
      const again = '2026-03-02T05:00:00.000Z';
      await attempts.note({ ...first, startedAt: again, launchedAt: again });
      const found = await attempts.listAt(first.registration);
      expect(found.toSorted(byPlace)).toEqual([{ ...first, launchedAt: again }, other]);
      expect((await attempts.listOf(first.personId)).toSorted(byPlace)).toEqual(found.toSorted(byPlace));
      await attempts.remove(first);
      expect(await attempts.listAt(first.registration)).toEqual([other]);
      expect(await attempts.listAt(randomUUID())).toEqual([]);
      const places = Array.from({ length: 25 }, (_, n) => ({ ...first, placementId: `pl-${n}` }));
      for (const one of places) await attempts.note(one);
      expect(await attempts.listAt(first.registration)).toHaveLength(26);
    });
  });

  describe(`tickets of registration on ${adapter}`, () => {
    const fresh = () => ({
      ...{ ticketHash: randomUUID(), owner: platform.owner, madeBy: 'sri' },
      validUntil: '2126-03-02T01:00:00.000Z',
    });

    it('are taken once until they are given back, and spent for good', async () => {
      const { tickets, platforms } = stores;
      const ticket = fresh();
      await tickets.add(ticket);
      const { ticketHash } = ticket;
      expect(await tickets.find(ticketHash)).toEqual(ticket);
      const taken = await Promise.all([tickets.take(ticketHash), tickets.take(ticketHash)]);
      expect(taken.toSorted()).toEqual(['spent', 'taken']);
      await tickets.giveBack(ticketHash);
      expect(await tickets.take(ticketHash)).toBe('taken');
      expect(await tickets.spend(ticketHash, platform)).toBe('registered');
      await tickets.giveBack(ticketHash);
      expect(await tickets.take(ticketHash)).toBe('spent');
      expect(await tickets.find(ticketHash)).toEqual({ ...ticket, platformId: platform.platformId });
      expect(await platforms.find(platform.platformId)).toEqual(platform);
      expect(await tickets.take(randomUUID())).toBe('spent');
    });

    it('are not spent for a client that is registered already', async () => {
      const { tickets, platforms } = stores;
      await platforms.add(platform);
      const ticket = fresh();
      await tickets.add(ticket);
      const again = { ...platform, platformId: randomUUID() as ForeignPlatformId };
      expect(await tickets.spend(ticket.ticketHash, again)).toBe('taken');
      expect(await tickets.find(ticket.ticketHash)).toEqual(ticket);
      expect(await platforms.find(again.platformId)).toBeUndefined();
    });
  });

  describe(`visits on ${adapter}`, () => {
    it('take each step once', async () => {
      const { visits } = stores;
      const visit: ToolVisit = {
        ...{ visitId: randomUUID(), platformId: platform.platformId, state: 'asked', nonce: 'n' },
        ...{ validUntil: '2126-03-02T01:00:00.000Z', secretHash: 's', browserHash: 'b' },
      };
      await visits.add(visit);
      expect(await visits.find(visit.visitId)).toEqual(visit);
      const told: ToolVisit = {
        ...{ ...visit, state: 'told', secretHash: 't' },
        message: {
          ...{ kind: 'choice', deploymentId: '1', returnUrl: 'https://lms.kampus.example/pilih' },
          ...{ multiple: true, lineItems: true, data: 'x' },
        },
      };
      const moved = await Promise.all([visits.move(told, 'asked'), visits.move(told, 'asked')]);
      expect(moved.toSorted()).toEqual(['elsewhere', 'moved']);
      expect(await visits.find(visit.visitId)).toEqual(told);
      expect(await visits.find(randomUUID())).toBeUndefined();
    });
  });
}

const byPlace = (one: Attempt, other: Attempt) => one.placementId.localeCompare(other.placementId);

const fresh = () =>
  samplePlatform({
    platformId: randomUUID() as ForeignPlatformId,
    issuer: `https://${randomUUID()}.example`,
    owner: { kind: 'provider', providerId: randomUUID() as ProviderId },
  });

const linkOf = (platformId: ForeignPlatformId): AccountLink => ({
  ...{ platformId, subject: '42', linkedAt: '2026-03-02T01:00:00.000Z' },
  personId: randomUUID() as PersonId,
});

const attemptOf = (platformId: ForeignPlatformId): Attempt => ({
  ...{ registration: randomUUID(), courseId: 'k1', platformId, placementId: 'pl1', subject: '42' },
  personId: randomUUID() as PersonId,
  ...{ startedAt: '2026-03-02T01:00:00.000Z', launchedAt: '2026-03-02T01:00:00.000Z' },
});
