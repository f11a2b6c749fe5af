import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Replaces each `NAME_ARN` that names a Secrets Manager secret by `NAME` with its value, once per cold start, so that
 * no secret stands readable in a function's configuration. Without such a key nothing is asked.
 */
export async function resolveSecrets(
  environment: Environment,
  fetchSecret: (arn: string) => Promise<string> = fetchFromSecretsManager(),
): Promise<Environment> {
  const resolved: Record<string, string | undefined> = { ...environment };
  for (const [key, arn] of Object.entries(environment)) {
    if (!key.endsWith('_ARN') || !arn?.startsWith('arn:aws:secretsmanager:')) continue;
    resolved[key.slice(0, -'_ARN'.length)] = await fetchSecret(arn);
  }
  return resolved;
}

function fetchFromSecretsManager(): (arn: string) => Promise<string> {
  let client: SecretsManagerClient | undefined;
  return async (arn) => {
    client ??= new SecretsManagerClient({});
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
    if (!SecretString) throw new Error('a secret of this function is empty');
    return SecretString;
  };
}
