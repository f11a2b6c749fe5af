import { Unavailable } from '@sinau/kernel';
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
  const base = jsonObject(stored);
  const changes = jsonObject(content);
  if (!base || !changes) throw new DocumentNotMergeable();
  // Entries, not assignment: a property named __proto__ is a property like any other.
  const all = new Map([...Object.entries(base), ...Object.entries(changes)]);
  const text = `{${[...all].map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;
  return { contentType: stored.contentType, bytes: new TextEncoder().encode(text) };
}

function jsonObject({ contentType, bytes }: DocumentContent): object | undefined {
  if (!/^application\/json\s*(?:;|$)/i.test(contentType)) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
