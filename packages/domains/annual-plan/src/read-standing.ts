import { type Clock, localDateOf } from '@sinau/kernel';
import { agencyOf, type Caller } from './authority.ts';
import type { StandingStore } from './ports.ts';
import {
  isBehind,
  type StandingGroup,
  type StandingRule,
  standingRuleOn,
  type ToldStanding,
} from './standing.ts';

export interface StandingView {
  /** Undefined: nobody was counted yet. */
  readonly standing?: ToldStanding;
  readonly rule?: StandingRule;
  /** Those that are a signal. */
  readonly behind: readonly StandingGroup[];
}

/** What the signals of performance rest on: sums by unit and group of posts, and by which rule they are signals. */
export async function readStanding(
  { standings, clock }: { readonly standings: StandingStore; readonly clock: Clock },
  { principal }: { readonly principal: Caller },
): Promise<StandingView> {
  const standing = (await standings.find(agencyOf(principal)))?.told;
  const rule = standingRuleOn(localDateOf(clock.now().getTime(), 'Asia/Jakarta'));
  const behind = rule && standing ? standing.groups.filter((group) => isBehind(rule, group)) : [];
  return { ...(standing && { standing }), ...(rule && { rule }), behind };
}
