import { plainText, type RichText, textOf } from '@sinau/quiz';
import { describe, expect, it } from 'vitest';
import { readMarks, writeMarks } from './marked-text.ts';

const paragraph = (...runs: Extract<RichText[number], { type: 'paragraph' }>['runs']): RichText => [
  { type: 'paragraph', runs },
];

describe('text with marks', () => {
  it.each<[string, RichText]>([
    ['', []],
    ['  \n\n ', []],
    ['Satu\nDua\n\nTiga', textOf('Satu\nDua\nTiga')],
    ['a **b** c', paragraph({ text: 'a ' }, { text: 'b', strong: true }, { text: ' c' })],
    ['*a* `b*`', paragraph({ text: 'a', emphasis: true }, { text: ' ' }, { text: 'b*', code: true })],
    ['***a***', paragraph({ text: 'a', strong: true, emphasis: true })],
    ['2 * 3 * 4', paragraph({ text: '2 * 3 * 4' })],
    ['**a', paragraph({ text: '**a' })],
    ['a*', paragraph({ text: 'a*' })],
    ['****', paragraph({ text: '****' })],
    ['\\*a\\* \\q', paragraph({ text: '*a* \\q' })],
    ['`a', paragraph({ text: '`a' })],
    ['<b onclick=x>', paragraph({ text: '<b onclick=x>' })],
    [
      'Sebutkan:\n- satu\n- **dua**\n1. tiga',
      [
        ...paragraph({ text: 'Sebutkan:' }),
        { type: 'list', ordered: false, items: [[{ text: 'satu' }], [{ text: 'dua', strong: true }]] },
        { type: 'list', ordered: true, items: [[{ text: 'tiga' }]] },
      ],
    ],
    ['```\n- x\n  y\n```\nz', [{ type: 'code', text: '- x\n  y' }, ...paragraph({ text: 'z' })]],
    ['```\nx', [...paragraph({ text: '```' }), ...paragraph({ text: 'x' })]],
  ])('reads %j', (marked, text) => {
    expect(readMarks(marked)).toEqual(text);
  });

  it.each<[string, RichText]>([
    ['words', textOf('Satu\nDua')],
    ['strong beside emphasis', paragraph({ text: 'a', strong: true }, { text: 'b', emphasis: true })],
    ['emphasis beside strong', paragraph({ text: 'a', emphasis: true }, { text: 'b', strong: true })],
    [
      'both inside one',
      paragraph({ text: 'a', emphasis: true }, { text: 'b', emphasis: true, strong: true }),
    ],
    ['signs that are no marks', textOf('- a\n1. b\n**c** `d` \\e * f')],
    ['code in a line', paragraph({ text: 'x = ' }, { text: 'a * b', code: true })],
    ['a list', [{ type: 'list', ordered: true, items: [[{ text: 'a' }], [{ text: '- b' }]] }]],
    ['code', [{ type: 'code', text: 'a\n\n  b' }]],
  ])('gives back %s as they were', (_, text) => {
    expect(readMarks(writeMarks(text))).toEqual(text);
  });

  it('moves spaces out of marks, and leaves the words of an image', () => {
    expect(writeMarks(paragraph({ text: ' a ', strong: true }, { text: 'b' }))).toBe(' **a** b');
    expect(writeMarks([{ type: 'image', src: 'a.png', alt: 'Bagan *1*' }])).toBe('Bagan \\*1\\*');
  });

  it('writes the lines of one run on one line', () => {
    const written = (text: string) => writeMarks(paragraph({ text }));
    expect(written('a \r\n \n b\nc')).toBe('a b c');
    expect(written('\na\n')).toBe(' a ');
  });

  // Work that grows with the square of the length would run into the time limit of a test.
  it('writes very many blanks inside a form', () => {
    const runs = [{ text: `a${' '.repeat(400_000)}b`, strong: true }];
    expect(writeMarks(paragraph(...runs))).toHaveLength(400_006);
  });

  it('reads a long line of stars that nothing closes', () => {
    const line = '**a *b '.repeat(2_000);
    expect(plainText(readMarks(line))).toBe(line.trim());
  });
});
