import * as wire from '@sinau/scorm';
import { expect, it } from 'vitest';
import * as limits from './limits.ts';

it('has the limits of the wire', () => {
  const { maxCallsPerMessage, maxCallsPerSession, maxCallText } = wire;
  expect(limits).toMatchObject({ maxCallsPerMessage, maxCallsPerSession, maxCallText });
  const message = (length: number) => ({ run: 1, sequence: 1, sequencing: { state: 'x'.repeat(length) } });
  expect(wire.scormMessageSchema.safeParse(message(limits.maxStateLength)).success).toBe(true);
  expect(wire.scormMessageSchema.safeParse(message(limits.maxStateLength + 1)).success).toBe(false);
});
