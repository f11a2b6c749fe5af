import type { ObjectEntry } from './object-files.ts';
import { S3Refusal } from './refusal.ts';
import { escapeXml, reply, type S3Request } from './s3-request.ts';

/** ListObjectsV2: prefix, delimiter, start-after, paging. */
export function listObjects(request: S3Request): void {
  const { target } = request;
  if (target.param('list-type') !== '2') {
    throw new S3Refusal(501, 'NotImplemented', 'only version 2 of ListObjects is implemented');
  }
  const limit = Math.min(1_000, Number(target.param('max-keys') ?? 1_000));
  if (!Number.isInteger(limit) || limit < 0) throw new S3Refusal(400, 'InvalidArgument', 'max-keys');
  const prefix = target.param('prefix') ?? '';
  const { contents, prefixes, next } = collect(request, prefix, limit);
  const urlEncoded = target.param('encoding-type') === 'url';
  const shown = (text: string) => escapeXml(urlEncoded ? encodeURIComponent(text) : text);
  reply(request, 200, {
    xml: [
      `<ListBucketResult><Name>${target.bucket}</Name><Prefix>${shown(prefix)}</Prefix>`,
      `<KeyCount>${contents.length + prefixes.length}</KeyCount><MaxKeys>${limit}</MaxKeys>`,
      urlEncoded ? '<EncodingType>url</EncodingType>' : '',
      `<IsTruncated>${next !== undefined}</IsTruncated>`,
      next === undefined
        ? ''
        : `<NextContinuationToken>${Buffer.from(next).toString('base64url')}</NextContinuationToken>`,
      ...contents.map(
        (entry) =>
          `<Contents><Key>${shown(entry.key)}</Key><LastModified>${new Date(entry.modifiedMs).toISOString()}</LastModified>` +
          `<ETag>${escapeXml(entry.etag)}</ETag><Size>${entry.sizeBytes}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
      ),
      ...prefixes.map((text) => `<CommonPrefixes><Prefix>${shown(text)}</Prefix></CommonPrefixes>`),
      '</ListBucketResult>',
    ].join(''),
  });
}

interface Page {
  readonly contents: readonly ObjectEntry[];
  readonly prefixes: readonly string[];
  /** Last key covered, when more follow. */
  readonly next?: string;
}

function collect({ files, target }: S3Request, prefix: string, limit: number): Page {
  const delimiter = target.param('delimiter') ?? '';
  const token = target.param('continuation-token');
  const after =
    token === undefined ? (target.param('start-after') ?? '') : Buffer.from(token, 'base64url').toString();
  const contents: ObjectEntry[] = [];
  const prefixes: string[] = [];
  let last = after;
  for (const entry of files.entries(target.bucket, prefix, after)) {
    const cut = delimiter === '' ? -1 : entry.key.indexOf(delimiter, prefix.length);
    const common = cut < 0 ? undefined : entry.key.slice(0, cut + delimiter.length);
    if (common !== undefined && common === prefixes.at(-1)) {
      last = entry.key;
      continue;
    }
    if (contents.length + prefixes.length >= limit) {
      return { contents, prefixes, ...(limit > 0 && { next: last }) };
    }
    if (common === undefined) contents.push(entry);
    else prefixes.push(common);
    last = entry.key;
  }
  return { contents, prefixes };
}
