import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe } from 'vitest';
import { createDynamo, createTables, type Dynamo, type DynamoOptions } from '../dynamo/index.ts';
import { type LocalDynamo, startLocalDynamo } from '../local-aws/dynamo/index.ts';
import { deleteTables } from './delete-tables.ts';

/** Both tables of Sinau, empty at first, on one engine. */
export interface TestTables {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly lms: string;
  /** Name of the LRS table. */
  readonly lrs: string;
  /** How to reach the engine, for a client of one's own. */
  readonly connection: DynamoOptions;
  /** The embedded engine; absent on another one. */
  readonly local?: LocalDynamo;
}

/**
 * Declares the suite once for every engine: always the embedded one, and the one at `DYNAMODB_ENDPOINT` when that is
 * set, unless the suite wants the embedded one alone: a long one about stores that have passed their contracts on both,
 * since DynamoDB Local answers one request at a time. `tables()` gives the tables inside tests and hooks; they are made before the first test and removed after the last.
 */
export function withTables(
  suite: (engine: string, tables: () => TestTables) => void,
  { plain = true, onlyEmbedded = false }: TestOptions & { readonly onlyEmbedded?: boolean } = {},
): void {
  const endpoint = onlyEmbedded ? undefined : process.env.DYNAMODB_ENDPOINT;
  declare('embedded DynamoDB', suite, () => openEmbedded({ plain: false }));
  if (endpoint) declare(`DynamoDB at ${endpoint}`, suite, () => openRemote(endpoint, { plain }));
}

interface TestOptions {
  /** False: with streams and time to live (`createTables`). @default true, which tests of other things than tables need */
  readonly plain?: boolean;
}

interface Opened {
  readonly tables: TestTables;
  close(): Promise<void>;
}

function declare(
  engine: string,
  suite: (engine: string, tables: () => TestTables) => void,
  open: () => Promise<Opened>,
): void {
  describe(engine, () => {
    let opened: Opened | undefined;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened?.close());
    suite(engine, () => {
      if (!opened) throw new Error('tables() is for tests and hooks, not for the body of describe');
      return opened.tables;
    });
  });
}

const region = 'ap-southeast-3';
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

async function openEmbedded(options: TestOptions): Promise<Opened> {
  const local = await startLocalDynamo();
  const connection = { region, credentials, requestHandler: local.requestHandler };
  return { tables: { ...(await openTables(connection, options)), local }, close: () => local.close() };
}

async function openRemote(endpoint: string, options: TestOptions): Promise<Opened> {
  const connection = { region, endpoint, ...(process.env.AWS_ACCESS_KEY_ID ? {} : { credentials }) };
  const tables = await openTables(connection, options);
  return { tables, close: () => deleteTables(connection, [tables.lms, tables.lrs]) };
}

async function openTables(connection: DynamoOptions, options: TestOptions): Promise<TestTables> {
  const names = { lms: `lms-${randomUUID()}`, lrs: `lrs-${randomUUID()}` };
  await createTables(connection, names, options);
  return { ...names, dynamo: createDynamo(connection), connection };
}
