import { type AttachmentData, attachmentsOf, type Statement } from '@sinau/xapi';
import type { StoreName } from './model.ts';
import type { AttachmentStore } from './ports.ts';

/** Data of every attachment that the statements declare and the store holds, each distinct SHA-2 once. */
export async function loadAttachments(
  deps: { readonly attachments: AttachmentStore },
  request: { readonly store: StoreName; readonly statements: readonly Statement[] },
): Promise<readonly AttachmentData[]> {
  const types = new Map<string, string>();
  for (const { sha2, contentType } of request.statements.flatMap(attachmentsOf)) {
    const key = sha2.toLowerCase();
    if (!types.has(key)) types.set(key, contentType);
  }
  const loaded: AttachmentData[] = [];
  for (const [sha2, contentType] of types) {
    const bytes = await deps.attachments.get(request.store, sha2);
    if (bytes) loaded.push({ sha2, contentType, bytes });
  }
  return loaded;
}
