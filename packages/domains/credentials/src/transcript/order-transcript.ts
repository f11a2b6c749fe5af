import type { Clock, Digest, PersonId, Principal, Signer } from '@sinau/kernel';
import { CertificateNotFound, NoSuchYear } from '../errors.ts';
import { transcriptNumber } from './number.ts';
import type { TranscriptStore } from './ports.ts';
import type { Asker, Transcript } from './transcript.ts';

/** The worker has this long; who still waits then may ask again. */
const patienceMs = 60_000;

export interface OrderTranscriptDeps {
  readonly transcripts: TranscriptStore;
  /** Hands the work on; safe to repeat. */
  readonly send: (order: { readonly personId: PersonId; readonly year: number }) => Promise<void>;
  readonly signer: Signer;
  readonly digest: Digest;
  readonly clock: Clock;
}

/**
 * Has a transcript made of the ledger as it is soon. Who may ask, the caller has decided. Two who ask at once get one, and the first of them hands
 * the work on; should that one come no further than the row, it may be asked for again when patience ends.
 */
export async function orderTranscript(
  deps: OrderTranscriptDeps,
  of: { readonly principal: Principal; readonly personId: PersonId; readonly year: number },
): Promise<Transcript> {
  const { principal, personId, year } = of;
  if (year > latestYear(deps.clock.now())) throw new NoSuchYear();
  const number = transcriptNumber(deps, { personId, year });
  const known = (await deps.transcripts.find(number)) ?? { number, personId, year, latest: 0, rev: 0 };
  const now = deps.clock.now();
  if (isWaiting(known, now)) return known;
  const next: Transcript = { ...known, asked: { at: now.toISOString(), by: askerOf(principal) } };
  // In conflict somebody has just asked as well, and sends.
  if ((await deps.transcripts.change(next)) === 'changed') await deps.send({ personId, year });
  return next;
}

/** The year that has begun in some zone of the country: in its east it is nine hours later than in UTC. */
export const latestYear = (now: Date): number => new Date(now.getTime() + 9 * 3_600_000).getUTCFullYear();

/** Somebody waits, and not for too long. */
export function isWaiting({ asked }: Pick<Transcript, 'asked'>, now: Date): boolean {
  return asked !== undefined && now.getTime() - Date.parse(asked.at) < patienceMs;
}

function askerOf(principal: Principal): Asker {
  if (principal.kind === 'person') return { kind: 'person', personId: principal.personId };
  if (principal.kind === 'client') return { kind: 'client', clientId: principal.clientId };
  throw new CertificateNotFound();
}
