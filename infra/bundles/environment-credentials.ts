/** What the AWS SDK expects of a credential provider. */
interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/**
 * Stands in the bundles for `@aws-sdk/credential-provider-node`. Lambda gives a function the keys of its role in the
 * environment and nowhere else; looking into profiles, SSO, web identities and instance metadata would only cost
 * 130 KB of code and the time to load it.
 */
export const defaultProvider = () => async (): Promise<Credentials> => {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = process.env;
  if (!accessKeyId || !secretAccessKey) throw new Error('the environment holds no AWS credentials');
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
};
