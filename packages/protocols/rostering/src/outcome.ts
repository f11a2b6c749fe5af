import type { CompletionRule } from './completion-rule.ts';
import type { ResultKind } from './external.ts';

type What =
  | {
      readonly kind: 'score';
      readonly given: number;
      readonly maximum: number;
      readonly isFinal: boolean;
      /** The scores before are taken back, and there is none: `given` is 0 and means nothing. */
      readonly withdrawn?: true;
    }
  | { readonly kind: 'completion'; readonly completed: boolean; readonly passed?: boolean }
  | {
      readonly kind: 'credential';
      readonly number: string;
      readonly url?: string;
      readonly issuedOn?: string;
    };

/** One result that counts for one learner in one part of a course. */
export interface ResultVersion {
  /** Lower-case UUID of the result; decides last, and only between two that nothing else tells apart. */
  readonly versionId: string;
  /** When it happened there, by the provider; ISO 8601 UTC. */
  readonly occurredAt: string;
  /** When it came to us; ISO 8601 UTC. */
  readonly receivedAt: string;
  /** Absent: as it came, from `receivedAt`. */
  readonly said?: SaidWhen;
  readonly what: What;
}

/** When the provider said it, by our clock: dates of exams are days, and a correction of one has the same day. */
export interface SaidWhen {
  /** ISO 8601 UTC, with milliseconds. */
  readonly at: string;
  /** Of what was said at once, the how manieth, from 0: the row of a table, the item of a message. */
  readonly place: number;
}

export type VersionOf<Kind extends ResultKind> = ResultVersion & {
  readonly what: Extract<What, { kind: Kind }>;
  /** When it counts as having happened: as the provider says, but never later than it was said. */
  readonly at: string;
};

/**
 * What people should look at. `future`: the provider says that it has not happened yet; it counts from when it came. `lowered`: the
 * score that stands is below an earlier one. `taken-back`: completed once, and not any more. `below-rule`: what stands would not be
 * enough, and an earlier result was; the completion stays.
 */
export type OutcomeFlag = 'future' | 'lowered' | 'taken-back' | 'below-rule';

/** What all results of one learner in one part come to. Kinds are kept apart. */
export interface Outcome {
  /** The newest final one, or the newest of all while none is final; of those that were not taken back. */
  readonly score?: VersionOf<'score'>;
  readonly completion?: VersionOf<'completion'>;
  readonly credential?: VersionOf<'credential'>;
  /** The first by which the provider said that it was completed, and that it was passed; a later word takes neither back. */
  readonly completed?: VersionOf<'completion'>;
  readonly passed?: VersionOf<'completion'>;
  /** The first result by which the rule was met; it stays met. */
  readonly met?: VersionOf<'score'> | VersionOf<'completion'>;
  /** When the newest score or completion happened, whether or not it stands; a score that was taken away is none. */
  readonly newestAt?: string;
  /** What stands meets the rule. */
  readonly meets: boolean;
  readonly flags: readonly OutcomeFlag[];
}

/**
 * A pure function of the set of versions, not of their order: the newest by `at` stands for its kind; of two in one moment, the later
 * by what the provider says, then the one that was said later (`said`), and only then the greater id. A version that is there twice
 * counts once, as it came first.
 */
export function outcomeOf(versions: readonly ResultVersion[], rule: CompletionRule): Outcome {
  const all = inOrder(versions);
  const scores = all.filter(isScore);
  const finals = scores.filter(({ what }) => what.isFinal);
  const completions = all.filter(isCompletion);
  const standing = scores.slice(scores.findLastIndex(({ what }) => what.withdrawn) + 1);
  const score = standing.findLast(({ what }) => what.isFinal) ?? standing.at(-1);
  const completion = completions.at(-1);
  const credential = all.filter(isCredential).at(-1);
  const completed = completions.find(({ what }) => what.completed);
  const passed = completions.find(({ what }) => what.passed === true);
  const newest = all.findLast((one) => isCompletion(one) || (isScore(one) && !one.what.withdrawn));
  const counting = rule.by === 'completed' ? completions : finals;
  const met = counting.find((one) => isMetBy(rule, one));
  const last = rule.by === 'completed' ? completion : standing.findLast(({ what }) => what.isFinal);
  const meets = last !== undefined && isMetBy(rule, last);
  const flags: readonly (OutcomeFlag | false)[] = [
    all.some((one) => one.occurredAt > saidOf(one).at) && 'future',
    finals.some(({ what }) => score?.what.isFinal === true && shareOf(what) > shareOf(score.what)) &&
      'lowered',
    completion?.what.completed === false && completed !== undefined && 'taken-back',
    met !== undefined && !meets && 'below-rule',
  ];
  return {
    ...(score && { score }),
    ...(completion && { completion }),
    ...(credential && { credential }),
    ...(completed && { completed }),
    ...(passed && { passed }),
    ...(met && { met }),
    ...(newest && { newestAt: newest.at }),
    meets,
    flags: flags.filter((flag) => flag !== false),
  };
}

/** 0 to 1; some systems give more than the maximum. */
export const shareOf = ({ given, maximum }: { readonly given: number; readonly maximum: number }): number =>
  maximum > 0 ? Math.min(1, Math.max(0, given / maximum)) : 0;

function isMetBy(rule: CompletionRule, { what }: VersionOf<'score'> | VersionOf<'completion'>): boolean {
  if (what.kind === 'completion') return rule.by === 'completed' && what.completed;
  if (!what.isFinal || rule.by === 'completed') return false;
  return rule.by === 'score' || shareOf(what) >= rule.passMark;
}

type Dated = ResultVersion & { readonly at: string };
export const isScore = (one: Dated): one is VersionOf<'score'> => one.what.kind === 'score';
export const isCompletion = (one: Dated): one is VersionOf<'completion'> => one.what.kind === 'completion';
const isCredential = (one: Dated): one is VersionOf<'credential'> => one.what.kind === 'credential';

/** Oldest first. */
export function inOrder(versions: readonly ResultVersion[]): readonly Dated[] {
  const byId = new Map<string, ResultVersion>();
  for (const version of versions) {
    const known = byId.get(version.versionId);
    if (!known || version.receivedAt < known.receivedAt) byId.set(version.versionId, version);
  }
  const dated = [...byId.values()].map((version) => ({
    ...version,
    at: earlier(version.occurredAt, saidOf(version).at),
  }));
  return dated.sort(
    (a, b) =>
      compare(a.at, b.at) ||
      compare(a.occurredAt, b.occurredAt) ||
      compare(saidOf(a).at, saidOf(b).at) ||
      saidOf(a).place - saidOf(b).place ||
      compare(a.versionId, b.versionId),
  );
}

const saidOf = ({ said, receivedAt }: ResultVersion): SaidWhen => said ?? { at: receivedAt, place: 0 };
const earlier = (a: string, b: string): string => (a < b ? a : b);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
