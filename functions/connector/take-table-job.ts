import { connectionIdSchema, jobMessageSchema } from '@sinau/connectors';
import { createResultStore } from '@sinau/connectors/dynamo';
import { takeResultRows } from '@sinau/connectors/tables';
import { createPeopleStore } from '@sinau/identity/dynamo';
import { nodeDigest } from '@sinau/platform/crypto';
import * as z from 'zod';
import { createSharedAttributes } from '../shared/shared-attributes.ts';
import { createSubjectsByName } from '../shared/subjects-by-name.ts';
import { compareAfter } from './compare-after.ts';
import type { ConnectorParts } from './compose.ts';
import { connectorJob } from './job.ts';

const schema = jobMessageSchema.extend({
  kind: z.literal('take-table'),
  connectionId: connectionIdSchema,
  tableId: z.string(),
  mapping: z.record(z.string(), z.int().nonnegative()),
  // Sent before it was noted: when a row is taken.
  confirmedAt: z.iso.datetime().exactOptional(),
  from: z.int().nonnegative(),
});

/** So many rows a message: well within the time that one may take, and a break loses little. */
const atMost = 500;

/** Takes results of an uploaded table into the inbox, some rows a message. */
export function takeTableJob(parts: ConnectorParts) {
  const { connections, tables, stores, clock, queue } = parts;
  const deps = {
    ...{ connections, tables, clock, digest: nodeDigest },
    inbox: createResultStore({ ...stores, digest: nodeDigest }),
    names: createSubjectsByName({
      people: createPeopleStore(stores),
      sharing: createSharedAttributes(parts),
    }),
  };
  return connectorJob({
    schema,
    run: async (message) => {
      const from = await takeResultRows(deps, { ...message, atMost });
      if (from !== undefined) await queue.send({ ...message, from });
      else await compareAfter(parts, message);
    },
  });
}
