import {
  createLineItem,
  deleteLineItem,
  getLineItem,
  type LineItem,
  LineItemInvalid,
  listLineItems,
  replaceLineItem,
} from '@sinau/delivery/lti-services';
import { lineItemBody, linkHeader, mediaTypes, readLineItem, serviceAddresses } from '@sinau/lti/services';
import type { HttpApp } from '@sinau/platform/http';
import * as z from 'zod';
import type { LtiServicesDeps } from './deps.ts';
import { pagesOf } from './pages.ts';
import { readLimit, readServiceJson, serviceAnswer, toolOf } from './service-request.ts';

const most = 500;

const pageState = z.strictObject({
  filter: z.strictObject({
    resourceLinkId: z.string().exactOptional(),
    resourceId: z.string().exactOptional(),
    tag: z.string().exactOptional(),
  }),
  limit: z.int().positive(),
  after: z.string().exactOptional(),
});

const container = '/lti/ags/contexts/:contextId/line-items';
const item = '/lti/ags/contexts/:contextId/line-items/:lineItemId';

/** Line items of a tool (AGS 2.0, 3.2). */
export function addLineItemRoutes(app: HttpApp, deps: LtiServicesDeps): void {
  const addresses = serviceAddresses(deps.addresses.issuer);
  const bodyOf = (one: LineItem) => lineItemBody(addresses.lineItem(one.courseId, one.lineItemId), one.said);
  addContainerRoute(app, deps, bodyOf);

  app.route({ method: 'POST', path: container, access: ['tool:lineitem'], maxBodyBytes }, async (c) => {
    const wish = readLineItem(await readServiceJson(c.req));
    if (!wish.ok) throw new LineItemInvalid(wish.issue);
    const place = { tool: toolOf(c.get('principal')), courseId: c.req.param('contextId') };
    const body = bodyOf(await createLineItem(deps, { ...place, wish: wish.value }));
    const mediaType = mediaTypes.lineItem;
    return serviceAnswer(c.req, { mediaType, body, status: 201, headers: { location: body.id } });
  });

  app.route({ method: 'GET', path: item, access: ['tool:lineitem', 'tool:lineitem.readonly'] }, async (c) => {
    const { contextId: courseId, lineItemId } = c.req.param();
    const found = await getLineItem(deps, { tool: toolOf(c.get('principal')), courseId, lineItemId });
    return serviceAnswer(c.req, { mediaType: mediaTypes.lineItem, body: bodyOf(found) });
  });

  app.route({ method: 'PUT', path: item, access: ['tool:lineitem'], maxBodyBytes }, async (c) => {
    const wish = readLineItem(await readServiceJson(c.req));
    if (!wish.ok) throw new LineItemInvalid(wish.issue);
    const { contextId: courseId, lineItemId } = c.req.param();
    const place = { tool: toolOf(c.get('principal')), courseId, lineItemId };
    const replaced = await replaceLineItem(deps, { ...place, wish: wish.value });
    return serviceAnswer(c.req, { mediaType: mediaTypes.lineItem, body: bodyOf(replaced) });
  });

  app.route({ method: 'DELETE', path: item, access: ['tool:lineitem'] }, async (c) => {
    const { contextId: courseId, lineItemId } = c.req.param();
    await deleteLineItem(deps, { tool: toolOf(c.get('principal')), courseId, lineItemId });
    return c.body(null, 204);
  });
}

const maxBodyBytes = 32 * 1024;

function addContainerRoute(
  app: HttpApp,
  deps: LtiServicesDeps,
  bodyOf: (item: LineItem) => ReturnType<typeof lineItemBody>,
): void {
  const access = ['tool:lineitem', 'tool:lineitem.readonly'] as const;
  app.route({ method: 'GET', path: container, access }, async (c) => {
    const tool = toolOf(c.get('principal'));
    const courseId = c.req.param('contextId');
    const url = serviceAddresses(deps.addresses.issuer).lineItems(courseId);
    const pages = pagesOf(deps, { tool, url, schema: pageState });
    const cursor = c.req.query('page');
    const state = cursor === undefined ? firstPage(c.req) : pages.read(cursor);
    const { items, after } = await listLineItems(deps, { tool, courseId, ...state });
    const next = after === undefined ? undefined : pages.urlOf('page', { ...state, after });
    return serviceAnswer(c.req, {
      mediaType: mediaTypes.lineItemContainer,
      // The specification's container is the list itself.
      body: items.map(bodyOf),
      headers: { link: linkHeader({ next }) },
    });
  });
}

function firstPage(request: { query(name: string): string | undefined }): z.output<typeof pageState> {
  const [resourceLinkId, resourceId, tag] = ['resource_link_id', 'resource_id', 'tag'].map((name) =>
    request.query(name),
  );
  return {
    filter: {
      ...(resourceLinkId !== undefined && { resourceLinkId }),
      ...(resourceId !== undefined && { resourceId }),
      ...(tag !== undefined && { tag }),
    },
    limit: readLimit(request.query('limit'), most),
  };
}
