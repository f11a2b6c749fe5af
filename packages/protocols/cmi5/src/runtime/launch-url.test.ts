import { describe, expect, it } from 'vitest';
import { buildLaunchUrl, pathInPackage } from './launch-url.ts';
import { agentOf } from './lms-statements.ts';

const parameters = {
  endpoint: 'https://sinau.example/xapi',
  fetch: 'https://sinau.example/launch/fetch/r.s',
  actor: agentOf({ homePage: 'https://sinau.example', name: 'person-1' }),
  registration: '9f4f2b9c-0d4b-4f0c-9d40-0c0d4b0f4f2b',
  activityId: 'https://sinau.example/activities/c1/au/1?v=1&w=2',
};

describe('buildLaunchUrl', () => {
  it.each([
    ['https://p.example/a.html', '', ''],
    ['https://p.example/a.html?x=1&y=%20#slide=3', '?x=1&y=%20', '#slide=3'],
    ['https://p.example/a.html#?not-a-query', '', '#?not-a-query'],
    ['https://p.example/a.html?', '?', ''],
    ['https://p.example/a.html?x=1&', '?x=1&', ''],
    ['myapp:start?x=1', '?x=1', ''],
  ])(
    '8.1.0.0-5 13.1.4.0-3: keeps query and fragment of %s and adds the five parameters',
    (url, query, fragment) => {
      const launch = buildLaunchUrl(url, parameters);
      expect(launch.startsWith(url.split(/[?#]/)[0] + (query || '?'))).toBe(true);
      const parsed = new URL(launch);
      expect(parsed.hash).toBe(fragment);
      expect(parsed.search).not.toMatch(/&&|\?&/);
      const found = Object.fromEntries(parsed.searchParams);
      expect(found).toMatchObject({ ...parameters, actor: JSON.stringify(parameters.actor) });
      if (query.length > 1) expect(parsed.searchParams.get('x')).toBe('1');
    },
  );

  it('8.1.0.0-8: encodes every value', () => {
    expect(buildLaunchUrl('https://p.example/', parameters)).toContain(
      'activityId=https%3A%2F%2Fsinau.example%2Factivities%2Fc1%2Fau%2F1%3Fv%3D1%26w%3D2',
    );
  });
});

describe('pathInPackage', () => {
  it.each([
    ['a/index.html', 'a/index.html', '/a/index.html'],
    ['a%20b/x.html?q=1#s', 'a b/x.html', '/a%20b/x.html?q=1#s'],
    ['a b/100%.html', 'a b/100%.html', '/a%20b/100%25.html'],
    ['materi/pengantar é.html#1?2', 'materi/pengantar é.html', '/materi/pengantar%20%C3%A9.html#1?2'],
  ])('%s of file %s is %s', (url, file, path) => {
    expect(pathInPackage({ url, file })).toBe(path);
  });
});
