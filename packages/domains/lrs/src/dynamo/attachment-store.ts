import type { AttachmentStore } from '../ports.ts';
import type { LrsContext } from './context.ts';
import { attachmentObject } from './keys.ts';

/** Objects named by the hash of what they hold, so that writing twice is writing once. */
export function createAttachmentStore({ objects }: Pick<LrsContext, 'objects'>): AttachmentStore {
  return {
    async put(store, { sha2, bytes }) {
      const key = attachmentObject(store, sha2.toLowerCase());
      await objects.put({ key, body: bytes, contentType: 'application/octet-stream', ifAbsent: true });
    },
    get: (store, sha2) => objects.get(attachmentObject(store, sha2.toLowerCase())),
  };
}
