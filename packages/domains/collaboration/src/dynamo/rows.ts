import { type AgencyId, type PersonId, timeZones } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { type Pair, type PairId, pairKinds, pairStates, type Side, sides } from '../pair.ts';
import type { Membership } from '../ports.ts';
import { type Session, type SessionId, sessionStates } from '../session.ts';
import {
  agencyPartition,
  memberKey,
  pairKey,
  sessionKey,
  shardOf,
  turnPartition,
  turnSortKey,
} from './keys.ts';

export const id = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');
const text = z.string();
const maybe = text.exactOptional();
const turn = z.object({ step: z.enum(['remind', 'lapse']), at: text }).exactOptional();
const party = z.object({ personId: id<PersonId>(), agencyId: id<AgencyId>(), unitId: maybe });
const side = z.enum(sides);

const pair = z.object({
  ...{ pairId: id<PairId>(), kind: z.enum(pairKinds), guide: party, learner: party, invitedBy: side },
  // `competency`: a code.
  ...{ goal: text, competency: maybe, state: z.enum(pairStates), by: side.exactOptional(), reason: maybe },
  ...{ invitedAt: text, agreedAt: maybe, endedAt: maybe, updatedAt: text, turn, rev: z.number() },
});

const turnIndex = (at: string, pairId: PairId, sessionId = ''): Item =>
  ({
    ...{ gsi1pk: turnPartition(shardOf(pairId)), gsi1sk: turnSortKey(at, pairId, sessionId) },
  }) as unknown as Item;

export const toPairRow = (next: Pair): Item => ({
  ...{ ...pairKey(next.pairId), kind: 'pair', pair: next, rev: next.rev },
  ...(next.turn && turnIndex(next.turn.at, next.pairId)),
});
export const readPairRow = (row: Item): Pair => pair.parse(row['pair']);
export const isPairRow = ({ kind }: Item): boolean => kind === 'pair';

const signature = z.object({ side, personId: id<PersonId>(), at: text });
const session = z.object({
  ...{ pairId: id<PairId>(), sessionId: id<SessionId>(), kind: z.enum(pairKinds) },
  ...{ guide: id<PersonId>(), learner: id<PersonId>() },
  ...{ guideAgency: id<AgencyId>(), learnerAgency: id<AgencyId>(), zone: z.enum(timeZones) },
  ...{ startsAt: text, endsAt: text, topic: text, result: text, followUp: text, showTopic: z.boolean() },
  ...{ version: z.number(), signatures: z.array(signature).readonly(), state: z.enum(sessionStates) },
  ...{ reason: maybe, by: side.exactOptional(), createdAt: text, updatedAt: text, turn, rev: z.number() },
});

export const toSessionRow = (next: Session): Item => ({
  ...{ ...sessionKey(next), kind: 'pair-session', session: next, rev: next.rev },
  ...(next.turn && turnIndex(next.turn.at, next.pairId, next.sessionId)),
});
export const readSessionRow = (row: Item): Session => session.parse(row['session']);
export const isSessionRow = ({ kind }: Item): boolean => kind === 'pair-session';

/** A place in the list of turns: of a pair, or of a session in it. */
export function readTurnRow(row: Item) {
  if (isSessionRow(row)) {
    const { pairId, sessionId } = readSessionRow(row);
    return { pairId, sessionId };
  }
  return { pairId: readPairRow(row).pairId };
}

/** Counters are attributes of their own (`sessions-2026`, `minutes-2026`), so that steps can add to them. */
export const counter = (name: 'sessions' | 'minutes', year: string): string => `${name}-${year}`;

const member = z.object({
  ...{ personId: id<PersonId>(), pairId: id<PairId>(), pairKind: z.enum(pairKinds), side },
  ...{ state: z.enum(pairStates), agencyId: id<AgencyId>(), unitId: maybe },
});

/** What of a membership comes of the pair itself. */
export function memberOf(next: Pair, of: Side): z.output<typeof member> {
  const { pairId, kind: pairKind, state } = next;
  const { personId, agencyId, unitId } = next[of];
  return { personId, pairId, pairKind, side: of, state, agencyId, ...(unitId !== undefined && { unitId }) };
}

export const memberKeyOf = (next: Pair, of: Side) => memberKey(next[of].personId, next.pairId);
export const memberIndex = (next: Pair, of: Side) => ({
  ...{ gsi1pk: agencyPartition(next[of].agencyId), gsi1sk: next.pairId },
});

const counted = /^(sessions|minutes)-(\d{4})$/;

export function readMemberRow(row: Item): Membership {
  const { pairKind: kind, ...rest } = member.parse(row);
  const years: Record<string, { sessions: number; minutes: number }> = {};
  for (const [name, count] of Object.entries(row)) {
    const [, what, year] = counted.exec(name) ?? [];
    if (year === undefined || typeof count !== 'number' || count === 0) continue;
    const sums = years[year] ?? { sessions: 0, minutes: 0 };
    years[year] = what === 'sessions' ? { ...sums, sessions: count } : { ...sums, minutes: count };
  }
  return { ...rest, kind, years };
}
