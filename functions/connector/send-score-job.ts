import { jobMessageSchema } from '@sinau/connectors';
import type { ForeignPlatformId } from '@sinau/lti-tool';
import { dueScores, sendScore } from '@sinau/lti-tool/scores';
import * as z from 'zod';
import { createToolScoreParts } from '../shared/tool-score-parts.ts';
import type { ConnectorParts } from './compose.ts';
import { connectorJob } from './job.ts';

const schema = jobMessageSchema.extend({
  kind: z.literal('send-score'),
  registration: z.uuid(),
  platformId: z.custom<ForeignPlatformId>((value) => typeof value === 'string'),
  placementId: z.string(),
  subject: z.string(),
});

/** Tells a learning system of others where a learner stands who came from there. What it answers is noted there and is no failure of the job. */
export function sendScoreJob(parts: ConnectorParts) {
  const deps = createToolScoreParts(parts);
  return connectorJob({
    schema,
    run: async (ref) => {
      const { registration, platformId } = ref;
      const outcome = await sendScore(deps, ref);
      parts.log.info('score of a learning system', { registration, platformId, outcome });
    },
    due: async () => (await dueScores(deps)).map((ref) => ({ kind: 'send-score' as const, ...ref })),
  });
}
