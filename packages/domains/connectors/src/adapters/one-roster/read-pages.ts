import { AdapterFailure } from '../../ports.ts';
import { brokenAnswer } from '../failures.ts';
import type { RosterClient, RosterService } from './client.ts';

export interface Collection<Item> {
  readonly service: RosterService;
  /** Behind the root of the service. */
  readonly path: string;
  readonly filter?: string;
  /** Undefined: it is no page of this collection. */
  readonly read: (value: unknown, text: string) => readonly Item[] | undefined;
  readonly idOf: (item: Item) => string;
}

const limit = 100;
const mostItems = 200_000;

/**
 * Items of a collection, each once, page by page in the order of their ids. The server says how many there are in all: a list that
 * comes to another number rejects, since an item that moved between pages would look withdrawn.
 */
export async function* readPages<Item>(client: RosterClient, of: Collection<Item>): AsyncGenerator<Item> {
  const ids = new Set<string>();
  let total: number | undefined;
  for (let offset = 0; ; ) {
    const query = new URLSearchParams({
      limit: String(limit),
      offset: String(offset),
      sort: 'sourcedId',
      orderBy: 'asc',
    });
    if (of.filter !== undefined) query.set('filter', of.filter);
    const answer = await client.read(of.service, `${of.path}?${query}`);
    const items = of.read(answer.value, answer.text);
    if (!items) throw brokenAnswer(`${of.path} holds no such list`);
    total = answer.total ?? total;
    const before = ids.size;
    for (const item of items) {
      if (ids.has(of.idOf(item))) continue;
      ids.add(of.idOf(item));
      yield item;
    }
    if (ids.size > mostItems) throw new AdapterFailure('too-large', { passing: false });
    offset += items.length;
    // Nothing new: the end, or a server that knows no pages.
    if (ids.size === before || (total !== undefined && offset >= total)) break;
  }
  if (total !== undefined && ids.size !== total) throw brokenAnswer(`${ids.size} of ${total} came`);
}
