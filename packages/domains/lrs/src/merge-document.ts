import { Unavailable } from '@sinau/kernel';
import { compactJson, jsonMembers } from '@sinau/xapi';
import {
  type DocumentContent,
  type DocumentDeps,
  describeContent,
  isMet,
  overtakings,
  type Precondition,
} from './documents.ts';
import { DocumentNotMergeable, PreconditionFailed } from './errors.ts';
import type { DocumentAddress, DocumentInfo } from './ports.ts';

/**
 * POST of a document: stored when there is none, else the top-level properties of the JSON object are set on the
 * stored one. Parallel merges all take effect. Rejects with `DocumentNotMergeable`, `PreconditionFailed`, `Unavailable`.
 */
export async function mergeDocument(
  deps: DocumentDeps,
  request: {
    readonly address: DocumentAddress;
    readonly content: DocumentContent;
    readonly precondition?: Precondition;
  },
): Promise<DocumentInfo> {
  const { address, content, precondition = {} } = request;
  for (let round = 0; round < overtakings; round += 1) {
    const stored = await deps.documents.read(address);
    if (!isMet(precondition, stored)) throw new PreconditionFailed();
    const document = describeContent(deps, stored ? merged(stored, content) : content);
    if ((await deps.documents.write(address, document, stored?.revision)) === 'written') return document;
  }
  throw new Unavailable('Too many writers of one document; please try again.');
}

function merged(stored: DocumentContent, content: DocumentContent): DocumentContent {
  const base = membersOf(stored);
  const changes = membersOf(content);
  if (!base || !changes) throw new DocumentNotMergeable();
  // Texts, not values: digits of numbers stay as they are, and __proto__ is a property like any other.
  const all = new Map([...base, ...changes]);
  const text = `{${[...all].map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`;
  return { contentType: stored.contentType, bytes: new TextEncoder().encode(text) };
}

/** Top-level properties of a JSON object, each with its value as text. */
function membersOf({ contentType, bytes }: DocumentContent): ReadonlyMap<string, string> | undefined {
  if (!/^application\/json\s*(?:;|$)/i.test(contentType)) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? jsonMembers(compactJson(text)) : undefined;
  } catch {
    return undefined;
  }
}
