import { expect, it } from 'vitest';
import { lineField, textField } from './text-fields.ts';

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
