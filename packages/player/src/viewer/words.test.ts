import { expect, it } from 'vitest';
import { timeText } from './words.ts';

it.each([
  ['id', '09.05'],
  ['en', '09:05'],
] as const)('a time in %s is written %s, as the portal writes it', (locale, text) =>
  expect(timeText(locale, new Date(2026, 10, 28, 9, 5))).toBe(text),
);
