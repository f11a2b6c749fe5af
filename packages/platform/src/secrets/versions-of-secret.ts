import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** Reads what a secret is and what it was before its last change; one that was never changed has no version before. */
export function versionsOfSecret(
  secretId: string,
  client: Pick<SecretsManagerClient, 'send'> = new SecretsManagerClient({}),
): () => Promise<readonly string[]> {
  const read = async (stage: 'AWSCURRENT' | 'AWSPREVIOUS') => {
    const { SecretString } = await client.send(
      new GetSecretValueCommand({ SecretId: secretId, VersionStage: stage }),
    );
    return SecretString ? [SecretString] : [];
  };
  const before = async () => {
    try {
      return await read('AWSPREVIOUS');
    } catch (error) {
      if (error instanceof Error && error.name === 'ResourceNotFoundException') return [];
      throw error;
    }
  };
  return async () => (await Promise.all([read('AWSCURRENT'), before()])).flat();
}
