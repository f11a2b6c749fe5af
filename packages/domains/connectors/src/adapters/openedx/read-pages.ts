import { type OpenEdxPage, readOpenEdxPage } from '@sinau/rostering/openedx';
import { brokenAnswer } from '../failures.ts';
import { refusal } from './failures.ts';
import type { OpenEdxClient } from './openedx-client.ts';

/** More than any list has: fifty thousand courses are a thousand pages. */
const mostPages = 20_000;

/** Every page of a list. One that breaks off, turns in a circle or changes its length on the way rejects. */
export async function* readPages(
  client: Pick<OpenEdxClient, 'read'>,
  list: { readonly url: string; readonly query: string; readonly isOfCourse?: boolean },
): AsyncGenerator<OpenEdxPage & { readonly text: string }> {
  const asked = new Set<string>();
  let [query, count] = [list.query, undefined as number | undefined];
  for (;;) {
    if (asked.has(query) || asked.size >= mostPages) throw brokenAnswer('the pages of a list do not end');
    asked.add(query);
    const answers = list.isOfCourse ? [400, 404] : [];
    const { status, value, text } = await client.read({ url: `${list.url}${query}`, answers });
    if (status !== 200) throw refusal('course-unknown');
    const page = readOpenEdxPage(value);
    if (!page) throw brokenAnswer('a page of a list is none');
    // Something was added or taken away: what shifts over the edge of a page is read twice, or never.
    if (page.next && count !== undefined && page.count !== count)
      throw brokenAnswer('a list changed meanwhile');
    count = page.count;
    yield { ...page, text };
    if (page.next === undefined) return;
    query = page.next;
  }
}
