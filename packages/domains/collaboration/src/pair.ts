import type { AgencyId, Brand, PersonId } from '@sinau/kernel';

export type PairId = Brand<'PairId'>;

/** Forms of the rules of JP: NKL01 and NKL02. */
export const pairKinds = ['coaching', 'mentoring'] as const;
export type PairKind = (typeof pairKinds)[number];
export const formOf: Readonly<Record<PairKind, 'NKL01' | 'NKL02'>> = {
  coaching: 'NKL01',
  mentoring: 'NKL02',
};

/** The coach or mentor, and whoever is coached. */
export const sides = ['guide', 'learner'] as const;
export type Side = (typeof sides)[number];

/** Where somebody was when the pair was agreed, or when they were asked. */
export interface Party {
  readonly personId: PersonId;
  readonly agencyId: AgencyId;
  readonly unitId?: string;
}

/** `invited` waits for the other; `cancelled`: whoever asked has taken it back; `lapsed`: nobody answered. */
export const pairStates = ['invited', 'active', 'declined', 'cancelled', 'lapsed', 'ended'] as const;
export type PairState = (typeof pairStates)[number];

export interface Pair {
  readonly pairId: PairId;
  readonly kind: PairKind;
  readonly guide: Party;
  readonly learner: Party;
  readonly invitedBy: Side;
  /** What the two want to reach, as the one has written and the other has agreed. */
  readonly goal: string;
  /** Code of the competency that it shall raise. */
  readonly competency?: string;
  readonly state: PairState;
  /** Who brought it into this state; absent: nobody did. */
  readonly by?: Side;
  /** What they said with it. */
  readonly reason?: string;
  /** ISO 8601 UTC, like every moment here. */
  readonly invitedAt: string;
  readonly agreedAt?: string;
  readonly endedAt?: string;
  readonly updatedAt: string;
  /** When somebody is asked again, or it lapses. */
  readonly turn?: Turn;
  readonly rev: number;
}

export interface Turn {
  readonly step: 'remind' | 'lapse';
  readonly at: string;
}

export const isLive = ({ state }: Pick<Pair, 'state'>): boolean => state === 'invited' || state === 'active';

/** Undefined for somebody else. */
export function sideOf(pair: Pick<Pair, 'guide' | 'learner'>, personId: string): Side | undefined {
  if (pair.guide.personId === personId) return 'guide';
  return pair.learner.personId === personId ? 'learner' : undefined;
}

export const otherSide = (side: Side): Side => (side === 'guide' ? 'learner' : 'guide');

const dayMs = 86_400_000;
export const turnAfter = (at: string, step: Turn['step'], days: number): Turn => ({
  step,
  at: new Date(Date.parse(at) + days * dayMs).toISOString(),
});
