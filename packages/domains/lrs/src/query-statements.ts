import { openPageToken, type Signer, sealPageToken } from '@sinau/kernel';
import type { StatementFilter } from '@sinau/xapi';
import { authorityKey, type StoreFilter, toStoreFilter } from './content-filter.ts';
import { CursorInvalid } from './errors.ts';
import type { Reader, RecordedStatement, StoreName } from './model.ts';
import type { StatementStore } from './ports.ts';

export interface QueryDeps {
  readonly statements: StatementStore;
  readonly signer: Signer;
}

export interface QueryRequest {
  readonly store: StoreName;
  readonly reader: Reader;
  /** Id of the credential; a cursor is of no use to another. */
  readonly caller: string;
  /** A new query, or the cursor of the page before. */
  readonly query: { readonly filter: StatementFilter } | { readonly cursor: string };
  /** Most statements of a page, whatever was asked. @default 100 */
  readonly maxLimit?: number;
  /** Most bytes of JSON of a page; one statement is always given. @default 3 MiB */
  readonly maxBytes?: number;
}

export interface QueryResult {
  readonly statements: readonly RecordedStatement[];
  /** Present when more may follow. */
  readonly cursor?: string;
  /** ISO 8601 UTC; decided before anything was read. */
  readonly consistentThrough: string;
}

/** Where a query stands; travels to the client and back, signed. */
interface CursorState {
  readonly filter: StoreFilter;
  readonly limit: number;
  readonly after: string;
}

/** How often an empty page is followed by another before it is given out with its cursor. */
const emptyPages = 5;

/** One page of statements. Rejects with `CursorInvalid`, and with `Unavailable`. */
export async function queryStatements(deps: QueryDeps, request: QueryRequest): Promise<QueryResult> {
  const { store, reader, query, maxLimit = 100, maxBytes = 3 * 1024 * 1024 } = request;
  const purpose = purposeOf(request);
  const start = 'cursor' in query ? openCursor(deps.signer, purpose, query.cursor) : begin(query.filter);
  const limit = start.limit === 0 ? maxLimit : Math.min(start.limit, maxLimit);
  const throughMs = await deps.statements.consistentThroughMs(store);
  let after = start.after === '' ? undefined : start.after;
  for (let round = 1; ; round += 1) {
    const from = after === undefined ? {} : { after };
    const page = await deps.statements.query({
      store,
      reader,
      filter: start.filter,
      limit,
      maxBytes,
      ...from,
    });
    after = page.last;
    // Many clients take an empty page for the end, so a few are walked over here.
    if (page.statements.length === 0 && after !== undefined && round < emptyPages) continue;
    return {
      statements: page.statements,
      consistentThrough: new Date(throughMs).toISOString(),
      ...(after === undefined ? {} : { cursor: sealPageToken(deps.signer, purpose, { ...start, after }) }),
    };
  }
}

function begin(filter: StatementFilter): CursorState {
  return { filter: toStoreFilter(filter), limit: filter.limit, after: '' };
}

function openCursor(signer: Signer, purpose: string, cursor: string): CursorState {
  const state = openPageToken(signer, purpose, cursor);
  if (state === undefined) throw new CursorInvalid();
  // The signature says that this very function made it.
  return state as CursorState;
}

/** Store, reader and caller are not in the state: they come from the credential, and must be the same again. */
function purposeOf({ store, reader, caller }: QueryRequest): string {
  return JSON.stringify(['lrs.more', store, readerKey(reader), caller]);
}

function readerKey(reader: Reader): string {
  if (reader.kind === 'agency') return `agency|${reader.agencyId}`;
  return reader.kind === 'mine' ? `mine|${authorityKey(reader.authority)}` : 'all';
}
