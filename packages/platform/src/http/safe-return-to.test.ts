import { describe, expect, it } from 'vitest';
import { safeReturnTo } from './safe-return-to.ts';

const origin = 'https://sinau.example';

describe('safeReturnTo', () => {
  it.each([
    '//evil',
    'https://sinau.example.evil.com',
    'https://sinau.example@evil',
    '\\\\evil',
    '/\\evil',
    'javascript:alert(1)',
    'https://sinau.example//evil',
    '/.//evil',
    '\t//evil',
    'http://sinau.example/',
  ])('F2: leads %j home', (value) => {
    const path = safeReturnTo(value, origin);
    expect(new URL(path, origin).origin).toBe(origin);
    expect(path).not.toContain('evil');
  });

  it('keeps a path of our own with query and fragment', () => {
    expect(safeReturnTo('/courses/1?tab=2#top', origin)).toBe('/courses/1?tab=2#top');
    expect(safeReturnTo('https://sinau.example/records', origin)).toBe('/records');
  });
});
