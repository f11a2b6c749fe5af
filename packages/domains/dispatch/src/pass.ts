import { type Clock, openTimedToken, type Signer, sealTimedToken } from '@sinau/kernel';
import * as z from 'zod';

/**
 * `entry`: leads the learner's window to the course, for two minutes. `visit`: the cookie of that window, for half a day. `result`: lets the
 * stub ask how far its learner is, for a day. None opens what another one does.
 */
export type PassKind = 'entry' | 'visit' | 'result';

const validSeconds: Readonly<Record<PassKind, number>> = {
  entry: 120,
  visit: 12 * 3600,
  result: 24 * 3600,
};

/** One learner of one dispatch. */
export interface GuestPass {
  readonly dispatchId: string;
  readonly registration: string;
  readonly mark: string;
}

interface PassDeps {
  readonly signer: Signer;
  readonly clock: Clock;
}

const passSchema = z.object({
  d: z.string(),
  r: z.string(),
  m: z.string(),
});

const purposeOf = (kind: PassKind): string => `dispatch-pass-${kind}`;

/** A signed token; it needs no row and ends by itself. */
export function sealPass(deps: PassDeps, kind: PassKind, pass: GuestPass): string {
  const { dispatchId, registration, mark } = pass;
  const terms = { purpose: purposeOf(kind), seconds: validSeconds[kind] };
  return sealTimedToken(deps, terms, { d: dispatchId, r: registration, m: mark });
}

/** Undefined for a token that is not ours, is of another kind, or has ended. */
export function openPass(deps: PassDeps, kind: PassKind, token: string): GuestPass | undefined {
  const read = passSchema.safeParse(openTimedToken(deps, purposeOf(kind), token));
  if (!read.success) return undefined;
  const { d: dispatchId, r: registration, m: mark } = read.data;
  return { dispatchId, registration, mark };
}
