import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createDynamo, createTables, type Dynamo } from '@sinau/platform/dynamo';
import {
  type LocalDynamo,
  type LocalQueues,
  startLocalDynamo,
  startLocalQueues,
  startLocalS3,
} from '@sinau/platform/local-aws';
import { functionEnvironment } from './function-environment.ts';

const credentials = { accessKeyId: 'local', secretAccessKey: 'a secret of the tests' };
export const signingSecret = 'a-secret-of-tests-that-is-long-enough-to-be-accepted';

export interface LocalServices {
  /** Of any function; what AWS would be stands behind its endpoints. */
  readonly environment: Readonly<Record<string, string>>;
  readonly dynamo: Dynamo;
  readonly feed: LocalDynamo['stream'];
  readonly queues: LocalQueues;
  /** Bodies of the mails that were handed to SES. */
  readonly mails: unknown[];
  close(): Promise<void>;
}

/** The embedded services on loopback ports, for functions in processes of their own. */
export async function startLocalServices(): Promise<LocalServices> {
  const dir = await mkdtemp(join(tmpdir(), 'sinau-functions-'));
  const engine = await startLocalDynamo();
  const buckets = ['uploads', 'content', 'records', 'record-files'];
  const s3 = await startLocalS3({ dir: join(dir, 'objects'), buckets, ...credentials });
  const queues = startLocalQueues({
    queues: ['connectors', 'exports', 'imports', 'mails', 'pushes'].map((name) => ({
      name,
      visibilityTimeoutSeconds: 60,
      maxReceiveCount: 3,
    })),
  });
  const mails: unknown[] = [];
  const other = await listen(createServer(answerWith({ queues, mails })));
  const dynamoEndpoint = await engine.listen();
  const region = 'ap-southeast-3';
  await createTables({ region, endpoint: dynamoEndpoint, credentials }, { lms: 'lms', lrs: 'lrs' });
  const { SIGNING_SECRET: _, ...environment } = functionEnvironment({
    region,
    dynamoEndpoint,
    s3Endpoint: s3.endpoint,
    ...credentials,
  });
  return {
    environment: {
      ...environment,
      AWS_ENDPOINT_URL_SQS: other.endpoint,
      AWS_ENDPOINT_URL_SESV2: other.endpoint,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: other.endpoint,
      AWS_ENDPOINT_URL_KMS: other.endpoint,
      CERTIFICATE_QUEUE_URL: `${other.endpoint}/111122223333/certificates`,
      CONNECTOR_QUEUE_URL: `${other.endpoint}/111122223333/connectors`,
      SEAL_QUEUE_URL: `${other.endpoint}/111122223333/seals`,
      EXPORT_QUEUE_URL: `${other.endpoint}/111122223333/exports`,
      IMPORT_QUEUE_URL: `${other.endpoint}/111122223333/imports`,
      MAIL_QUEUE_URL: `${other.endpoint}/111122223333/mails`,
      PUSH_QUEUE_URL: `${other.endpoint}/111122223333/pushes`,
      PUSH_ALLOW_LOOPBACK: 'true',
      SIGNING_SECRET_ARN: 'arn:aws:secretsmanager:ap-southeast-3:111122223333:secret:signing',
      TEMPORARY_FOLDER: dir,
      IMPORT_WAIT_SECONDS: '0',
    },
    dynamo: createDynamo({ region, endpoint: dynamoEndpoint, credentials }),
    feed: engine.stream,
    queues,
    mails,
    close: async () => {
      await other.close();
      await queues.close();
      await s3.close();
      await engine.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

interface Behind {
  readonly queues: LocalQueues;
  readonly mails: unknown[];
}

/** SQS, SES, KMS and Secrets Manager by their wire protocols, as far as our functions speak them. */
function answerWith(behind: Behind) {
  return async (request: IncomingMessage, response: ServerResponse) => {
    const { status, body } = await answer(behind, request, await text(request));
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(body);
  };
}

async function answer({ queues, mails }: Behind, { headers, url }: IncomingMessage, body: string) {
  const target = String(headers['x-amz-target'] ?? '');
  if (target.startsWith('AmazonSQS.')) {
    const local = body.replace(
      /"QueueUrl":"[^"]*\/(\w+)"/,
      (_, name: string) => `"QueueUrl":"${queues.url(name)}"`,
    );
    const { requestHandler } = queues.clientConfig;
    const { response } = await requestHandler.handle({ headers: { 'x-amz-target': target }, body: local });
    return { status: response.statusCode, body: Buffer.from(response.body).toString('utf8') };
  }
  // A key that seals nothing: what is under test is that the function asks it.
  if (target === 'TrentService.Decrypt') {
    return { status: 200, body: JSON.stringify({ Plaintext: JSON.parse(body).CiphertextBlob }) };
  }
  if (target === 'secretsmanager.GetSecretValue') {
    return { status: 200, body: JSON.stringify({ SecretString: signingSecret }) };
  }
  if (url === '/v2/email/outbound-emails') {
    mails.push(JSON.parse(body));
    return { status: 200, body: JSON.stringify({ MessageId: `m${mails.length}` }) };
  }
  return { status: 404, body: '{}' };
}

async function listen(server: Server): Promise<{ readonly endpoint: string; close(): Promise<void> }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
