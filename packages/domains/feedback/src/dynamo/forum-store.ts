import type { AgencyId } from '@sinau/kernel';
import { type Dynamo, unchangedSince } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { type CommitmentId, commitmentStates, type ForumId, participantGroups } from '../forums/forum.ts';
import type { ForumStore } from '../forums/ports.ts';
import type { ServiceId } from '../service.ts';
import { forumKey, forumsPartition } from './keys.ts';

const id = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');

const forumRow = z.object({
  ...{ forumId: id<ForumId>(), agencyId: id<AgencyId>(), serviceIds: z.array(id<ServiceId>()) },
  ...{ title: z.string(), heldOn: z.string() },
  ...{ place: z.string().exactOptional(), link: z.string().exactOptional() },
  agenda: z.string().exactOptional(),
  participants: z.partialRecord(z.enum(participantGroups), z.number()),
  ...{ minutes: z.string().exactOptional(), minutesUrl: z.string().exactOptional() },
  minutesFile: z
    .object({
      // Older rows have a `name` as its sender called it; nothing reads it, and it goes with the next change.
      ...{ fileId: z.string(), pages: z.number(), sizeBytes: z.number() },
      ...{ sha256: z.string(), addedAt: z.string() },
    })
    .exactOptional(),
  commitments: z.array(
    z.object({
      commitmentId: id<CommitmentId>(),
      ...{ said: z.string(), text: z.string(), unit: z.string(), due: z.string() },
      state: z.enum(commitmentStates),
      ...{ outcome: z.string().exactOptional(), proof: z.string().exactOptional(), updatedAt: z.string() },
      topic: z.string().exactOptional(),
    }),
  ),
  ...{ createdAt: z.string(), rev: z.number() },
});

export function createForumStore({
  dynamo,
  table,
}: {
  readonly dynamo: Dynamo;
  readonly table: string;
}): ForumStore {
  return {
    async find(agencyId, forumId) {
      const row = await dynamo.get({ table, key: forumKey(agencyId, forumId), consistent: true });
      return row && forumRow.parse(row);
    },
    async list(agencyId, { limit, after }) {
      const page = await dynamo.query({
        ...{ table, partition: forumsPartition(agencyId), descending: true, limit, consistent: true },
        ...(after !== undefined && { startAfter: { ...forumKey(agencyId, after) } }),
      });
      const forums = page.items.map((row) => forumRow.parse(row));
      const last = forums.at(-1);
      return { forums, ...(page.last && last && { next: last.forumId }) };
    },
    async save(next) {
      const item = { ...forumKey(next.agencyId, next.forumId), kind: 'feedback-forum', ...next };
      // Closes the race of two who change the same forum.
      const condition = unchangedSince(next.rev);
      const { outcome } = await dynamo.put({ table, item: { ...item, rev: next.rev + 1 }, condition });
      return outcome === 'done' ? 'saved' : 'conflict';
    },
    async remove(forum) {
      // As it was read: a commitment that was made meanwhile stays.
      const condition = unchangedSince(forum.rev);
      const { outcome } = await dynamo.delete({
        ...{ table, key: forumKey(forum.agencyId, forum.forumId), condition },
      });
      return outcome === 'done' ? 'removed' : 'conflict';
    },
  };
}
