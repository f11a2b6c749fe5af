import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { der } from './write-der.ts';

/** A key of a seal with a certificate that it has signed itself. */
export interface SealingKey {
  /** DER. */
  readonly certificate: Buffer;
  /** A signature of CMS over the parts, detached; DER. */
  sign(parts: readonly Uint8Array[], at: Date): Buffer;
}

const oid = {
  ...{ commonName: '2.5.4.3', organisation: '2.5.4.10', country: '2.5.4.6' },
  ...{ sha256: '2.16.840.1.101.3.4.2.1', sha256Rsa: '1.2.840.113549.1.1.11', rsa: '1.2.840.113549.1.1.1' },
  ...{ signedData: '1.2.840.113549.1.7.2', data: '1.2.840.113549.1.7.1' },
  ...{ contentType: '1.2.840.113549.1.9.3', messageDigest: '1.2.840.113549.1.9.4' },
  ...{ signingTime: '1.2.840.113549.1.9.5', keyUsage: '2.5.29.15' },
} as const;

const algorithm = (name: string) => der.sequence(der.oid(name), der.nothing);
const namePart = (type: string, text: string) => der.set(der.sequence(der.oid(type), der.text(text)));

/** Makes one when a test asks: nothing that signs lies in the repository. */
export function createSealingKey(of: {
  readonly name: string;
  readonly organisation: string;
  readonly from: Date;
  readonly to: Date;
}): SealingKey {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const serial = der.of(0x02, Buffer.concat([Buffer.from([0x11]), randomBytes(8)]));
  const names = der.sequence(
    namePart(oid.country, 'ID'),
    namePart(oid.organisation, of.organisation),
    namePart(oid.commonName, of.name),
  );
  // Digital signature and non-repudiation.
  const usage = der.sequence(der.oid(oid.keyUsage), der.bytes(der.of(0x03, Buffer.from([6, 0xc0]))));
  const body = der.sequence(
    ...[der.of(0xa0, der.integer(2)), serial, algorithm(oid.sha256Rsa), names],
    ...[der.sequence(der.time(of.from), der.time(of.to)), names],
    ...[publicKey.export({ type: 'spki', format: 'der' }), der.of(0xa3, der.sequence(usage))],
  );
  const signature = der.bits(sign('sha256', body, privateKey));
  const certificate = der.sequence(body, algorithm(oid.sha256Rsa), signature);
  const signer = { certificate, id: der.sequence(names, serial), privateKey };
  return { certificate, sign: (parts, at) => signedData(signer, parts, at) };
}

function signedData(
  {
    certificate,
    id,
    privateKey,
  }: { readonly certificate: Buffer; readonly id: Buffer; readonly privateKey: KeyObject },
  parts: readonly Uint8Array[],
  at: Date,
): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  const attribute = (type: string, content: Buffer) => der.sequence(der.oid(type), der.set(content));
  const attributes = der.set(
    attribute(oid.contentType, der.oid(oid.data)),
    attribute(oid.signingTime, der.time(at)),
    attribute(oid.messageDigest, der.bytes(hash.digest())),
  );
  // Sent under another tag than the one that is signed (RFC 5652, section 5.4).
  const sent = Buffer.concat([Buffer.from([0xa0]), attributes.subarray(1)]);
  const signer = der.sequence(
    ...[der.integer(1), id, algorithm(oid.sha256), sent, algorithm(oid.rsa)],
    der.bytes(sign('sha256', attributes, privateKey)),
  );
  const content = der.sequence(
    ...[der.integer(1), der.set(algorithm(oid.sha256)), der.sequence(der.oid(oid.data))],
    ...[der.of(0xa0, certificate), der.set(signer)],
  );
  return der.sequence(der.oid(oid.signedData), der.of(0xa0, content));
}
