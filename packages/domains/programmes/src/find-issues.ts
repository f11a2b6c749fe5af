import type { FieldIssue } from '@sinau/kernel';
import { type EventTerms, spanOf } from './event.ts';
import type { FormUnit } from './ports.ts';

/** Further away a day is a slip of the keyboard. */
const mostYears = 5;

/** Moments between which something lies that was begun to be planned at `madeAt` and is written at `now`; ISO 8601 UTC. */
export function plannable(now: string, madeAt = now): { readonly earliest: string; readonly latest: string } {
  return { earliest: yearsFrom(madeAt, -mostYears), latest: yearsFrom(now, mostYears) };
}

function yearsFrom(moment: string, years: number): string {
  const day = new Date(moment);
  day.setUTCFullYear(day.getUTCFullYear() + years);
  return day.toISOString();
}

export interface PlannedAt {
  /** ISO 8601 UTC. */
  readonly now: string;
  readonly madeAt?: string;
  readonly sessions?: EventTerms['sessions'];
}

/**
 * What of the terms does not fit together. `unit`: what the form is counted in; undefined: no rule knows it. Of an event that there is: `madeAt`, when it
 * was made, and `sessions`, as they were read; a day that stands already is asked nothing.
 */
export function findIssues(
  terms: EventTerms,
  unit: FormUnit | undefined,
  { now, madeAt, sessions: stored = [] }: PlannedAt,
): readonly FieldIssue[] {
  const { sessions, mode, stated, audience, unitIds, opensAt, closesAt } = terms;
  const issues: FieldIssue[] = [];
  const say = (path: string, message: string) => issues.push({ path, message });
  if (unit === undefined) say('/form', 'is not counted by any rule');
  if (unit === 'programme_jp' && stated === undefined)
    say('/stated', 'is needed: this form counts what is stated');
  if (unit !== 'programme_jp' && stated !== undefined)
    say('/stated', 'is not used: this form is counted by days or sessions');
  if (audience === 'units' && unitIds.length === 0) say('/unitIds', 'names no unit');
  const { endsAt } = spanOf(terms);
  if (closesAt <= opensAt) say('/closesAt', 'must be after registration opens');
  if (closesAt > endsAt) say('/closesAt', 'must not be after the event');
  if (new Set(sessions.map(({ sessionId }) => sessionId)).size < sessions.length)
    say('/sessions', 'have one id twice');
  const { earliest, latest } = plannable(now, madeAt);
  const known = new Set(stored.map(({ startsAt }) => startsAt));
  for (const [index, session] of sessions.entries()) {
    const path = `/sessions/${index}`;
    const before = sessions[index - 1];
    const isNew = !known.has(session.startsAt);
    if (isNew && session.startsAt > latest) say(path, 'is more than five years ahead: choose an earlier day');
    if (isNew && session.startsAt < earliest)
      say(path, 'is more than five years before the event was made: choose a later day');
    if (session.endsAt <= session.startsAt) say(`${path}/endsAt`, 'must be after the beginning');
    else if (Date.parse(session.endsAt) - Date.parse(session.startsAt) > dayMs) {
      say(`${path}/endsAt`, 'is more than a day later: make a session of each day');
    }
    if (before && before.endsAt > session.startsAt)
      say(`${path}/startsAt`, 'must not be before the end of the session before');
    if (mode !== 'online' && session.place === undefined) say(`${path}/place`, 'is needed');
    if (mode === 'online' && session.link === undefined) say(`${path}/link`, 'is needed');
  }
  return issues;
}

const dayMs = 86_400_000;
