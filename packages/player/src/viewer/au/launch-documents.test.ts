import { describe, expect, it } from 'vitest';
import { chooseLocale, readLaunchData, readPreferences, returnAddress } from './launch-documents.ts';

describe('the documents of a launch', () => {
  it.each([
    ['id-ID,en', undefined, 'id'],
    ['en-US,id', undefined, 'en'],
    ['jv, su, en', undefined, 'en'],
    ['in', 'en', 'id'],
    ['jv', 'en', 'en'],
    ['jv', undefined, 'id'],
    ['', undefined, 'id'],
    [undefined, 'en', 'en'],
  ] as const)('a learner of %s, in a module of %s, reads %s', (preference, fallback, locale) => {
    expect(chooseLocale(preference, fallback)).toBe(locale);
  });

  it('are refused when they are none', () => {
    for (const document of [undefined, null, 'x', {}, { launchMode: 'Normal', moveOn: 'Completed' }]) {
      expect(readLaunchData(document)).toBeUndefined();
    }
    const least = { contextTemplate: {}, launchMode: 'Browse', moveOn: 'NotApplicable' };
    expect(readLaunchData({ ...least, more: 1 })).toMatchObject(least);
    expect(readLaunchData({ ...least, launchMode: 'Other' })).toBeUndefined();
  });

  it('leave out preferences that cannot be read', () => {
    expect(readPreferences(undefined)).toEqual({});
    expect(readPreferences({ languagePreference: 1 })).toEqual({});
    expect(readPreferences({ audioPreference: 'off' })).toEqual({ audioPreference: 'off' });
  });

  it('lead back to web addresses only', () => {
    expect(returnAddress({ returnURL: 'https://sinau.example/courses/1' })).toBe(
      'https://sinau.example/courses/1',
    );
    expect(returnAddress({ returnURL: 'javascript:alert(1)' })).toBeUndefined();
    expect(returnAddress({ returnURL: 'x' })).toBeUndefined();
    expect(returnAddress({})).toBeUndefined();
  });
});
