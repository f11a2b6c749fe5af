import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLearnerPreferences } from './learner-preferences.ts';

const check = (document: unknown, contentType: string | undefined = 'application/json') =>
  checkLearnerPreferences({ contentType, body: JSON.stringify(document) })?.requirement;
const preferences = (languagePreference: unknown, audioPreference: unknown = 'on') => ({
  languagePreference,
  audioPreference,
});

describe('checkLearnerPreferences', () => {
  it.each([
    'id-ID,en',
    'en-US,fr-FR,fr-BE',
    'zh-Hant-TW',
    'jv',
    'en-US, fr',
    'de-CH-1996',
    'x-test',
    'sr-Latn-RS-u-ca-buddhist',
  ])('11.1.0.0-1 accepts %s', (languages) => {
    expect(check(preferences(languages))).toBeUndefined();
    expect(check(preferences(languages, 'off'), 'application/json; charset=utf-8')).toBeUndefined();
  });

  it.each(['', 'not comma separated', 'en,,fr', 'en,', 'e', 'en_US', 'english-language-of-old'])(
    '11.1.0.0-1 refuses "%s"',
    (languages) => {
      expect(check(preferences(languages))).toBe('11.1.0.0-1');
    },
  );

  it.each([
    ['no object', ['en'], 'application/json'],
    ['null', null, 'application/json'],
    ['a language that is no text', preferences(7), 'application/json'],
    ['no audio', { languagePreference: 'en' }, 'application/json'],
    ['no language', { audioPreference: 'on' }, 'application/json'],
    ['another audio value', preferences('en', 'loud'), 'application/json'],
    ['another content type', preferences('en'), 'text/plain'],
    ['a content type that only begins alike', preferences('en'), 'application/jsonp'],
  ])('11.0.0.0-5 refuses %s', (_, document, contentType) => {
    expect(check(document, contentType)).toBe('11.0.0.0-5');
  });

  it('11.0.0.0-5 refuses a body without content type and one that is not JSON', () => {
    const body = JSON.stringify(preferences('en'));
    expect(checkLearnerPreferences({ contentType: undefined, body })?.requirement).toBe('11.0.0.0-5');
    expect(checkLearnerPreferences({ contentType: 'application/json', body: '{' })?.requirement).toBe(
      '11.0.0.0-5',
    );
  });

  it('answers any text quickly and without throwing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        checkLearnerPreferences({ contentType: 'application/json', body: text });
        check(preferences(text));
      }),
    );
    expect(check(preferences(`${'aaaaaaaa-'.repeat(60_000)}!`))).toBeDefined();
  });
});
