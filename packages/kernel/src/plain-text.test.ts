import { expect, it } from 'vitest';
import { plainFileName } from './plain-file-name.ts';
import { oneLine, plainLines, withoutTurns } from './plain-text.ts';

const letter = (code: number): string => `Rapat ${String.fromCharCode(code)}gnol`;
const controls = [0x00, 0x07, 0x0b, 0x1b, 0x7f, 0x85, 0x9b];
/** All that Unicode has (PropList, `Bidi_Control`). */
const turns = [
  ...[0x061c, 0x200e, 0x200f],
  ...[0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069],
];
const good = [
  '',
  'Rapat',
  'Siti “Ara” Nur’aini – 50%',
  'Kitab \u0643\u062a\u0627\u0628, bab 2\u200d',
  '\u{1f600}',
];

it('a line holds nothing that controls and nothing that turns what follows', () => {
  for (const code of [...controls, ...turns, 0x09, 0x0a, 0x0d])
    expect([code, oneLine.test(letter(code))]).toEqual([code, false]);
  for (const text of good) expect([text, oneLine.test(text)]).toEqual([text, true]);
});

it('lines hold breaks and tabs besides', () => {
  for (const code of [...controls, ...turns])
    expect([code, plainLines.test(letter(code))]).toEqual([code, false]);
  for (const text of [...good, 'Satu\r\n\tdua']) expect([text, plainLines.test(text)]).toEqual([text, true]);
  expect(plainLines.test(`${'\n'.repeat(100_000)}\u202e`)).toBe(false);
});

it('marks that turn what follows go, and writing that runs from right to left stays', () => {
  for (const code of turns) expect(withoutTurns(letter(code))).toBe('Rapat gnol');
  for (const text of good) expect(withoutTurns(text)).toBe(text);
});

it('a file is called what its name shows, and what it ends with', () => {
  for (const code of [...controls, ...turns, 0x09, 0x0a, 0x0d])
    expect([code, plainFileName(` SK${String.fromCharCode(code)}fdp.exe `, 'PDF')]).toEqual([
      code,
      'SK fdp.exe',
    ]);
  expect(plainFileName(`${'a'.repeat(200)}.pdf`, 'PDF')).toBe(`${'a'.repeat(116)}.pdf`);
  for (const name of ['', ' ', '\u202e\u200f']) expect(plainFileName(name, 'PDF')).toBe('PDF');
});
