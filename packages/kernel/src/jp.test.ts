import { describe, expect, it } from 'vitest';
import { formatJp, parseJp } from './jp.ts';

describe('JP', () => {
  it('reads both decimal signs and prints the one of the language', () => {
    const jp = parseJp('2,50');
    expect(jp).toBe(250);
    expect(jp !== undefined && formatJp(jp, 'id')).toBe('2,5');
    expect(jp !== undefined && formatJp(jp, 'en')).toBe('2.5');
  });

  it.each(['-1', '1.234', '', 'abc', '12345', '1e3'])('refuses %j', (text) => {
    expect(parseJp(text)).toBeUndefined();
  });

  it('prints whole hours without a decimal sign', () => {
    expect([0, 100, 1000, 2000].map((jp) => formatJp(jp as never, 'id'))).toEqual(['0', '1', '10', '20']);
  });
});
