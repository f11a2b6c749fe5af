import { describe, expect, it } from 'vitest';
import { returnPath } from './return-path.ts';

const portal = 'https://sinau.example';

describe('returnPath', () => {
  it.each([
    '//evil',
    '//evil.example/x',
    '///evil',
    '\\\\evil',
    '/\\evil',
    '\t//evil',
    'https://evil.example/courses',
    'https://sinau.example.evil.com/courses',
    'https://sinau.example@evil/courses',
    'https://user@sinau.example/courses',
    'http://sinau.example/courses',
    'https://sinau.example:8443/courses',
    'javascript:alert(1)',
    'data:text/html,x',
    '/.//evil',
    'https://sinau.example//evil',
    `/${'a'.repeat(3000)}`,
  ])('F2: leads %j home', (wanted) => {
    expect(returnPath(wanted, portal)).toBe('/');
  });

  it.each([
    ['/courses/1?tab=2#top', '/courses/1?tab=2#top'],
    ['https://sinau.example/records', '/records'],
    // A host spelled inside the path or query is no host.
    ['/%2F%2Fevil', '/%2F%2Fevil'],
    ['/search?q=//evil', '/search?q=//evil'],
    [undefined, '/'],
    ['', '/'],
  ])('takes %j as %j', (wanted, path) => {
    expect(returnPath(wanted, portal)).toBe(path);
  });
});
