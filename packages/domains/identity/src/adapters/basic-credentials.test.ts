import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBasicCredentials } from './basic-credentials.ts';

const header = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;

describe('readBasicCredentials', () => {
  it('splits at the first colon', () => {
    expect(readBasicCredentials(header('id:se:cret'))).toEqual({ clientId: 'id', secret: 'se:cret' });
    expect(readBasicCredentials(header('id:').replace('Basic', 'basic'))).toEqual({
      clientId: 'id',
      secret: '',
    });
  });

  it.each([
    undefined,
    '',
    'Basic',
    'Basic ',
    'Bearer abc',
    'Basic not-base64!',
    header('no colon'),
    'Basic a b',
  ])('gives nothing for %j', (value) => {
    expect(readBasicCredentials(value)).toBeUndefined();
  });

  it('never throws, and reads back any pair', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (id, secret) => {
        expect(() => readBasicCredentials(id)).not.toThrow();
        const clientId = id.replaceAll(':', '');
        expect(readBasicCredentials(header(`${clientId}:${secret}`))).toEqual({ clientId, secret });
      }),
    );
  });
});
