import type { AccountChanged, PersonInvited, StandingChanged } from '@sinau/domain-events';
import type { PersonId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import { type Person, personSchema } from '../people/person.ts';

/**
 * The facts that one change of a row tells. The table's stream is the outbox: a change that was committed is told
 * sooner or later, and its event id is the same each time it is told.
 */
export function identityFacts(change: {
  readonly before?: Item;
  readonly after?: Item;
}): readonly (AccountChanged | PersonInvited | StandingChanged)[] {
  const { before, after } = change;
  if (after?.kind !== 'person') return [];
  if (before) {
    const [was, is] = [personSchema.parse(before), personSchema.parse(after)];
    return [...standingIn(was, is), ...accountIn(was, is)];
  }
  const { personId, status, home, invitedAt } = personSchema.parse(after);
  // The first operator was never invited: they came.
  if (status !== 'invited') return [];
  return [
    {
      eventId: `person-invited:${personId}`,
      type: 'person-invited',
      occurredAt: invitedAt,
      personId,
      home,
    },
  ];
}

/** It was closed or opened, and at whose word. */
function accountIn(before: Person, after: Person): readonly AccountChanged[] {
  const { personId, rev, accountChanges = [] } = after;
  const last = accountChanges.at(-1);
  if (!last || JSON.stringify(last) === JSON.stringify(before.accountChanges?.at(-1))) return [];
  const { at: occurredAt, act, because, by } = last;
  const eventId = `account-changed:${personId}:${rev}`;
  const fact = { eventId, occurredAt, type: 'account-changed', personId, act, because } as const;
  return [{ ...fact, ...(by !== undefined && { by }) }];
}

/** Another agency, number, status, post or zone than before: what others have made of these is made anew. */
function standingIn(before: Person, after: Person): readonly StandingChanged[] {
  if (standingOf(before) === standingOf(after)) return [];
  const { personId, rev, invitedAt } = after;
  return [
    {
      eventId: `standing-changed:${personId}:${rev}`,
      type: 'standing-changed',
      // The day from which the newest entry holds; rows keep no other time of a change.
      occurredAt: newestDay(before, after) ?? invitedAt,
      personId,
    },
  ];
}

const standingOf = ({ home, timeZone, career, employeeNumbers }: Person): string => {
  const { employment = [], posts = [], stations = [] } = career ?? {};
  const zones = stations.map(({ from, timeZone: zone }) => [from, zone]);
  return JSON.stringify([home, timeZone, employment, posts, zones, employeeNumbers]);
};

function newestDay(before: Person, after: Person): string | undefined {
  const entries = ({ career }: Person) => Object.values(career ?? {}).flat();
  const known = new Set(entries(before).map((entry) => JSON.stringify(entry)));
  const fresh = entries(after).filter((entry) => !known.has(JSON.stringify(entry)));
  const last = fresh
    .map(({ from }) => from)
    .toSorted()
    .at(-1);
  return last === undefined ? undefined : `${last}T00:00:00.000Z`;
}

/** Whom a change is about, for whoever counts people by place and status; undefined for every other row, and when only the account changed. */
export function changedPerson(change: {
  readonly before?: Item;
  readonly after?: Item;
}): PersonId | undefined {
  const { before, after } = change;
  const row = after ?? before;
  if (row?.kind !== 'person' || (before && after && placeOf(before) === placeOf(after))) return undefined;
  return personSchema.parse(row).personId;
}

/** What lists and rules look at. */
function placeOf({ name, status, home, workingAgencyId, unitId, timeZone, career }: Item): string {
  return JSON.stringify([name, status === 'disabled', home, workingAgencyId, unitId, timeZone, career]);
}
