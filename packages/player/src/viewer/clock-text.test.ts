import { expect, it } from 'vitest';
import { clockText } from './clock-text.ts';

it.each([
  [0, '0:00'],
  [754.9, '12:34'],
  [3723, '1:02:03'],
  [-1, '0:00'],
])('%d s is shown as %s', (seconds, text) => expect(clockText(seconds)).toBe(text));
