import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { changingCode, checkInWindow, matchCode } from './changing-code.ts';
import type { Signer } from './crypto.ts';

const signer: Signer = {
  sign: (purpose, text) => createHash('sha256').update(`${purpose} ${text}`).digest('hex'),
  verify: () => false,
};
const door = (name: string) => ({ purpose: 'test', parts: [name] });
const at = (seconds: number) => new Date(Date.parse('2026-03-02T02:00:00.000Z') + seconds * 1_000);

describe('a code that changes', () => {
  it('is good while it is shown and a moment longer, and then a picture', () => {
    const code = changingCode(signer, door('a'), at(0));
    for (const seconds of [0, 29, 59])
      expect(matchCode(signer, [door('b'), door('a')], { code, now: at(seconds) })).toMatchObject({
        ...{ outcome: 'good', door: door('a') },
      });
    expect(matchCode(signer, [door('a')], { code, now: at(60) })).toMatchObject({ outcome: 'expired' });
  });

  it('is none at another door, ahead of its time, or made up', () => {
    const code = changingCode(signer, door('a'), at(60));
    const unknown = { outcome: 'unknown' };
    expect(matchCode(signer, [door('b')], { code, now: at(60) })).toEqual(unknown);
    expect(matchCode(signer, [], { code, now: at(60) })).toEqual(unknown);
    expect(matchCode(signer, [door('a')], { code, now: at(0) })).toEqual(unknown);
    const [slot, mac = ''] = code.split('.');
    for (const wrong of ['', 'x', `${slot}.${mac.slice(1)}`, `${slot}.${'0'.repeat(16)}`, `1e3.${mac}`])
      expect(matchCode(signer, [door('a')], { code: wrong, now: at(60) })).toEqual(unknown);
  });
});

it('people check in from half an hour before until a quarter after', () => {
  expect(checkInWindow({ startsAt: '2026-03-02T02:00:00.000Z', endsAt: '2026-03-02T03:00:00.000Z' })).toEqual(
    {
      ...{ from: '2026-03-02T01:30:00.000Z', until: '2026-03-02T03:15:00.000Z' },
    },
  );
});
