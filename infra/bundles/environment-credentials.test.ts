import { afterEach, describe, expect, it, vi } from 'vitest';
import { defaultProvider } from './environment-credentials.ts';

afterEach(() => vi.unstubAllEnvs());

describe('credentials of a bundle', () => {
  it('are those that Lambda puts into the environment', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'id');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'key');
    vi.stubEnv('AWS_SESSION_TOKEN', 'token');
    expect(await defaultProvider()()).toEqual({
      accessKeyId: 'id',
      secretAccessKey: 'key',
      sessionToken: 'token',
    });
  });

  it('are missed aloud', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', '');
    await expect(defaultProvider()()).rejects.toThrow('no AWS credentials');
  });
});
