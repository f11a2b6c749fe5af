import { composeKey, type Dynamo, type Item, type TransactItem } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { authoritiesOf } from '../authorities.ts';
import { type ForeignPlatform, type ForeignPlatformId, mostPlatforms } from '../platform.ts';
import type { ForeignPlatformStore } from '../ports.ts';
import {
  authorityKey,
  clientKey,
  clientPrefix,
  issuerPartition,
  launchesKey,
  ownerPartition,
  platformKey,
} from './keys.ts';
import { readPlatform } from './rows.ts';

const pointerRow = z.object({
  platformId: z.custom<ForeignPlatformId>((value) => typeof value === 'string'),
});
const launchesRow = z.object({ launches: z.number(), lastAt: z.string() });

/** Come from outside unread; what is longer than a key may be is nobody's. */
const most = { issuer: 1500, clientId: 255 };

interface Door {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** One row a platform, one beside it that counts launches, one a client in the partition of its issuer, and one for each of its authorities. */
export function createForeignPlatformStore(door: Door): ForeignPlatformStore {
  const { dynamo, table } = door;
  const find = async (platformId: ForeignPlatformId) => {
    const row = await dynamo.get({ table, key: platformKey(platformId), consistent: true });
    return row && readPlatform(row);
  };
  return {
    find,
    async findAt(issuer, clientId) {
      if (issuer.length > most.issuer || clientId.length > most.clientId) return undefined;
      const row = await dynamo.get({ table, key: clientKey({ issuer, clientId }), consistent: true });
      return row && find(pointerRow.parse(row).platformId);
    },
    listAt: (issuer) => listAt(door, issuer),
    async listOf(owner) {
      const partition = ownerPartition(owner);
      const { items } = await dynamo.query({ table, index: 'gsi1', partition, limit: mostPlatforms });
      return items.map(readPlatform);
    },
    async add(platform) {
      const result = await dynamo.transactWrite(additionOf(table, platform));
      return result.outcome === 'done' ? 'added' : 'taken';
    },
    async change(platform) {
      const item = toRow({ ...platform, rev: platform.rev + 1 });
      // Unmoved: two people of one owner; a launch that notes a strange deployment meanwhile.
      const condition = { expression: 'rev = :rev', values: { ':rev': platform.rev } };
      const result = await dynamo.put({ table, item, condition });
      return result.outcome === 'done' ? 'changed' : 'stale';
    },
    remove: (platform) => remove(door, platform),
    async noteLaunch(platformId, at) {
      await dynamo.update({
        ...{ table, key: launchesKey(platformId) },
        update: 'SET lastAt = :at, kind = :kind ADD launches :one',
        values: { ':at': at, ':kind': 'lti-platform-launches', ':one': 1 },
      });
    },
    async launchesOf(platformId) {
      const row = await dynamo.get({ table, key: launchesKey(platformId) });
      return row && launchesRow.parse(row);
    },
  };
}

async function listAt({ dynamo, table }: Door, issuer: string): Promise<readonly ForeignPlatform[]> {
  if (issuer.length > most.issuer) return [];
  const { items } = await dynamo.query({
    ...{ table, partition: issuerPartition(issuer), sort: { prefix: clientPrefix } },
    ...{ limit: mostPlatforms, consistent: true },
  });
  const keys = items.map((item) => platformKey(pointerRow.parse(item).platformId));
  return (await dynamo.batchGet({ table, keys, consistent: true })).map(readPlatform);
}

/** A platform that is new, with the row that finds it by its issuer. */
export function additionOf(table: string, platform: ForeignPlatform): readonly TransactItem[] {
  const condition = { expression: 'attribute_not_exists(pk)' };
  const pointer = { ...clientKey(platform), kind: 'lti-issuer', platformId: platform.platformId };
  return [
    { kind: 'put', table, item: toRow(platform), condition },
    // Absent: of two that register the same client of an issuer one is there.
    { kind: 'put', table, item: pointer, condition },
    ...authorityRows(platform).map((item) => ({
      ...({ kind: 'put', table, item } as const),
      // Absent, or given up by the same owner: nobody else makes us sign as this client for this door.
      condition: {
        expression: 'attribute_not_exists(pk) OR (givenUp = :yes AND heldBy = :holder)',
        values: { ':yes': true, ':holder': item.heldBy },
      },
    })),
  ];
}

const authorityRows = ({ owner, clientId, ...told }: ForeignPlatform) =>
  authoritiesOf(told).map((authority) => ({
    ...authorityKey(authority, clientId),
    ...{ kind: 'lti-authority', heldBy: ownerPartition(owner) },
  }));

async function remove({ dynamo, table }: Door, platform: ForeignPlatform): Promise<'removed' | 'stale'> {
  const { platformId, rev } = platform;
  const result = await dynamo.transactWrite([
    {
      ...{ kind: 'delete', table, key: platformKey(platformId) },
      // Unmoved: somebody turns it on meanwhile.
      condition: { expression: 'rev = :rev', values: { ':rev': rev } },
    },
    { kind: 'delete', table, key: clientKey(platform) },
    // Over there we may be registered still: for others the client stays taken.
    ...authorityRows(platform).map((row) => ({
      ...({ kind: 'put', table } as const),
      item: { ...row, givenUp: true },
    })),
    { kind: 'delete', table, key: launchesKey(platformId) },
  ]);
  return result.outcome === 'done' ? 'removed' : 'stale';
}

const toRow = (platform: ForeignPlatform): Item => ({
  ...platformKey(platform.platformId),
  kind: 'lti-platform',
  ...platform,
  ...{ gsi1pk: ownerPartition(platform.owner), gsi1sk: composeKey(platform.createdAt, platform.platformId) },
});
