import { launchableItems, type Organization, type ScormVersion } from '../manifest/model.ts';
import { xapiScore } from '../xapi/score.ts';
import type { KeptStatus } from './attempt.ts';
import type { CommitIssue } from './cmi-reader.ts';
import type { Completion, GlobalObjectives, Score, Success } from './runtime-data.ts';

/** What a registration has reached in one item; absent items were never begun. */
export interface ItemStanding extends KeptStatus {
  /** 0 to 1; 2004 only. */
  readonly progressMeasure?: number;
}

/** The root activity of 2004 as the sequencer rolled it up; `undefined` stands for what it did not tell. */
export interface ToldRollup {
  readonly completion?: Completion | undefined;
  readonly success?: Success | undefined;
  readonly score?: Score | undefined;
}

export interface PackageRollup {
  readonly status: KeptStatus;
  /** Whole percent of the package; 100 only when completed. */
  readonly percent: number;
  /** What was told and is not borne out by the items; it was left out. */
  readonly doubts: readonly CommitIssue[];
}

interface Input {
  readonly version: ScormVersion;
  readonly organization: Organization;
  readonly standingOf: (itemId: string) => ItemStanding | undefined;
  readonly told?: ToldRollup;
  readonly globalObjectives?: GlobalObjectives;
}

/**
 * What the whole package amounts to. One launchable item: its status. Several in 1.2: all visible SCOs. Several in 2004:
 * the root activity as the sequencer tells it, if the items bear it out; without it as in 1.2.
 *
 * Failed in 1.2 is one word for a learner who went through and did not make it. Statements about the SCO say both, but a
 * failed package is not completed, or a failed test would satisfy a course.
 */
export function rollUpPackage(input: Input): PackageRollup {
  const { version, organization, standingOf } = input;
  const launchable = launchableItems(organization);
  const counted = countedItems(launchable);
  const standings = counted.map(({ identifier }) => standingOf(identifier));
  const [only] = standings;
  const own = launchable.length === 1 && only ? only : joined(version, standings);
  const told = version === '2004' && launchable.length > 1;
  const { rolled, doubts } = told ? withTold(own, input, launchable) : { rolled: own, doubts: [] };
  const completed = rolled.completion === 'completed' && !(version === '1.2' && rolled.success === 'failed');
  const completion = !completed && rolled.completion === 'completed' ? 'incomplete' : rolled.completion;
  return {
    status: { completion, success: rolled.success, score: rolled.score },
    percent: completed ? 100 : percentOf(standings),
    doubts,
  };
}

/** Visible SCOs; assets and hidden items count where there is nothing else. */
function countedItems(launchable: ReturnType<typeof launchableItems>) {
  const scos = launchable.filter(({ launch }) => launch?.kind === 'sco');
  const visible = scos.filter((item) => item.visible);
  return [visible, scos].find((some) => some.length > 0) ?? launchable;
}

function joined(version: ScormVersion, standings: readonly (ItemStanding | undefined)[]): KeptStatus {
  const all = standings.length > 0 && standings.every((one) => one?.completion === 'completed');
  const judged = standings.flatMap((one) => (one && one.success !== 'unknown' ? [one.success] : []));
  const begun = standings.some((one) => one && one.completion !== 'not attempted');
  const scores = standings.flatMap((one) => (one && xapiScore(version, one.score)?.scaled) ?? []);
  const mean = scores.reduce((sum, scaled) => sum + scaled, 0) / scores.length;
  return {
    completion: all ? 'completed' : begunOr(begun),
    success: all ? verdictOf(judged) : 'unknown',
    score: scores.length > 0 ? { scaled: Math.round(mean * 1e7) / 1e7 } : {},
  };
}

function begunOr(begun: boolean): Completion {
  return begun ? 'incomplete' : 'not attempted';
}

function verdictOf(judged: readonly Success[]): Success {
  if (judged.length === 0) return 'unknown';
  return judged.every((one) => one === 'passed') ? 'passed' : 'failed';
}

/**
 * Sequencing may demand much less than every item, so little can be held against it: that anything was begun, that
 * something was completed or passed before the whole was.
 */
function withTold(
  own: KeptStatus,
  { standingOf, told = {}, globalObjectives = {} }: Input,
  launchable: ReturnType<typeof launchableItems>,
): { readonly rolled: KeptStatus; readonly doubts: readonly CommitIssue[] } {
  const standings = launchable.flatMap(({ identifier }) => standingOf(identifier) ?? []);
  const passed =
    standings.some(({ success }) => success === 'passed') ||
    Object.values(globalObjectives).some(({ satisfiedStatus }) => satisfiedStatus === true);
  const done = passed || standings.some(({ completion }) => completion === 'completed');
  const refused = {
    completion: told.completion === 'completed' && !done,
    success: (told.success === 'passed' && !passed) || (told.success === 'failed' && standings.length === 0),
  };
  const doubts = (['completion', 'success'] as const).flatMap((name) =>
    refused[name]
      ? [{ path: `sequencing.rollup.${name}`, message: 'is not borne out by any item; left out' }]
      : [],
  );
  const rolled: KeptStatus = {
    completion: (refused.completion ? undefined : told.completion) ?? own.completion,
    success: (refused.success ? undefined : told.success) ?? own.success,
    score: told.score && Object.keys(told.score).length > 0 ? told.score : own.score,
  };
  return { rolled, doubts };
}

function percentOf(standings: readonly (ItemStanding | undefined)[]): number {
  if (standings.length === 0) return 0;
  const shares = standings.map((one) => {
    if (one?.completion === 'completed') return 1;
    return one?.progressMeasure ?? 0;
  });
  const sum = shares.reduce((all, share) => all + share, 0);
  return Math.min(99, Math.floor((sum / standings.length) * 100));
}
