import type { Connection } from '@sinau/connectors';
import type { InboxResult } from '@sinau/connectors/results';
import type { Principal } from '@sinau/kernel';
import { type HttpApp, readJson } from '@sinau/platform/http';
import * as z from 'zod';
import type { ReconciliationDesk } from '../shared/reconciliation-parts.ts';

const one = '/api/connections/:connectionId/results/:resultId';
const write = ['scope:connections/write'] as const;
const matchSchema = z.strictObject({
  /** Our pseudonym of the learner, or the account by which they are enrolled there. */
  subject: z.string().trim().min(1).max(255),
  moduleId: z.string().min(1).max(100).exactOptional(),
  /** The part is that of all results of the course over there. */
  forCourse: z.boolean().exactOptional(),
});
const asideSchema = z.strictObject({ note: z.string().trim().min(1).max(500) });

type At = (
  principal: Principal,
  connectionId: string | undefined,
) => Promise<{ readonly desk: ReconciliationDesk; readonly connection: Connection }>;

const resulting = () => import('@sinau/connectors/results');
const views = () => import('../shared/outcome-views.ts');

/** What is decided about one result, as on the page of a result. */
export function addSingleResultRoutes(app: HttpApp, at: At): void {
  app.route(
    { method: 'GET', path: one, access: ['scope:connections/read'], reads: { what: 'results', of: 'known' } },
    async (c) => {
      const { desk, connection } = await at(c.get('principal'), c.req.param('connectionId'));
      const { answer, sent, placed } = await oneOf(desk, connection, c.req.param('resultId'));
      const personId = placed && (await desk.personOf(placed.registration));
      if (personId !== undefined) c.set('readOf', personId);
      return c.json({ ...answer, ...(sent && { sent }) });
    },
  );
  app.route({ method: 'POST', path: `${one}/match`, access: write }, async (c) => {
    const principal = c.get('principal');
    const { desk, connection } = await at(principal, c.req.param('connectionId'));
    const request = await readJson(c.req, matchSchema);
    const { providerId } = connection;
    const resultId = c.req.param('resultId') ?? '';
    const [{ actorOf }, { mapResult }] = await Promise.all([import('@sinau/connectors'), resulting()]);
    const mapping = { providerId, by: actorOf(principal), resultId, ...request };
    await mapResult(await desk.placing(), mapping);
    return c.json(await answerOf(desk, connection, resultId));
  });
  app.route({ method: 'DELETE', path: `${one}/course-part`, access: write }, async (c) => {
    const { desk, connection } = await at(c.get('principal'), c.req.param('connectionId'));
    const { forgetCoursePart } = await resulting();
    const { providerId } = connection;
    await forgetCoursePart(desk, { providerId, resultId: c.req.param('resultId') ?? '' });
    return c.body(null, 204);
  });
  app.route({ method: 'POST', path: `${one}/set-aside`, access: write }, async (c) => {
    const principal = c.get('principal');
    const { desk, connection } = await at(principal, c.req.param('connectionId'));
    const { note } = await readJson(c.req, asideSchema);
    const { providerId } = connection;
    const resultId = c.req.param('resultId') ?? '';
    const [{ actorOf }, { setResultAside }] = await Promise.all([import('@sinau/connectors'), resulting()]);
    await setResultAside(desk, { providerId, by: actorOf(principal), resultId, note });
    return c.json(await answerOf(desk, connection, resultId));
  });
}

/** Without what was sent: looks alone leave a line. */
const answerOf = async (desk: ReconciliationDesk, connection: Connection, resultId: string) =>
  (await oneOf(desk, connection, resultId)).answer;

/** With all that count in the same place, oldest first. */
async function oneOf(desk: ReconciliationDesk, { providerId }: Connection, resultId = '') {
  const [{ coursePartOf, getResult }, { resultView }] = await Promise.all([resulting(), views()]);
  const { result, sent, versions } = await getResult(desk, { providerId, resultId });
  const { decision } = result;
  const part = await coursePartOf(desk, result);
  const answer = {
    ...resultView(result),
    ...(part && { coursePart: { moduleId: part.moduleId, since: part.chosenAt } }),
    versions: versions.map((one: InboxResult) => resultView(one)),
  };
  return { answer, sent, placed: decision.state === 'placed' ? decision.place : undefined };
}
