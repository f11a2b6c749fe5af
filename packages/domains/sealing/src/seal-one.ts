import { type EsignClient, EsignRefused } from '@sinau/esign';
import type { Clock, Digest, Ids } from '@sinau/kernel';
import type { SealChecker, SealDocuments, SealedFiles, SealRowStore } from './ports.ts';
import { ended, held, type Seal, type SealRow, sealed, waiting, waitingUnsent } from './seal-row.ts';
import type { Sealer } from './sealer.ts';
import type { Standstill } from './settings.ts';
import { leaseMs, waitsForMs } from './timing.ts';

export interface SealOneDeps {
  readonly rows: SealRowStore;
  readonly documents: SealDocuments;
  readonly files: SealedFiles;
  readonly checker: SealChecker;
  readonly digest: Digest;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** What it came to for the agency as a whole. `stop`: nothing goes on before somebody acts; `pause`: before some time has passed. */
export type SealEnd =
  | { readonly outcome: 'sealed' | 'left' | 'refused' | 'unsure' }
  | { readonly outcome: 'stop'; readonly because: Standstill; readonly words?: string }
  | { readonly outcome: 'pause'; readonly afterSeconds?: number };

interface Given {
  readonly client: EsignClient;
  /** Opens the service for a while. */
  readonly activation: string;
  /** Whose seal the agency has confirmed. */
  readonly sealer: Sealer;
}

/** Whoever holds the seal must do something about these; no document is to blame. */
const stopping: ReadonlySet<string> = new Set<Standstill>([
  ...([
    'signed-out',
    'not-registered',
    'not-activated',
    'quota-spent',
    'certificate-ended',
    'address',
  ] as const),
]);
/** These pass by themselves. */
const passing: ReadonlySet<string> = new Set(['unreachable', 'busy', 'timeout', 'broken-answer']);

/** Brings one document to the service and back, or finds what came of it before. The row was read as due. */
export async function sealOne(deps: SealOneDeps, given: Given, due: SealRow): Promise<SealEnd> {
  const now = deps.clock.now();
  const lease = { at: now.toISOString(), until: new Date(now.getTime() + leaseMs).toISOString() };
  const mine = await save(deps, held(due, lease));
  // Somebody else holds it.
  if (!mine) return { outcome: 'left' };
  const document = await deps.documents.read(mine);
  if (typeof document === 'string') {
    return settle(deps, ended(mine, { state: 'dropped', because: document, at: lease.at }), 'left');
  }
  const kept = mine.attemptId === undefined ? undefined : await deps.files.get(mine, mine.attemptId);
  if (kept) return take(deps, given, { row: mine, document, answer: kept });
  // It has left under a lease that ended: a worker died, and nobody knows how far it came.
  if (due.state === 'sealing' && mine.attemptId !== undefined) {
    return settle(deps, ended(mine, { state: 'unsure', because: 'no-answer', at: lease.at }), 'unsure');
  }
  return send(deps, given, { row: mine, document });
}

async function send(
  deps: SealOneDeps,
  given: Given,
  { row, document }: { readonly row: SealRow; readonly document: Uint8Array },
): Promise<SealEnd> {
  const { client, activation } = given;
  let noted = row;
  try {
    const { code } = await client.sealCode(activation);
    const leaving = await save(deps, { ...row, attemptId: deps.ids.uuid(), tries: row.tries + 1 });
    if (!leaving) return { outcome: 'left' };
    noted = leaving;
    const answer = await client.seal({ code, pdf: document, reason: reasons[row.kind](row.number) });
    // Before it is looked at: what was paid for is not asked for again.
    await deps.files.put(noted, noted.attemptId ?? '', answer);
    return await take(deps, given, { row: noted, document, answer });
  } catch (error) {
    if (!(error instanceof EsignRefused)) throw error;
    return refused(deps, noted, error);
  }
}

/** Stands in the signature, for whoever looks at it. */
const reasons = {
  certificate: (number: string) => `Sertifikat ${number}`,
  transcript: (number: string) => `Transkrip ${number}`,
} as const;

/** Nothing replaces the document before it was looked at. */
async function take(
  deps: SealOneDeps,
  { sealer }: Given,
  of: { readonly row: SealRow; readonly document: Uint8Array; readonly answer: Uint8Array },
): Promise<SealEnd> {
  const { row, document, answer } = of;
  const now = deps.clock.now();
  const at = now.toISOString();
  const reading = deps.checker.check({ original: document, sealed: answer, at: now });
  if ('refused' in reading) {
    await deps.files.remove(row, row.attemptId ?? '');
    const { attemptId: _, ...rest } = row;
    await settle(deps, ended(rest, { state: 'refused', because: reading.refused, at }), 'refused');
    return reading.refused === 'ended'
      ? { outcome: 'stop', because: 'certificate-ended' }
      : { outcome: 'refused' };
  }
  if (reading.sealer.fingerprint !== sealer.fingerprint) {
    // Kept: it is good once the agency has confirmed that this is its seal now.
    await settle(deps, ended(row, { state: 'refused', because: 'other-seal', at }), 'refused');
    return { outcome: 'stop', because: 'other-seal' };
  }
  const seal: Seal = {
    ...{ at, sealer: reading.sealer, sha256: deps.digest.sha256(answer), fileId: row.attemptId ?? '' },
  };
  return settle(deps, sealed(row, seal), 'sealed');
}

async function refused(deps: SealOneDeps, row: SealRow, error: EsignRefused): Promise<SealEnd> {
  const { because, words, mayHaveSealed, afterSeconds } = error;
  const now = deps.clock.now();
  const at = now.toISOString();
  if (mayHaveSealed) {
    return settle(deps, ended(row, { state: 'unsure', because: 'no-answer', words, at }), 'unsure');
  }
  if (stopping.has(because)) {
    await settle(deps, waitingUnsent(row, at), 'left');
    return { outcome: 'stop', because, ...(words !== '' && { words }) };
  }
  if (passing.has(because)) {
    if (now.getTime() - Date.parse(row.since) > waitsForMs) {
      return settle(deps, ended(row, { state: 'refused', because: 'gave-up', words, at }), 'refused');
    }
    await settle(deps, waitingUnsent(row, at), 'left');
    return { outcome: 'pause', ...(afterSeconds !== undefined && { afterSeconds }) };
  }
  const { attemptId: _, ...rest } = row;
  return settle(deps, ended(rest, { state: 'refused', because, words, at }), 'refused');
}

async function settle<Outcome extends 'sealed' | 'left' | 'refused' | 'unsure'>(
  deps: SealOneDeps,
  row: SealRow,
  outcome: Outcome,
): Promise<{ readonly outcome: Outcome | 'left' }> {
  return { outcome: (await save(deps, row)) ? outcome : 'left' };
}

async function save({ rows }: SealOneDeps, row: SealRow): Promise<SealRow | undefined> {
  return (await rows.save(row)) === 'saved' ? { ...row, rev: row.rev + 1 } : undefined;
}

/** An administrator tries again: whatever was kept is looked at first. */
export const again = (row: SealRow, at: string): SealRow => ({ ...waiting(row, at), since: at });
