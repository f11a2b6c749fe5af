import type { LocalDate } from '@sinau/kernel';
import type { Forum } from './forum.ts';

/**
 * A consultation has three phases, and its result are the minutes with what was agreed (PermenPANRB 16/2017). It is before its day, then it is held
 * until minutes are there, then it is followed up.
 */
export const forumPhases = ['before', 'during', 'after'] as const;
export type ForumPhase = (typeof forumPhases)[number];

/** What a phase needs, and a forum does not have yet. */
export const phaseLacks = ['agenda', 'participants', 'minutes', 'commitments', 'outcomes'] as const;
export type PhaseLack = (typeof phaseLacks)[number];

type Told = Pick<
  Forum,
  'heldOn' | 'agenda' | 'participants' | 'minutes' | 'minutesUrl' | 'minutesFile' | 'commitments'
>;

const hasMinutes = ({ minutes, minutesUrl, minutesFile }: Told): boolean =>
  minutes !== undefined || minutesUrl !== undefined || minutesFile !== undefined;

/** `today`: in western Indonesia. Follows from what was entered, so that no state can be forgotten. */
export function phaseOf(forum: Told, today: LocalDate): ForumPhase {
  if (today < forum.heldOn) return 'before';
  return hasMinutes(forum) ? 'after' : 'during';
}

/** By phase, so that a page can say what each one still asks for. */
export function lacksOf(forum: Told): Readonly<Record<ForumPhase, readonly PhaseLack[]>> {
  const { agenda, participants, commitments } = forum;
  const isOpen = commitments.some(({ state }) => state === 'open');
  const lacks = (given: Readonly<Partial<Record<PhaseLack, boolean>>>): readonly PhaseLack[] =>
    phaseLacks.filter((name) => given[name]);
  return {
    before: lacks({ agenda: agenda === undefined }),
    during: lacks({ participants: Object.keys(participants).length === 0, minutes: !hasMinutes(forum) }),
    after: lacks({ commitments: commitments.length === 0, outcomes: isOpen }),
  };
}
