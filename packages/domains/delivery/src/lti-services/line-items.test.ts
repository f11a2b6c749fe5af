import { claims } from '@sinau/lti';
import { describe, expect, it } from 'vitest';
import { ltiServicesWorld, toolA } from '../testing/lti-services-world.ts';
import {
  createLineItem,
  deleteLineItem,
  getLineItem,
  listLineItems,
  mostLineItems,
  replaceLineItem,
} from './line-items.ts';
import { serviceClaimsOf } from './service-claims.ts';

function world() {
  const made = ltiServicesWorld();
  const { deps, a, b, tools, links } = made;
  const inCourse = { tool: a, courseId: 'c1' };
  const create = (wish: object = {}) =>
    createLineItem(deps, { ...inCourse, wish: { label: 'Kuis', scoreMaximum: 10, ...wish } });
  const list = async (filter: object = {}, tool = a) =>
    (await listLineItems(deps, { tool, courseId: 'c1', filter, limit: 100 })).items.map(
      ({ said }) => said.label,
    );
  const claimOf = async (linkId?: string) => {
    const tool = tools.get(toolA);
    const link = links.find(({ resourceLinkId }) => resourceLinkId === linkId);
    if (!tool) throw new Error('tool A is there');
    const found = await serviceClaimsOf(deps, { tool, courseId: 'c1', ...(link && { link }) });
    return found[claims.grades] as { lineitem?: string; lineitems: string };
  };
  return { ...made, inCourse, b, create, list, claimOf };
}

describe('line items (1.5)', () => {
  it('are those that links declare and those that the tool made, found by every filter', async () => {
    const { create, list } = world();
    await create({ tag: 'kuis', resourceLinkId: 'l2' });
    expect((await list()).toSorted()).toEqual(['Kuis', 'Ujian']);
    expect(await list({ resourceLinkId: 'l1' })).toEqual(['Ujian']);
    expect(await list({ resourceId: 'cs230' })).toEqual(['Ujian']);
    expect(await list({ tag: 'kuis' })).toEqual(['Kuis']);
    expect(await list({ tag: 'kuis', resourceId: 'cs230' })).toEqual([]);
  });

  it('come in pages, each once', async () => {
    const { create, deps, inCourse } = world();
    for (let n = 0; n < 4; n += 1) await create();
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = await listLineItems(deps, { ...inCourse, filter: {}, limit: 2, ...(after && { after }) });
      expect(page.items.length).toBeLessThanOrEqual(2);
      found.push(...page.items.map(({ lineItemId }) => lineItemId));
      after = page.after;
    } while (after);
    expect([found.length, new Set(found).size]).toEqual([5, 5]);
  });

  it('are no other tool’s, and of no course without a link of the tool', async () => {
    const { create, deps, list, b } = world();
    const { lineItemId } = await create();
    expect(await list({}, b)).toEqual([]);
    const theirs = { tool: b, courseId: 'c1', lineItemId };
    const wish = { label: 'Milikku', scoreMaximum: 1 };
    for (const attempt of [
      () => getLineItem(deps, theirs),
      () => replaceLineItem(deps, { ...theirs, wish }),
      () => deleteLineItem(deps, theirs),
      () => getLineItem(deps, { ...theirs, lineItemId: 'l1' }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'lti.line-item-not-found' });
    }
    await expect(createLineItem(deps, { tool: b, courseId: 'c2', wish })).rejects.toMatchObject({
      code: 'lti.context-not-found',
    });
    expect(await list()).toContain('Kuis');
  });

  it('belong to links of the tool alone (AGS 3.2.9)', async () => {
    const { create } = world();
    for (const resourceLinkId of ['l3', 'l9']) {
      await expect(create({ resourceLinkId })).rejects.toMatchObject({ code: 'lti.link-not-found' });
    }
  });

  it('keep id and link when they are replaced, and lose what is not said any more', async () => {
    const { create, deps, inCourse } = world();
    const { lineItemId } = await create({ tag: 'kuis', resourceLinkId: 'l2' });
    const wish = { label: 'Lain', scoreMaximum: 20, resourceLinkId: 'l1', id: 'x' };
    await replaceLineItem(deps, { ...inCourse, lineItemId, wish });
    const { said } = await getLineItem(deps, { ...inCourse, lineItemId });
    expect(said).toMatchObject({ label: 'Lain', scoreMaximum: 20, resourceLinkId: 'l2' });
    expect(said.tag).toBeUndefined();
  });

  it('that links declare may be changed and not deleted; others are deleted once', async () => {
    const { create, deps, inCourse, list } = world();
    const wish = { label: 'Ujian akhir', scoreMaximum: 500 };
    await replaceLineItem(deps, { ...inCourse, lineItemId: 'l1', wish });
    expect(await list({ resourceLinkId: 'l1' })).toEqual(['Ujian akhir']);
    await expect(deleteLineItem(deps, { ...inCourse, lineItemId: 'l1' })).rejects.toMatchObject({
      code: 'lti.line-item-of-link',
    });
    const { lineItemId } = await create();
    await deleteLineItem(deps, { ...inCourse, lineItemId });
    await expect(deleteLineItem(deps, { ...inCourse, lineItemId })).rejects.toMatchObject({
      code: 'lti.line-item-not-found',
    });
  });

  it('are not endless', async () => {
    const { deps, inCourse, create } = world();
    await Promise.all(
      Array.from({ length: mostLineItems }, (_, n) =>
        deps.grades.saveItem({
          ...{ courseId: 'c1', clientId: toolA, lineItemId: `i${n}`, createdAt: '', rev: 0 },
          said: { label: 'X', scoreMaximum: 1 },
        }),
      ),
    );
    await expect(create()).rejects.toMatchObject({ code: 'lti.too-many-line-items' });
    expect(inCourse.courseId).toBe('c1');
  });
});

