import { expect, it } from 'vitest';
import { versionsOfSecret } from './versions-of-secret.ts';

type Client = NonNullable<Parameters<typeof versionsOfSecret>[1]>;

/** Secrets Manager with these versions by their stage. */
const clientOf = (byStage: Readonly<Record<string, string | Error>>) => {
  const asked: unknown[] = [];
  const send = async ({ input }: { input: { SecretId: string; VersionStage: string } }) => {
    asked.push(input.SecretId);
    const found = byStage[input.VersionStage];
    if (found instanceof Error) throw found;
    return { SecretString: found };
  };
  return { client: { send } as unknown as Client, asked };
};
const named = (name: string) => Object.assign(new Error(name), { name });

it('reads the present version and the one before', async () => {
  const { client, asked } = clientOf({ AWSCURRENT: 'new', AWSPREVIOUS: 'old' });
  expect(await versionsOfSecret('arn', client)()).toEqual(['new', 'old']);
  expect(asked).toEqual(['arn', 'arn']);
});

it('has one version where the secret was never changed', async () => {
  const { client } = clientOf({ AWSCURRENT: 'first', AWSPREVIOUS: named('ResourceNotFoundException') });
  expect(await versionsOfSecret('arn', client)()).toEqual(['first']);
});

it('fails where it may not read', async () => {
  const { client } = clientOf({ AWSCURRENT: 'first', AWSPREVIOUS: named('AccessDeniedException') });
  await expect(versionsOfSecret('arn', client)()).rejects.toThrow('AccessDenied');
});
