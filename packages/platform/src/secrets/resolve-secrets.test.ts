import { describe, expect, it } from 'vitest';
import { resolveSecrets } from './resolve-secrets.ts';

describe('resolveSecrets', () => {
  it('puts the value of a secret beside its ARN and leaves all else alone', async () => {
    const arn = 'arn:aws:secretsmanager:ap-southeast-3:111122223333:secret:signing';
    const asked: string[] = [];
    const resolved = await resolveSecrets(
      { SIGNING_SECRET_ARN: arn, TABLE_ARN: 'arn:aws:dynamodb:x', A: '1' },
      async (name) => {
        asked.push(name);
        return 'value';
      },
    );
    expect(resolved).toMatchObject({ SIGNING_SECRET: 'value', A: '1' });
    expect(asked).toEqual([arn]);
    expect(resolved.TABLE).toBeUndefined();
  });
});
