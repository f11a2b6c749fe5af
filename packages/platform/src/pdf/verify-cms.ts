import { constants, createHash, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { type Der, DerBroken, derItems, derOid, derTag, readDer } from './read-der.ts';

const oid = {
  signedData: '1.2.840.113549.1.7.2',
  data: '1.2.840.113549.1.7.1',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  rsaPss: '1.2.840.113549.1.1.10',
} as const;

/** SHA-1 and what is older proves nothing any more. */
const digests: Readonly<Record<string, 'sha256' | 'sha384' | 'sha512'>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/**
 * The certificate whose key has signed these bytes: one detached signature of CMS (RFC 5652) over attributes that hold their digest. Undefined when
 * the signature does not hold. Throws `DerBroken` for what is no such signature. Says nothing about who the certificate is to be trusted by.
 */
export function verifyCms(der: Buffer, signed: readonly Uint8Array[]): X509Certificate | undefined {
  const { certificates, signer } = readSignedData(der);
  const { digest, attributes, algorithm, signature } = readSigner(signer);
  const hash = createHash(digest);
  for (const part of signed) hash.update(part);
  const told = attributeOf(attributes, oid.messageDigest);
  const type = attributeOf(attributes, oid.contentType);
  if (derOid(type) !== oid.data || !told.content.equals(hash.digest())) return undefined;
  const certificate = certificates.find((one) => isOf(one, signer));
  if (!certificate) return undefined;
  // Signed as the SET that they are, not under the tag that they are sent with (RFC 5652, section 5.4).
  const bytes = Buffer.concat([Buffer.from([derTag.set]), attributes.whole.subarray(1)]);
  const x509 = new X509Certificate(certificate.whole);
  const isGood = verify(digest, bytes, keyFor(x509.publicKey, algorithm), signature.content);
  return isGood ? x509 : undefined;
}

function keyFor(key: KeyObject, algorithm: string) {
  if (algorithm !== oid.rsaPss) return key;
  return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO };
}

function readSignedData(der: Buffer): { readonly certificates: readonly Der[]; readonly signer: Der } {
  const [type, wrapped] = derItems(readDer(der));
  if (!type || !wrapped || derOid(type) !== oid.signedData) throw new DerBroken('no signed data');
  const parts = derItems(readDer(wrapped.content));
  const [, , content] = parts;
  // Detached: the file is what is signed, and nothing that comes along.
  if (!content || derItems(content).length !== 1) throw new DerBroken('not detached');
  const certificates = parts.find(({ tag }) => tag === derTag.context0);
  const signers = parts.findLast(({ tag }) => tag === derTag.set);
  const [signer, more] = signers ? derItems(signers) : [];
  if (!certificates || !signer || more) throw new DerBroken('not of one signer');
  return { certificates: derItems(certificates), signer };
}

function readSigner(signer: Der) {
  const [, , digestAlgorithm, attributes, algorithm, signature] = derItems(signer);
  if (
    !digestAlgorithm ||
    attributes?.tag !== derTag.context0 ||
    !algorithm ||
    signature?.tag !== derTag.octets
  ) {
    throw new DerBroken('a signer without signed attributes');
  }
  const digest = digests[derOid(firstOf(digestAlgorithm))];
  if (!digest) throw new DerBroken('a digest that is not taken');
  return { digest, attributes, algorithm: derOid(firstOf(algorithm)), signature };
}

function firstOf(of: Der): Der {
  const [first] = derItems(of);
  if (!first) throw new DerBroken('nothing within');
  return first;
}

function attributeOf(attributes: Der, wanted: string): Der {
  const found = derItems(attributes).filter((one) => derOid(firstOf(one)) === wanted);
  const [, values] = found.length === 1 && found[0] ? derItems(found[0]) : [];
  if (!values) throw new DerBroken('an attribute is missing, or there twice');
  return firstOf(values);
}

/** By issuer and number, or by the id of the key (RFC 5652, section 5.3). */
function isOf(certificate: Der, signer: Der): boolean {
  const [, sid] = derItems(signer);
  const body = firstOf(certificate);
  if (!sid) return false;
  if (sid.tag === derTag.keyId) return body.content.includes(sid.content);
  const [issuer, number] = derItems(sid);
  const [first, ...rest] = derItems(body);
  const [serial, , named] = first?.tag === derTag.context0 ? rest : [first, ...rest];
  if (!issuer || !number || !serial || !named) return false;
  return serial.content.equals(number.content) && named.whole.equals(issuer.whole);
}
