import {
  daysBetween,
  type FieldIssue,
  localDateOf,
  type PersonPrincipal,
  type TimeZone,
} from '@sinau/kernel';
import {
  NotNow,
  OwnText,
  PairChanged,
  PairNotFound,
  SessionOverlaps,
  SessionUnfit,
  TextChanged,
} from './errors.ts';
import type { PairDeps } from './invite.ts';
import { otherSide, type Pair, type PairId, type Side, sideOf, turnAfter } from './pair.ts';
import type { SessionPlace } from './ports.ts';
import { type Rule, ruleOn } from './rule.ts';
import { minutesOf, type Session, type SessionId, type SessionText } from './session.ts';

/** Writes down a session that took place; the other one has to confirm it. Writing it is a signature. */
export async function writeSession(
  deps: PairDeps,
  input: { readonly principal: PersonPrincipal; readonly pairId: PairId; readonly text: SessionText },
): Promise<SessionId> {
  const { principal, pairId, text } = input;
  const { pair, side } = await pairOf(deps, principal, pairId);
  if (pair.state !== 'active') throw new NotNow();
  const now = deps.clock.now().toISOString();
  const stand = await standOf(deps, pair);
  const rule = check(text, { zone: stand.zone, now });
  const sessionId = deps.ids.uuid() as SessionId;
  await keep(deps, side, [
    undefined,
    {
      ...{ pairId, sessionId, kind: pair.kind, guide: pair.guide.personId, learner: pair.learner.personId },
      ...stand,
      ...{ ...textOf(text), version: 1, signatures: [{ side, personId: principal.personId, at: now }] },
      ...{ state: 'waits', createdAt: now, updatedAt: now, rev: 0 },
      turn: turnAfter(now, 'remind', rule.remindedAfter),
    },
  ]);
  return sessionId;
}

/**
 * Another text of a session: also of one that was confirmed, or that nobody confirmed in time. It counts for nothing until the other one has signed
 * this one. `version`: of the text that was read.
 */
export async function changeSession(
  deps: PairDeps,
  input: {
    readonly principal: PersonPrincipal;
    readonly place: SessionPlace;
    readonly version: number;
    readonly text: SessionText;
  },
): Promise<void> {
  const { principal, place, version, text } = input;
  const { pair, side, session } = await sessionOf(deps, principal, place);
  if (session.state === 'withdrawn') throw new NotNow();
  if (session.version !== version) throw new TextChanged();
  const now = deps.clock.now().toISOString();
  // It stays on the clock it was written by.
  const { zone: _, ...stand } = await standOf(deps, pair);
  const rule = check(text, { zone: session.zone, now });
  const { reason: _reason, by: _by, ...rest } = session;
  await keep(deps, side, [
    session,
    {
      ...{ ...rest, ...stand, ...textOf(text), version: version + 1, state: 'waits', updatedAt: now },
      signatures: [{ side, personId: principal.personId, at: now }],
      turn: turnAfter(now, 'remind', rule.remindedAfter),
    },
  ]);
}

/** The second signature: that of the one who did not write this text. `version`: what they have read. */
export async function confirmSession(
  deps: PairDeps,
  input: { readonly principal: PersonPrincipal; readonly place: SessionPlace; readonly version: number },
): Promise<void> {
  const { principal, place, version } = input;
  const { pair, side, session } = await sessionOf(deps, principal, place);
  if (session.version !== version) throw new TextChanged();
  if (session.state !== 'waits') throw new NotNow();
  if (session.signatures.some((signature) => signature.side === side)) throw new OwnText();
  const at = deps.clock.now().toISOString();
  const { turn: _, ...rest } = session;
  const { zone: _zone, ...stand } = await standOf(deps, pair);
  await keep(deps, side, [
    session,
    {
      ...{ ...rest, ...stand, state: 'confirmed', updatedAt: at },
      signatures: [...session.signatures, { side, personId: principal.personId, at }],
    },
  ]);
}

