import { expect, it } from 'vitest';
import { viewingRequestSchema } from './viewing.ts';

it('takes for a reason one line that says what it shows', () => {
  const read = (reason: string) => viewingRequestSchema.safeParse({ reason }).success;
  expect(viewingRequestSchema.parse({ reason: '  Kursus tidak terbuka (tiket 12)  ' })).toEqual({
    reason: 'Kursus tidak terbuka (tiket 12)',
  });
  for (const code of [0x00, 0x07, 0x0a, 0x1b, 0x202e, 0x2066])
    expect([code, read(`Kursus tidak${String.fromCharCode(code)} terbuka`)]).toEqual([code, false]);
  for (const reason of ['Pendek', 'x'.repeat(301)]) expect(read(reason)).toBe(false);
});
