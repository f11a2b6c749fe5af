import type { LineItemWish } from '@sinau/lti/services';
import type { LtiClientId, LtiLink } from '../lti/index.ts';

/** Where the line items of one tool in one course lie; nobody else sees them. */
export interface ToolPlace {
  readonly courseId: string;
  readonly clientId: LtiClientId;
}

/** A line item that a tool has made or changed. Times are ISO 8601 UTC. */
export interface StoredLineItem extends ToolPlace {
  /** Of one that a link declares: the id of the link. */
  readonly lineItemId: string;
  readonly said: LineItemWish;
  readonly createdAt: string;
  /** Counts changes; a write names the one it has read. */
  readonly rev: number;
}

/** A line item as tools see it. `link`: the course declares it with a link, so it stands as long as the link does. */
export interface LineItem extends StoredLineItem {
  readonly origin: 'link' | 'tool';
}

type DeclaringLink = Pick<LtiLink, 'resourceLinkId' | 'placement'>;

/** The line items of one tool in one course, whoever made them, by id. */
export function lineItemsOf(
  place: ToolPlace,
  given: { readonly links: readonly DeclaringLink[]; readonly stored: readonly StoredLineItem[] },
): readonly LineItem[] {
  const { links, stored } = given;
  const ids = new Set(links.map(({ resourceLinkId }) => resourceLinkId));
  const declared = links.flatMap((link) => declaredItem(place, link) ?? []);
  const own = stored.map(
    (item): LineItem => ({ ...item, origin: ids.has(item.lineItemId) ? 'link' : 'tool' }),
  );
  const known = new Set(own.map(({ lineItemId }) => lineItemId));
  return [...own, ...declared.filter(({ lineItemId }) => !known.has(lineItemId))].toSorted((a, b) =>
    a.lineItemId < b.lineItemId ? -1 : 1,
  );
}

/** What a link declares, as long as the tool has changed nothing of it. */
export function declaredItem(place: ToolPlace, link: DeclaringLink): LineItem | undefined {
  const { lineItem } = link.placement;
  if (!lineItem) return undefined;
  const { resourceLinkId } = link;
  const { label, scoreMaximum, resourceId, tag, submissionReview } = lineItem;
  return {
    ...{ ...place, lineItemId: resourceLinkId, origin: 'link', createdAt: '', rev: 0 },
    said: {
      ...{ label, scoreMaximum, resourceLinkId },
      ...(resourceId !== undefined && { resourceId }),
      ...(tag !== undefined && { tag }),
      ...(submissionReview && { submissionReview }),
    },
  };
}

/**
 * The one line item of a link whose scores are results of the course: the declared one, or the first that the tool has made for the
 * link. Others are kept and shown, and change nothing in the course.
 */
export function countingItem(items: readonly LineItem[], resourceLinkId: string): LineItem | undefined {
  const ofLink = items.filter(({ said }) => said.resourceLinkId === resourceLinkId);
  return ofLink.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))[0];
}

const keyOf = ({ origin, createdAt, lineItemId }: LineItem): string =>
  `${origin === 'link' ? 0 : 1} ${createdAt} ${lineItemId}`;
