import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** A signer of statements, and its self-signed certificate. */
export interface Signatory {
  /** DER in base64, as in `x5c`. */
  readonly certificate: string;
  /** JWS in compact serialization; signed as by RS256 where `alg` is none of RS256, RS384 and RS512. */
  sign(payload: unknown, header: { readonly alg: string } & Readonly<Record<string, unknown>>): Uint8Array;
}

export function createSignatory(): Signatory {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return {
    certificate: selfSigned(publicKey, privateKey).toString('base64'),
    sign(payload, header) {
      const input = `${encode(header)}.${encode(payload)}`;
      const digits = /^RS(256|384|512)$/.exec(header.alg)?.[1] ?? '256';
      const signature = createSign(`RSA-SHA${digits}`).update(input).sign(privateKey);
      return new TextEncoder().encode(`${input}.${signature.toString('base64url')}`);
    },
  };
}

/** X.509 version 1 in DER (RFC 5280 §4.1). */
function selfSigned(publicKey: KeyObject, privateKey: KeyObject): Buffer {
  const sha256WithRsa = sequence(
    tag(0x06, Buffer.from('2a864886f70d01010b', 'hex')),
    tag(0x05, Buffer.alloc(0)),
  );
  const commonName = sequence(tag(0x06, Buffer.from('550403', 'hex')), tag(0x0c, Buffer.from('Sinau')));
  const name = sequence(tag(0x31, commonName));
  const validity = sequence(time('260101000000Z'), time('460101000000Z'));
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const body = sequence(tag(0x02, Buffer.of(1)), sha256WithRsa, name, validity, name, key);
  const signature = createSign('RSA-SHA256').update(body).sign(privateKey);
  return sequence(body, sha256WithRsa, tag(0x03, Buffer.concat([Buffer.of(0), signature])));
}

function time(utc: string): Buffer {
  return tag(0x17, Buffer.from(utc));
}

function sequence(...parts: readonly Uint8Array[]): Buffer {
  return tag(0x30, Buffer.concat(parts));
}

function tag(number: number, content: Uint8Array): Buffer {
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(number, ...size), content]);
}
