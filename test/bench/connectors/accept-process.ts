// The worker of connections in a process of its own: works off these messages and what follows from them, and prints what that took.
import type { JobMessage } from '@sinau/connectors';
import { type CapacityReport, createDynamo } from '@sinau/platform/dynamo';
import type { ObjectStore } from '@sinau/platform/objects';
import { createS3Client, createS3ObjectStore } from '@sinau/platform/objects';
import { createSecretSealer } from '@sinau/platform/sealing';
import type { Context, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { composeConnector } from '../../../functions/connector/compose.ts';
import { createConnector } from '../../../functions/connector/worker.ts';
import type { Parts } from '../../../functions/shared/parts.ts';
import { acceptEnv, benchConnection } from './bench-connection.ts';
import { peakRssMb } from './peak-rss.ts';

const given = z
  .object({
    ...{ dynamo: z.string(), objects: z.string() },
    messages: z.array(z.custom<JobMessage>()),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

const { region, credentials } = benchConnection;
const costs = { readUnits: 0, writeUnits: 0, requests: 0, writes: 0, objects: 0 };
const writing = new Set(['put', 'update', 'delete', 'batchWrite', 'transactWrite']);
const onCapacity = ({ operation, readUnits, writeUnits }: CapacityReport) => {
  costs.readUnits += readUnits;
  costs.writeUnits += writeUnits;
  costs.requests += 1;
  if (writing.has(operation)) costs.writes += 1;
};
const s3 = createS3Client({ region, credentials, endpoint: given.objects, forcePathStyle: true });
const waiting = [...given.messages];
const nobody = (): never => {
  throw new Error('this work needs none');
};
const parts: Parts = {
  dynamo: createDynamo({ region, credentials, endpoint: given.dynamo, onCapacity }),
  objects: (bucket) => counted(createS3ObjectStore({ client: s3, bucket })),
  queue: () => ({ send: async (message) => void waiting.push(message as JobMessage) }),
  queueDepth: nobody,
  sealer: () => createSecretSealer(acceptEnv.SIGNING_SECRET),
  signingKey: nobody,
};
const faults: unknown[] = [];
const log = { info: () => {}, warn: () => {}, error: (_: string, error: unknown) => void faults.push(error) };
const handler = createConnector(composeConnector({ parts, lrs: nobody, env: acceptEnv, log }));

const startRssMb = process.memoryUsage.rss() / 1e6;
const begun = performance.now();
let messages = 0;
let longestSeconds = 0;
for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
  const from = performance.now();
  messages += 1;
  await handler(eventOf(next), {} as Context);
  if (faults.length > 0) throw faults[0];
  longestSeconds = Math.max(longestSeconds, (performance.now() - from) / 1000);
}
const seconds = (performance.now() - begun) / 1000;
process.stdout.write(
  JSON.stringify({ seconds, longestSeconds, messages, startRssMb, peakRssMb: await peakRssMb(), ...costs }),
);

function eventOf(message: JobMessage): SQSEvent {
  const record = { messageId: String(messages), body: JSON.stringify(message), attributes: {} };
  return { Records: [record] } as unknown as SQSEvent;
}

function counted(store: ObjectStore): ObjectStore {
  return {
    ...store,
    put: (...args) => {
      costs.objects += 1;
      return store.put(...args);
    },
  };
}
