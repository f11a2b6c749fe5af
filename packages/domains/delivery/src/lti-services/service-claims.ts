import { gradesClaim, rosterClaim, serviceAddresses } from '@sinau/lti/services';
import type { LtiLink, LtiTool } from '../lti/index.ts';
import { countingItem, lineItemsOf } from './line-item.ts';
import type { GradeStore } from './ports.ts';

type ClaimedLink = Pick<LtiLink, 'resourceLinkId' | 'placement'>;

/**
 * The claims of the services of a context, for a launch or a deep linking request (then without `link`). Nothing for services that the
 * tool was not granted; but a review always names the line item whose results it is about (Submission Review 1.0, 4.1).
 */
export async function serviceClaimsOf(
  deps: { readonly grades: Pick<GradeStore, 'listItems'>; readonly issuer: string },
  given: {
    readonly tool: LtiTool;
    readonly courseId: string;
    readonly link?: ClaimedLink;
    readonly isReview?: boolean;
  },
): Promise<Readonly<Record<string, unknown>>> {
  const { tool, courseId, link, isReview = false } = given;
  const { scopes, clientId } = tool;
  const addresses = serviceAddresses(deps.issuer);
  const lineItemId = link && (await itemOf(deps, { clientId, courseId, link, isReview }));
  return {
    ...gradesClaim({
      ...{ scopes, isReview },
      lineItemsUrl: addresses.lineItems(courseId),
      ...(lineItemId !== undefined && { lineItemUrl: addresses.lineItem(courseId, lineItemId) }),
    }),
    ...rosterClaim({ scopes, membershipsUrl: addresses.memberships(courseId) }),
  };
}

/** With two of them nobody could tell which one is meant (AGS 2.0, 3.1.2); a review is of the one that counts. */
async function itemOf(
  { grades }: { readonly grades: Pick<GradeStore, 'listItems'> },
  given: {
    readonly clientId: LtiTool['clientId'];
    readonly courseId: string;
    readonly link: ClaimedLink;
    readonly isReview: boolean;
  },
): Promise<string | undefined> {
  const { clientId, courseId, link, isReview } = given;
  const place = { courseId, clientId };
  const all = lineItemsOf(place, { links: [link], stored: await grades.listItems(place) });
  if (isReview) return countingItem(all, link.resourceLinkId)?.lineItemId;
  const [only, ...others] = all.filter(({ said }) => said.resourceLinkId === link.resourceLinkId);
  return others.length === 0 ? only?.lineItemId : undefined;
}
