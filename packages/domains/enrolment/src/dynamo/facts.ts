import type {
  AssignmentWithdrawn,
  CompletionRestored,
  CompletionWithdrawn,
  EnrolmentAssigned,
  EnrolmentCompleted,
  EnrolmentCreated,
  EnrolmentDecided,
  EnrolmentEnded,
  EnrolmentMoved,
  EnrolmentPromoted,
  EnrolmentRequested,
  QuotaChanged,
} from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import { type Enrolment, isPending } from '../enrolment.ts';
import { isQuotaRow, readQuota } from './quota-rows.ts';
import { isEnrolmentRow, readEnrolment } from './rows.ts';

type EnrolmentFact =
  | AssignmentWithdrawn
  | CompletionRestored
  | CompletionWithdrawn
  | EnrolmentAssigned
  | EnrolmentCompleted
  | EnrolmentCreated
  | EnrolmentDecided
  | EnrolmentEnded
  | EnrolmentMoved
  | EnrolmentPromoted
  | EnrolmentRequested
  | QuotaChanged;

interface Change {
  readonly before: Enrolment | undefined;
  readonly after: Enrolment;
}

/**
 * The facts that one change of a row tells. The table's stream is the outbox: a change that was committed is told
 * sooner or later, however the writer died, and its event id is the same each time it is told.
 */
export function enrolmentFacts(change: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly EnrolmentFact[] {
  if (change.after && isQuotaRow(change.after)) return quotaFacts(change.before, change.after);
  if (!change.after || !isEnrolmentRow(change.after)) return [];
  const after = readEnrolment(change.after);
  const told: Change = { before: change.before && readEnrolment(change.before), after };
  return [
    ...beginnings(told),
    ...decisions(told),
    ...duties(told),
    ...moves(told),
    ...words(told),
    ...(told.before?.state === after.state ? [] : ends(told)),
  ];
}

/** Terms that were set or changed; counters tell nothing. */
function quotaFacts(before: Item | undefined, after: Item): readonly QuotaChanged[] {
  const { agencyId, quotaId, rev, updatedAt: occurredAt } = readQuota(after);
  if (before && readQuota(before).rev === rev) return [];
  const eventId = `quota-changed:${agencyId}:${quotaId}:${rev}`;
  return [{ eventId, type: 'quota-changed', occurredAt, agencyId, quotaId }];
}

function beginnings({ before, after }: Change): readonly EnrolmentFact[] {
  const facts: EnrolmentFact[] = [];
  const { version: courseVersion, registration, enrolledAt } = after;
  if (!before && after.state === 'requested') {
    facts.push({ ...fact('enrolment-requested', after), registration, occurredAt: enrolledAt });
  }
  if (after.state === 'active' && (!before || isPending(before))) {
    facts.push({ ...fact('enrolment-created', after), courseVersion, registration, occurredAt: enrolledAt });
  }
  if (after.state === 'active' && before?.state === 'waiting') {
    facts.push({ ...fact('enrolment-promoted', after), occurredAt: enrolledAt });
  }
  return facts;
}

function decisions({ before, after }: Change): readonly EnrolmentFact[] {
  const { decision, state } = after;
  if (!decision || before?.decision) return [];
  const granted = state === 'waiting' ? 'waiting' : 'approved';
  return [
    {
      ...fact('enrolment-decided', after),
      occurredAt: decision.at,
      outcome: decision.approved ? granted : 'declined',
      ...(decision.reason !== undefined && { reason: decision.reason }),
    },
  ];
}

/** Of a running enrolment alone: while it is pending, no version is fixed yet. */
function moves({ before, after }: Change): readonly EnrolmentMoved[] {
  const { version: courseVersion, registration, movedAt } = after;
  if (before?.state !== 'active' || after.state !== 'active') return [];
  if (before.version === courseVersion || movedAt === undefined) return [];
  const moved = fact('enrolment-moved', after);
  const eventId = `${moved.eventId}:${courseVersion}`;
  return [{ ...moved, eventId, occurredAt: movedAt, registration, from: before.version, courseVersion }];
}

/** An enrolment may be made a duty more than once, so that a duty is told apart by its time. */
function duties({ before, after }: Change): readonly EnrolmentFact[] {
  const { assignment } = after;
  if (assignment && before?.assignment?.at !== assignment.at) {
    const { at, by, client, as, dueOn } = assignment;
    const given = fact('enrolment-assigned', after);
    const eventId = `${given.eventId}:${at}`;
    return [
      {
        ...given,
        eventId,
        occurredAt: at,
        as,
        ...(by !== undefined && { by }),
        ...(client !== undefined && { client }),
        ...(dueOn !== undefined && { dueOn }),
      },
    ];
  }
  return withdrawals({ before, after });
}

/** Only whoever assigned takes back what was assigned: an enrolment that ends under a duty ends with it. */
function withdrawals({ before, after }: Change): readonly EnrolmentFact[] {
  const taken = before?.assignment;
  const ended = after.state === 'cancelled' || after.state === 'withdrawn';
  // The provider's end is told by whoever follows providers.
  if (after.endedBy) return [];
  if (!taken || before.state === 'cancelled' || before.state === 'withdrawn') return [];
  if (after.assignment && !ended) return [];
  const withdrawn = fact('assignment-withdrawn', after);
  const occurredAt = after.cancelledAt ?? after.withdrawnAt ?? taken.at;
  const hadAsked = ended && after.requestedAt !== undefined && !after.decision;
  const eventId = `${withdrawn.eventId}:${taken.at}`;
  return [{ ...withdrawn, eventId, occurredAt, ended, ...(hadAsked && { hadAsked }) }];
}

/** Of a completion that its provider takes back, or gives again; corrections alone are shown and told to nobody. */
function words({ before, after }: Change): readonly (CompletionWithdrawn | CompletionRestored)[] {
  const { providerWord, registration } = after;
  const [was, is] = [before?.providerWord?.takenBack, providerWord?.takenBack];
  if (!providerWord || (was === undefined) === (is === undefined)) return [];
  const { rev, notedAt: occurredAt } = providerWord;
  const told = fact(is ? 'completion-withdrawn' : 'completion-restored', after);
  const eventId = `${told.eventId}:${rev}`;
  if (is)
    return [{ ...told, type: 'completion-withdrawn', eventId, occurredAt, registration, saidAt: is.at }];
  return [{ ...told, type: 'completion-restored', eventId, occurredAt, registration }];
}

function ends({ before, after }: Change): readonly EnrolmentFact[] {
  const { version: courseVersion, registration, completedAt, state } = after;
  if (before && state === 'completed' && completedAt !== undefined) {
    return [{ ...fact('enrolment-completed', after), courseVersion, registration, occurredAt: completedAt }];
  }
  if (state !== 'declined' && state !== 'withdrawn' && state !== 'cancelled') return [];
  const occurredAt = after.cancelledAt ?? after.withdrawnAt ?? after.decision?.at ?? after.enrolledAt;
  return [{ ...fact('enrolment-ended', after), registration, state, occurredAt }];
}

function fact<Type extends string>(type: Type, enrolment: Enrolment) {
  const { enrolmentId, personId, courseId } = enrolment;
  return { eventId: `${type}:${enrolmentId}`, type, enrolmentId, personId, courseId };
}
