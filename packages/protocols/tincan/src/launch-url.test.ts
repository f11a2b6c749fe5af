import { describe, expect, it } from 'vitest';
import { tincanLaunchUrl } from './launch-url.ts';

const launch = {
  ...{ endpoint: 'https://sinau.example/xapi', auth: 'Basic a+b==', actor: '{"a":"é &"}' },
  ...{ registration: 'r', activityId: 'https://p.example/t?a=1', language: 'id-ID,en' },
};

describe('tincanLaunchUrl', () => {
  it('puts the parameters behind a query of the package, ahead of its fragment', () => {
    const url = new URL(tincanLaunchUrl('/a%20b/index.html?x=1#bab', launch), 'https://c.example');
    expect(url.hash).toBe('#bab');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      ...{ x: '1', endpoint: 'https://sinau.example/xapi/', auth: 'Basic a+b==', actor: '{"a":"é &"}' },
      ...{ registration: 'r', activity_id: 'https://p.example/t?a=1', activity_platform: 'Sinau' },
      'Accept-Language': 'id-ID,en',
    });
  });

  it('writes blanks so that decodeURIComponent reads them', () => {
    expect(tincanLaunchUrl('/i.html', launch)).toContain('&auth=Basic%20a%2Bb%3D%3D&');
  });
});
