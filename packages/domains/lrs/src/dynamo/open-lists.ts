import type { Item, QueryInput, QueryPage } from '@sinau/platform/dynamo';
import type { LrsContext } from './context.ts';
import type { QueryPlan } from './plan-query.ts';
import { msOf } from './position.ts';

/** Few, about as many as one read takes: a learner's sessions fill a page with them, and nothing is read in vain. */
const firstRows = 6;
const mostRows = 200;

interface OpenLists {
  readonly streams: readonly AsyncIterator<Item>[];
  /** Never much more than `maxRowsRead`: once that is reached, a list gives one row at a time. */
  readonly rowsRead: () => number;
  /** Counts rows that were read elsewhere for this query. */
  readonly noteRows: (count: number) => void;
}

/** The lists of a plan, each read page by page as far as it is asked for. */
export function openLists(context: LrsContext, plan: QueryPlan): OpenLists {
  const counter = { rows: 0 };
  const each = Math.max(4, Math.ceil(Math.min(plan.limit + 1, firstRows) / plan.partitions.length));
  const streams = plan.partitions.map((partition) =>
    readList(context, plan, { partition, firstRows: each, counter }),
  );
  const noteRows = (count: number) => {
    counter.rows += count;
  };
  return { streams, rowsRead: () => counter.rows, noteRows };
}

async function* readList(
  context: LrsContext,
  plan: QueryPlan,
  list: { readonly partition: string; readonly firstRows: number; readonly counter: { rows: number } },
): AsyncGenerator<Item> {
  if (plan.from > plan.to) return;
  const { counter } = list;
  let limit = list.firstRows;
  let taken = 0;
  let last: Readonly<Record<string, unknown>> | undefined;
  do {
    const page = await readPage(context, plan, {
      table: context.table,
      partition: list.partition,
      sort: { between: [plan.from, plan.to] },
      descending: plan.descending,
      limit: Math.max(1, Math.min(limit, roomFor(context, plan, counter))),
      ...(last ? { startAfter: last } : {}),
      counter,
    });
    yield* page.items;
    last = page.last;
    taken += page.items.length;
    // One more than the page tells whether it is the last; the row behind it, where that one's markers end.
    const wanted = Math.ceil((plan.limit + 2) / plan.partitions.length) - taken;
    limit = Math.min(Math.max(limit * 2, wanted), mostRows);
  } while (last);
}

/** Rows that may still be read; an ascending page may be read twice. */
function roomFor({ settings }: LrsContext, plan: QueryPlan, counter: { readonly rows: number }): number {
  return Math.floor((settings.maxRowsRead - counter.rows) / (plan.descending ? 1 : 2));
}

/** Young rows are read strongly: an eventual read may lack one and still show a younger one. */
async function readPage(
  context: LrsContext,
  plan: QueryPlan,
  { counter, ...query }: QueryInput & { readonly limit: number; readonly counter: { rows: number } },
): Promise<QueryPage> {
  const { dynamo, clock, settings } = context;
  const youngFromMs = clock.now().getTime() - settings.youngMs;
  const isYoung = (sk: unknown) => typeof sk === 'string' && msOf(sk) >= youngFromMs;
  // Reserved beforehand, since the lists are read side by side.
  const reserved = plan.descending ? query.limit : 2 * query.limit;
  counter.rows += reserved;
  let rows = 0;
  const read = async (consistent: boolean) => {
    const page = await dynamo.query({ ...query, consistent });
    rows += page.items.length;
    return page;
  };
  const readAsNeeded = async () => {
    if (plan.descending) {
      const top = query.startAfter?.sk;
      return read(top === undefined ? plan.toMs >= youngFromMs : isYoung(top));
    }
    const page = await read(false);
    const reachesYoung = page.last === undefined ? plan.toMs >= youngFromMs : isYoung(page.items.at(-1)?.sk);
    return reachesYoung ? read(true) : page;
  };
  const page = await readAsNeeded();
  counter.rows += rows - reserved;
  return page;
}
