import type { ToolPrincipal } from '@sinau/kernel';
import type { LtiClientId } from '../lti/index.ts';
import { ContextNotFound, LineItemNotFound } from './errors.ts';
import { type LineItem, lineItemsOf, type ToolPlace } from './line-item.ts';
import type { ContextLink, ContextPort, GradeStore } from './ports.ts';

export interface PlaceDeps {
  readonly contexts: ContextPort;
  readonly grades: GradeStore;
}

/** A context of the tool, as the tool may see it. */
export interface LoadedPlace extends ToolPlace {
  readonly title: string;
  /** Those of this tool alone. */
  readonly links: readonly ContextLink[];
}

/** Refuses a course in which the tool has no link. */
export async function loadPlace(
  { contexts }: Pick<PlaceDeps, 'contexts'>,
  { tool, courseId }: { readonly tool: ToolPrincipal; readonly courseId: string },
): Promise<LoadedPlace> {
  const context = await contexts.find(courseId);
  const clientId = tool.clientId as LtiClientId;
  const links = context?.links.filter(({ placement }) => placement.clientId === clientId) ?? [];
  if (!context || links.length === 0) throw new ContextNotFound();
  return { courseId, clientId, title: context.title, links };
}

/** Every line item of the tool in the context; few, so that filters need no index. */
export async function loadLineItems({ grades }: PlaceDeps, place: LoadedPlace): Promise<readonly LineItem[]> {
  const { courseId, clientId, links } = place;
  const stored = await grades.listItems({ courseId, clientId });
  return lineItemsOf({ courseId, clientId }, { links, stored });
}

export function pickLineItem(items: readonly LineItem[], lineItemId: string): LineItem {
  const item = items.find((one) => one.lineItemId === lineItemId);
  if (!item) throw new LineItemNotFound();
  return item;
}
