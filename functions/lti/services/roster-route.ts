import { type RosterDeps, type RosterPage, readRoster } from '@sinau/delivery/lti-services';
import { linkHeader, type MembershipContainer, mediaTypes, serviceAddresses } from '@sinau/lti/services';
import type { HttpApp } from '@sinau/platform/http';
import * as z from 'zod';
import type { LtiServicesDeps } from './deps.ts';
import { pagesOf } from './pages.ts';
import { readLimit, serviceAnswer, toolOf } from './service-request.ts';

const most = 200;
/** Older Moodles ask for no limit, read one page, and unenrol whoever is on another one. */
const mostAtOnce = 2000;

const state = z.strictObject({
  role: z.string().exactOptional(),
  resourceLinkId: z.string().exactOptional(),
  since: z.string().exactOptional(),
  known: z.string().exactOptional(),
  limit: z.int().positive(),
  after: z.string().exactOptional(),
  asOf: z.string().exactOptional(),
  reading: z.string().exactOptional(),
});

/** Who takes the course (NRPS 2.0). */
export function addRosterRoute(app: HttpApp, deps: LtiServicesDeps): void {
  app.route(
    {
      method: 'GET',
      path: '/lti/nrps/contexts/:contextId/memberships',
      access: ['tool:contextmembership.readonly'],
    },
    async (c) => {
      const tool = toolOf(c.get('principal'));
      const courseId = c.req.param('contextId');
      const url = serviceAddresses(deps.addresses.issuer).memberships(courseId);
      const pages = pagesOf(deps, { tool, url, schema: state });
      const cursor = c.req.query('page') ?? c.req.query('since');
      const query = cursor === undefined ? firstPage(c.req) : pages.read(cursor);
      const { title, members, after, asOf, reading } = await readPages(
        deps,
        { tool, courseId, query },
        cursor === undefined && c.req.query('limit') === undefined ? mostAtOnce : query.limit,
      );
      const { role, resourceLinkId, limit } = query;
      const body: MembershipContainer = {
        id:
          query.resourceLinkId === undefined
            ? url
            : `${url}?rlid=${encodeURIComponent(query.resourceLinkId)}`,
        context: { id: courseId, label: courseId, title },
        members,
      };
      const next = after === undefined ? undefined : pages.urlOf('page', { ...query, after, asOf, reading });
      const differences = pages.urlOf('since', {
        ...{ limit, since: asOf, known: reading },
        ...(role !== undefined && { role }),
        ...(resourceLinkId !== undefined && { resourceLinkId }),
      });
      const headers = { link: linkHeader({ next, differences }) };
      return serviceAnswer(c.req, { mediaType: mediaTypes.membershipContainer, body, headers });
    },
  );
}

function firstPage(request: { query(name: string): string | undefined }): z.output<typeof state> {
  const [role, resourceLinkId] = ['role', 'rlid'].map((name) => request.query(name));
  return {
    ...(role !== undefined && { role }),
    ...(resourceLinkId !== undefined && { resourceLinkId }),
    limit: readLimit(request.query('limit'), most),
  };
}

/** Pages of one reading as one, up to so many people. */
async function readPages(
  deps: RosterDeps,
  given: Parameters<typeof readRoster>[1],
  people: number,
): Promise<RosterPage> {
  let page = await readRoster(deps, given);
  const members = [...page.members];
  for (let read = given.query.limit; read < people && page.after !== undefined; read += given.query.limit) {
    const { after, asOf, reading } = page;
    page = await readRoster(deps, { ...given, query: { ...given.query, after, asOf, reading } });
    members.push(...page.members);
  }
  return { ...page, members };
}
