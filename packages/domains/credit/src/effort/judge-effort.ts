import { type Jp, minutesPerJp } from '@sinau/kernel';
import type { EffortProof, HoldReason, PartsOf, Span } from '../ledger/entry.ts';
import type { EffortRule } from '../rules/rule.ts';
import type { WorkSession } from './sessions.ts';
import { joinNearest, mergeSpans, secondsIn, without } from './spans.ts';

/** A ledger line holds no more of them; further ones are made one with their neighbours. */
const mostSpans = 100;

/** Launches until ends by the clock of the platform: more than anybody can have learned in them. */
export function proofOf(sessions: readonly WorkSession[]): EffortProof {
  const spans = spansIn(sessions);
  return { seconds: secondsIn(spans), spans: joinNearest(spans, mostSpans) };
}

const spansIn = (sessions: readonly WorkSession[]): readonly Span[] =>
  mergeSpans(sessions.map(({ from, to }): Span => [Math.floor(from / 1000), Math.ceil(to / 1000)]));

/**
 * Why the JP of a course must be looked at before they count. The time between launches and ends is the most that anybody
 * can have spent: who stays below the least share of the stated time by that measure has not taken the course.
 * @param given.elsewhere time that other courses have counted already
 */
export function judgeEffort(
  sessions: readonly WorkSession[],
  given: {
    readonly stated: Jp;
    readonly rule: EffortRule;
    readonly elsewhere: readonly Span[];
    /** Parts whose time this is, each with the same share of what is stated. @default all of the course */
    readonly measured?: PartsOf;
  },
): readonly HoldReason[] {
  const { stated, rule, elsewhere, measured = wholeCourse } = given;
  const leastSeconds = leastSecondsOf(stated, rule, measured);
  const spans = spansIn(sessions);
  const seconds = secondsIn(spans);
  const reasons: HoldReason[] = [];
  const of = measured.parts < measured.all ? { measured } : {};
  if (seconds < leastSeconds) reasons.push({ code: 'too-short', seconds, leastSeconds, ...of });
  else {
    const own = secondsIn(without(spans, mergeSpans(elsewhere)));
    if (own < leastSeconds) reasons.push({ code: 'parallel', seconds: own, leastSeconds, ...of });
  }
  const claim = impossibleClaim(sessions, rule);
  return claim ? [...reasons, claim] : reasons;
}

const wholeCourse: PartsOf = { parts: 1, all: 1 };

/** The least time that so many parts of a course are believed to take: nobody states the time of a part by itself. */
export const leastSecondsOf = (stated: Jp, rule: EffortRule, { parts, all }: PartsOf): number =>
  Math.floor((stated * minutesPerJp * 60 * rule.leastShare * parts) / (10_000 * all));

/** The session whose content claims most beyond what the clock shows. */
function impossibleClaim(sessions: readonly WorkSession[], rule: EffortRule): HoldReason | undefined {
  const [worst] = sessions
    .flatMap(({ claimedSeconds, from, to, closedAt }) => {
      if (claimedSeconds === undefined) return [];
      const seconds = Math.ceil((Math.max(to, closedAt ?? to) - from) / 1000);
      const allowed = seconds + Math.max(rule.claimSeconds, (seconds * rule.claimShare) / 100);
      const claimed = Math.round(claimedSeconds);
      return claimed > allowed ? [{ claimed, seconds }] : [];
    })
    .toSorted((a, b) => b.claimed - b.seconds - (a.claimed - a.seconds));
  return worst && { code: 'impossible-duration', ...worst };
}
