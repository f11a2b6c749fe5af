import type { Item } from '@sinau/platform/dynamo';
import { composeKey, type Key } from '@sinau/platform/dynamo';
import { type Actor, canonicalJson, type DocumentOwner, identityOf } from '@sinau/xapi';
import type { StoreName } from '../model.ts';
import type { DocumentAddress, DocumentStore, ListedDocument, StoredDocument } from '../ports.ts';
import type { LrsContext } from './context.ts';
import { documentObject, documentPartition, stateOwnersPartition } from './keys.ts';

/** DynamoDB's sort keys end at 1024 bytes; longer ids stand as their hash. */
const longestId = 700;
/** An object may be replaced while its row is on the way; then the row is read again. */
const readings = 5;

/** One row a document, its body inside or, above the limit, in an object of its own that no other write touches. */
export function createDocumentStore(context: LrsContext): DocumentStore {
  const { dynamo, table, objects, ids, settings } = context;
  return {
    async read(address) {
      for (let reading = 0; reading < readings; reading += 1) {
        const row = await dynamo.get({ table, key: keyOf(context, address), consistent: true });
        if (!row) return undefined;
        const bytes = row.b instanceof Uint8Array ? row.b : await objects.get(String(row.o));
        if (bytes) return toDocument(row, bytes);
      }
      throw new Error('the body of a stored document is missing');
    },
    async write(address, document, expected) {
      const { bytes, contentType, etag, updated } = document;
      const revision = ids.uuid();
      if (expected === undefined) await noteStateOwner(context, address);
      const inline = bytes.length <= settings.inlineBytes;
      const object = documentObject(address.store, revision);
      if (!inline) await objects.put({ key: object, body: bytes, contentType });
      const { registration } = registrationOf(address.owner);
      const put = await dynamo.put({
        table,
        item: {
          ...keyOf(context, address),
          id: address.documentId,
          ...(registration === undefined ? {} : { reg: registration }),
          type: contentType,
          etag,
          updated,
          w: revision,
          ...(inline ? { b: bytes } : { o: object }),
        },
        condition: isStill(expected),
      });
      if (put.outcome === 'done') {
        if (expected !== undefined) await objects.delete(documentObject(address.store, expected));
        return 'written';
      }
      if (!inline) await objects.delete(object);
      return 'changed';
    },
    async remove(address, expected) {
      const removed = await dynamo.delete({
        table,
        key: keyOf(context, address),
        condition: isStill(expected),
      });
      if (removed.outcome !== 'done') return 'changed';
      await objects.delete(documentObject(address.store, expected));
      return 'removed';
    },
    list: (store, owner, limit) => listDocuments(context, { store, owner, limit }),
    async listOf(store, agent) {
      const activities = await activitiesWithState(context, store, agent);
      const owners: readonly DocumentOwner[] = [
        ...activities.map((activityId) => ({ resource: 'state' as const, activityId, agent })),
        { resource: 'agent-profile', agent },
      ];
      const lists: ListedDocument[] = [];
      for (const owner of owners) lists.push(...(await listDocuments(context, { store, owner })));
      return lists;
    },
    async forget(store, agent) {
      const pk = stateOwnersPartition(store, hashOf(context, agentKey(agent)));
      for (const activityId of await activitiesWithState(context, store, agent)) {
        const owner = { resource: 'state', activityId, agent } as const;
        const left = await listDocuments(context, { store, owner, limit: 1 });
        const sk = context.digest.sha256(activityId).slice(0, 32);
        if (left.length === 0) await dynamo.delete({ table, key: { pk, sk } });
      }
    },
  };
}

/** Before the first State of an activity: partitions of State are named by hashes, so that they cannot be searched. */
async function noteStateOwner(context: LrsContext, { store, owner }: DocumentAddress): Promise<void> {
  if (owner.resource !== 'state') return;
  const { dynamo, table, digest } = context;
  const { agent, activityId } = owner;
  const pk = stateOwnersPartition(store, hashOf(context, agentKey(agent)));
  await dynamo.put({ table, item: { pk, sk: digest.sha256(activityId).slice(0, 32), a: activityId } });
}

