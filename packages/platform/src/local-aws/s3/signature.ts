import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { S3Refusal } from './refusal.ts';
import type { RequestTarget } from './request-target.ts';

export interface SignedRequest {
  readonly method: string;
  readonly target: RequestTarget;
  readonly headers: IncomingHttpHeaders;
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** What a request claims about its signature, from the `Authorization` header or from the presigned query. */
interface Claim {
  readonly accessKeyId: string;
  readonly scope: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** `20260302T010000Z`. */
  readonly timestamp: string;
  readonly payloadHash: string;
  /** Present when presigned. */
  readonly expiresSeconds?: number;
}

const clockSkewMs = 15 * 60_000;
const longestExpirySeconds = 7 * 24 * 3_600;

/**
 * Checks AWS Signature Version 4 of a request (header or presigned query) and returns the payload hash it was signed
 * with. Unsigned, altered, expired or foreign: throws a 403.
 */
export function verifySignature(request: SignedRequest, credentials: Credentials, now: Date): string {
  const claim = readClaim(request);
  if (claim.accessKeyId !== credentials.accessKeyId) throw denied('InvalidAccessKeyId');
  checkTime(claim, now);
  checkCoverage(claim, request.headers);
  const wanted = Buffer.from(sign(request, claim, credentials.secretAccessKey), 'hex');
  const given = Buffer.from(claim.signature, 'hex');
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
    throw denied('SignatureDoesNotMatch');
  return claim.payloadHash;
}

function readClaim({ headers, target }: SignedRequest): Claim {
  const presigned = target.param('X-Amz-Signature') !== undefined;
  const header = headers.authorization;
  if (presigned && header !== undefined)
    throw new S3Refusal(400, 'InvalidArgument', 'two kinds of signature');
  if (!presigned && header === undefined) throw denied('AccessDenied');
  const claim = presigned ? claimOfQuery(target) : claimOfHeader(header ?? '', headers);
  const [date, , service, end, ...rest] = claim.scope.split('/');
  if (rest.length > 0 || service !== 's3' || end !== 'aws4_request') throw denied('AccessDenied');
  if (!/^\d{8}T\d{6}Z$/.test(claim.timestamp) || date !== claim.timestamp.slice(0, 8)) {
    throw denied('AccessDenied');
  }
  if (!/^[0-9a-f]{64}$/.test(claim.signature)) throw denied('SignatureDoesNotMatch');
  return claim;
}

function claimOfQuery(target: RequestTarget): Claim {
  if (target.param('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256') throw denied('AccessDenied');
  const expires = target.param('X-Amz-Expires') ?? '';
  const expiresSeconds = Number(expires);
  if (!/^\d{1,6}$/.test(expires) || expiresSeconds < 1 || expiresSeconds > longestExpirySeconds) {
    throw new S3Refusal(400, 'AuthorizationQueryParametersError', 'X-Amz-Expires is 1 to 604800 seconds');
  }
  return {
    ...credentialParts(target.param('X-Amz-Credential') ?? ''),
    signedHeaders: (target.param('X-Amz-SignedHeaders') ?? '').split(';'),
    signature: target.param('X-Amz-Signature') ?? '',
    timestamp: target.param('X-Amz-Date') ?? '',
    payloadHash: 'UNSIGNED-PAYLOAD',
    expiresSeconds,
  };
}

function claimOfHeader(header: string, headers: IncomingHttpHeaders): Claim {
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^, ]+), ?SignedHeaders=([^, ]+), ?Signature=([0-9a-f]+)$/.exec(header);
  if (!match) throw denied('AccessDenied');
  const [, credential = '', signedHeaders = '', signature = ''] = match;
  const payloadHash = text(headers['x-amz-content-sha256']);
  if (payloadHash === '') {
    throw new S3Refusal(
      400,
      'InvalidRequest',
      'Missing required header for this request: x-amz-content-sha256',
    );
  }
  return {
    ...credentialParts(credential),
    signedHeaders: signedHeaders.split(';'),
    signature,
    timestamp: text(headers['x-amz-date']),
    payloadHash,
  };
}

function credentialParts(credential: string): { accessKeyId: string; scope: string } {
  const slash = credential.indexOf('/');
  return { accessKeyId: credential.slice(0, Math.max(0, slash)), scope: credential.slice(slash + 1) };
}

function checkTime(claim: Claim, now: Date): void {
  const t = claim.timestamp;
  const signedAtMs = Date.parse(
    `${t.slice(0, 4)}-${t.slice(4, 6)}-${t.slice(6, 8)}T${t.slice(9, 11)}:${t.slice(11, 13)}:${t.slice(13, 15)}Z`,
  );
  if (Number.isNaN(signedAtMs)) throw denied('AccessDenied');
  const ageMs = now.getTime() - signedAtMs;
  if (claim.expiresSeconds === undefined) {
    if (Math.abs(ageMs) > clockSkewMs) throw denied('RequestTimeTooSkewed');
    return;
  }
  if (ageMs < -clockSkewMs) throw denied('AccessDenied', 'Request is not valid yet');
  if (ageMs > claim.expiresSeconds * 1_000) throw denied('AccessDenied', 'Request has expired');
}

/** Everything that changes what the request does must be under the signature, as S3 demands. */
function checkCoverage(claim: Claim, headers: IncomingHttpHeaders): void {
  const signed = new Set(claim.signedHeaders);
  if (!signed.has('host')) throw denied('AccessDenied', 'The host header must be signed');
  for (const name of Object.keys(headers)) {
    // The payload hash of a presigned request is fixed; the header, when a client sends it, says the same.
    if (name === 'x-amz-content-sha256' && claim.expiresSeconds !== undefined) continue;
    if (name.startsWith('x-amz-') && !signed.has(name)) {
      throw denied('AccessDenied', 'There were headers present in the request which were not signed');
    }
  }
}

function sign({ method, target, headers }: SignedRequest, claim: Claim, secret: string): string {
  const query = target.query
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [percentEncode(name), percentEncode(value)] as const)
    .sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const canonical = [
    method,
    `/${target.segments.map(percentEncode).join('/')}`,
    query,
    ...claim.signedHeaders.map((name) => `${name}:${text(headers[name]).trim().replace(/ +/g, ' ')}`),
    '',
    claim.signedHeaders.join(';'),
    claim.payloadHash,
  ].join('\n');
  const [date = '', region = '', service = ''] = claim.scope.split('/');
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`);
  const hash = createHash('sha256').update(canonical).digest('hex');
  return hmac(key, ['AWS4-HMAC-SHA256', claim.timestamp, claim.scope, hash].join('\n')).toString('hex');
}

function hmac(key: string | Buffer, content: string): Buffer {
  return createHmac('sha256', key).update(content).digest();
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** RFC 3986 percent-encoding, as Signature Version 4 wants it. */
function percentEncode(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function text(value: string | string[] | undefined): string {
  return Array.isArray(value) ? value.join(',') : (value ?? '');
}

function denied(code: string, message = 'Access Denied'): S3Refusal {
  return new S3Refusal(403, code, message);
}
