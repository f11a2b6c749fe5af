import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '@sinau/kernel';
import type { ObjectFiles } from './object-files.ts';
import { S3Refusal } from './refusal.ts';
import type { RequestTarget } from './request-target.ts';

/** A request whose signature was checked. */
export interface S3Request {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly target: RequestTarget;
  readonly files: ObjectFiles;
  readonly clock: Clock;
  readonly buckets: ReadonlySet<string>;
  /** Hex SHA-256 of the body, or one of the `UNSIGNED`/`STREAMING` words. */
  readonly payloadHash: string;
}

/** A header, or the query parameter that a presigned URL carries in its place. */
export function headerOf({ req, target }: S3Request, name: string): string | undefined {
  const value = req.headers[name];
  if (value !== undefined) return Array.isArray(value) ? value.join(',') : value;
  return name.startsWith('x-amz-') ? target.param(name) : undefined;
}

export function reply(
  { req, res }: Pick<S3Request, 'req' | 'res'>,
  status: number,
  answer: { readonly headers?: Readonly<Record<string, string>>; readonly xml?: string } = {},
): void {
  const body = answer.xml === undefined ? '' : `<?xml version="1.0" encoding="UTF-8"?>\n${answer.xml}`;
  res.writeHead(status, {
    ...(answer.xml !== undefined && { 'content-type': 'application/xml' }),
    ...(status !== 204 && status !== 304 && { 'content-length': Buffer.byteLength(body) }),
    ...answer.headers,
  });
  res.end(req.method === 'HEAD' ? undefined : body);
}

export function refuse(request: Pick<S3Request, 'req' | 'res'>, refusal: S3Refusal): void {
  const xml = `<Error><Code>${refusal.code}</Code><Message>${escapeXml(refusal.message)}</Message></Error>`;
  reply(request, refusal.status, { xml });
}

/** A body that is an XML document of the protocol, checked against the hash it was signed with. */
export async function readDocument({ req, payloadHash }: S3Request, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    size += chunk.length;
    if (size > mostBytes) throw new S3Refusal(400, 'MalformedXML', 'the document is too long');
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  if (/^[0-9a-f]{64}$/.test(payloadHash) && createHash('sha256').update(body).digest('hex') !== payloadHash) {
    throw new S3Refusal(400, 'XAmzContentSHA256Mismatch', 'the body is not the one that was signed');
  }
  return body;
}

export function noSuchKey(): S3Refusal {
  return new S3Refusal(404, 'NoSuchKey', 'The specified key does not exist.');
}

export function checkKey(key: string): void {
  if (Buffer.byteLength(key) > 1_024) throw new S3Refusal(400, 'KeyTooLongError', 'Your key is too long');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function escapeXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: keys may hold them and XML must not
  return text.replace(/[&<>"'\u0000-\u001f\u007f\ufffe\uffff]/g, (char) => `&#${char.charCodeAt(0)};`);
}

export function unescapeXml(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    const code = Number(name.replace('#x', '0x').replace('#', ''));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
