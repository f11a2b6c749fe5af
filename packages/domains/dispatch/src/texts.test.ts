import { expect, it } from 'vitest';
import { changeDispatchSchema, createDispatchSchema } from './index.ts';

it('a name is one line and notes are lines, and both say what they show', () => {
  const takes = (words: object) => [
    createDispatchSchema.safeParse({ name: 'LMS Kota', ...words }).success,
    changeDispatchSchema.safeParse(words).success,
  ];
  expect(takes({ name: 'LMS Kota', notes: 'Kontak:\r\n\tBu Sri' })).toEqual([true, true]);
  for (const code of [0x00, 0x07, 0x1b, 0x202e]) {
    const text = `LMS${String.fromCharCode(code)} Kota`;
    expect([code, takes({ name: text }), takes({ notes: text })]).toEqual([
      ...[code, [false, false]],
      [false, false],
    ]);
  }
  expect(takes({ name: 'LMS\nKota' })).toEqual([false, false]);
});
