import { describe, expect, it } from 'vitest';
import { createToolPort } from './tool-port.ts';

/** Nothing is asked of the table here. */
const portOf = (PUSH_ALLOW_LOOPBACK: boolean) =>
  createToolPort({ parts: { dynamo: {} as never }, env: { LMS_TABLE: 'lms', PUSH_ALLOW_LOOPBACK } });

describe('addresses that a tool may be asked to lead to', () => {
  it.each([
    'https://127.0.0.1/kuliah',
    'https://2130706433/kuliah',
    'https://[::ffff:127.0.0.1]/kuliah',
    'https://169.254.169.254/latest',
    'https://10.0.0.7/',
    'http://93.184.215.14/kuliah',
    'https://a:b@93.184.215.14/kuliah',
    'javascript:alert(1)',
  ])('F3: %s is none', async (url) => expect(await portOf(false).mayLeadTo(url)).toBe(false));

  it('F3: are those of the internet, and on one machine its own', async () => {
    expect(await portOf(false).mayLeadTo('https://93.184.215.14/kuliah')).toBe(true);
    expect(await portOf(true).mayLeadTo('http://127.0.0.1:8401/kuliah')).toBe(true);
    expect(await portOf(true).mayLeadTo('http://169.254.169.254/latest')).toBe(false);
  });
});
