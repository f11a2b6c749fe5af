import { describe, expect, it } from 'vitest';
import { comparableDuration, isDuration } from './duration.ts';
import { isMailto, isMediaType } from './identifiers.ts';
import { isIri } from './iri.ts';
import { isLanguageTag } from './language-tag.ts';
import { parseTimestamp, toUtcTimestamp } from './timestamp.ts';

type List = readonly string[];
const lists: readonly (readonly [string, (text: string) => boolean, List, List])[] = [
  [
    'IRI',
    isIri,
    [
      'http://a',
      'urn:uuid:1',
      'http://example.com/%41?q=1#f',
      'https://w3id.org/xapi/cmi5#x',
      'mailto:a@b.id',
      'tag:a,2026:x',
      'http://[::1]/x',
    ],
    [
      '',
      'a',
      '/a',
      '//a',
      'http:',
      '1http://a',
      'ab=c://x',
      'http://a b',
      'http://a\n',
      'http://a<b>',
      'http://a/{x}',
      'http://a|b',
      'http://a%zz',
      'http://a#b#c',
      ' http://a',
    ],
  ],
  [
    'language tag',
    isLanguageTag,
    [
      'id',
      'id-ID',
      'de-DE',
      'zh-Hant',
      'zh-yue-HK',
      'sr-Latn-RS',
      'sl-rozaj-biske',
      'de-CH-1901',
      'es-419',
      'en-US-x-twain',
      'x-whatever',
      'i-klingon',
      'de-u-co-phonebk',
      'jv',
      'min',
      'EN',
    ],
    [
      '',
      'a',
      'abcdefghi',
      'a12345',
      'en_US',
      'en-',
      '-en',
      'en--US',
      'en-US-',
      'de-419-DE',
      'en-a',
      'x',
      'id-1',
      'bahasa indonesia',
    ],
  ],
  [
    'duration',
    isDuration,
    ['P1Y', 'P4W', 'PT0S', 'PT16559.14S', 'P3Y1M29DT4H35M59.14S', 'PT1,5H', 'P0.5D', 'PT1H0M0.1S'],
    [
      '',
      'P',
      'PT',
      'P1',
      '1Y',
      'P4W1D',
      'PT1S1M',
      'P1YT',
      '-PT1S',
      'PT1.5M3S',
      'PA1H',
      'P0001-00-00T00:00:00',
      'pt1s',
      'PT.5S',
    ],
  ],
  [
    'mailto',
    isMailto,
    ['mailto:a@b', 'mailto:a.b+c@d.go.id', 'mailto:"a b"@d.id', "mailto:o'brien@x.id"],
    [
      'a@b',
      'mailto:',
      'mailto:a',
      'mailto:@b',
      'mailto:a@',
      'mailto:a b@c',
      'mailto:a@b,c@d',
      'mailto:a@b?cc=x',
      'mailto:should.fail.com',
      'mailto:a@@b',
      'http://a@b',
    ],
  ],
  [
    'media type',
    isMediaType,
    ['text/plain', 'text/plain; charset=ascii', 'application/vnd.a+json;v="1 2"', 'image/svg+xml'],
    ['', 'text', 'text/', '/plain', 'text/plain; charset', 'a b/c', 'text/plain\r\nX: y'],
  ],
];

describe.each(lists)('%s', (...[, test, good, bad]) => {
  it.each(good)('takes %j', (text) => expect(test(text)).toBe(true));
  it.each(bad)('refuses %j', (text) => expect(test(text)).toBe(false));
});

