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
 * Checks the signatures of statements (1.0.3 Data 2.6): JWS compact serialization, RS256, RS384 or RS512, a payload
 * that is the same statement under the comparison rules without its signature, and, if the header brings a
 * certificate, a signature that fits it. Attachments with a fileUrl alone cannot be looked into. Data is read once,
 * however many attachments name it: thousands of them with a large payload fit into one request.
 */
export function checkSignatures(
  statements: readonly Statement[],
  data: ReadonlyMap<string, AttachmentData>,
  options: { readonly version: XapiVersion; readonly verify: VerifyWithCertificate },
): readonly FieldIssue[] {
  const read = new Map<AttachmentData, Signed | Broken>();
  const signedOf = (one: AttachmentData) => {
    const signed = read.get(one) ?? readSigned(one.bytes, options);
    read.set(one, signed);
    return signed;
  };
  return statements.flatMap((statement) => {
    const all = (statement.attachments ?? []).map((attachment, index) => ({ attachment, index }));
    const signatures = all.filter(({ attachment }) => attachment.usageType === signatureUsageType);
    if (signatures.length === 0) return [];
    const form = formOf(statement);
    return signatures.flatMap(({ attachment, index }) => {
      const one = data.get(attachment.sha2.toLowerCase());
      const issue = checkSignature(form, attachment, one && signedOf(one));
      return issue ? [{ path: `/attachments/${index}`, ...issue }] : [];
    });
  });
}

type Broken = Omit<FieldIssue, 'path'>;

/** What a signature says, once its data was read. */
interface Signed {
  /** Of the statement in the payload. */
  readonly form: string;
  /** False when it does not fit the certificate that it brings. */
  readonly fits: boolean;
}

/** `form`: of the statement that the attachment belongs to. */
function checkSignature(
  form: string,
  attachment: Attachment,
  signed: Signed | Broken | undefined,
): Broken | undefined {
  if (attachment.contentType !== 'application/octet-stream') {
    return {
      message: 'the content type of a signature is application/octet-stream',
      requirement: 'XAPI-00115',
    };
  }
  if (!signed || 'message' in signed) return signed;
  if (signed.form !== form) {
    return { message: 'the signature is of another statement', requirement: 'XAPI-00116' };
  }
  if (signed.fits) return undefined;
  return { message: 'the signature does not fit the certificate in its header', requirement: 'XAPI-00115' };
}

function readSigned(
  bytes: Uint8Array,
  { version, verify }: { readonly version: XapiVersion; readonly verify: VerifyWithCertificate },
): Signed | Broken {
  const jws = readJws(bytes);
  if ('message' in jws) return jws;
  const payload = parsePayload(jws.payload, version);
  if (!payload) {
    return { message: 'the payload of the signature is not a statement', requirement: 'XAPI-00116' };
  }
  const { certificate } = jws;
  const fits = certificate === undefined || verify({ ...jws, certificate });
  return { form: formOf(payload), fits };
}

function formOf(statement: Statement): string {
  return comparableForm(withoutSignatures(statement), { timestampGiven: statement.timestamp !== undefined });
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
