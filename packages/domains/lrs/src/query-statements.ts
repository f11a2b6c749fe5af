import type { StatementFilter } from '@sinau/xapi';
import { toStoreFilter } from './content-filter.ts';
import type { Reader, RecordedStatement, StoreName } from './model.ts';
import type { StatementStore } from './ports.ts';

export interface QueryRequest {
  readonly store: StoreName;
  readonly reader: Reader;
  /** The same on every page of one query. */
  readonly filter: StatementFilter;
  /** `next` of the page before. Whoever hands it to a client seals it, bound to the client and the filter. */
  readonly after?: string;
  /** Most statements of a page, whatever was asked. @default 100 */
  readonly maxLimit?: number;
  /** Most bytes of JSON of a page; one statement is always given. @default 3 MiB */
  readonly maxBytes?: number;
}

export interface QueryResult {
  readonly statements: readonly RecordedStatement[];
  /** Position to go on after; absent at the end. */
  readonly next?: string;
  /** ISO 8601 UTC; decided before anything was read. */
  readonly consistentThrough: string;
}

/** How often an empty page is followed by another before it is given out with its position. */
const emptyPages = 5;

/** One page of statements, not voided, in order of `stored`. Rejects with `Unavailable`. */
export async function queryStatements(
  deps: { readonly statements: StatementStore },
  request: QueryRequest,
): Promise<QueryResult> {
  const { store, reader, maxLimit = 100, maxBytes = 3 * 1024 * 1024 } = request;
  const filter = toStoreFilter(request.filter);
  const limit = request.filter.limit === 0 ? maxLimit : Math.min(request.filter.limit, maxLimit);
  const throughMs = await deps.statements.consistentThroughMs(store);
  let after = request.after;
  for (let round = 1; ; round += 1) {
    const from = after === undefined ? {} : { after };
    const page = await deps.statements.query({ store, reader, filter, limit, maxBytes, throughMs, ...from });
    after = page.last;
    // Many clients take an empty page for the end, so a few are walked over here.
    if (page.statements.length === 0 && after !== undefined && round < emptyPages) continue;
    return {
      statements: page.statements,
      consistentThrough: new Date(throughMs).toISOString(),
      ...(after === undefined ? {} : { next: after }),
    };
  }
}
