import type { Item, Key, TransactItem } from '@sinau/platform/dynamo';
import { isCurrent, type Registration } from '../enrolment.ts';
import type { Step, StepOutcome } from '../ports.ts';
import type { SeatBudget } from '../seat-budget.ts';
import { seatEffects } from '../seats.ts';
import { budgetItems, chargeItems } from './charge-items.ts';
import { counterKey, enrolmentKey, invitationKey, seatKey, waitKey } from './keys.ts';
import { poolSeatItems, quotaItems } from './quota-items.ts';
import { toEnrolmentRow, toPastRow, toSeatRow, toWaitRow } from './rows.ts';

/** One row of the transaction, and what the step comes to when its condition fails. */
export interface StepItem {
  readonly item: TransactItem;
  readonly otherwise: Exclude<StepOutcome, 'done'>;
}

const absent = { expression: 'attribute_not_exists(pk)' };

/** Every row that one step touches. The conditions close the races; the counter's is the number of seats. */
export async function stepItems(
  step: Step,
  { table, budget }: { readonly table: string; readonly budget: Pick<SeatBudget, 'moving'> },
): Promise<readonly StepItem[]> {
  return [
    enrolmentItem(step, table),
    ...seatItems(step, table),
    ...waitItems(step, table),
    ...pastItems(step, table),
    ...counterItems(step, table),
    ...quotaItems(step, table),
    ...poolSeatItems(step, table),
    ...chargeItems(step, table),
    ...(await budgetItems(step, budget)),
    ...invitationItems(step, table),
    ...unbegunItems(step),
    ...alongItems(step),
  ];
}

function enrolmentItem({ before, after, unbegun }: Step, table: string): StepItem {
  const row = toEnrolmentRow(after);
  if (!before) {
    return { item: { kind: 'put', table, item: row, condition: absent }, otherwise: 'changed' };
  }
  const { update, names, values } = difference(toEnrolmentRow(before), row);
  const waits = before.state === 'waiting';
  const given = before.assignment;
  const charged = before.charge;
  const fitted = before.waitingPools;
  return {
    item: {
      kind: 'update',
      table,
      key: enrolmentKey(after.registration),
      update,
      names: {
        ...names,
        '#state': 'state',
        '#duty': 'assignment',
        '#charge': 'charge',
        ...(waits && { '#fitted': 'waitingPools' }),
        ...(given && { '#given': 'at' }),
      },
      values: {
        ...{ ...values, ':before': before.state },
        ...(given && { ':given': given.at }),
        ...(charged && { ':charged': charged.state }),
        ...(fitted && { ':fitted': fitted.join(' ') }),
      },
      // As it was read: closes the race of two steps that start from the same state · the same duty, or none: closes
      // that of leaving with an assignment · the same charge: closes that of leaving with a confirmation.
      condition: [
        '#state = :before',
        given ? '#duty.#given = :given' : 'attribute_not_exists(#duty)',
        charged ? '#charge.#state = :charged' : 'attribute_not_exists(#charge)',
        // The same pools of the list: closes that of looking anew with leaving it.
        ...(waits ? [fitted ? '#fitted = :fitted' : 'attribute_not_exists(#fitted)'] : []),
        // Nothing was recorded: closes the race of a seat that goes back with its first statement.
        ...(unbegun ? ['attribute_not_exists(lastActivityAt)'] : []),
      ].join(' AND '),
    },
    otherwise: 'changed',
  };
}

/** Only what differs is written, so that activity noted in between stays. */
function difference(before: Item, after: Item) {
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const [set, remove]: [string[], string[]] = [[], []];
  for (const [n, name] of [...new Set([...Object.keys(before), ...Object.keys(after)])].entries()) {
    if (JSON.stringify(before[name]) === JSON.stringify(after[name])) continue;
    names[`#f${n}`] = name;
    if (after[name] === undefined) remove.push(`#f${n}`);
    else {
      values[`:f${n}`] = after[name];
      set.push(`#f${n} = :f${n}`);
    }
  }
  const update = [
    ...(set.length > 0 ? [`SET ${set.join(', ')}`] : []),
    ...(remove.length > 0 ? [`REMOVE ${remove.join(', ')}`] : []),
  ].join(' ');
  return { update, names, values };
}

/** The row that makes one enrolment of a person and course the current one. */
function seatItems({ before, after, replaces }: Step, table: string): readonly StepItem[] {
  const key = seatKey(after.personId, after.courseId);
  const names = { '#registration': 'registration' };
  const ofOne = (registration: string) => ({
    expression: '#registration = :registration',
    names,
    values: { ':registration': registration },
  });
  // Absent, or that of the one it follows: closes the race of two requests that both saw no other enrolment.
  const condition = replaces ? ofOne(replaces.registration) : absent;
  if (!before) {
    return [{ item: { kind: 'put', table, item: toSeatRow(after), condition }, otherwise: 'changed' }];
  }
  if (isCurrent(after)) return [];
  return [
    { item: { kind: 'delete', table, key, condition: ofOne(after.registration) }, otherwise: 'changed' },
  ];
}

