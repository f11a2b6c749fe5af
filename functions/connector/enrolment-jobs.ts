import { connectionIdSchema, jobMessageSchema } from '@sinau/connectors';
import { createProviderEnrolmentStore } from '@sinau/connectors/dynamo';
import { dueEnrolments, sendEnrolment, undoEnrolment } from '@sinau/connectors/enrolments';
import * as z from 'zod';
import { createEnrolmentStore } from '../shared/enrolment-store.ts';
import { learnerDisclosureOf } from '../shared/learner-disclosure.ts';
import { learnerEnrolmentsOf } from '../shared/provider-enrolments.ts';
import { createSharedAttributes } from '../shared/shared-attributes.ts';
import type { ConnectorParts } from './compose.ts';
import { connectorJob } from './job.ts';

/** Asks a provider for an enrolment. What the provider does is noted there and is no failure of the job. */
export function enrolJob(parts: ConnectorParts) {
  const deps = depsOf(parts);
  return connectorJob({
    schema: enrolSchema,
    run: async ({ registration }) => {
      const outcome = await sendEnrolment(deps, { registration });
      parts.log.info('enrolment at a provider', { registration, outcome });
    },
    due: () => dueEnrolments(deps, 'enrol'),
  });
}

/** Ends an enrolment at a provider. */
export function unenrolJob(parts: ConnectorParts) {
  const deps = depsOf(parts);
  return connectorJob({
    schema: unenrolSchema,
    run: async ({ registration }) => {
      const outcome = await undoEnrolment(deps, { registration });
      parts.log.info('enrolment at a provider undone', { registration, outcome });
    },
    due: () => dueEnrolments(deps, 'unenrol'),
  });
}

const about = { connectionId: connectionIdSchema, registration: z.uuid() };
const enrolSchema = jobMessageSchema.extend({ kind: z.literal('enrol'), ...about });
const unenrolSchema = jobMessageSchema.extend({ kind: z.literal('unenrol'), ...about });

function depsOf({ parts, env, stores, connections, adapters, clock, random }: ConnectorParts) {
  return {
    ...{ connections, adapters, clock, random },
    providerEnrolments: createProviderEnrolmentStore(stores),
    learners: learnerEnrolmentsOf(createEnrolmentStore(stores)),
    disclosure: learnerDisclosureOf(createSharedAttributes({ parts, env })),
  };
}
