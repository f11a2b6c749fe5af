import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordStore } from '@sinau/lrs/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createOutbound } from '@sinau/platform/outbound';
import { createCourier } from '@sinau/push/adapters';
import { createPushStore } from '@sinau/push/dynamo';
import { createFeedStore } from '@sinau/records/dynamo';
import type { Parts } from './parts.ts';
import { createPushFeed, createStatementRecords } from './push-feed.ts';
import { lmsAuthority, nationalStore } from './record-writer.ts';

export interface PushEnvironment {
  readonly LMS_TABLE: string;
  readonly LRS_TABLE: string;
  readonly PORTAL_ORIGIN: string;
  readonly ISSUER_URL: string;
  readonly PUSH_KEY_ID: string;
  readonly PUSH_ALLOW_LOOPBACK: boolean;
}

/** What the worker and the portal's pages of subscriptions share, in AWS and on one machine alike. */
export function createPushParts(given: {
  readonly parts: Parts;
  /** Only looks statements and attachments up. */
  readonly records: Pick<RecordStore, 'statements' | 'attachments'>;
  readonly env: PushEnvironment;
}) {
  const { parts, records: store, env } = given;
  const { dynamo } = parts;
  const find = (id: string) => store.statements.find(nationalStore, id);
  const records = createStatementRecords({
    find: async (id) => {
      const found = await find(id);
      return found && { json: found.recorded.json, agencies: found.agencies };
    },
    attachment: (of) => store.attachments.get(nationalStore, of),
    platform: { ...lmsAuthority(env.ISSUER_URL) },
  });
  const system = { clock: systemClock, ids: systemIds, digest: nodeDigest };
  return {
    ...system,
    store: createPushStore({ dynamo, table: env.LMS_TABLE }),
    feed: createPushFeed({
      feed: createFeedStore({ dynamo, table: env.LRS_TABLE, clock: systemClock, sleep }),
      bodies: { find: async (id) => (await find(id))?.recorded.json },
    }),
    records,
    box: parts.sealer(env.PUSH_KEY_ID),
    courier: createCourier({
      ...system,
      records,
      outbound: createOutbound({ allowLoopback: env.PUSH_ALLOW_LOOPBACK }),
      portalOrigin: env.PORTAL_ORIGIN,
    }),
  };
}

export type PushParts = ReturnType<typeof createPushParts>;
