import type { Digest, Signer } from '@sinau/kernel';
import type { CertificateNumber } from './certificate.ts';

/** Crockford's base 32: no letter that could be read as a digit. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 3;
const groupLength = 4;

/**
 * The number of the certificate for an enrolment: always the same one, so that whatever repeats issues nothing twice
 * (invariant 4), and unguessable for those who know the enrolment, such as its provider (60 bits).
 */
export function certificateNumber(
  deps: { readonly signer: Signer; readonly digest: Digest },
  { registration }: { readonly registration: string },
): CertificateNumber {
  const keyed = deps.digest.sha256(deps.signer.sign('certificate-number', registration));
  const text = Array.from({ length: groups * groupLength }, (_, at) => {
    const byte = Number.parseInt(keyed.slice(at * 2, at * 2 + 2), 16);
    return letters.charAt(byte % letters.length);
  }).join('');
  const parts = Array.from({ length: groups }, (_, at) =>
    text.slice(at * groupLength, (at + 1) * groupLength),
  );
  return `SINAU-${parts.join('-')}` as CertificateNumber;
}

const pattern = /^SINAU(?:-[0-9A-HJKMNP-TV-Z]{4}){3}$/;

/** Reads what somebody has typed from paper: letter case, spaces, and letters that look like digits do not matter. */
export function readCertificateNumber(text: string): CertificateNumber | undefined {
  const upper = text
    .trim()
    .slice(0, 60)
    .toUpperCase()
    .replace(/[\s–—_]+/g, '-');
  const [prefix, ...rest] = upper.split('-');
  const read = [prefix, ...rest.map((group) => group.replaceAll('O', '0').replace(/[IL]/g, '1'))].join('-');
  return pattern.test(read) ? (read as CertificateNumber) : undefined;
}
