import { expect, it } from 'vitest';
import { lineField, textField, withoutTurns } from './text-fields.ts';

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
  const turns = [0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069];
  for (const one of turns) expect(withoutTurns(`Rapat ${String.fromCharCode(one)}gnol`)).toBe('Rapat gnol');
  expect(withoutTurns('Kitab \u0643\u062a\u0627\u0628, bab 2\u200d')).toBe(
    'Kitab \u0643\u062a\u0627\u0628, bab 2\u200d',
  );
});
