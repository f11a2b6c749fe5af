import type { X509Certificate } from 'node:crypto';
import { fieldsOfUpdate } from './check-update.ts';
import { nameOf, PdfBroken, type PdfValue, refOf } from './pdf-lexer.ts';
import { DerBroken, readDer } from './read-der.ts';
import { type PdfObject, readPlain, readUpdate } from './read-update.ts';
import { scanPdf } from './scan-pdf.ts';
import { verifyCms } from './verify-cms.ts';

/** Whose key has signed a file. Names are the common names of the certificate, or all of them where it has none. */
export interface PdfSealer {
  readonly name: string;
  readonly organisation?: string;
  readonly issuer: string;
  /** Hexadecimal. */
  readonly serialNumber: string;
  /** SHA-256 of the certificate, hexadecimal. */
  readonly fingerprint: string;
  /** ISO 8601 UTC. */
  readonly validTo: string;
}

export type SealedPdfReading =
  | { readonly sealer: PdfSealer }
  /**
   * `other-document`: what came back does not begin with what was sent. `changed`: it shows something else. `not-sealed`: no signature over the whole
   * file. `forged`: one that does not hold. `ended`: by a certificate that is not valid now. `broken`: no file that anybody can be given.
   */
  | {
      readonly refused: 'other-document' | 'changed' | 'not-sealed' | 'forged' | 'ended' | 'broken';
      readonly detail: string;
    };

/** A signature with its chain and a time stamp takes some tens of kilobytes. */
const mostAddedBytes = 2 * 1024 * 1024;
const kinds = new Set(['adbe.pkcs7.detached', 'ETSI.CAdES.detached']);

const refuse = (
  refused: Extract<SealedPdfReading, { readonly refused: string }>['refused'],
  detail: string,
) => ({
  refused,
  detail,
});

/**
 * Looks at what a stranger calls a sealed edition of `original`, before anybody is given it: the same bytes, one update behind them that changes nothing
 * on any page, and one signature that holds over the whole file (PAdES, ETSI EN 319 142-1). Who may seal, the caller knows.
 */
export function checkSealedPdf(given: {
  readonly original: Uint8Array;
  readonly sealed: Uint8Array;
  readonly at: Date;
}): SealedPdfReading {
  const [original, sealed] = [Buffer.from(given.original), Buffer.from(given.sealed)];
  if (sealed.length <= original.length || !sealed.subarray(0, original.length).equals(original)) {
    return refuse('other-document', 'it does not begin with what was sent');
  }
  if (sealed.length - original.length > mostAddedBytes) return refuse('broken', 'too much was added');
  const [was, is] = [scanPdf(original), scanPdf(sealed)];
  if (!('pages' in was)) throw new TypeError('what is to be sealed can be read');
  if ('refused' in is) return refuse('broken', is.refused === 'broken' ? is.detail : is.refused);
  if (is.pages !== was.pages) return refuse('changed', 'another number of pages');
  try {
    return checkParts(original, sealed, given.at);
  } catch (error) {
    if (error instanceof PdfBroken) return refuse('changed', error.message);
    if (error instanceof DerBroken) return refuse('forged', error.message);
    throw error;
  }
}

function checkParts(original: Buffer, sealed: Buffer, at: Date): SealedPdfReading {
  const update = readUpdate(sealed, original.length);
  const fields = fieldsOfUpdate(readPlain(original), update);
  const [field, second] = fields;
  if (!field || second) return refuse('not-sealed', 'no field of a signature, or several');
  const signature = update.objects.get(refOf(field.get('V')) ?? -1);
  const range = signature && rangeOf(signature);
  if (!range) return refuse('not-sealed', 'no signature that is read here');
  const [from, first, next, last] = range;
  if (from !== 0 || next + last !== sealed.length || first < signature.start || next > signature.end) {
    return refuse('not-sealed', 'it does not cover the file');
  }
  const hex = /^<([0-9A-Fa-f]+)>$/.exec(sealed.toString('latin1', first, next))?.[1];
  if (hex === undefined) return refuse('not-sealed', 'it leaves out more than itself');
  const der = readDer(Buffer.from(hex, 'hex')).whole;
  const certificate = verifyCms(der, [sealed.subarray(0, first), sealed.subarray(next)]);
  if (!certificate) return refuse('forged', 'the signature does not hold');
  if (at < new Date(certificate.validFrom) || at > new Date(certificate.validTo)) {
    return refuse('ended', `its certificate ends ${certificate.validTo}`);
  }
  return { sealer: sealerOf(certificate) };
}

type Range = readonly [from: number, first: number, next: number, last: number];

function rangeOf({ value }: PdfObject): Range | undefined {
  if (!(value instanceof Map) || !kinds.has(nameOf(value.get('SubFilter')) ?? '')) return undefined;
  const range: PdfValue = value.get('ByteRange');
  const [from, first, next, last] = Array.isArray(range) && range.length === 4 ? range.map(Number) : [];
  if (from === undefined || first === undefined || next === undefined || last === undefined) return undefined;
  return [from, first, next, last];
}

function sealerOf(certificate: X509Certificate): PdfSealer {
  const organisation = partOf(certificate.subject, 'O');
  return {
    name: partOf(certificate.subject, 'CN') ?? certificate.subject.replaceAll('\n', ', '),
    ...(organisation !== undefined && { organisation }),
    issuer: partOf(certificate.issuer, 'CN') ?? certificate.issuer.replaceAll('\n', ', '),
    serialNumber: certificate.serialNumber,
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    validTo: new Date(certificate.validTo).toISOString(),
  };
}

const partOf = (names: string, part: 'CN' | 'O'): string | undefined =>
  names
    .split('\n')
    .find((line) => line.startsWith(`${part}=`))
    ?.slice(part.length + 1);
