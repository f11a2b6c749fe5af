import { type ScoreSaying, type ScoreTrouble, sayingMark } from '@sinau/lti/tool';
import type { ScoreStore } from './ports.ts';
import type { ScoreRow } from './score-row.ts';
import { waitMs, waitsForMs } from './timing.ts';

export type SendEnd =
  | { readonly outcome: 'no-news' }
  | { readonly outcome: 'sent'; readonly saying: ScoreSaying }
  | {
      readonly outcome: 'refused';
      readonly because: ScoreTrouble;
      readonly passing: boolean;
      readonly afterSeconds?: number;
    };

interface SettleDeps {
  readonly scores: Pick<ScoreStore, 'find' | 'save'>;
  readonly clock: { now(): Date };
  readonly random: () => number;
}

const mostTries = 5;

/**
 * Notes what became of a sending. Something may have changed meanwhile: then the row goes on waiting for that, and only what the platform
 * has taken is noted. Undefined: there is nothing to note on.
 */
export async function settle(deps: SettleDeps, read: ScoreRow, end: SendEnd): Promise<ScoreRow | undefined> {
  const whole = settled(deps, read, end);
  if ((await deps.scores.save(whole)) === 'saved') return whole;
  if (end.outcome !== 'sent') return undefined;
  for (let n = 0; n < mostTries; n += 1) {
    const now = await deps.scores.find(read);
    if (!now) return undefined;
    // Another worker has put something later on its way: what is over there is its affair.
    if (now.tried?.timestamp !== read.tried?.timestamp) return undefined;
    const row = { ...now, sent: sentOf(deps, end.saying) };
    if ((await deps.scores.save(row)) === 'saved') return row;
  }
  return undefined;
}

function settled(deps: SettleDeps, row: ScoreRow, end: SendEnd): ScoreRow {
  if (end.outcome === 'no-news') return done(row);
  if (end.outcome === 'sent') return { ...done(row), sent: sentOf(deps, end.saying) };
  const { because, passing, afterSeconds } = end;
  const now = deps.clock.now();
  const isOver = Date.parse(row.waitsSince ?? row.changedAt) <= now.getTime() - waitsForMs;
  if (!passing || isOver) return { ...withoutDue(row), state: 'failed', because };
  const asked = afterSeconds === undefined ? {} : { afterSeconds };
  const wait = waitMs(row.tries, { random: deps.random(), ...asked });
  return { ...row, because, dueAt: new Date(now.getTime() + wait).toISOString() };
}

function done(row: ScoreRow): ScoreRow {
  const { because: _, ...rest } = withoutDue(row);
  return { ...rest, state: 'sent' };
}

function withoutDue(row: ScoreRow): ScoreRow {
  const { dueAt: _due, waitsSince: _since, ...rest } = row;
  return rest;
}

const sentOf = (deps: SettleDeps, saying: ScoreSaying) => ({
  ...{ saying, mark: sayingMark(saying), at: deps.clock.now().toISOString() },
});
