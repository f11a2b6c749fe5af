import { createPublicKey, verify } from 'node:crypto';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { createKmsSigningKey, createSecretSigningKey } from './index.ts';

const secret = 'a secret of thirty-two characters';
const message = new TextEncoder().encode('sertifikat');

function isSignedBy(publicKey: Uint8Array, signature: Uint8Array): boolean {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') };
  return verify(null, message, createPublicKey({ key: jwk, format: 'jwk' }), signature);
}

describe('createSecretSigningKey', () => {
  it('signs so that its public key verifies, and is the same after a restart', async () => {
    const key = createSecretSigningKey(secret, 'credentials');
    const signature = await key.sign(message);
    expect(isSignedBy(await key.publicKey(), signature)).toBe(true);
    const again = createSecretSigningKey(secret, 'credentials');
    expect(await again.publicKey()).toEqual(await key.publicKey());
    expect(await again.sign(message)).toEqual(signature);
  });

  it('is another key for another name or secret', async () => {
    const key = createSecretSigningKey(secret, 'credentials');
    for (const other of [
      createSecretSigningKey(secret, 'other'),
      createSecretSigningKey(`${secret}!`, 'credentials'),
    ]) {
      expect(isSignedBy(await key.publicKey(), await other.sign(message))).toBe(false);
    }
  });

  it('refuses a short secret, and more bytes than KMS would take', async () => {
    expect(() => createSecretSigningKey('short', 'x')).toThrow(TypeError);
    await expect(createSecretSigningKey(secret, 'x').sign(new Uint8Array(4_097))).rejects.toThrow(RangeError);
  });
});

describe('createKmsSigningKey', () => {
  it('asks KMS for a signature over the bytes themselves, and for the public key once', async () => {
    const local = createSecretSigningKey(secret, 'as if in KMS');
    const head = Buffer.from('302a300506032b6570032100', 'hex');
    const kms = mockClient(KMSClient);
    kms.on(GetPublicKeyCommand).resolves({ PublicKey: Buffer.concat([head, await local.publicKey()]) });
    kms.on(SignCommand).callsFake(async ({ Message }) => ({ Signature: await local.sign(Message) }));
    const key = createKmsSigningKey({ client: new KMSClient({ region: 'ap-southeast-3' }), keyId: 'k' });
    await key.publicKey();
    expect(isSignedBy(await key.publicKey(), await key.sign(message))).toBe(true);
    expect(kms.commandCalls(GetPublicKeyCommand)).toHaveLength(1);
    expect(kms.commandCalls(SignCommand)[0]?.args[0].input).toMatchObject({
      ...{ KeyId: 'k', MessageType: 'RAW', SigningAlgorithm: 'ED25519_SHA_512' },
    });
  });

  it('refuses a key of another kind, and asks again after a failure', async () => {
    const kms = mockClient(KMSClient);
    kms.on(GetPublicKeyCommand).resolves({ PublicKey: new Uint8Array(91) });
    const key = createKmsSigningKey({ client: new KMSClient({ region: 'ap-southeast-3' }), keyId: 'k' });
    await expect(key.publicKey()).rejects.toThrow('no Ed25519 key');
    await expect(key.publicKey()).rejects.toThrow('no Ed25519 key');
    expect(kms.commandCalls(GetPublicKeyCommand)).toHaveLength(2);
  });
});
