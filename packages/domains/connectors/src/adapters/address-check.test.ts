import { createOutbound } from '@sinau/platform/outbound';
import { describe, expect, it } from 'vitest';
import { createAddressCheck } from './address-check.ts';

describe('addresses of connections', () => {
  const names: Readonly<Record<string, readonly string[]>> = {
    'kampus.example': ['93.184.215.14'],
    'inside.example': ['10.0.0.7'],
    'both.example': ['93.184.215.14', '169.254.169.254'],
  };
  const check = createAddressCheck({
    outbound: createOutbound({
      resolve: async (name) => names[name] ?? Promise.reject(new Error('NXDOMAIN')),
    }),
  });

  it.each([
    'http://kampus.example',
    'https://a:b@kampus.example',
    'https://127.0.0.1',
    'https://2130706433',
    'https://[::ffff:127.0.0.1]',
    'https://169.254.169.254/latest',
    'https://inside.example/moodle',
    'https://both.example',
    'https://unknown.example',
    'kampus.example',
  ])('F3: %s is none', async (url) => expect(await check.mayUse(url)).toBe(false));

  it('F3: is an https address of the public internet', async () =>
    expect(await check.mayUse('https://kampus.example/moodle')).toBe(true));
});
