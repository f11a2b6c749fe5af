import { describe, expect, it } from 'vitest';
import { ltiServicesWorld, toolA } from '../testing/lti-services-world.ts';
import { createLineItem, replaceLineItem } from './line-items.ts';
import { reviewPlacement } from './review-placement.ts';

function world() {
  const { deps, a, links } = ltiServicesWorld();
  const inCourse = { tool: a, courseId: 'c1' };
  const of = async (resourceLinkId: string) => {
    const link = links.find((one) => one.resourceLinkId === resourceLinkId);
    if (!link) throw new Error('no such link');
    const isInside = (address: string) => address.startsWith('https://inside.example');
    const addressCheck = {
      refusal: async (address: string) => (isInside(address) ? ('forbidden' as const) : undefined),
    };
    return reviewPlacement({ ...deps, addressCheck }, { ...link, clientId: toolA });
  };
  const put = (submissionReview?: Record<string, unknown>, lineItemId = 'l1') =>
    replaceLineItem(deps, {
      ...{ ...inCourse, lineItemId },
      wish: { label: 'Ujian', scoreMaximum: 20, ...(submissionReview && { submissionReview }) },
    });
  const create = (submissionReview: Record<string, unknown>) =>
    createLineItem(deps, {
      ...inCourse,
      wish: { label: 'Esai', scoreMaximum: 5, resourceLinkId: 'l2', submissionReview },
    });
  return { links, of, put, create };
}

const review = { url: 'https://alat.example/review', custom: { view: 'teacher' } };

describe('where a review leads to (L11)', () => {
  it('is what the tool wrote of the line item later, and as before when it takes that back', async () => {
    const { links, of, put } = world();
    expect(await of('l1')).toEqual(links[0]?.placement);
    await put(review);
    const { lineItem, ...placement } = await of('l1');
    expect(lineItem).toEqual({ label: 'Ujian', scoreMaximum: 20, submissionReview: review });
    expect({ ...placement, lineItem: links[0]?.placement.lineItem }).toEqual(links[0]?.placement);
    await put();
    expect((await of('l1')).lineItem).not.toHaveProperty('submissionReview');
  });

  it('is that of the line item which the tool made first for a link that declares none', async () => {
    const { of, create } = world();
    expect(await of('l2')).not.toHaveProperty('lineItem');
    await create(review);
    expect((await of('l2')).lineItem).toMatchObject({ submissionReview: review });
  });

  it.each([
    ['leads inside', { url: 'https://inside.example/x' }],
    ['is no address of the web', { url: 'javascript:alert(1)' }],
    ['is no address at all', { url: 7 }],
  ])('F3: is not followed when it %s', async (_, wrong) => {
    const { of, put } = world();
    await put({ ...review, ...wrong });
    expect((await of('l1')).lineItem).toEqual({ label: 'Ujian', scoreMaximum: 20 });
  });
});
