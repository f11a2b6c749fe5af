import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Clock } from '@sinau/kernel';
import { systemClock } from '../../crypto/system.ts';
import { answerPreflight, corsHeaders } from './cors.ts';
import { deleteObject, deleteObjects } from './delete-objects.ts';
import { getObject } from './get-object.ts';
import { listObjects } from './list-objects.ts';
import { abortUpload, completeUpload, createUpload, listParts, uploadPart } from './multipart.ts';
import { ObjectFiles } from './object-files.ts';
import { copyObject, putObject } from './put-object.ts';
import { S3Refusal } from './refusal.ts';
import { parseTarget, type RequestTarget } from './request-target.ts';
import { headerOf, refuse, reply, type S3Request } from './s3-request.ts';
import { verifySignature } from './signature.ts';

export interface LocalS3Options {
  /** Folder of bytes and index; made when absent. One process at a time. */
  readonly dir: string;
  readonly buckets: readonly string[];
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** @default 0, any free port */
  readonly port?: number;
  readonly clock?: Clock;
  /** Origins whose pages may PUT and GET presigned URLs. @default every origin, since the URL is the permission */
  readonly corsOrigins?: readonly string[];
  /** Pending multipart uploads older than this end by themselves, as a lifecycle rule does in AWS. @default 7 days */
  readonly abortUploadsAfterMs?: number;
  /** Told of faults of the endpoint itself (disk full, lost file), which clients see as 500. */
  readonly onFault?: (error: unknown) => void;
}

export interface LocalS3 {
  /** `http://127.0.0.1:<port>`; clients use it with `forcePathStyle: true`. */
  readonly endpoint: string;
  readonly port: number;
  close(): Promise<void>;
}

/** S3 on the loopback interface for development and tests; every request must carry a valid signature. */
export async function startLocalS3(options: LocalS3Options): Promise<LocalS3> {
  const files = new ObjectFiles(options.dir);
  const sweep = async () => {
    const clock = options.clock ?? systemClock;
    const before = clock.now().getTime() - (options.abortUploadsAfterMs ?? 7 * 24 * 3_600_000);
    for (const uploadId of files.uploads.stale(before)) await files.forgetUpload(uploadId);
  };
  await sweep();
  const sweeping = setInterval(() => void sweep().catch((error) => options.onFault?.(error)), 3_600_000);
  sweeping.unref();
  const handle = (req: IncomingMessage, res: ServerResponse) => void answer({ req, res }, files, options);
  const server = createServer({ keepAliveTimeout: 60_000, requestTimeout: 0 }, handle);
  // The body is asked for only when the request was not refused.
  server.on('checkContinue', handle);
  try {
    await listen(server, options.port ?? 0);
  } catch (error) {
    clearInterval(sweeping);
    files.close();
    throw error;
  }
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    port,
    close: async () => {
      clearInterval(sweeping);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const hurry = setTimeout(() => server.closeAllConnections(), 2_000);
      await closed;
      clearTimeout(hurry);
      files.close();
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function answer(
  http: { readonly req: IncomingMessage; readonly res: ServerResponse },
  files: ObjectFiles,
  options: LocalS3Options,
): Promise<void> {
  const { req, res } = http;
  try {
    for (const [name, value] of Object.entries(corsHeaders(req, options.corsOrigins)))
      res.setHeader(name, value);
    if (req.method === 'OPTIONS') return answerPreflight(http, options.corsOrigins);
    const clock = options.clock ?? systemClock;
    const target = parseTarget(req.url ?? '/');
    const signed = { method: req.method ?? '', target, headers: req.headers };
    const payloadHash = verifySignature(signed, options, clock.now());
    const buckets = new Set(options.buckets);
    await route({ ...http, target, files, clock, buckets, payloadHash });
  } catch (error) {
    // A client that left is no fault; whatever it had sent was discarded.
    if (req.socket.destroyed) return;
    if (!(error instanceof S3Refusal)) options.onFault?.(error);
    if (res.headersSent) return void res.destroy();
    refuse(http, error instanceof S3Refusal ? error : new S3Refusal(500, 'InternalError'));
  } finally {
    // What is left of a refused body is read away, so that the client sees the answer and not a reset.
    req.resume();
  }
}

async function route(request: S3Request): Promise<void> {
  const { req, target, buckets } = request;
  checkParameters(target);
  if (!buckets.has(target.bucket)) {
    throw new S3Refusal(404, 'NoSuchBucket', 'The specified bucket does not exist');
  }
  if (target.key === '') {
    if (req.method === 'HEAD') return reply(request, 200);
    if (req.method === 'GET') return listObjects(request);
    if (req.method === 'POST' && target.param('delete') !== undefined) return deleteObjects(request);
  } else if (target.param('uploads') !== undefined || target.param('uploadId') !== undefined) {
    return routeUpload(request);
  } else {
    if (req.method === 'GET' || req.method === 'HEAD') return getObject(request);
    if (req.method === 'DELETE') return deleteObject(request);
    const source = headerOf(request, 'x-amz-copy-source');
    if (req.method === 'PUT') return source === undefined ? putObject(request) : copyObject(request, source);
  }
  throw new S3Refusal(405, 'MethodNotAllowed', 'this method is not allowed against this resource');
}

async function routeUpload(request: S3Request): Promise<void> {
  const { req, target } = request;
  const begins = target.param('uploads') !== undefined;
  if (req.method === 'POST') return begins ? createUpload(request) : completeUpload(request);
  if (!begins && req.method === 'GET') return listParts(request);
  if (!begins && req.method === 'DELETE') return abortUpload(request);
  // A part that is copied from an object (UploadPartCopy) is not implemented.
  const copies = headerOf(request, 'x-amz-copy-source') !== undefined;
  if (!begins && req.method === 'PUT' && !copies) return uploadPart(request);
  throw new S3Refusal(405, 'MethodNotAllowed', 'this method is not allowed against this resource');
}

const understood =
  /^(x-amz-.*|x-id|delete|uploads|uploadId|partNumber|max-parts|part-number-marker|list-type|prefix|delimiter|max-keys|continuation-token|start-after|fetch-owner|encoding-type|response-.*)$/i;

/** A sub-resource that is not implemented (`acl`, `versionId`) must not be answered as if it were absent. */
function checkParameters(target: RequestTarget): void {
  const upload = target.param('uploadId') !== undefined;
  // One part of a whole object is another thing.
  const strange = target.query.find(([name]) => !understood.test(name) || (name === 'partNumber' && !upload));
  if (strange) throw new S3Refusal(501, 'NotImplemented', `${strange[0]} is not implemented`);
}
