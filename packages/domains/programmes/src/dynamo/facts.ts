import type {
  CohortChanged,
  CohortSeatChanged,
  EventAttendanceChanged,
  EventChanged,
  EventSeatChanged,
  PathChanged,
  PathMemberChanged,
  TeachingShared,
} from '@sinau/domain-events';
import type { Item } from '@sinau/platform/dynamo';
import type { Cohort } from '../cohorts/cohort.ts';
import type { Event } from '../event.ts';
import { taughtAt } from '../taught.ts';
import { isCohortRow, readCohortRow } from './cohort-rows.ts';
import { isPathMemberRow, isPathRow, readPathMemberRow, readPathRow } from './path-rows.ts';
import { isCohortSeatRow, isEventRow, isSeatRow, readEventRow, readSeatRow } from './rows.ts';

export type ProgrammeFact =
  | CohortChanged
  | CohortSeatChanged
  | EventAttendanceChanged
  | EventChanged
  | EventSeatChanged
  | PathChanged
  | PathMemberChanged
  | TeachingShared;

/** What one change of a row tells; the table's stream is the outbox. */
export function programmeFacts(change: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly ProgrammeFact[] {
  const { before, after } = change;
  if (after && isEventRow(after)) return [...eventFacts(before, after), ...teachingFacts(before, after)];
  if (after && isCohortRow(after)) return cohortFacts(before, after);
  if (after && isCohortSeatRow(after)) return cohortSeatFacts(before, after);
  if (after && isPathRow(after)) return pathFacts(before, after);
  if (after && isPathMemberRow(after)) return memberFacts(before, after);
  return after && isSeatRow(after) ? seatFacts(before, after) : [];
}

function eventFacts(before: Item | undefined, row: Item): readonly EventChanged[] {
  const after = readEventRow(row);
  const changed = changeOf(before && readEventRow(before), after);
  if (!changed) return [];
  const { eventId: event, updatedAt: occurredAt, rev } = after;
  const eventId = `event-changed:${event}:${rev}`;
  return [{ eventId, type: 'event-changed', occurredAt, event, change: changed }];
}

/** What speakers have taught, once attendance is closed; taken back while it is open again. */
function teachingFacts(before: Item | undefined, row: Item): readonly TeachingShared[] {
  return taughtAt(before && readEventRow(before), readEventRow(row));
}

function changeOf(before: Event | undefined, after: Event): EventChanged['change'] | undefined {
  if (before?.state !== after.state) return after.state === 'draft' ? undefined : after.state;
  if (before.closedAt !== after.closedAt) return after.closedAt === undefined ? 'reopened' : 'closed';
  if (before.movedAt !== after.movedAt) return 'moved';
  return undefined;
}

function seatFacts(before: Item | undefined, row: Item): readonly ProgrammeFact[] {
  const after = readSeatRow(row);
  const was = before && readSeatRow(before);
  const { eventId: event, personId, state, since, marks, rev } = after;
  const last = marks.at(-1);
  const common = { event, personId };
  return [
    ...(was?.state === state
      ? []
      : [
          {
            ...{
              // Revisions begin anew once an erasure has taken the row; its moment does not come again.
              eventId: `event-seat-changed:${event}:${personId}:${rev}:${since}`,
              type: 'event-seat-changed' as const,
            },
            ...{ occurredAt: since, ...common, state, ...(was && { before: was.state }) },
          },
        ]),
    ...(last && marks.length > (was?.marks.length ?? 0)
      ? [
          {
            eventId: `event-attendance-changed:${event}:${personId}:${rev}`,
            ...{ type: 'event-attendance-changed' as const, occurredAt: last.at, ...common },
          },
        ]
      : []),
  ];
}

function pathFacts(before: Item | undefined, row: Item): readonly PathChanged[] {
  const { pathId, movedTo, updatedAt: occurredAt, rev } = readPathRow(row);
  const was = before && readPathRow(before);
  if (movedTo === undefined || was?.movedTo === movedTo) return [];
  const eventId = `path-changed:${pathId}:${rev}`;
  return [{ eventId, type: 'path-changed', occurredAt, pathId, change: 'moved', version: movedTo }];
}

function memberFacts(before: Item | undefined, row: Item): readonly PathMemberChanged[] {
  const { pathId, personId, state, updatedAt: occurredAt, rev } = readPathMemberRow(row);
  const was = before && readPathMemberRow(before).state;
  if (was === state) return [];
  return [
    {
      // With its moment, as of seats.
      eventId: `path-member-changed:${pathId}:${personId}:${rev}:${occurredAt}`,
      ...{
        type: 'path-member-changed',
        occurredAt,
        pathId,
        personId,
        state,
        ...(was !== undefined && { before: was }),
      },
    },
  ];
}

function cohortFacts(before: Item | undefined, row: Item): readonly CohortChanged[] {
  const after = readCohortRow(row);
  const change = cohortChange(before && readCohortRow(before), after);
  if (!change) return [];
  const { cohortId, updatedAt: occurredAt, rev } = after;
  return [
    { eventId: `cohort-changed:${cohortId}:${rev}`, type: 'cohort-changed', occurredAt, cohortId, change },
  ];
}

function cohortChange(before: Cohort | undefined, after: Cohort): CohortChanged['change'] | undefined {
  if (before?.state !== after.state) {
    return after.state === 'closed' || after.state === 'cancelled' ? after.state : undefined;
  }
  return before.movedAt === after.movedAt ? undefined : 'moved';
}

function cohortSeatFacts(before: Item | undefined, row: Item): readonly CohortSeatChanged[] {
  const { eventId: cohortId, personId, state, since: occurredAt, rev } = readSeatRow(row);
  const was = before && readSeatRow(before).state;
  if (was === state) return [];
  return [
    {
      // With its moment, as of events.
      eventId: `cohort-seat-changed:${cohortId}:${personId}:${rev}:${occurredAt}`,
      ...{
        type: 'cohort-seat-changed',
        occurredAt,
        cohortId,
        personId,
        state,
        ...(was !== undefined && { before: was }),
      },
    },
  ];
}
