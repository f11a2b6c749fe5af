import { pipeline } from 'node:stream/promises';
import type { ObjectEntry } from './object-files.ts';
import { S3Refusal } from './refusal.ts';
import { noSuchKey, reply, type S3Request } from './s3-request.ts';

const overridable = [
  'content-type',
  'content-language',
  'expires',
  'cache-control',
  'content-disposition',
  'content-encoding',
];

/** GET and HEAD, with one byte range, `If-Match` and `If-None-Match`. */
export async function getObject(request: S3Request): Promise<void> {
  const { req, res, target, files } = request;
  const found = await files.openObject(target.bucket, target.key);
  if (!found) throw noSuchKey();
  const { entry, file } = found;
  try {
    const headers = responseHeaders(request, entry);
    const wanted = req.headers['if-match'];
    if (wanted !== undefined && wanted !== '*' && !etagsOf(wanted).includes(entry.etag)) {
      throw new S3Refusal(412, 'PreconditionFailed', 'At least one of the pre-conditions did not hold');
    }
    const known = req.headers['if-none-match'];
    if (known !== undefined && (known === '*' || etagsOf(known).includes(entry.etag))) {
      return reply(request, 304, { headers });
    }
    const range = byteRange(req.headers.range, entry.sizeBytes);
    const { first, last } = range ?? { first: 0, last: entry.sizeBytes - 1 };
    res.writeHead(range ? 206 : 200, {
      ...headers,
      'content-length': String(last - first + 1),
      ...(range && { 'content-range': `bytes ${first}-${last}/${entry.sizeBytes}` }),
    });
    if (req.method === 'HEAD' || entry.sizeBytes === 0) {
      res.end();
      return;
    }
    await pipeline(file.createReadStream({ start: first, end: last, autoClose: false }), res);
  } finally {
    await file.close();
  }
}

function responseHeaders({ target }: S3Request, entry: ObjectEntry): Record<string, string> {
  const headers: Record<string, string> = {
    'content-type': 'binary/octet-stream',
    ...entry.headers,
    etag: entry.etag,
    'last-modified': new Date(entry.modifiedMs).toUTCString(),
    'accept-ranges': 'bytes',
  };
  for (const name of overridable) {
    const value = target.param(`response-${name}`);
    if (value !== undefined) headers[name] = value;
  }
  return headers;
}

function etagsOf(header: string): string[] {
  return header.split(',').map((etag) => etag.trim().replace(/^W\//, ''));
}

/** The range asked for, cut to the object; undefined for none or one that HTTP tells to ignore. */
function byteRange(header: string | undefined, size: number): { first: number; last: number } | undefined {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const [, from = '', to = ''] = match;
  if (from !== '' && to !== '' && Number(from) > Number(to)) return undefined;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(size - 1, Number(to));
  if (first > last) throw new S3Refusal(416, 'InvalidRange', 'The requested range is not satisfiable');
  return { first, last };
}
