import type { Clock, Ids, PersonId, PersonPrincipal } from '@sinau/kernel';
import { NoPartner, NotNow, PairChanged, PairExists, PairNotFound, TooManyInvitations } from './errors.ts';
import {
  otherSide,
  type Pair,
  type PairId,
  type PairKind,
  type Party,
  type Side,
  sideOf,
  turnAfter,
} from './pair.ts';
import type { PairStore, PlaceDirectory } from './ports.ts';
import { ruleOn } from './rule.ts';

export interface PairDeps {
  readonly pairs: PairStore;
  readonly places: PlaceDirectory;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Whoever asks more people than that at once does not know whom they want to work with. */
export const mostInvitations = 20;

/** Asks somebody, of any agency, to coach or mentor the reader, or to be coached by them. Nothing is agreed before they accept. */
export async function invite(
  deps: PairDeps,
  input: {
    readonly principal: PersonPrincipal;
    /** Whom; undefined where nobody of that name was found. */
    readonly partner: PersonId | undefined;
    readonly kind: PairKind;
    /** What the reader is to be. */
    readonly as: Side;
    readonly goal: string;
    readonly competency?: string;
  },
): Promise<PairId> {
  const { principal, partner, kind, as, goal, competency } = input;
  const { pairs, clock } = deps;
  const own = await partyOf(deps, principal.personId);
  const other = partner === undefined ? undefined : await partyOf(deps, partner);
  if (!own || !other || own.personId === other.personId) throw new NoPartner();
  const open = (await pairs.ofPerson(own.personId)).filter(
    (pair) => pair.state === 'invited' && pair[pair.invitedBy].personId === own.personId,
  );
  if (open.length >= mostInvitations) throw new TooManyInvitations();
  const now = clock.now().toISOString();
  const pairId = deps.ids.uuid() as PairId;
  const outcome = await pairs.step(undefined, {
    ...{
      pairId,
      kind,
      goal,
      state: 'invited',
      by: as,
      invitedBy: as,
      invitedAt: now,
      updatedAt: now,
      rev: 0,
    },
    ...(as === 'guide' ? { guide: own, learner: other } : { guide: other, learner: own }),
    ...(competency !== undefined && { competency }),
    turn: turnAfter(now, 'remind', ruleOn(now.slice(0, 10)).remindedAfter),
  });
  if (outcome !== 'done') throw new PairExists();
  return pairId;
}

async function partyOf({ places }: Pick<PairDeps, 'places'>, personId: PersonId): Promise<Party | undefined> {
  const place = await places.placeOf(personId);
  if (!place) return undefined;
  const { agencyId, unitId } = place;
  return { personId, agencyId, ...(unitId !== undefined && { unitId }) };
}

/** What the reader does with a pair of theirs. */
export type PairStep = 'accept' | 'decline' | 'cancel' | 'end';

/** Answers an invitation, takes one back, or ends what was agreed. Anybody but the two is answered as if there were none. */
export async function movePair(
  deps: PairDeps,
  input: {
    readonly principal: PersonPrincipal;
    readonly pairId: PairId;
    readonly step: PairStep;
    readonly reason?: string;
  },
): Promise<void> {
  const { principal, pairId, step, reason } = input;
  const before = await deps.pairs.find(pairId);
  const side = before && sideOf(before, principal.personId);
  if (!before || !side) throw new PairNotFound();
  const after = await nextOf(deps, before, { side, step });
  const said = reason === undefined || reason === '' ? {} : { reason };
  if ((await deps.pairs.step(before, { ...after, ...said })) !== 'done') throw new PairChanged();
}

async function nextOf(
  deps: PairDeps,
  before: Pair,
  { side, step }: { readonly side: Side; readonly step: PairStep },
): Promise<Pair> {
  const { turn: _, ...rest } = before;
  const now = deps.clock.now().toISOString();
  const moved = { ...rest, by: side, updatedAt: now };
  const isAsked = before.state === 'invited' && before.invitedBy === otherSide(side);
  switch (step) {
    case 'accept': {
      if (!isAsked) throw new NotNow();
      const [guide, learner] = await Promise.all(
        [before.guide, before.learner].map(({ personId }) => partyOf(deps, personId)),
      );
      // Somebody has left meanwhile.
      if (!guide || !learner) throw new NoPartner();
      return { ...moved, guide, learner, state: 'active', agreedAt: now };
    }
    case 'decline':
      if (!isAsked) throw new NotNow();
      return { ...moved, state: 'declined' };
    case 'cancel':
      if (before.state !== 'invited' || before.invitedBy !== side) throw new NotNow();
      return { ...moved, state: 'cancelled' };
    case 'end':
      if (before.state !== 'active') throw new NotNow();
      return { ...moved, state: 'ended', endedAt: now };
  }
}