describe('the claim of a launch (1.5)', () => {
  it('names the line item when exactly one belongs to the link', async () => {
    const { claimOf, create } = world();
    expect((await claimOf('l1')).lineitem).toBe('https://sinau.example/lti/ags/contexts/c1/line-items/l1');
    expect((await claimOf('l2')).lineitem).toBeUndefined();
    const { lineItemId } = await create({ resourceLinkId: 'l2' });
    await create();
    expect((await claimOf('l2')).lineitem).toMatch(new RegExp(`/${lineItemId}$`));
    await create({ resourceLinkId: 'l2' });
    await create({ resourceLinkId: 'l1' });
    expect((await claimOf('l2')).lineitem).toBeUndefined();
    expect((await claimOf('l1')).lineitem).toBeUndefined();
    expect(await claimOf()).not.toHaveProperty('lineitem');
  });

  it('says nothing of services that the tool was not granted', async () => {
    const { deps, tools } = world();
    const tool = tools.get(toolA);
    if (!tool) throw new Error('tool A is there');
    expect(await serviceClaimsOf(deps, { tool: { ...tool, scopes: [] }, courseId: 'c1' })).toEqual({});
  });

  it('L11: a review names the line item that counts, also of two, and for a tool that posts no scores', async () => {
    const { create, deps, tools, links, claimOf } = world();
    await create({ resourceLinkId: 'l1' });
    expect((await claimOf('l1')).lineitem).toBeUndefined();
    const reviewOf = async (linkId: string, over: object = {}) => {
      const [tool, link] = [tools.get(toolA), links.find(({ resourceLinkId }) => resourceLinkId === linkId)];
      if (!tool || !link) throw new Error('both are there');
      const given = { tool: { ...tool, ...over }, courseId: 'c1', link, isReview: true };
      return (await serviceClaimsOf(deps, given))[claims.grades] as { lineitem?: string };
    };
    expect((await reviewOf('l1')).lineitem).toMatch(/\/line-items\/l1$/);
    expect(await reviewOf('l1', { scopes: [] })).toMatchObject({
      ...{ scope: [], lineitem: expect.stringMatching(/\/l1$/) },
    });
    const made = await create({ resourceLinkId: 'l2' });
    await create({ resourceLinkId: 'l2' });
    expect((await reviewOf('l2')).lineitem).toContain(made.lineItemId);
  });
});
