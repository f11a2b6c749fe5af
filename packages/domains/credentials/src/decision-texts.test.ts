import { expect, it } from 'vitest';
import { reissueSchema } from './reissue-certificate.ts';
import { revokeSchema } from './revoke-certificate.ts';

it('words of a decision are lines that say what they show', () => {
  const takes = (text: string) => [
    reissueSchema.safeParse({ reason: text }).success,
    revokeSchema.safeParse({ reason: 'other', note: text }).success,
  ];
  for (const text of ['Nama diperbaiki.', 'Nama diperbaiki:\r\n\tgelar', 'x'.repeat(500)])
    expect([text, takes(text)]).toEqual([text, [true, true]]);
  for (const code of [0x00, 0x07, 0x1b, 0x202e, 0x2066])
    expect([code, takes(`Nama${String.fromCharCode(code)} salah`)]).toEqual([code, [false, false]]);
  for (const text of [' ', 'x'.repeat(501)]) expect([text, takes(text)]).toEqual([text, [false, false]]);
});
