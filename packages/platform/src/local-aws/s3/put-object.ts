import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { AwsChunkedDecoder } from './aws-chunked.ts';
import { checksumOf } from './checksum.ts';
import { holds, type WriteCondition } from './object-files.ts';
import { S3Refusal } from './refusal.ts';
import { checkKey, escapeXml, headerOf, noSuchKey, reply, type S3Request } from './s3-request.ts';

const largestObject = 5 * 2 ** 30;
const keptHeaders = [
  'content-type',
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'expires',
];

export async function putObject(request: S3Request): Promise<void> {
  const { files, clock, target } = request;
  checkKey(target.key);
  const condition = conditionOf(request);
  // Refused before the body is read; the commit below decides again, for the writer that came meanwhile.
  const before = files.find(target.bucket, target.key);
  if (!before && condition.etag !== undefined) throw noSuchKey();
  if (!holds(condition, before)) throw preconditionFailed();
  const { blob, sizeBytes, md5 } = await receive(request);
  const etag = `"${md5}"`;
  const entry = {
    bucket: target.bucket,
    key: target.key,
    blob,
    sizeBytes,
    etag,
    modifiedMs: clock.now().getTime(),
    headers: headersToKeep(request),
  };
  if (!(await files.commit(entry, condition))) {
    await files.discard(blob);
    throw preconditionFailed();
  }
  reply(request, 200, { headers: { etag } });
}

export async function copyObject(request: S3Request, source: string): Promise<void> {
  const { files, clock, target, buckets } = request;
  checkKey(target.key);
  const [bucket = '', ...rest] = decodeURIComponent(source).replace(/^\//, '').split('/');
  if (!buckets.has(bucket)) throw new S3Refusal(404, 'NoSuchBucket', 'The specified bucket does not exist');
  const found = files.find(bucket, rest.join('/'));
  if (!found) throw noSuchKey();
  const replace = headerOf(request, 'x-amz-metadata-directive') === 'REPLACE';
  const entry = {
    ...found,
    bucket: target.bucket,
    key: target.key,
    blob: await files.copy(found.blob),
    modifiedMs: clock.now().getTime(),
    headers: replace ? headersToKeep(request) : found.headers,
  };
  if (!(await files.commit(entry, conditionOf(request)))) {
    await files.discard(entry.blob);
    throw preconditionFailed();
  }
  const modified = new Date(entry.modifiedMs).toISOString();
  reply(request, 200, {
    xml: `<CopyObjectResult><LastModified>${modified}</LastModified><ETag>${escapeXml(entry.etag)}</ETag></CopyObjectResult>`,
  });
}

interface Received {
  readonly blob: string;
  readonly sizeBytes: number;
  /** Hex. */
  readonly md5: string;
}

/** Streams the body into a file and checks length and every digest the client announced; a breach leaves nothing. */
export async function receive(request: S3Request): Promise<Received> {
  const { req, res, files, payloadHash } = request;
  const framed = payloadHash.startsWith('STREAMING-');
  if (framed && payloadHash !== 'STREAMING-UNSIGNED-PAYLOAD-TRAILER') {
    throw new S3Refusal(
      501,
      'NotImplemented',
      'The embedded store takes chunks with an unsigned payload and a trailer only.',
    );
  }
  const announced = announcedLength(request, framed);
  const trailerName = framed ? headerOf(request, 'x-amz-trailer') : undefined;
  const digests = announcedDigests(request, trailerName);
  const md5 = createHash('md5');
  const sha256 = createHash('sha256');
  let sizeBytes = 0;
  const tap = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length;
      if (sizeBytes > announced) return done(incomplete());
      for (const digest of [md5, sha256, ...digests.map(({ sum }) => sum)]) digest.update(chunk);
      done(null, chunk);
    },
  });
  const decoder = framed ? new AwsChunkedDecoder() : undefined;
  if (req.headers.expect !== undefined) res.writeContinue();
  const blob = await files.write(req, ...(decoder ? [decoder] : []), tap);
  try {
    if (sizeBytes !== announced) throw incomplete();
    const hex = md5.digest('hex');
    if (/^[0-9a-f]{64}$/.test(payloadHash) && sha256.digest('hex') !== payloadHash) {
      throw new S3Refusal(400, 'XAmzContentSHA256Mismatch', 'the body is not the one that was signed');
    }
    const contentMd5 = headerOf(request, 'content-md5');
    if (contentMd5 !== undefined && Buffer.from(hex, 'hex').toString('base64') !== contentMd5) {
      throw badDigest();
    }
    for (const { name, sum, wanted } of digests) {
      if (sum.base64() !== (wanted ?? decoder?.trailers.get(name))) throw badDigest();
    }
    return { blob, sizeBytes, md5: hex };
  } catch (error) {
    await files.discard(blob);
    throw error;
  }
}

function announcedLength(request: S3Request, framed: boolean): number {
  const text = framed
    ? headerOf(request, 'x-amz-decoded-content-length')
    : request.req.headers['content-length'];
  if (text === undefined || !/^\d{1,15}$/.test(text)) {
    throw new S3Refusal(411, 'MissingContentLength', 'You must provide the Content-Length HTTP header.');
  }
  const length = Number(text);
  if (length > largestObject) throw new S3Refusal(400, 'EntityTooLarge', 'the object is larger than 5 GiB');
  return length;
}

function announcedDigests(request: S3Request, trailerName: string | undefined) {
  const { req, target } = request;
  const names = new Set([...Object.keys(req.headers), ...target.query.map(([name]) => name)]);
  const sums = [...names]
    .filter((name) => name.startsWith('x-amz-checksum-') && name !== 'x-amz-checksum-type')
    .map((name) => ({ name, wanted: headerOf(request, name) }));
  if (trailerName !== undefined) sums.push({ name: trailerName.toLowerCase(), wanted: undefined });
  return sums.map(({ name, wanted }) => {
    const sum = checksumOf(name);
    if (!sum) throw new S3Refusal(501, 'NotImplemented', `${name} is not implemented`);
    return { name, wanted, sum };
  });
}

export function headersToKeep(request: S3Request): Record<string, string> {
  const { req, target } = request;
  const kept: Record<string, string> = {};
  const names = new Set([...Object.keys(req.headers), ...target.query.map(([name]) => name)]);
  for (const name of names) {
    if (!keptHeaders.includes(name) && !name.startsWith('x-amz-meta-')) continue;
    const value = headerOf(request, name);
    if (value !== undefined) kept[name] = value;
  }
  const encoding = kept['content-encoding']
    ?.split(',')
    .map((part) => part.trim())
    .filter((part) => part !== 'aws-chunked')
    .join(',');
  delete kept['content-encoding'];
  return encoding ? { ...kept, 'content-encoding': encoding } : kept;
}

export function conditionOf({ req }: S3Request): WriteCondition {
  const { 'if-none-match': none, 'if-match': etag } = req.headers;
  if ((none !== undefined && none !== '*') || etag === '*') {
    throw new S3Refusal(
      501,
      'NotImplemented',
      'a write may only be conditional on If-None-Match: * or on If-Match with an entity tag',
    );
  }
  return { ...(none !== undefined && { absent: true }), ...(etag !== undefined && { etag }) };
}

export function preconditionFailed(): S3Refusal {
  return new S3Refusal(412, 'PreconditionFailed', 'At least one of the pre-conditions did not hold');
}

function incomplete(): S3Refusal {
  return new S3Refusal(400, 'IncompleteBody', 'the body has not the announced length');
}

function badDigest(): S3Refusal {
  return new S3Refusal(400, 'BadDigest', 'the body does not match the checksum that was sent with it');
}
