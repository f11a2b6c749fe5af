import { createHash, randomBytes } from 'node:crypto';
import { holds } from './object-files.ts';
import { conditionOf, headersToKeep, preconditionFailed, receive } from './put-object.ts';
import { S3Refusal } from './refusal.ts';
import { checkKey, escapeXml, readDocument, reply, type S3Request, unescapeXml } from './s3-request.ts';
import type { PartEntry, PendingUpload } from './upload-files.ts';

const smallestPart = 5 * 2 ** 20;
const mostParts = 10_000;
const largestDocument = 2 * 2 ** 20;

/** CreateMultipartUpload. */
export function createUpload(request: S3Request): void {
  const { files, clock, target } = request;
  checkKey(target.key);
  const uploadId = randomBytes(24).toString('base64url');
  const { bucket, key } = target;
  const startedMs = clock.now().getTime();
  files.uploads.start({ uploadId, bucket, key, startedMs, headers: headersToKeep(request) });
  const where = `<Bucket>${bucket}</Bucket><Key>${escapeXml(key)}</Key>`;
  reply(request, 200, {
    xml: `<InitiateMultipartUploadResult>${where}<UploadId>${uploadId}</UploadId></InitiateMultipartUploadResult>`,
  });
}

/** UploadPart: a part sent again replaces the one before. */
export async function uploadPart(request: S3Request): Promise<void> {
  const { files, clock, target } = request;
  const { uploadId } = pendingUpload(request);
  const number = Number(target.param('partNumber'));
  if (!Number.isInteger(number) || number < 1 || number > mostParts) {
    throw new S3Refusal(400, 'InvalidArgument', `Part number must be an integer between 1 and ${mostParts}`);
  }
  const { blob, sizeBytes, md5 } = await receive(request);
  const etag = `"${md5}"`;
  const part = { number, blob, sizeBytes, etag, modifiedMs: clock.now().getTime() };
  if (!(await files.commitPart(uploadId, part))) throw noSuchUpload();
  reply(request, 200, { headers: { etag } });
}

export function listParts(request: S3Request): void {
  const { files, target } = request;
  const { uploadId, bucket, key } = pendingUpload(request);
  const most = Math.min(1_000, Number(target.param('max-parts') ?? 1_000));
  const after = Number(target.param('part-number-marker') ?? 0);
  const all = files.uploads.parts(uploadId, after);
  const page = all.slice(0, most);
  const more = all.length > page.length;
  reply(request, 200, {
    xml: [
      `<ListPartsResult><Bucket>${bucket}</Bucket><Key>${escapeXml(key)}</Key><UploadId>${uploadId}</UploadId>`,
      `<MaxParts>${most}</MaxParts><IsTruncated>${more}</IsTruncated>`,
      more ? `<NextPartNumberMarker>${page.at(-1)?.number ?? after}</NextPartNumberMarker>` : '',
      ...page.map(
        ({ number, etag, sizeBytes, modifiedMs }) =>
          `<Part><PartNumber>${number}</PartNumber><LastModified>${new Date(modifiedMs).toISOString()}</LastModified>` +
          `<ETag>${escapeXml(etag)}</ETag><Size>${sizeBytes}</Size></Part>`,
      ),
      '</ListPartsResult>',
    ].join(''),
  });
}

export async function abortUpload(request: S3Request): Promise<void> {
  const { uploadId } = pendingUpload(request);
  await request.files.forgetUpload(uploadId);
  reply(request, 204);
}

/** CompleteMultipartUpload: the parts named, in order, become the object; all parts of the upload are gone then. */
export async function completeUpload(request: S3Request): Promise<void> {
  const { files, clock, target } = request;
  const upload = pendingUpload(request);
  const condition = conditionOf(request);
  const document = (await readDocument(request, largestDocument)).toString('utf8');
  const chosen = choose(document, files.uploads.parts(upload.uploadId));
  if (!holds(condition, files.find(target.bucket, target.key))) throw preconditionFailed();
  const entry = {
    ...{ bucket: upload.bucket, key: upload.key, headers: upload.headers },
    blob: await files.join(chosen.map(({ blob }) => blob)),
    sizeBytes: chosen.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    etag: etagOf(chosen),
    modifiedMs: clock.now().getTime(),
  };
  const outcome = await files.commitUpload(entry, condition, upload.uploadId);
  if (outcome !== 'stored') await files.discard(entry.blob);
  if (outcome === 'absent') throw noSuchUpload();
  if (outcome === 'refused') throw preconditionFailed();
  const where = `<Bucket>${upload.bucket}</Bucket><Key>${escapeXml(upload.key)}</Key>`;
  reply(request, 200, {
    xml: `<CompleteMultipartUploadResult>${where}<ETag>${escapeXml(entry.etag)}</ETag></CompleteMultipartUploadResult>`,
  });
}

/** As S3 makes it: the digest of the digests, and how many there are. */
function etagOf(parts: readonly PartEntry[]): string {
  const digest = createHash('md5');
  for (const { etag } of parts) digest.update(Buffer.from(etag.slice(1, -1), 'hex'));
  return `"${digest.digest('hex')}-${parts.length}"`;
}

function choose(body: string, stored: readonly PartEntry[]): readonly PartEntry[] {
  const named = [...body.matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, text = '']) => ({
    number: Number(/<PartNumber>(\d{1,5})<\/PartNumber>/.exec(text)?.[1]),
    etag: unescapeXml(/<ETag>([^<]*)<\/ETag>/.exec(text)?.[1] ?? '').replaceAll('"', ''),
  }));
  if (named.length === 0 || !/<CompleteMultipartUpload[\s>]/.test(body)) {
    throw new S3Refusal(400, 'MalformedXML', 'a CompleteMultipartUpload document names its parts');
  }
  const byNumber = new Map(stored.map((part) => [part.number, part]));
  const chosen = named.map(({ number, etag }, index) => {
    if (index > 0 && number <= (named[index - 1]?.number ?? 0)) {
      throw new S3Refusal(400, 'InvalidPartOrder', 'The list of parts was not in ascending order.');
    }
    const part = byNumber.get(number);
    if (part?.etag !== `"${etag}"`) {
      throw new S3Refusal(400, 'InvalidPart', 'One or more of the specified parts could not be found.');
    }
    return part;
  });
  if (chosen.slice(0, -1).some(({ sizeBytes }) => sizeBytes < smallestPart)) {
    throw new S3Refusal(
      400,
      'EntityTooSmall',
      'Your proposed upload is smaller than the minimum allowed size',
    );
  }
  return chosen;
}

function pendingUpload({ files, target }: S3Request): PendingUpload {
  const upload = files.uploads.find(target.param('uploadId') ?? '');
  if (!upload || upload.bucket !== target.bucket || upload.key !== target.key) throw noSuchUpload();
  return upload;
}

function noSuchUpload(): S3Refusal {
  return new S3Refusal(404, 'NoSuchUpload', 'The specified multipart upload does not exist.');
}
