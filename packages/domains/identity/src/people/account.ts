import { startOfLocalDay } from '@sinau/kernel';
import * as z from 'zod';
import { NotAllowed } from '../errors.ts';
import { dayIn, defaultTimeZone, onDay } from './career.ts';
import type { Person } from './person.ts';
import { type LegalStanding, leftStandings } from './rank.ts';

/** At whose word an account was closed or opened: the lower one opens nothing that a higher one has closed. */
export const accountGrounds = [
  'identity-provider',
  'list',
  'administrator',
  'legal-standing',
  'operator',
] as const;
export type AccountGround = (typeof accountGrounds)[number];

export const accountChangeSchema = z.object({
  /** ISO 8601 UTC. */
  at: z.string(),
  act: z.enum(['closed', 'opened']),
  because: z.enum(accountGrounds),
  /** The person or the client; absent: nobody but the calendar. */
  by: z.string().exactOptional(),
});
export type AccountChange = Readonly<z.infer<typeof accountChangeSchema>>;

export interface AccountActor {
  readonly because: AccountGround;
  readonly by?: string;
}

/** A row is read with every request. */
const mostChanges = 20;

const hasLeft = (standing: LegalStanding | undefined): boolean =>
  leftStandings.some((left) => left === standing);

/** Whether the person has left service by their legal standing, on the day where they work. Operators are taken away by operators alone. */
export function hasLeftService({ career, timeZone, roles }: Person, now: Date): boolean {
  if (roles.includes('operator')) return false;
  const today = dayIn(timeZone ?? defaultTimeZone, now);
  return hasLeft(onDay(career?.legalStandings ?? [], today)?.standing);
}

/** Signs in, and its sessions count. */
export const isOpen = (person: Person, now: Date): boolean =>
  person.status === 'active' && !hasLeftService(person, now);

/**
 * When the person has left service by the newest that is said of them, ISO 8601 UTC; undefined where they have not, or it is done.
 */
export function leavesAt({ status, roles, career, timeZone }: Person): string | undefined {
  const newest = career?.legalStandings?.at(-1);
  if (status === 'disabled' || roles.includes('operator') || !newest) return undefined;
  if (!hasLeft(newest.standing)) return undefined;
  return new Date(startOfLocalDay(newest.from, timeZone ?? defaultTimeZone)).toISOString();
}

/** The person with an account that is open or closed; the same object where it is so, or nothing is said of it. */
export function withStatus(
  person: Person,
  isActive: boolean | undefined,
  { now, ...actor }: AccountActor & { readonly now: Date },
): Person {
  if (isActive === undefined) return person;
  return isActive ? opened(person, actor, now) : closed(person, actor, now);
}

/** Closed with the day on which the person has left service by their legal standing, and their roles are gone for good. */
export function withStanding(person: Person, now: Date): Person {
  if (!hasLeftService(person, now)) return person;
  const after = closed(person, { because: 'legal-standing' }, now);
  return after === person ? person : { ...after, roles: ['learner'] };
}

/** Who closes what is closed takes it over where they weigh more: then the one before opens it no more. */
function closed(person: Person, actor: AccountActor, now: Date): Person {
  const isNew = person.status !== 'disabled';
  if (!isNew && weightOf(actor.because) <= weightOf(closedBecause(person))) return person;
  return {
    ...noted(person, { ...actor, act: 'closed' }, now),
    status: 'disabled',
    ...(isNew && { disabledAt: now.toISOString(), sessionGeneration: person.sessionGeneration + 1 }),
  };
}

function opened(person: Person, actor: AccountActor, now: Date): Person {
  if (person.status !== 'disabled') return person;
  assertMayOpen(person, actor, now);
  const { disabledAt: _d, withdrawnAt: _w, ...rest } = noted(person, { ...actor, act: 'opened' }, now);
  return { ...rest, status: person.account ? 'active' : 'invited' };
}

function assertMayOpen(person: Person, { because }: AccountActor, now: Date): void {
  if (hasLeftService(person, now)) {
    throw new NotAllowed(
      'By their legal standing this person has left service. Correct the legal standing first, if it is wrong.',
    );
  }
  const ground = closedBecause(person);
  // Whoever corrects a wrong legal standing opens what it has closed.
  const least = ground === 'legal-standing' ? 'administrator' : ground;
  if (weightOf(because) >= weightOf(least)) return;
  throw new NotAllowed(refusals[least]);
}

const refusals: Readonly<Record<AccountGround, string>> = {
  'identity-provider': '',
  list: 'A list of the agency has closed this account. A list or an administrator opens it again.',
  administrator:
    'An administrator has closed this account, or it was closed by the legal standing. An administrator opens it again.',
  'legal-standing': '',
  operator: 'An operator of the platform has closed this account, and opens it again.',
};

/** Of accounts from before it was noted nobody knows it: an administrator opens them. */
export function closedBecause({ accountChanges = [], disabledAt, withdrawnAt }: Person): AccountGround {
  const last = accountChanges.findLast(({ act }) => act === 'closed');
  if (last) return last.because;
  return withdrawnAt !== undefined && withdrawnAt === disabledAt ? 'identity-provider' : 'administrator';
}

const weightOf = (ground: AccountGround): number => accountGrounds.indexOf(ground);

function noted(person: Person, change: Omit<AccountChange, 'at'>, now: Date): Person {
  const all = [...(person.accountChanges ?? []), { at: now.toISOString(), ...change }];
  return { ...person, accountChanges: all.slice(-mostChanges) };
}
