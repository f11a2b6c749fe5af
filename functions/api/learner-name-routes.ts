import type { Connection } from '@sinau/connectors';
import type { Principal } from '@sinau/kernel';
import { type HttpApp, readJson } from '@sinau/platform/http';
import * as z from 'zod';
import type { ReconciliationDesk } from '../shared/reconciliation-parts.ts';

const name = z.string().trim().min(1).max(255);
/** As on the page: at most 200 at once. */
const learnersSchema = z.strictObject({
  learners: z
    .array(z.strictObject({ externalCourseId: name, externalLearnerId: name, subject: name }))
    .min(1)
    .max(200),
});

type At = (
  principal: Principal,
  connectionId: string | undefined,
) => Promise<{ readonly desk: ReconciliationDesk; readonly connection: Connection }>;

/** Who is who over there, said by a machine of the provider that knows both names, for many learners at once. */
export function addLearnerNameRoutes(app: HttpApp, at: At): void {
  const path = '/api/connections/:connectionId/learners';
  app.route({ method: 'POST', path, access: ['scope:connections/write'] }, async (c) => {
    const { desk, connection } = await at(c.get('principal'), c.req.param('connectionId'));
    const { learners } = await readJson(c.req, learnersSchema);
    const { connectionId, providerId, xapi } = connection;
    // Its results are those of the connection that it is beside.
    const of = { providerId, connectionId: xapi?.beside ?? connectionId };
    const { mapLearners } = await import('@sinau/connectors/results');
    return c.json(await mapLearners(await desk.placing(), { ...of, learners }));
  });
}
