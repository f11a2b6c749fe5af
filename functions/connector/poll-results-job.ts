import { connectionIdSchema, jobMessageSchema } from '@sinau/connectors';
import { createPollMarks, createPollRunStore, createResultStore } from '@sinau/connectors/dynamo';
import { pollResults, startPoll } from '@sinau/connectors/results';
import { nodeDigest } from '@sinau/platform/crypto';
import * as z from 'zod';
import { createSessionParts } from '../shared/delivery-parts.ts';
import { openOurSide } from '../shared/our-side.ts';
import { createPlaceParts } from '../shared/place-parts.ts';
import type { ConnectorParts } from './compose.ts';
import { connectorJob } from './job.ts';

const schema = jobMessageSchema.extend({
  kind: z.literal('poll-results'),
  connectionId: connectionIdSchema,
  /** Absent: by the schedule, which begins a round or goes on with the one under way. */
  runId: z.string().max(64).exactOptional(),
});

/** One message works so long; what is left is another's, behind the work of other connections. */
const workMs = 60_000;

/** Asks a provider what learners have reached. */
export function pollResultsJob(parts: ConnectorParts) {
  const { connections, clock, log, queue } = parts;
  const deps = pollDepsOf(parts);
  return connectorJob({
    schema,
    run: async ({ connectionId, runId: given }) => {
      const connection = await connections.find(connectionId);
      // Whoever asks by hand is answered at a connection that is paused too.
      if (!connection || (connection.state === 'paused' && given === undefined)) return;
      const runId = given ?? (await startPoll(deps, { connectionId })).runId;
      const deadlineMs = clock.now().getTime() + workMs;
      const outcome = await pollResults(deps, { connection, runId, deadlineMs });
      if (outcome === 'again') await queue.send({ kind: 'poll-results', connectionId, runId });
      const run = await deps.polls.last(connectionId);
      const { courses = 0, learners = 0, taken = 0, refused = 0 } = run?.runId === runId ? run : {};
      log.info('results polled', { connectionId, runId, outcome, courses, learners, taken, refused });
    },
  });
}

export function pollDepsOf({ adapters, clock, ids, stores, parts, env }: ConnectorParts) {
  const { content } = createSessionParts({ parts, env });
  return {
    ...{ adapters, clock, ids, digest: nodeDigest },
    results: createResultStore({ ...stores, digest: nodeDigest }),
    ours: openOurSide(stores),
    marks: createPollMarks(stores),
    polls: createPollRunStore(stores),
    placing: { ...createPlaceParts({ ...stores, content }), clock },
  };
}
