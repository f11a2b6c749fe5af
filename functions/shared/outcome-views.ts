import type { Connection } from '@sinau/connectors';
import {
  type Mismatch,
  type ReconciliationRun,
  type RepairOrder,
  repairsOf,
} from '@sinau/connectors/reconciliation';
import { type InboxResult, type PollRun, versionOf } from '@sinau/connectors/results';
import type { MismatchView, OrderView, OutcomeView, PollView, RunView, SayingView } from '@sinau/web';

/** A result as pages and machines are told of it: without where it counts, which is ours alone. */
export function resultView(one: InboxResult): OutcomeView {
  const { resultId, event, decision } = one;
  const { source, about, result, receivedAt } = event;
  const { occurredAt: _, untimed, ...said } = result;
  const { occurredAt } = versionOf(one);
  return {
    ...{ resultId, source, said: said as SayingView, occurredAt, receivedAt, state: decision.state },
    ...(about.kind === 'external' && { externalCourseId: about.externalCourseId }),
    ...(about.kind === 'external' && about.externalLearnerId !== undefined
      ? { learner: about.externalLearnerId }
      : {}),
    ...(about.kind === 'external' && about.subject !== undefined ? { subject: about.subject } : {}),
    ...(decision.state === 'unmatched' && { reason: decision.reason }),
    ...(decision.state === 'set-aside' && { note: decision.note }),
    isAhead: !untimed && occurredAt > receivedAt,
  };
}

/** Registrations are ours alone: a provider knows learners by its own names and by pseudonyms. */
export function mismatchView(of: Connection['kind'], mismatch: Mismatch): MismatchView {
  const { mismatchId, kind, since, externalCourseId, externalLearnerId, ...rest } = mismatch;
  const { subject, resultId, reason, learners, failure, scoreHere, scoreThere, handled } = rest;
  return {
    ...{ mismatchId, kind, since, externalCourseId, repairs: repairsOf(of, kind) },
    ...(externalLearnerId !== undefined && { learner: externalLearnerId }),
    ...(subject !== undefined && { subject }),
    ...(resultId !== undefined && { resultId }),
    ...(reason !== undefined && { reason }),
    ...(learners !== undefined && { learners }),
    ...(failure !== undefined && { failure }),
    ...(scoreHere !== undefined && { scoreHere }),
    ...(scoreThere !== undefined && { scoreThere }),
    ...(handled && {
      handled: {
        ...{ action: handled.action, at: handled.at },
        ...(handled.note !== undefined && { note: handled.note }),
      },
    }),
  };
}

export function runView({
  startedAt,
  endedAt,
  state,
  reason,
  asking,
  asked,
  ...run
}: ReconciliationRun): RunView {
  return {
    ...{ startedAt, state, courses: run.courses, learners: run.learners, isAsking: asking !== undefined },
    mismatches: Object.values(run.counts).reduce((sum, n) => sum + n, 0),
    ...(endedAt !== undefined && { endedAt }),
    ...(reason !== undefined && { reason }),
    ...(run.walkId !== undefined && { goesOn: true as const }),
    ...(asked && { asked }),
  };
}

export function pollView({ startedAt, endedAt, state, reason, ...run }: PollRun): PollView {
  const { courses, learners, taken, refused } = run;
  return {
    ...{ startedAt, state, courses, learners, taken, refused },
    ...(endedAt !== undefined && { endedAt }),
    ...(reason !== undefined && { reason }),
  };
}

/** Who ordered is known by id alone, and is not told. */
export function orderView(order: RepairOrder): OrderView {
  const { orderId, action, orderedAt, state, note, subject, endedAt } = order;
  const lines = order.lines.map(({ externalLearnerId, tries: _, ...line }) => ({
    ...line,
    ...(externalLearnerId !== undefined && { learner: externalLearnerId }),
  }));
  return {
    ...{ orderId, action, orderedAt, state, lines },
    ...(note !== undefined && { note }),
    ...(subject !== undefined && { subject }),
    ...(endedAt !== undefined && { endedAt }),
  };
}
