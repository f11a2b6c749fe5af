import { expect, it } from 'vitest';
import { decisionSchema } from './decide-learning.ts';
import { detailsSchema } from './details.ts';
import { seminar } from './testing/samples.ts';

const letter = { number: 'ST-12/2026', date: '2026-02-27' };
const signs = ['\u0007', '\u0000', '\u009b', '\u202e', '\u2066', '\u200f', '\u061c'];

it('no text of a record or of a decision holds what controls or turns; lines stay', () => {
  expect(detailsSchema.safeParse({ ...seminar, letter, notes: 'Satu\r\n\tdua' }).success).toBe(true);
  for (const sign of signs) {
    const text = `Arsip${sign}Digital`;
    for (const more of [
      ...[{ title: text }, { organiser: text }, { notes: text }, { letter: { ...letter, number: text } }],
      ...[{ certificate: { number: text, issuer: 'UI' } }, { certificate: { number: '1', issuer: text } }],
    ])
      expect([more, detailsSchema.safeParse({ ...seminar, ...more }).success]).toEqual([more, false]);
    for (const decision of [
      ...(['return', 'reject', 'reopen'] as const).map((action) => ({ action, reason: text })),
      { action: 'assign', letter: { ...letter, number: text } },
    ])
      expect([decision, decisionSchema.safeParse(decision).success]).toEqual([decision, false]);
  }
  for (const title of ['Arsip\nDigital', 'Arsip\tDigital'])
    expect(detailsSchema.safeParse({ ...seminar, title }).success).toBe(false);
});