/** Takes a session back, with a reason; either may. What it gave goes with it. */
export async function withdrawSession(
  deps: PairDeps,
  input: { readonly principal: PersonPrincipal; readonly place: SessionPlace; readonly reason: string },
): Promise<void> {
  const { principal, place, reason } = input;
  const { side, session } = await sessionOf(deps, principal, place);
  if (session.state === 'withdrawn') throw new NotNow();
  const { turn: _, ...rest } = session;
  const updatedAt = deps.clock.now().toISOString();
  await keep(deps, side, [session, { ...rest, state: 'withdrawn', by: side, reason, updatedAt }]);
}

/** A pair of the reader's, with what they are in it. */
export async function pairOf(
  { pairs }: Pick<PairDeps, 'pairs'>,
  { personId }: PersonPrincipal,
  pairId: PairId,
): Promise<{ readonly pair: Pair; readonly side: Side }> {
  const pair = await pairs.find(pairId);
  const side = pair && sideOf(pair, personId);
  if (!pair || !side) throw new PairNotFound();
  return { pair, side };
}

export async function sessionOf(
  deps: Pick<PairDeps, 'pairs'>,
  principal: PersonPrincipal,
  place: SessionPlace,
): Promise<{ readonly pair: Pair; readonly side: Side; readonly session: Session }> {
  const found = await pairOf(deps, principal, place.pairId);
  const session = await deps.pairs.findSession(place);
  if (!session) throw new PairNotFound();
  return { ...found, session };
}

const textOf = ({ startsAt, endsAt, topic, result, followUp, showTopic }: SessionText): SessionText => ({
  ...{ startsAt, endsAt, topic, result, followUp, showTopic },
});

/** Where the two are now; who has left stays where they were. */
async function standOf(
  { places }: Pick<PairDeps, 'places'>,
  { guide, learner }: Pair,
): Promise<Pick<Session, 'guideAgency' | 'learnerAgency'> & { readonly zone: TimeZone }> {
  const [coach, own] = await Promise.all([places.placeOf(guide.personId), places.placeOf(learner.personId)]);
  return {
    guideAgency: coach?.agencyId ?? guide.agencyId,
    learnerAgency: own?.agencyId ?? learner.agencyId,
    zone: own?.zone ?? 'Asia/Jakarta',
  };
}

/** @throws SessionUnfit with every field that does not fit. */
function check(
  { startsAt, endsAt }: SessionText,
  { zone, now }: { readonly zone: TimeZone; readonly now: string },
): Rule {
  const day = localDateOf(Date.parse(startsAt), zone);
  const rule = ruleOn(day);
  const minutes = minutesOf({ startsAt, endsAt });
  const age = daysBetween(day, localDateOf(Date.parse(now), zone));
  const issues: FieldIssue[] = [
    ...(endsAt > now ? [{ path: '/endsAt', message: 'has not come yet' }] : []),
    ...(minutes < rule.leastMinutes
      ? [{ path: '/endsAt', message: `is less than ${rule.leastMinutes} minutes after the beginning` }]
      : []),
    ...(minutes > rule.mostMinutes
      ? [{ path: '/endsAt', message: `is more than ${rule.mostMinutes} minutes after the beginning` }]
      : []),
    ...(age > rule.writtenWithin
      ? [{ path: '/date', message: `is more than ${rule.writtenWithin} days ago` }]
      : []),
  ];
  if (issues.length > 0) throw new SessionUnfit(issues);
  return rule;
}

async function keep(
  { pairs }: Pick<PairDeps, 'pairs'>,
  side: Side,
  [before, after]: readonly [Session | undefined, Session],
): Promise<void> {
  const kept = await pairs.stepSession(before, after);
  if (kept.outcome === 'busy') throw new SessionOverlaps(kept.side === side ? 'own' : 'other');
  if (kept.outcome === 'changed') throw new PairChanged();
}

/** Who has to sign next; undefined where nobody has. */
export function waitsFor({ state, signatures }: Pick<Session, 'state' | 'signatures'>): Side | undefined {
  const [first] = signatures;
  return state === 'waits' && first ? otherSide(first.side) : undefined;
}
