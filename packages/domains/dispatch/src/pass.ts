import { type Clock, openPageToken, type Signer, sealPageToken } from '@sinau/kernel';
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
  /** Epoch seconds. */
  e: z.number(),
});

const purposeOf = (kind: PassKind): string => `dispatch-pass-${kind}`;

/** A signed token; it needs no row and ends by itself. */
export function sealPass({ signer, clock }: PassDeps, kind: PassKind, pass: GuestPass): string {
  const end = Math.floor(clock.now().getTime() / 1000) + validSeconds[kind];
  const { dispatchId, registration, mark } = pass;
  return sealPageToken(signer, purposeOf(kind), { d: dispatchId, r: registration, m: mark, e: end });
}

/** Undefined for a token that is not ours, is of another kind, or has ended. */
export function openPass({ signer, clock }: PassDeps, kind: PassKind, token: string): GuestPass | undefined {
  const read = passSchema.safeParse(openPageToken(signer, purposeOf(kind), token));
  if (!read.success || read.data.e * 1000 <= clock.now().getTime()) return undefined;
  const { d: dispatchId, r: registration, m: mark } = read.data;
  return { dispatchId, registration, mark };
}