function waitItems({ before, after }: Step, table: string): readonly StepItem[] {
  const left = before?.state === 'waiting' ? before : undefined;
  const joins = after.state === 'waiting';
  // Another list, or another rank in the same one.
  if (left && joins && sameKey(waitKey(left), waitKey(after))) return [];
  // Exists: closes the race of two promotions of the same place.
  const there = { expression: 'attribute_exists(pk)' };
  const items: readonly TransactItem[] = [
    ...(left ? [{ kind: 'delete' as const, table, key: waitKey(left), condition: there }] : []),
    ...(joins ? [{ kind: 'put' as const, table, item: toWaitRow(after), condition: absent }] : []),
  ];
  return items.map((item) => ({ item, otherwise: 'changed' }));
}

const sameKey = (a: Key, b: Key): boolean => a.pk === b.pk && a.sk === b.sk;

function pastItems({ after, replaces }: Step, table: string): readonly StepItem[] {
  const past = [...(replaces ? [replaces] : []), ...(isCurrent(after) ? [] : [after])];
  return [
    ...past.map(
      (one): StepItem => ({ item: { kind: 'put', table, item: toPastRow(one) }, otherwise: 'changed' }),
    ),
    ...(replaces ? [offRoster(replaces.registration, table)] : []),
  ];
}

/** Whoever takes a course again is on its roster once. */
function offRoster(registration: Registration, table: string): StepItem {
  const update = 'REMOVE gsi1pk, gsi1sk';
  return { item: { kind: 'update', table, key: enrolmentKey(registration), update }, otherwise: 'changed' };
}

function counterItems(step: Step, table: string): readonly StepItem[] {
  const { capacity = Number.MAX_SAFE_INTEGER } = step;
  const { taken, waiting, rule } = seatEffects(step);
  // A request holds no seat; it makes the counter all the same, which tells that somebody came.
  const begins = !step.before && !step.replaces;
  if (taken === 0 && waiting === 0 && !begins) return [];
  const names = { '#taken': 'taken', '#waiting': 'waiting' };
  const values = { ':taken': taken, ':waiting': waiting };
  const update = {
    ...{ kind: 'update' as const, table, key: counterKey(step.after.courseId), names },
    update: 'ADD #taken :taken, #waiting :waiting',
  };
  // Closes the race with the removal of the course.
  const open = 'attribute_not_exists(closed)';
  if (rule === undefined) {
    return [{ item: { ...update, values, ...(begins && { condition: open }) }, otherwise: 'changed' }];
  }
  const given = { ...values, ':capacity': capacity };
  const nobody = '(attribute_not_exists(#waiting) OR #waiting = :none)';
  // A course without a counter has all its seats.
  const free = '(attribute_not_exists(#taken) OR #taken < :capacity)';
  switch (rule) {
    case 'free':
      return [{ item: { ...update, values: given, condition: free }, otherwise: 'full' }];
    case 'unclaimed':
      return [
        {
          item: {
            ...update,
            values: { ...given, ':none': 0 },
            condition: `${free} AND ${nobody} AND ${open}`,
          },
          otherwise: 'full',
        },
      ];
    case 'needed':
      return [
        {
          item: {
            ...update,
            values: { ...given, ':none': 0 },
            condition: '#taken >= :capacity OR #waiting > :none',
          },
          otherwise: 'free',
        },
      ];
  }
}

/** Conditions of whoever sees what is opened. */
function unbegunItems({ unbegun }: Step): readonly StepItem[] {
  // Made by DynamoDB adapters alone (kernel's AtomicCompanion).
  const checks = (unbegun?.writes ?? []) as readonly TransactItem[];
  return checks.map((item) => ({ item, otherwise: 'changed' }));
}

/** Whatever else is to happen with the step. */
function alongItems({ along }: Step): readonly StepItem[] {
  const writes = (along?.writes ?? []) as readonly TransactItem[];
  return writes.map((item) => ({ item, otherwise: 'along-refused' }));
}

function invitationItems({ invitation }: Step, table: string): readonly StepItem[] {
  if (!invitation) return [];
  return [
    {
      item: {
        kind: 'update',
        table,
        key: invitationKey(invitation.courseId, invitation.invitationId),
        update: 'SET #uses = #uses + :one',
        names: { '#uses': 'uses' },
        values: { ':one': 1, ':at': invitation.at },
        // Uses left: closes the race for the last one · in force: a revocation in between counts.
        condition: '#uses < maxUses AND endsAt > :at AND attribute_not_exists(revokedAt)',
      },
      otherwise: 'uninvited',
    },
  ];
}
