import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Signer } from './crypto.ts';
import { openPageToken, sealPageToken } from './page-token.ts';

const signer: Signer = {
  sign: (purpose, text) => `${purpose.length}x${text.length}`,
  verify: (purpose, text, signature) => signature === `${purpose.length}x${text.length}`,
};

describe('page token', () => {
  it('gives back any JSON state', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (state) => {
        const plain = JSON.parse(JSON.stringify(state));
        expect(openPageToken(signer, 'p', sealPageToken(signer, 'p', plain))).toEqual(plain);
      }),
    );
  });

  it('refuses a token sealed for another purpose, and anything that is not a token', () => {
    expect(openPageToken(signer, 'other', sealPageToken(signer, 'p', 1))).toBeUndefined();
    for (const token of ['', '.', 'a.b.c', 'a']) expect(openPageToken(signer, 'p', token)).toBeUndefined();
  });
});
