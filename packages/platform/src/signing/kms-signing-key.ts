import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { mostSignedBytes, type SigningKey } from './signing-key.ts';

/** A key of KMS with the spec ECC_NIST_EDWARDS25519. */
export function createKmsSigningKey(options: {
  readonly client: KMSClient;
  readonly keyId: string;
}): SigningKey {
  const { client, keyId } = options;
  let read: Promise<Uint8Array> | undefined;
  return {
    publicKey: () => {
      const reading = read ?? readPublicKey(options);
      read = reading;
      // What failed is not kept.
      reading.catch(() => {
        read = undefined;
      });
      return reading;
    },
    sign: async (message) => {
      if (message.length > mostSignedBytes) throw new RangeError('too long to be signed');
      const { Signature } = await client.send(
        new SignCommand({
          ...{ KeyId: keyId, Message: message, MessageType: 'RAW' },
          SigningAlgorithm: 'ED25519_SHA_512',
        }),
      );
      if (!Signature) throw new Error('KMS gave no signature');
      return Signature;
    },
  };
}

async function readPublicKey({ client, keyId }: { client: KMSClient; keyId: string }): Promise<Uint8Array> {
  const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: keyId }));
  // The last 32 bytes of the SubjectPublicKeyInfo are the key (RFC 8410, section 4).
  if (PublicKey?.length !== 44) throw new Error('KMS gave no Ed25519 key');
  return PublicKey.subarray(-32);
}
