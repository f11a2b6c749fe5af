import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVtt } from './vtt.ts';

describe('readVtt', () => {
  it('reads cues with names, settings, hours, several lines and markup', () => {
    const text = [
      '\uFEFFWEBVTT - Pelajaran 1',
      '',
      'NOTE a comment --> no cue',
      '',
      'STYLE',
      '::cue { color: red }',
      '',
      'pembuka',
      '00:01.000 --> 00:04.500 align:start position:10%',
      '<v Sri>Selamat <b>datang</b>',
      'di kursus &amp; terima kasih</v>',
      '',
      '01:00:00.000 --> 01:00:02.000',
      '<00:01.500>a &lt;script&gt;',
      '',
      '00:05.000 --> 00:06.000',
      '',
    ].join('\r\n');
    expect(readVtt(text)).toEqual([
      { from: 1, to: 4.5, text: 'Selamat datang di kursus & terima kasih' },
      { from: 3600, to: 3602, text: 'a <script>' },
    ]);
  });

  it.each([
    '',
    'Selamat datang',
    'WEBVTTX\n\n00:01.000 --> 00:02.000\nx',
    '1\n00:00:01,000 --> 00:00:02,000\nx',
  ])('finds none in %j', (text) => expect(readVtt(text)).toBeUndefined());

  it('never throws, and every cue has a text', () => {
    const lines = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('', '00:01.000 --> 00:02.000', '<b', '-->', 'NOTE')),
    );
    fc.assert(
      fc.property(lines, (parts) => {
        for (const cue of readVtt(`WEBVTT\n\n${parts.join('\n')}`) ?? []) expect(cue.text).not.toBe('');
      }),
    );
  });
});
