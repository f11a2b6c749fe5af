import { type LtiPlacement, readReview } from '@sinau/lti';
import type { AddressCheck, LtiLink } from '../lti/index.ts';
import { countingItem, lineItemsOf, type ToolPlace } from './line-item.ts';
import type { GradeStore } from './ports.ts';

/**
 * Where a link leads to for a review: what its line item says of it now, also when the tool wrote that later (Submission Review 1.0, 3.2).
 * An address that cannot be followed, or that leads inside, is as good as unsaid: line items are kept as tools send them.
 */
export async function reviewPlacement(
  deps: { readonly grades: Pick<GradeStore, 'listItems'>; readonly addressCheck: AddressCheck },
  link: Pick<LtiLink, 'resourceLinkId' | 'placement'> & Pick<ToolPlace, 'courseId' | 'clientId'>,
): Promise<LtiPlacement> {
  const { placement, resourceLinkId, courseId, clientId } = link;
  const place = { courseId, clientId };
  const stored = await deps.grades.listItems(place);
  const item = countingItem(lineItemsOf(place, { links: [link], stored }), resourceLinkId);
  if (!item) return placement;
  const { label, scoreMaximum, resourceId, tag } = item.said;
  const review = readReview(item.said.submissionReview);
  const isSaid = review !== undefined && Object.keys(review).length > 0;
  const isInside = review?.url !== undefined && (await deps.addressCheck.refusal(review.url)) !== undefined;
  return {
    ...placement,
    lineItem: {
      ...{ label, scoreMaximum },
      ...(resourceId !== undefined && { resourceId }),
      ...(tag !== undefined && { tag }),
      ...(isSaid && !isInside && { submissionReview: review }),
    },
  };
}
