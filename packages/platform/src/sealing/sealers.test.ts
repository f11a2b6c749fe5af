import { DecryptCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { createKmsSealer, createSecretSealer } from './index.ts';

const context = { agency: 'a', subscription: 's' };

describe('createSecretSealer', () => {
  const sealer = createSecretSealer('a secret for tests, long enough to seal');

  it('opens what it sealed, and never seals alike', async () => {
    const [one, other] = await Promise.all([
      sealer.seal('sandi é', context),
      sealer.seal('sandi é', context),
    ]);
    expect(one).not.toBe(other);
    expect(one).not.toContain('sandi');
    expect(await sealer.open(one, { subscription: 's', agency: 'a' })).toBe('sandi é');
  });

  it('opens nothing for another context or secret, and nothing that was altered', async () => {
    const sealed = await sealer.seal('sandi', context);
    await expect(sealer.open(sealed, { ...context, agency: 'b' })).rejects.toThrow();
    await expect(
      createSecretSealer('another secret for tests, long enough').open(sealed, context),
    ).rejects.toThrow();
    const [version, text = ''] = sealed.split('.');
    const bytes = Buffer.from(text, 'base64url');
    bytes[14] = (bytes[14] ?? 0) ^ 1;
    await expect(sealer.open(`${version}.${bytes.toString('base64url')}`, context)).rejects.toThrow();
    for (const wrong of ['', 'a1.', 'k1.abc', sealed.slice(0, 20)])
      await expect(sealer.open(wrong, context)).rejects.toThrow();
  });

  it('refuses a short secret and a long text', async () => {
    expect(() => createSecretSealer('short')).toThrow(TypeError);
    await expect(sealer.seal('x'.repeat(4_001), context)).rejects.toThrow(RangeError);
  });
});

describe('createKmsSealer', () => {
  it('gives the context to KMS both ways, and knows its own', async () => {
    const kms = mockClient(KMSClient);
    kms.on(EncryptCommand).callsFake(({ Plaintext }) => ({ CiphertextBlob: Plaintext.toReversed() }));
    kms.on(DecryptCommand).callsFake(({ CiphertextBlob }) => ({
      Plaintext: Uint8Array.from(CiphertextBlob).toReversed(),
    }));
    const sealer = createKmsSealer({ client: new KMSClient({ region: 'ap-southeast-3' }), keyId: 'key-1' });
    const sealed = await sealer.seal('sandi', context);
    expect(await sealer.open(sealed, context)).toBe('sandi');
    const inputs = kms.calls().map(({ args }) => args[0].input);
    expect(inputs).toMatchObject([
      { KeyId: 'key-1', EncryptionContext: context },
      { KeyId: 'key-1', EncryptionContext: context },
    ]);
    await expect(sealer.open('a1.abc', context)).rejects.toThrow('not sealed');
  });
});
