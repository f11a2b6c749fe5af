import type { Statement } from '@sinau/xapi';
import { auVerbOf, definedRules } from './defined-rules.ts';
import { envelopeRules, hasMoveOnOnlyWhenJudging, isDefined, type Rule } from './envelope-rules.ts';
import type { AuVerdict, Refusal, SessionState } from './session.ts';
import { type AuVerbName, resultExtensions } from './vocabulary.ts';

export type StatementCheck =
  | {
      readonly outcome: 'accepted';
      readonly next: SessionState;
    }
  | ({ readonly outcome: 'refused' } & Refusal);

/**
 * Holds one statement of an AU, well-formed by xAPI, against the rules of its session (cmi5 sections 6.3, 8 to 10).
 * Order is the order of arrival: an AU's clock decides nothing.
 *
 * A defined statement under the id that this session has accepted for its verb is the same statement sent again, after
 * a lost answer; it passes without effect, and the record store compares the two.
 */
export function checkAuStatement(state: SessionState, statement: Statement): StatementCheck {
  const verb = isDefined(statement) ? auVerbOf(statement) : undefined;
  if (verb && !state.session.abandoned && statement.id !== undefined) {
    if (state.session.accepted[verb] === statement.id) return { outcome: 'accepted', next: state };
  }
  const rules = isDefined(statement) ? [...envelopeRules, ...definedRules] : envelopeRules;
  const broken = firstBroken([...rules, hasMoveOnOnlyWhenJudging], statement, state);
  if (broken) return { outcome: 'refused', ...broken };
  return { outcome: 'accepted', next: advance(state, statement, verb) };
}

export type BatchCheck =
  | { readonly outcome: 'accepted'; readonly next: SessionState }
  | ({ readonly outcome: 'refused'; readonly index: number } & Refusal);

/** A whole request, in order; one refused statement refuses all. `index` names it. */
export function checkAuStatements(state: SessionState, statements: readonly Statement[]): BatchCheck {
  let next = state;
  for (const [index, statement] of statements.entries()) {
    const check = checkAuStatement(next, statement);
    if (check.outcome === 'refused') return { ...check, index };
    next = check.next;
  }
  return { outcome: 'accepted', next };
}

function firstBroken(rules: readonly Rule[], statement: Statement, state: SessionState): Refusal | undefined {
  for (const rule of rules) {
    const refusal = rule(statement, state);
    if (refusal) return refusal;
  }
  return undefined;
}

function advance(state: SessionState, statement: Statement, verb: AuVerbName | undefined): SessionState {
  const { terms, session, verdict } = state;
  const accepted =
    verb && statement.id !== undefined ? { ...session.accepted, [verb]: statement.id } : session.accepted;
  return {
    terms,
    session: accepted === session.accepted ? session : { ...session, accepted },
    // Browse and Review leave no trace in what the learner has reached (10.2.2).
    verdict: terms.launchMode === 'Normal' ? judge(verdict, statement, verb) : verdict,
  };
}

function judge(verdict: AuVerdict, statement: Statement, verb: AuVerbName | undefined): AuVerdict {
  if (verb === 'completed') return { ...verdict, completed: true, progress: 100 };
  if (verb === 'passed' || verb === 'failed') {
    const score = statement.result?.score?.scaled;
    return { ...verdict, judged: verb, ...(score !== undefined && { score }) };
  }
  const progress = statement.result?.extensions?.[resultExtensions.progress];
  if (verdict.completed || progress === verdict.progress || !isPercent(progress)) return verdict;
  return { ...verdict, progress };
}

function isPercent(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100;
}