async function activitiesWithState(
  context: LrsContext,
  store: StoreName,
  agent: Actor,
): Promise<readonly string[]> {
  const { dynamo, table } = context;
  const partition = stateOwnersPartition(store, hashOf(context, agentKey(agent)));
  const found: string[] = [];
  let last: Readonly<Record<string, unknown>> | undefined;
  do {
    const page = await dynamo.query({
      table,
      partition,
      consistent: true,
      ...(last ? { startAfter: last } : {}),
    });
    found.push(...page.items.map(({ a }) => String(a)));
    last = page.last;
  } while (last);
  return found;
}

/** The stored revision is the expected one, or there is none: closes the race of two writers that read the same. */
function isStill(expected: string | undefined) {
  return expected === undefined
    ? { expression: 'attribute_not_exists(pk)' }
    : { expression: 'w = :expected', values: { ':expected': expected } };
}

async function listDocuments(
  context: LrsContext,
  given: {
    readonly store: StoreName;
    readonly owner: DocumentOwner;
    /** @default all */
    readonly limit?: number;
  },
): Promise<readonly ListedDocument[]> {
  const { dynamo, table } = context;
  const { store, owner, limit = Number.POSITIVE_INFINITY } = given;
  const { registration } = registrationOf(owner);
  const prefix = registration === undefined ? '' : `${registration}#`;
  const listed: ListedDocument[] = [];
  let last: Readonly<Record<string, unknown>> | undefined;
  do {
    const page = await dynamo.query({
      table,
      partition: partitionOf(context, store, owner),
      sort: { prefix },
      consistent: true,
      ...(last ? { startAfter: last } : {}),
    });
    listed.push(...page.items.map((row) => toListed(row, store, owner)));
    last = page.last;
  } while (last && listed.length < limit);
  return listed.slice(0, limit);
}

function toListed(row: Item, store: StoreName, owner: DocumentOwner): ListedDocument {
  const own = owner.resource === 'state' && typeof row.reg === 'string' ? { registration: row.reg } : {};
  return {
    address: { store, owner: { ...owner, ...own }, documentId: String(row.id) },
    updated: String(row.updated),
    revision: String(row.w),
  };
}

function toDocument(row: Item, bytes: Uint8Array): StoredDocument {
  return {
    bytes,
    contentType: String(row.type),
    etag: String(row.etag),
    updated: String(row.updated),
    revision: String(row.w),
  };
}

function keyOf(context: LrsContext, { store, owner, documentId }: DocumentAddress): Key {
  const { registration = '' } = registrationOf(owner);
  const tooLong = new TextEncoder().encode(documentId).length > longestId;
  const name = tooLong ? context.digest.sha256(documentId) : documentId;
  return { pk: partitionOf(context, store, owner), sk: composeKey(registration, tooLong ? 'h' : 'n', name) };
}

function registrationOf(owner: DocumentOwner): { readonly registration?: string } {
  return owner.resource === 'state' && owner.registration !== undefined
    ? { registration: owner.registration }
    : {};
}

function hashOf({ digest }: LrsContext, ...parts: readonly string[]): string {
  return digest.sha256(JSON.stringify(parts)).slice(0, 32);
}

function partitionOf(context: LrsContext, store: StoreName, owner: DocumentOwner): string {
  const hash = (...parts: readonly string[]) => hashOf(context, ...parts);
  switch (owner.resource) {
    case 'state':
      return documentPartition(store, 's', hash(owner.activityId, agentKey(owner.agent)));
    case 'agent-profile':
      return documentPartition(store, 'p', hash(agentKey(owner.agent)));
    case 'activity-profile':
      return documentPartition(store, 'q', hash(owner.activityId));
  }
}

function agentKey(agent: Actor): string {
  return identityOf(agent) ?? canonicalJson(agent);
}
