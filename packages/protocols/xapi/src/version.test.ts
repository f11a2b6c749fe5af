import { expect, it } from 'vitest';
import { answerVersion, parseRequestVersion } from './version.ts';

it.each([
  ['1.0', '1.0.3'],
  ['1.0.0', '1.0.3'],
  ['1.0.3', '1.0.3'],
  ['1.0.9', '1.0.3'],
  ['2.0.0', '2.0.0'],
  ['2.0', '2.0.0'],
])('treats a request of %s as %s and answers so', (header, version) => {
  expect(parseRequestVersion(header)).toBe(version);
  expect(answerVersion(parseRequestVersion(header))).toBe(version);
});

it.each([undefined, null, '', '0.95', '1.1.0', '1.0.3 ', '2.1', '3.0.0', 'foo', '1.0.3, 2.0.0'])(
  'knows no version %j and presumes none of ours in the answer',
  (header) => {
    expect(parseRequestVersion(header)).toBeUndefined();
    expect(answerVersion(parseRequestVersion(header))).toBe('0.95');
  },
);
