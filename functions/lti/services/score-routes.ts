import { listResults, postScore, ScoreInvalid } from '@sinau/delivery/lti-services';
import { linkHeader, mediaTypes, readScore, resultOf, serviceAddresses } from '@sinau/lti/services';
import type { HttpApp } from '@sinau/platform/http';
import * as z from 'zod';
import type { LtiServicesDeps } from './deps.ts';
import { pagesOf } from './pages.ts';
import { readLimit, readServiceBody, serviceAnswer, toolOf } from './service-request.ts';

const most = 500;

const pageState = z.strictObject({
  userId: z.string().exactOptional(),
  limit: z.int().positive(),
  after: z.string().exactOptional(),
});

/** Scores and results (AGS 2.0, 3.3 and 3.4). */
export function addScoreRoutes(app: HttpApp, deps: LtiServicesDeps): void {
  app.route(
    {
      method: 'POST',
      path: '/lti/ags/contexts/:contextId/line-items/:lineItemId/scores',
      access: ['tool:score'],
      maxBodyBytes: 64 * 1024,
    },
    async (c) => {
      const { value, ...sent } = await readServiceBody(c.req);
      const score = readScore(value);
      if (!score.ok) throw new ScoreInvalid(score.issue);
      const { contextId: courseId, lineItemId } = c.req.param();
      const tool = toolOf(c.get('principal'));
      await postScore(deps, { tool, courseId, lineItemId, score: score.value, sent });
      // AGS allows any 2xx. Most Moodles note a grade as sent at 200 alone, and send it again at each sync otherwise.
      return c.json({});
    },
  );

  app.route(
    {
      method: 'GET',
      path: '/lti/ags/contexts/:contextId/line-items/:lineItemId/results',
      access: ['tool:result.readonly'],
    },
    async (c) => {
      const tool = toolOf(c.get('principal'));
      const { contextId: courseId, lineItemId } = c.req.param();
      const itemUrl = serviceAddresses(deps.addresses.issuer).lineItem(courseId, lineItemId);
      const pages = pagesOf(deps, { tool, url: `${itemUrl}/results`, schema: pageState });
      const cursor = c.req.query('page');
      const state = cursor === undefined ? firstPage(c.req) : pages.read(cursor);
      const { item, records, after } = await listResults(deps, { tool, courseId, lineItemId, ...state });
      const { scoreMaximum } = item.said;
      const results = records.flatMap(
        ({ standing, userId }) => resultOf(standing, { url: itemUrl, scoreMaximum, userId }) ?? [],
      );
      const next = after === undefined ? undefined : pages.urlOf('page', { ...state, after });
      return serviceAnswer(c.req, {
        mediaType: mediaTypes.resultContainer,
        body: results,
        headers: { link: linkHeader({ next }) },
      });
    },
  );
}

/** No pseudonym is longer. */
const longestUserId = 255;

function firstPage(request: { query(name: string): string | undefined }): z.output<typeof pageState> {
  const userId = request.query('user_id')?.slice(0, longestUserId + 1);
  return {
    ...(userId !== undefined && { userId }),
    limit: readLimit(request.query('limit'), most),
  };
}
