import type { FieldIssue } from '@sinau/kernel';
import type { Attachment, Statement } from '../model.ts';
import type { Refused } from '../parse-statement.ts';
import { subStatementOf } from '../statement/targets.ts';
import type { AttachmentData, Part } from './multipart.ts';

export type Sha2Algorithm = 'sha224' | 'sha256' | 'sha384' | 'sha512';

/** SHA-2 of bytes as lower-case hex. */
export type Sha2 = (algorithm: Sha2Algorithm, bytes: Uint8Array) => string;

const algorithmOfLength: Readonly<Record<number, Sha2Algorithm>> = {
  56: 'sha224',
  64: 'sha256',
  96: 'sha384',
  128: 'sha512',
};

/** Attachments of a statement and of its SubStatement. */
export function attachmentsOf(statement: Statement): readonly Attachment[] {
  return [...(statement.attachments ?? []), ...(subStatementOf(statement)?.attachments ?? [])];
}

/**
 * Matches the parts after the first with what the statements declare: each part carries its own hash and is named by
 * some attachment, and each attachment without a fileUrl has its part. One part serves every attachment of its hash.
 * The declared length is not compared: the hash decides.
 */
export function matchAttachments(
  statements: readonly Statement[],
  parts: readonly Part[],
  sha2: Sha2,
): { readonly ok: true; readonly attachments: readonly AttachmentData[] } | Refused {
  const declared = new Map<string, Attachment>();
  for (const attachment of statements.flatMap(attachmentsOf)) {
    const key = attachment.sha2.toLowerCase();
    // The one without a fileUrl decides whether the data must come along.
    if (!declared.has(key) || attachment.fileUrl === undefined) declared.set(key, attachment);
  }
  const issues: FieldIssue[] = [];
  const found = new Map<string, AttachmentData>();
  for (const [index, part] of parts.entries()) {
    const read = readAttachmentPart(part, declared, sha2);
    if ('message' in read) issues.push({ path: `part ${index + 2}`, ...read });
    else found.set(read.sha2, read);
  }
  for (const [key, attachment] of declared) {
    if (attachment.fileUrl !== undefined || found.has(key)) continue;
    issues.push({
      path: 'attachments',
      message: `no part holds the data of the attachment with sha2 ${key}, and it has no fileUrl`,
      requirement: 'XAPI-00129',
    });
  }
  return issues.length === 0 ? { ok: true, attachments: [...found.values()] } : { ok: false, issues };
}

function readAttachmentPart(
  part: Part,
  declared: ReadonlyMap<string, Attachment>,
  sha2: Sha2,
): AttachmentData | Omit<FieldIssue, 'path'> {
  if (part.headers.get('content-transfer-encoding')?.toLowerCase() !== 'binary') {
    return { message: 'needs the header Content-Transfer-Encoding: binary', requirement: 'XAPI-00135' };
  }
  const hash = part.headers.get('x-experience-api-hash')?.toLowerCase();
  if (!hash) return { message: 'needs the header X-Experience-API-Hash', requirement: 'XAPI-00134' };
  const attachment = declared.get(hash);
  if (!attachment) {
    return { message: 'no attachment of a statement has this hash', requirement: 'XAPI-00128' };
  }
  const algorithm = algorithmOfLength[hash.length];
  if (!algorithm || sha2(algorithm, part.body) !== hash) {
    return { message: 'the data does not have the hash that the header says', requirement: 'XAPI-00134' };
  }
  return { sha2: hash, contentType: attachment.contentType, bytes: part.body };
}
