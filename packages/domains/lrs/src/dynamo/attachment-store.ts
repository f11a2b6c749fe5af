import type { StoreName } from '../model.ts';
import type { AttachmentStore } from '../ports.ts';
import type { LrsContext } from './context.ts';
import { attachmentObject, needKey, needsPartition } from './keys.ts';

/**
 * Objects named by the hash of what they hold, so that writing twice is writing once, and a row for every statement
 * that needs one.
 */
export function createAttachmentStore(
  context: Pick<LrsContext, 'dynamo' | 'table' | 'objects'>,
): AttachmentStore {
  const { dynamo, table, objects } = context;
  const contentType = 'application/octet-stream';
  return {
    async put(store, { sha2, bytes }, ids) {
      const hash = sha2.toLowerCase();
      // Before the object: whoever deletes it looks for rows again afterwards.
      await dynamo.batchWrite({ table, puts: ids.map((id) => ({ ...needKey(store, hash, id) })) });
      await objects.put({ key: attachmentObject(store, hash), body: bytes, contentType, ifAbsent: true });
    },
    async get(store, { sha2, statementId }) {
      const hash = sha2.toLowerCase();
      const key = needKey(store, hash, statementId.toLowerCase());
      const needed = await dynamo.get({ table, key, consistent: true });
      return needed && objects.get(attachmentObject(store, hash));
    },
    async release(store, sha2, id) {
      const hash = sha2.toLowerCase();
      const key = attachmentObject(store, hash);
      await dynamo.delete({ table, key: needKey(store, hash, id) });
      if (await isNeeded(context, store, hash)) return;
      const bytes = await objects.get(key);
      await objects.delete(key);
      // Someone else may have sent the same data and have found it there.
      if (bytes && (await isNeeded(context, store, hash))) {
        await objects.put({ key, body: bytes, contentType, ifAbsent: true });
      }
    },
  };
}

async function isNeeded(
  { dynamo, table }: Pick<LrsContext, 'dynamo' | 'table'>,
  store: StoreName,
  sha2: string,
): Promise<boolean> {
  const page = await dynamo.query({
    table,
    partition: needsPartition(store, sha2),
    limit: 1,
    consistent: true,
  });
  return page.items.length > 0;
}
