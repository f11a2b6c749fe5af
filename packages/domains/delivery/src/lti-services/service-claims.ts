import { gradesClaim, rosterClaim, serviceAddresses } from '@sinau/lti/services';
import type { LtiLink, LtiTool } from '../lti/index.ts';
import { lineItemsOf } from './line-item.ts';
import type { GradeStore } from './ports.ts';

type ClaimedLink = Pick<LtiLink, 'resourceLinkId' | 'placement'>;

/**
 * The claims of the services of a context, for a launch or a deep linking request (then without `link`). Nothing for services that the
 * tool was not granted.
 */
export async function serviceClaimsOf(
  deps: { readonly grades: Pick<GradeStore, 'listItems'>; readonly issuer: string },
  given: { readonly tool: LtiTool; readonly courseId: string; readonly link?: ClaimedLink },
): Promise<Readonly<Record<string, unknown>>> {
  const { tool, courseId, link } = given;
  const { scopes, clientId } = tool;
  const addresses = serviceAddresses(deps.issuer);
  const lineItemId = link && (await onlyItemOf(deps, { clientId, courseId, link }));
  return {
    ...gradesClaim({
      scopes,
      lineItemsUrl: addresses.lineItems(courseId),
      ...(lineItemId !== undefined && { lineItemUrl: addresses.lineItem(courseId, lineItemId) }),
    }),
    ...rosterClaim({ scopes, membershipsUrl: addresses.memberships(courseId) }),
  };
}

/** With two of them nobody could tell which one is meant (AGS 2.0, 3.1.2). */
async function onlyItemOf(
  { grades }: { readonly grades: Pick<GradeStore, 'listItems'> },
  {
    clientId,
    courseId,
    link,
  }: { readonly clientId: LtiTool['clientId']; readonly courseId: string; readonly link: ClaimedLink },
): Promise<string | undefined> {
  const place = { courseId, clientId };
  const all = lineItemsOf(place, { links: [link], stored: await grades.listItems(place) });
  const [only, ...others] = all.filter(({ said }) => said.resourceLinkId === link.resourceLinkId);
  return others.length === 0 ? only?.lineItemId : undefined;
}
