import {
  type Brand,
  type Clock,
  type Digest,
  type Ids,
  InvalidInput,
  type PersonId,
  type PersonPrincipal,
} from '@sinau/kernel';
import * as z from 'zod';
import type { AuditEntry } from './audit-line.ts';
import { NotNow, PrivacyJobNotFound, RecordsHeld, SecondPersonNeeded } from './errors.ts';
import type { PeoplePort } from './ports.ts';
import type { PrivacyJobId } from './privacy-job.ts';
import { subjectOf } from './subject.ts';

export type HoldId = Brand<'HoldId'>;

const branded = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');

/** Nothing of a person is taken away while it stands: a dispute, an inspection, a case in court. */
export const legalHoldSchema = z.object({
  holdId: branded<HoldId>(),
  personId: branded<PersonId>(),
  /** Number of the letter or the case, without names. */
  ground: z.string(),
  /** `YYYY-MM-DD`, the last day; absent: until it is lifted. */
  until: z.string().exactOptional(),
  placedBy: branded<PersonId>(),
  placedAt: z.string(),
  liftedBy: branded<PersonId>().exactOptional(),
  liftedAt: z.string().exactOptional(),
  rev: z.int().nonnegative(),
});
export type LegalHold = Readonly<z.infer<typeof legalHoldSchema>>;

/** Kept for good. Reads see every write that was answered before; the list of all may lag by about a second. */
export interface HoldStore {
  /** Stores `hold` with the next `rev`, and the line with it, if the stored one still has `hold.rev` (0: there is none). */
  save(hold: LegalHold, entry: AuditEntry): Promise<'saved' | 'stale'>;
  find(key: Pick<LegalHold, 'personId' | 'holdId'>): Promise<LegalHold | undefined>;
  listOf(personId: PersonId): Promise<readonly LegalHold[]>;
  /** Newest first. */
  list(limit: number): Promise<readonly LegalHold[]>;
}

/** The last day counts whole everywhere in Indonesia: days of UTC end later than those there. */
export function isHolding({ liftedAt, until }: LegalHold, now: Date): boolean {
  if (liftedAt !== undefined) return false;
  return until === undefined || now.toISOString().slice(0, 10) <= until;
}

export async function assertNotHeld(
  { holds, clock }: { readonly holds: HoldStore; readonly clock: Clock },
  personId: PersonId,
): Promise<void> {
  if (await isHeld({ holds, clock }, personId)) throw new RecordsHeld();
}

export async function isHeld(
  { holds, clock }: { readonly holds: HoldStore; readonly clock: Clock },
  personId: PersonId,
): Promise<boolean> {
  const now = clock.now();
  return (await holds.listOf(personId)).some((hold) => isHolding(hold, now));
}

interface HoldDeps {
  readonly holds: HoldStore;
  readonly clock: Clock;
  readonly digest: Digest;
}

export async function placeHold(
  deps: HoldDeps & { readonly people: PeoplePort; readonly ids: Ids },
  input: {
    readonly principal: PersonPrincipal;
    readonly personId: PersonId;
    readonly ground: string;
    readonly until?: string;
  },
): Promise<LegalHold> {
  const { principal, personId, ground, until } = input;
  const placedAt = deps.clock.now().toISOString();
  if (until !== undefined && until < placedAt.slice(0, 10)) {
    const message = 'Give a day to come, or none.';
    throw new InvalidInput(message, { issues: [{ path: '/until', message }] });
  }
  if (!(await deps.people.exists(personId))) throw new PrivacyJobNotFound();
  const hold: LegalHold = {
    ...{
      holdId: deps.ids.uuid() as HoldId,
      personId,
      ground,
      placedBy: principal.personId,
      placedAt,
      rev: 0,
    },
    ...(until !== undefined && { until }),
  };
  await deps.holds.save(hold, entryOf(deps, hold, { action: 'placed', by: principal.personId }));
  return hold;
}

export async function liftHold(
  deps: HoldDeps,
  input: { readonly principal: PersonPrincipal; readonly key: Pick<LegalHold, 'personId' | 'holdId'> },
): Promise<void> {
  const hold = await deps.holds.find(input.key);
  if (!hold) throw new PrivacyJobNotFound();
  // Case C7: whoever is inspected does not end it.
  if (hold.personId === input.principal.personId) throw new SecondPersonNeeded();
  if (hold.liftedAt !== undefined) throw new NotNow('This was lifted already.');
  const { personId } = input.principal;
  const next = { ...hold, liftedBy: personId, liftedAt: deps.clock.now().toISOString() };
  const saved = await deps.holds.save(next, entryOf(deps, hold, { action: 'lifted', by: personId }));
  if (saved === 'stale') throw new NotNow('Another operator was faster; please look again.');
}

function entryOf(
  { clock, digest }: Pick<HoldDeps, 'clock' | 'digest'>,
  hold: LegalHold,
  event: { readonly action: 'placed' | 'lifted'; readonly by: PersonId },
): AuditEntry {
  const { holdId, personId, ground: reason } = hold;
  return {
    ...{ ...event, at: clock.now().toISOString(), kind: 'hold', reason },
    ...{ jobId: holdId as string as PrivacyJobId, subject: subjectOf(digest, personId) },
  };
}
