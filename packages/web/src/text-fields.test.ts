import { expect, it } from 'vitest';
import { asSeen, lineField, textField } from './text-fields.ts';

const bell = String.fromCharCode(7);
const nextLine = String.fromCharCode(0x85);

it('a line is one line, cut of what is around it', () => {
  expect(lineField(3, 10).parse('  Rapat  ')).toBe('Rapat');
  for (const text of ['Ra\npat', 'Ra\tpat', `Ra${bell}pat`, `Ra${nextLine}pat`, 'Ra', 'x'.repeat(11)])
    expect([text, lineField(3, 10).safeParse(text).success]).toEqual([text, false]);
  expect(lineField(0, 10).parse('')).toBe('');
});

it('lines hold breaks, as one character, and tabs, and nothing else that controls', () => {
  expect(textField(3, 20).parse(' Satu\r\n\tdua ')).toBe('Satu\n\tdua');
  for (const end of ['\r', '\v', '\f', nextLine])
    expect(textField(3, 20).parse(`Satu${end}dua`)).toBe('Satu\ndua');
  for (const text of [`Sa${bell}tu`, `Satu${String.fromCharCode(0)}dua`, `Satu${String.fromCharCode(0x9b)}`])
    expect([text, textField(3, 20).safeParse(text).success]).toEqual([text, false]);
});

it('marks that turn what follows go, and writing that runs from right to left stays', () => {
  const turns = [
    0x61c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069,
  ];
  for (const one of turns) expect(asSeen(`Rapat ${String.fromCharCode(one)}gnol`)).toBe('Rapat gnol');
  expect(asSeen('Kitab \u0643\u062a\u0627\u0628, bab 2\u200d')).toBe(
    'Kitab \u0643\u062a\u0627\u0628, bab 2\u200d',
  );
});

it('what nobody can see is nothing, and what joins letters that are seen stays', () => {
  for (const one of [0x200b, 0x200d, 0x2060, 0xfeff, 0x3164, 0x115f, 0xad, 0x2800, 0x301, 0xa0, 0x180e])
    expect([one, asSeen(String.fromCharCode(one, 0x20, one, one))]).toEqual([one, '']);
  for (const text of ['', 'a', '0', '.', '-', '👩\u200d🏫', 'e\u0301', '\u0915\u094d\u200d\u0937'])
    expect(asSeen(text)).toBe(text);
});
