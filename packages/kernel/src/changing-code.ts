import type { Signer } from './crypto.ts';

/** So long one code is shown. */
export const codeSeconds = 30;
/** The one before is taken as well: a phone needs a moment. */
const slotsTaken = 2;

/** What a code is for: whoever comes in by it. Codes of other doors open it no more than made-up ones. */
export interface CodeDoor {
  readonly purpose: string;
  readonly parts: readonly string[];
}

const beforeMinutes = 30;
const afterMinutes = 15;

/** When people can check in at what has a time: from half an hour before it until a quarter after it; ISO 8601 UTC. */
export function checkInWindow({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }): {
  readonly from: string;
  readonly until: string;
} {
  return {
    from: new Date(Date.parse(startsAt) - beforeMinutes * 60_000).toISOString(),
    until: new Date(Date.parse(endsAt) + afterMinutes * 60_000).toISOString(),
  };
}

const slotAt = (now: Date): number => Math.floor(now.getTime() / (codeSeconds * 1000));

const letters = 16;
const signed = (signer: Signer, { purpose, parts }: CodeDoor, slot: number): string =>
  signer.sign(purpose, JSON.stringify([...parts, slot])).slice(0, letters);

/** What a screen shows now; nobody can make one without the key. */
export function changingCode(signer: Signer, door: CodeDoor, now: Date): string {
  const slot = slotAt(now);
  return `${slot}.${signed(signer, door, slot)}`;
}

export type MatchedCode<Door> =
  | { readonly outcome: 'good' | 'expired'; readonly door: Door; readonly slot: number }
  | { readonly outcome: 'unknown' };

/** Of which of these doors a code is. `expired`: it was good a while ago, such as on a picture; `unknown`: it was shown at none of them. */
export function matchCode<Door extends CodeDoor>(
  signer: Signer,
  doors: readonly Door[],
  { code, now }: { readonly code: string; readonly now: Date },
): MatchedCode<Door> {
  const [slotText = '', mac = ''] = code.split('.');
  const slot = /^\d{1,12}$/.test(slotText) ? Number(slotText) : undefined;
  if (slot === undefined || mac.length !== letters) return { outcome: 'unknown' };
  const age = slotAt(now) - slot;
  const door = doors.find((one) => isSame(signed(signer, one, slot), mac));
  if (!door || age < 0) return { outcome: 'unknown' };
  return { outcome: age < slotsTaken ? 'good' : 'expired', door, slot };
}

/** Looks at every letter, so that the time it takes tells nothing. */
function isSame(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let at = 0; at < a.length; at += 1) difference |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return difference === 0;
}
