import type { Item, QueryInput, QueryPage } from '@sinau/platform/dynamo';
import type { LrsContext } from './context.ts';
import type { QueryPlan } from './plan-query.ts';
import { msOf } from './position.ts';

const firstRows = 26;
const mostRows = 200;

/** The lists of a plan, each read page by page as far as it is asked for. */
export function openLists(
  context: LrsContext,
  plan: QueryPlan,
): { readonly streams: readonly AsyncIterator<Item>[]; readonly rowsRead: () => number } {
  const counter = { rows: 0 };
  const each = Math.max(4, Math.ceil(Math.min(plan.limit + 1, firstRows) / plan.partitions.length));
  const streams = plan.partitions.map((partition) =>
    readList(context, plan, { partition, firstRows: each, counter }),
  );
  return { streams, rowsRead: () => counter.rows };
}

async function* readList(
  context: LrsContext,
  plan: QueryPlan,
  list: { readonly partition: string; readonly firstRows: number; readonly counter: { rows: number } },
): AsyncGenerator<Item> {
  if (plan.from > plan.to) return;
  let limit = list.firstRows;
  let last: Readonly<Record<string, unknown>> | undefined;
  do {
    const page = await readPage(context, plan, {
      table: context.table,
      partition: list.partition,
      sort: { between: [plan.from, plan.to] },
      descending: plan.descending,
      limit,
      ...(last ? { startAfter: last } : {}),
    });
    list.counter.rows += page.items.length;
    yield* page.items;
    last = page.last;
    limit = Math.min(limit * 2, mostRows);
  } while (last);
}

/** Young rows are read strongly: an eventual read may lack one and still show a younger one. */
async function readPage(context: LrsContext, plan: QueryPlan, query: QueryInput): Promise<QueryPage> {
  const { dynamo, clock, settings } = context;
  const youngFromMs = clock.now().getTime() - settings.youngMs;
  const isYoung = (sk: unknown) => typeof sk === 'string' && msOf(sk) >= youngFromMs;
  if (plan.descending) {
    const top = query.startAfter?.sk;
    const consistent = top === undefined ? plan.toMs >= youngFromMs : isYoung(top);
    return dynamo.query({ ...query, consistent });
  }
  const page = await dynamo.query(query);
  const reachesYoung = page.last === undefined ? plan.toMs >= youngFromMs : isYoung(page.items.at(-1)?.sk);
  return reachesYoung ? dynamo.query({ ...query, consistent: true }) : page;
}
