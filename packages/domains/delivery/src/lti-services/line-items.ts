import type { Clock, Ids, ToolPrincipal } from '@sinau/kernel';
import { type LineItemFilter, type LineItemWish, matchesFilter } from '@sinau/lti/services';
import {
  LineItemChanged,
  LineItemNotFound,
  LineItemOfLink,
  LinkNotFound,
  TooManyLineItems,
} from './errors.ts';
import type { LineItem } from './line-item.ts';
import { loadLineItems, loadPlace, type PlaceDeps, pickLineItem } from './load-place.ts';

/** So many a tool may have in one context; they are read as a whole. */
export const mostLineItems = 500;

interface InContext {
  readonly tool: ToolPrincipal;
  readonly courseId: string;
}

interface OfItem extends InContext {
  readonly lineItemId: string;
}

export interface LineItemsPage {
  readonly items: readonly LineItem[];
  /** Present when more follow. */
  readonly after?: string;
}

/** By id. */
export async function listLineItems(
  deps: PlaceDeps,
  input: InContext & { readonly filter: LineItemFilter; readonly limit: number; readonly after?: string },
): Promise<LineItemsPage> {
  const { filter, limit, after = '' } = input;
  const all = await loadLineItems(deps, await loadPlace(deps, input));
  const found = all.filter(({ said, lineItemId }) => lineItemId > after && matchesFilter(said, filter));
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, ...(found.length > limit && last && { after: last.lineItemId }) };
}

export async function getLineItem(deps: PlaceDeps, input: OfItem): Promise<LineItem> {
  return pickLineItem(await loadLineItems(deps, await loadPlace(deps, input)), input.lineItemId);
}

export async function createLineItem(
  deps: PlaceDeps & { readonly clock: Clock; readonly ids: Ids },
  input: InContext & { readonly wish: LineItemWish },
): Promise<LineItem> {
  const { wish } = input;
  const place = await loadPlace(deps, input);
  const { courseId, clientId, links } = place;
  const { resourceLinkId } = wish;
  if (resourceLinkId !== undefined && !links.some((link) => link.resourceLinkId === resourceLinkId)) {
    throw new LinkNotFound();
  }
  if ((await loadLineItems(deps, place)).length >= mostLineItems) throw new TooManyLineItems(mostLineItems);
  const createdAt = deps.clock.now().toISOString();
  const item = { courseId, clientId, lineItemId: deps.ids.uuid(), said: wish, createdAt, rev: 0 };
  if ((await deps.grades.saveItem(item)) === 'conflict') throw new LineItemChanged();
  return { ...item, origin: 'tool' };
}

/** Everything but the id and the link it belongs to is as the tool says now (AGS 2.0, 3.2.10). */
export async function replaceLineItem(
  deps: PlaceDeps & { readonly clock: Clock },
  input: OfItem & { readonly wish: LineItemWish },
): Promise<LineItem> {
  const { origin, ...item } = await getLineItem(deps, input);
  const { resourceLinkId: _, ...wish } = input.wish;
  const { resourceLinkId } = item.said;
  const said = { ...wish, ...(resourceLinkId !== undefined && { resourceLinkId }) };
  const createdAt = item.createdAt || deps.clock.now().toISOString();
  const next = { ...item, said, createdAt };
  if ((await deps.grades.saveItem(next)) === 'conflict') throw new LineItemChanged();
  return { ...next, origin };
}

/** With its scores; results that the course has counted stay counted. */
export async function deleteLineItem(deps: PlaceDeps, input: OfItem): Promise<void> {
  const item = await getLineItem(deps, input);
  if (item.origin === 'link') throw new LineItemOfLink();
  if ((await deps.grades.removeItem(item)) === 'absent') throw new LineItemNotFound();
}
