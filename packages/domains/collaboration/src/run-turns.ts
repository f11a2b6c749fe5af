import type { Clock } from '@sinau/kernel';
import { otherSide, type Pair, type Party, turnAfter } from './pair.ts';
import type { PairStore, TurnPlace } from './ports.ts';
import { ruleOn } from './rule.ts';
import type { Session } from './session.ts';
import { waitsFor } from './write-session.ts';

/** Tells people, in the inbox and by mail; the same `noticeId` once. Rejects with `Unavailable`. */
export interface PairTeller {
  remindOfInvitation(told: {
    readonly noticeId: string;
    readonly pair: Pair;
    readonly to: Party;
    readonly lapsesAt: string;
  }): Promise<void>;
  remindOfSession(told: {
    readonly noticeId: string;
    readonly session: Session;
    readonly to: Party['personId'];
    readonly lapsesAt: string;
  }): Promise<void>;
}

interface Deps {
  readonly pairs: PairStore;
  readonly teller: PairTeller;
  readonly clock: Clock;
}

/**
 * Asks once more whoever has not answered or confirmed, and lets lapse what nobody did in time. People are told before the turn goes on, under an id
 * that is that of the version, so that a crash in between tells nobody nothing and nobody twice.
 */
export async function runTurns(deps: Deps, { limit }: { readonly limit: number }): Promise<number> {
  const now = deps.clock.now().toISOString();
  const due = await deps.pairs.due(now, limit);
  for (const place of due) await runTurn(deps, place, now);
  return due.length;
}

async function runTurn(deps: Deps, { pairId, sessionId }: TurnPlace, now: string): Promise<void> {
  if (sessionId !== undefined) {
    const session = await deps.pairs.findSession({ pairId, sessionId });
    if (session?.turn && session.turn.at <= now) await runSession(deps, session, now);
    return;
  }
  const pair = await deps.pairs.find(pairId);
  if (pair?.turn && pair.turn.at <= now) await runInvitation(deps, pair, now);
}

// Somebody who answers this moment is met by the next run: what was read is not written over then.

async function runInvitation({ pairs, teller }: Deps, pair: Pair, now: string): Promise<void> {
  const { turn, by: _, ...rest } = pair;
  if (turn?.step === 'lapse' || pair.state !== 'invited') {
    const state = pair.state === 'invited' ? ('lapsed' as const) : pair.state;
    await pairs.step(pair, { ...rest, state, updatedAt: now });
    return;
  }
  const { lapsesAfter } = ruleOn(pair.invitedAt.slice(0, 10));
  const next = turnAfter(pair.invitedAt, 'lapse', lapsesAfter);
  const noticeId = `pair-remind:${pair.pairId}`;
  const to = pair[otherSide(pair.invitedBy)];
  await teller.remindOfInvitation({ noticeId, pair, to, lapsesAt: next.at });
  await pairs.step(pair, { ...rest, by: pair.invitedBy, turn: next });
}

async function runSession({ pairs, teller }: Deps, session: Session, now: string): Promise<void> {
  const { turn, ...rest } = session;
  const side = waitsFor(session);
  if (turn?.step === 'lapse' || !side) {
    await pairs.stepSession(session, { ...rest, state: side ? 'lapsed' : session.state, updatedAt: now });
    return;
  }
  const written = session.signatures[0]?.at ?? session.createdAt;
  const next = turnAfter(written, 'lapse', ruleOn(written.slice(0, 10)).lapsesAfter);
  const noticeId = `session-remind:${session.pairId}:${session.sessionId}:${session.version}`;
  await teller.remindOfSession({ noticeId, session, to: session[side], lapsesAt: next.at });
  await pairs.stepSession(session, { ...rest, turn: next });
}
