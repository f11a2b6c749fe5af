import type { Attachment, AttachmentData } from '@sinau/xapi';
import type { StoreName } from './model.ts';
import type { AttachmentStore } from './ports.ts';

/** Data for the first statements of a page. */
export interface LoadedAttachments {
  /** Of every attachment that these statements declare and the store holds, each distinct SHA-2 once. */
  readonly data: readonly AttachmentData[];
  /** How many statements that are; the others go onto the next page. */
  readonly statements: number;
}

/** What is answered for a statement, and the attachments to bring along. */
export interface PageItem {
  readonly id: string;
  readonly json: string;
  readonly attachments: readonly Attachment[];
}

/**
 * Loads the data of attachments for as many statements, from the first on, as fit into `maxBytes` together with their
 * own JSON; for one at least.
 */
export async function loadAttachments(
  deps: { readonly attachments: AttachmentStore },
  request: {
    readonly store: StoreName;
    readonly page: readonly PageItem[];
    /** @default no limit */
    readonly maxBytes?: number;
  },
): Promise<LoadedAttachments> {
  const { store, page, maxBytes = Number.POSITIVE_INFINITY } = request;
  const loaded = new Map<string, AttachmentData>();
  let bytes = 0;
  for (const [index, { id, json, attachments }] of page.entries()) {
    const more = await loadNew(deps, { store, id, attachments, loaded });
    bytes += byteLength(json) + more.reduce((sum, one) => sum + one.bytes.length, 0);
    if (index > 0 && bytes > maxBytes) return { data: [...loaded.values()], statements: index };
    for (const one of more) loaded.set(one.sha2, one);
  }
  return { data: [...loaded.values()], statements: page.length };
}

/** What a statement declares and no earlier one brought. */
async function loadNew(
  deps: { readonly attachments: AttachmentStore },
  given: {
    readonly store: StoreName;
    readonly id: string;
    readonly attachments: readonly Attachment[];
    readonly loaded: ReadonlyMap<string, AttachmentData>;
  },
): Promise<readonly AttachmentData[]> {
  const { store, id, attachments, loaded } = given;
  const types = new Map<string, string>();
  for (const { sha2, contentType } of attachments) {
    const key = sha2.toLowerCase();
    if (!loaded.has(key) && !types.has(key)) types.set(key, contentType);
  }
  const found: AttachmentData[] = [];
  for (const [sha2, contentType] of types) {
    const bytes = await deps.attachments.get(store, { sha2, statementId: id });
    if (bytes) found.push({ sha2, contentType, bytes });
  }
  return found;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
