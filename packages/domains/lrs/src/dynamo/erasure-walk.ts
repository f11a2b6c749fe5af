import type { Item } from '@sinau/platform/dynamo';
import { concernOf } from '@sinau/xapi';
import type { ConcerningQuery } from '../ports.ts';
import { readBody } from './bodies.ts';
import type { Commit } from './commit.ts';
import type { LrsContext } from './context.ts';
import { decodeEntries } from './entries.ts';
import type { Held } from './holds.ts';
import { listPartition } from './keys.ts';
import { mergeLists } from './merge-lists.ts';
import { msPrefix, type Position } from './position.ts';
import { readCommitAt } from './read-commit.ts';

/** All that the person's own lists say about one commit. */
export interface ConcernedGroup {
  readonly position: Position;
  readonly rows: readonly Item[];
  /** Rows of statements that name the person themselves. */
  readonly plain: readonly Item[];
}

export async function personLists(
  context: LrsContext,
  { store, identities }: Pick<ConcerningQuery, 'store' | 'identities'>,
): Promise<readonly string[]> {
  const hasher = await context.hasher();
  return [...identities].flatMap((identity) =>
    // Never spread: a person is no busy list.
    (['a', 'A'] as const).map((kind) => listPartition(store, { kind, hash: hasher.list(kind, identity) }, 0)),
  );
}

/** The person's lists side by side, oldest first, read strongly. */
export async function* walkPerson(
  context: LrsContext,
  query: ConcerningQuery,
): AsyncGenerator<ConcernedGroup> {
  const { after, untilMs } = query;
  const from = after === undefined ? msPrefix(0) : `${after}~`;
  const to = msPrefix(untilMs + 1);
  if (from > to) return;
  const partitions = await personLists(context, query);
  // A step looks at few commits; what lies behind them is for the next one.
  const limit = query.limit * 2;
  const streams = partitions.map((partition) =>
    readPages(context, { partition, between: [from, to], limit }),
  );
  for await (const { position, rows } of mergeLists(streams, false)) {
    yield { position, rows, plain: rows.filter(({ sk }) => sk === position) };
  }
}

/** Rows of one list between two sort keys, read strongly, page by page as they are asked for. */
export function readRows(
  context: LrsContext,
  partition: string,
  between: readonly [string, string],
): AsyncGenerator<Item> {
  return readPages(context, { partition, between });
}

async function* readPages(
  { dynamo, table }: LrsContext,
  list: {
    readonly partition: string;
    readonly between: readonly [string, string];
    /** Rows of a page. @default as many as DynamoDB gives */
    readonly limit?: number;
  },
): AsyncGenerator<Item> {
  const { partition, between, limit } = list;
  let last: Readonly<Record<string, unknown>> | undefined;
  do {
    const page = await dynamo.query({
      table,
      partition,
      sort: { between },
      consistent: true,
      ...(limit === undefined ? {} : { limit }),
      ...(last ? { startAfter: last } : {}),
    });
    yield* page.items;
    last = page.last;
  } while (last);
}

/** The commit that a plain row of a list belongs to. */
export async function placeOfGroup(
  context: LrsContext,
  { store }: Pick<ConcerningQuery, 'store'>,
  { position, plain }: ConcernedGroup,
): Promise<Held> {
  const [row] = plain;
  if (!(row?.e instanceof Uint8Array)) throw new Error('a list row has no entries');
  const id = decodeEntries(row.e)[0]?.chunk === 0 ? await idIn(context, row) : undefined;
  return { store, position, ...(id === undefined ? {} : { id }) };
}

/** The commit, and its statements that concern the person; undefined for a single that was erased. */
export async function concernedAt(
  context: LrsContext,
  place: Held,
  identities: ReadonlySet<string>,
): Promise<{ readonly commit: Commit; readonly concerned: Commit['statements'] } | undefined> {
  const commit = await readCommitAt(context, place);
  if (!commit) throw new Error('a list row leads to no commit');
  if (commit === 'erased') return undefined;
  const concerned = commit.statements.filter(({ statement }) => concernOf(statement, identities) !== 'none');
  return { commit, concerned };
}

/** A statement that came alone lies under its id. */
async function idIn(context: LrsContext, row: Item): Promise<string> {
  if (typeof row.i === 'string') return row.i;
  const [json] = (await readBody(context, row)) ?? [];
  if (json === undefined) throw new Error('a list row names no statement');
  return String((JSON.parse(json) as { readonly id: string }).id);
}
