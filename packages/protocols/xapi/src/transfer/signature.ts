import type { FieldIssue } from '@sinau/kernel';
import type { Attachment, Statement, XapiVersion } from '../model.ts';
import { decodeUtf8, parseJson } from '../parse-json.ts';
import { parseStatement } from '../parse-statement.ts';
import { comparableForm } from '../statement/comparable-form.ts';
import { decodeBase64Url } from './base64.ts';
import type { AttachmentData } from './multipart.ts';

export const signatureUsageType = 'http://adlnet.gov/expapi/attachments/signature';

export type SignatureAlgorithm = 'RS256' | 'RS384' | 'RS512';

/** True when the signature over `signingInput` was made with the key of the certificate. */
export type VerifyWithCertificate = (jws: {
  readonly algorithm: SignatureAlgorithm;
  /** DER in base64, the first of the header's `x5c`. */
  readonly certificate: string;
  readonly signingInput: string;
  readonly signature: Uint8Array;
}) => boolean;

/**
 * Checks the signatures of a statement (1.0.3 Data 2.6): JWS compact serialization, RS256, RS384 or RS512, a payload
 * that is the same statement under the comparison rules without its signature, and, if the header brings a
 * certificate, a signature that fits it. Attachments with a fileUrl alone cannot be looked into.
 */
export function checkSignatures(
  statement: Statement,
  data: ReadonlyMap<string, AttachmentData>,
  options: { readonly version: XapiVersion; readonly verify: VerifyWithCertificate },
): readonly FieldIssue[] {
  const issues: FieldIssue[] = [];
  for (const [index, attachment] of (statement.attachments ?? []).entries()) {
    if (attachment.usageType !== signatureUsageType) continue;
    const issue = checkSignature(
      statement,
      { attachment, data: data.get(attachment.sha2.toLowerCase()) },
      options,
    );
    if (issue) issues.push({ path: `/attachments/${index}`, ...issue });
  }
  return issues;
}

type Broken = Omit<FieldIssue, 'path'>;

function checkSignature(
  statement: Statement,
  signed: { readonly attachment: Attachment; readonly data: AttachmentData | undefined },
  options: { readonly version: XapiVersion; readonly verify: VerifyWithCertificate },
): Broken | undefined {
  if (signed.attachment.contentType !== 'application/octet-stream') {
    return {
      message: 'the content type of a signature is application/octet-stream',
      requirement: 'XAPI-00115',
    };
  }
  if (!signed.data) return undefined;
  const jws = readJws(signed.data.bytes);
  if ('message' in jws) return jws;
  const payload = parsePayload(jws.payload, options.version);
  if (!payload) {
    return { message: 'the payload of the signature is not a statement', requirement: 'XAPI-00116' };
  }
  const form = (one: Statement) => comparableForm(one, { timestampGiven: one.timestamp !== undefined });
  if (form(withoutSignatures(payload)) !== form(withoutSignatures(statement))) {
    return { message: 'the signature is of another statement', requirement: 'XAPI-00116' };
  }
  if (jws.certificate === undefined) return undefined;
  return options.verify({ ...jws, certificate: jws.certificate })
    ? undefined
    : { message: 'the signature does not fit the certificate in its header', requirement: 'XAPI-00115' };
}

interface Jws {
  readonly algorithm: SignatureAlgorithm;
  readonly certificate: string | undefined;
  readonly signingInput: string;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
}

function readJws(bytes: Uint8Array): Jws | Broken {
  const malformed: Broken = {
    message: 'the attachment is not a JWS in compact serialization',
    requirement: 'XAPI-00115',
  };
  const [head = '', body = '', tail = '', ...rest] = (decodeUtf8(bytes) ?? '').trim().split('.');
  const [header, payload, signature] = [head, body, tail].map(decodeBase64Url);
  if (!header?.length || !payload?.length || !signature?.length || rest.length > 0) return malformed;
  const parsed = parseJson(header);
  if (!parsed.ok || typeof parsed.value !== 'object' || parsed.value === null || !('alg' in parsed.value)) {
    return malformed;
  }
  const { alg } = parsed.value;
  if (alg !== 'RS256' && alg !== 'RS384' && alg !== 'RS512') {
    return { message: 'the algorithm must be RS256, RS384 or RS512', requirement: 'XAPI-00117' };
  }
  const chain = 'x5c' in parsed.value ? parsed.value.x5c : undefined;
  const certificate = Array.isArray(chain) ? chain[0] : undefined;
  if (chain !== undefined && typeof certificate !== 'string') return malformed;
  return { algorithm: alg, certificate, signingInput: `${head}.${body}`, payload, signature };
}

function parsePayload(bytes: Uint8Array, version: XapiVersion): Statement | undefined {
  const json = parseJson(bytes);
  if (!json.ok) return undefined;
  const parsed = parseStatement(json.value, { version });
  return parsed.ok ? parsed.statement : undefined;
}

function withoutSignatures(statement: Statement): Statement {
  const { attachments, ...rest } = statement;
  const kept = attachments?.filter(({ usageType }) => usageType !== signatureUsageType);
  return kept?.length ? { ...rest, attachments: kept } : rest;
}