describe('timestamp', () => {
  const at = Date.UTC(2026, 0, 31, 12, 30, 15, 250);
  it.each(['2026-01-31T12:30:15.250Z', '2026-01-31T19:30:15.25+07:00', '2026-01-31t12:30:15.2509z'])(
    'reads %s in both versions',
    (text) => {
      expect(parseTimestamp(text, '1.0.3')).toBe(at);
      expect(parseTimestamp(text, '2.0.0')).toBe(at);
    },
  );

  it.each([
    '20260131T123015,25Z',
    '2026-01-31T12:30:15.25',
    '2026-01-31T19:30:15.25+07',
    '2026-01-31T19:30+0700',
  ])('reads the ISO 8601 form %s in 1.0.3 alone', (text) => {
    expect(parseTimestamp(text, '1.0.3')).toBeDefined();
    expect(parseTimestamp(text, '2.0.0')).toBeUndefined();
  });

  it.each([
    '',
    'today',
    '01/011/2015',
    '2026-01-31',
    '2026-13-01T00:00:00Z',
    '2026-02-29T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:60:00Z',
    '2026-01-01 00:00:00Z',
    '2008-09-15T15:53:00.601-00',
    '2008-09-15T15:53:00.601-0000',
    '2008-09-15T15:53:00.601-00:00',
    '20080915T155300-00',
    '2026-0101T00:00:00Z',
    '2026-01-01T00:00:00+25:00',
  ])('refuses %j in both versions', (text) => {
    expect(parseTimestamp(text, '1.0.3')).toBeUndefined();
    expect(parseTimestamp(text, '2.0.0')).toBeUndefined();
  });

  it.each(['9999-12-31T23:59:60Z', '9999-12-31T23:59:59-01:00', '0000-01-01T00:00:00+07:00'])(
    'D4: is none when UTC needs another year than four digits write: %s',
    (text) => {
      for (const version of ['1.0.3', '2.0.0'] as const) {
        expect(parseTimestamp(text, version)).toBeUndefined();
        expect(toUtcTimestamp(text, version)).toBeUndefined();
      }
    },
  );

  it('writes UTC, milliseconds at least and every digit that was given', () => {
    expect(toUtcTimestamp('2026-01-01T06:00:00+07:00', '2.0.0')).toBe('2025-12-31T23:00:00.000Z');
    expect(toUtcTimestamp('2024-02-29T00:00:00.123456-02:30', '2.0.0')).toBe('2024-02-29T02:30:00.123456Z');
    expect(toUtcTimestamp('2016-12-31T23:59:60Z', '2.0.0')).toBe('2017-01-01T00:00:00.000Z');
  });
});

// A pattern that tries every beginning or every split of a run would take minutes for these, longer than any test may.
describe('D4: long runs of one character', () => {
  const digits = '9'.repeat(200_000);
  const blanks = ' '.repeat(200_000);

  it('are compared in one go', () => {
    expect(comparableDuration(`P${digits}Y`)).toBe(`P${digits}Y`);
    expect(comparableDuration(`PT0.${digits}S`)).toBe('PT0.99S');
  });

  it.each([
    [`text/plain${blanks}`, true],
    [`text/plain${blanks};${blanks}`, true],
    [`text/plain${blanks}x`, false],
    [`text/plain;${blanks}x`, false],
    [`text/plain; a=b${blanks};${blanks}x`, false],
  ])('are no trouble in a media type', (text, valid) => expect(isMediaType(text)).toBe(valid));

  it.each([
    [isDuration, `P${digits}`],
    [isDuration, `P${digits}.${digits}`],
    [isMailto, `mailto:${digits}`],
    [isMailto, `mailto:${'%40'.repeat(70_000)}@@`],
    [isIri, `http:${'%41'.repeat(70_000)}%`],
    [isLanguageTag, `en${'-a-bb'.repeat(40_000)}-`],
  ])('are refused by %o', (test, text) => expect(test(text)).toBe(false));
});

describe('comparing durations', () => {
  it('ignores digits of seconds past 0.01 and nothing else', () => {
    expect(comparableDuration('PT1.239S')).toBe(comparableDuration('PT1.231S'));
    expect(comparableDuration('PT1.00S')).toBe(comparableDuration('PT1S'));
    expect(comparableDuration('PT1.23S')).not.toBe(comparableDuration('PT1.24S'));
    expect(comparableDuration('P1D')).not.toBe(comparableDuration('PT24H'));
  });
});
