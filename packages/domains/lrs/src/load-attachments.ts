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

/** Attachments that one page looks up, found or not, when its first statement does not name more by itself. */
const mostLookedUp = 200;
const loadedAtOnce = 16;

/**
 * Loads the data of attachments for as many statements, from the first on, as fit into `maxBytes` together with their
 * own JSON, and whose attachments are not too many for one request; for one at least.
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
  let lookedUp = 0;
  for (const [index, { id, json, attachments }] of page.entries()) {
    const fresh = typesOfNew(attachments, loaded);
    lookedUp += fresh.size;
    if (index > 0 && lookedUp > mostLookedUp) {
      return { data: [...loaded.values()], statements: index };
    }
    const more = await load(deps, { store, id, types: fresh });
    bytes += byteLength(json) + more.reduce((sum, one) => sum + one.bytes.length, 0);
    if (index > 0 && bytes > maxBytes) return { data: [...loaded.values()], statements: index };
    for (const one of more) loaded.set(one.sha2, one);
  }
  return { data: [...loaded.values()], statements: page.length };
}

/** Content types by hash of what a statement declares and no earlier one brought. */
function typesOfNew(
  attachments: readonly Attachment[],
  loaded: ReadonlyMap<string, AttachmentData>,
): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  for (const { sha2, contentType } of attachments) {
    const key = sha2.toLowerCase();
    if (!loaded.has(key) && !types.has(key)) types.set(key, contentType);
  }
  return types;
}

/** In the order of the statement; without what the store does not hold. */
async function load(
  deps: { readonly attachments: AttachmentStore },
  given: { readonly store: StoreName; readonly id: string; readonly types: ReadonlyMap<string, string> },
): Promise<readonly AttachmentData[]> {
  const { store, id, types } = given;
  const wanted = [...types];
  const found: AttachmentData[] = [];
  for (let n = 0; n < wanted.length; n += loadedAtOnce) {
    const some = await Promise.all(
      wanted.slice(n, n + loadedAtOnce).map(async ([sha2, contentType]) => {
        const bytes = await deps.attachments.get(store, { sha2, statementId: id });
        return bytes && { sha2, contentType, bytes };
      }),
    );
    found.push(...some.filter((one) => one !== undefined));
  }
  return found;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
