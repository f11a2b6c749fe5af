import * as z from 'zod/mini';
import { withParameters } from '../web-address.ts';
import { scoreMaximum } from './score-saying.ts';

/** By which we know a line item again that we made. */
const tag = 'sinau';

export interface LineItemOwner {
  readonly resourceLinkId: string;
  /** Ours for the link. */
  readonly placementId: string;
}

/** Where to look for the line item of a link (AGS 2.0, 3.2.3). */
export const lineItemSearch = (lineItems: string, { resourceLinkId }: LineItemOwner): string =>
  withParameters(lineItems, { resource_link_id: resourceLinkId });

const given = z.array(
  z.looseObject({
    id: z.string(),
    resourceLinkId: z.nullish(z.union([z.string(), z.number()])),
    resourceId: z.nullish(z.string()),
    tag: z.nullish(z.string()),
  }),
);

/**
 * The line item of a link among those that a platform lists, whether it kept to the filter or not. The one that we made, or else the only one
 * of the link: of several nobody can tell which one is meant (xblock-lti-consumer#707 took the first). `broken`: this is no list.
 */
export function chooseLineItem(
  answer: unknown,
  owner: LineItemOwner,
): { readonly found: string | undefined } | 'broken' {
  const parsed = given.safeParse(answer);
  if (!parsed.success) return 'broken';
  const ours = parsed.data.find((item) => item.tag === tag && item.resourceId === owner.placementId);
  if (ours) return { found: ours.id };
  const ofLink = parsed.data.filter(
    ({ resourceLinkId }) => String(resourceLinkId ?? '') === owner.resourceLinkId,
  );
  return { found: ofLink.length === 1 ? ofLink[0]?.id : undefined };
}

/** What is asked for where a link has no line item. */
export const newLineItem = (owner: LineItemOwner, label: string) => ({
  ...{ label: label.trim().slice(0, 255) || 'Sinau', scoreMaximum, tag },
  ...{ resourceId: owner.placementId, resourceLinkId: owner.resourceLinkId },
});

const made = z.looseObject({ id: z.string() });

/** Address of a line item that was made; undefined: the answer has none. */
export function madeLineItem(answer: unknown): string | undefined {
  const parsed = made.safeParse(answer);
  return parsed.success ? parsed.data.id : undefined;
}
