import { DecryptCommand, EncryptCommand, KMSClient, type KMSClientConfig } from '@aws-sdk/client-kms';
import { mostSealedBytes, type Sealer } from './sealer.ts';

const version = 'k1';

export function createKmsClient(config: KMSClientConfig): KMSClient {
  return new KMSClient({ ...config, maxAttempts: 3 });
}

/** One KMS key; the context is its encryption context, which is also what CloudTrail shows of each use. */
export function createKmsSealer(options: { readonly client: KMSClient; readonly keyId: string }): Sealer {
  const { client, keyId } = options;
  return {
    async seal(text, context) {
      const plain = new TextEncoder().encode(text);
      if (plain.length > mostSealedBytes) throw new RangeError('too long to be sealed');
      const { CiphertextBlob } = await client.send(
        new EncryptCommand({ KeyId: keyId, Plaintext: plain, EncryptionContext: { ...context } }),
      );
      if (!CiphertextBlob) throw new Error('KMS gave no ciphertext');
      return `${version}.${Buffer.from(CiphertextBlob).toString('base64url')}`;
    },
    async open(sealed, context) {
      const [given, text = ''] = sealed.split('.');
      if (given !== version) throw new Error('not sealed by this sealer');
      const { Plaintext } = await client.send(
        new DecryptCommand({
          KeyId: keyId,
          CiphertextBlob: Buffer.from(text, 'base64url'),
          EncryptionContext: { ...context },
        }),
      );
      if (!Plaintext) throw new Error('KMS gave no plaintext');
      return Buffer.from(Plaintext).toString('utf8');
    },
  };
}
