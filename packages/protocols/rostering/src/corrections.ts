import { inOrder, isCompletion, isScore, type ResultVersion, shareOf, type VersionOf } from './outcome.ts';

/** What a provider has changed of what it had said of one learner in one part. Times are ISO 8601 UTC. */
export interface Corrections {
  /** `from` and `to`: 0 to 1; without `to` the score was taken away and none has come since. */
  readonly score?: { readonly at: string; readonly from: number; readonly to?: number };
  readonly completion?: {
    readonly at: string;
    readonly from: CompletionWord;
    readonly to: CompletionWord;
  };
}

/** `failed`: gone through, and not passed. */
export type CompletionWord = 'completed' | 'failed' | 'not-completed';

/**
 * The newest correction of each kind: a pure function of the set of versions, as `outcomeOf` is. Up or down, a final score that differs
 * from the final one before it is a correction, and so is another word about a completion once it was given. What says the same again is
 * none, nor is a running total, or a first completion.
 */
export function correctionsOf(versions: readonly ResultVersion[]): Corrections {
  const all = inOrder(versions);
  const score = scoreCorrection(all.filter(isScore));
  const completion = completionCorrection(all.filter(isCompletion));
  return { ...(score && { score }), ...(completion && { completion }) };
}

function scoreCorrection(scores: readonly VersionOf<'score'>[]): Corrections['score'] {
  const finals = changesOf(
    scores.filter(({ what }) => what.isFinal && !what.withdrawn),
    ({ what }) => rounded(shareOf(what)),
  );
  const last = finals.at(-1);
  if (!last) return undefined;
  const reset = scores.findLastIndex(({ what }) => what.withdrawn);
  const isBack = scores.findLastIndex(({ what }) => what.isFinal && !what.withdrawn) > reset;
  const takenAway = scores[reset];
  if (takenAway && !isBack) return { at: takenAway.at, from: last.value };
  const before = finals.at(-2);
  return before && { at: last.at, from: before.value, to: last.value };
}

function completionCorrection(completions: readonly VersionOf<'completion'>[]): Corrections['completion'] {
  const words = changesOf(completions, ({ what }) => wordOf(what));
  const given = words.findIndex(({ value }) => value === 'completed');
  const [before, last] = given < 0 ? [] : words.slice(given).slice(-2);
  return before && last && { at: last.at, from: before.value, to: last.value };
}

function wordOf({ completed, passed }: VersionOf<'completion'>['what']): CompletionWord {
  if (!completed) return 'not-completed';
  return passed === false ? 'failed' : 'completed';
}

/** Each value where it began; what says the same again is left out. */
function changesOf<Version extends { readonly at: string }, Value>(
  versions: readonly Version[],
  read: (version: Version) => Value,
): readonly { readonly at: string; readonly value: Value }[] {
  const changes: { readonly at: string; readonly value: Value }[] = [];
  for (const version of versions) {
    const value = read(version);
    if (changes.at(-1)?.value !== value) changes.push({ at: version.at, value });
  }
  return changes;
}

/** As scores are kept: another maximum for the same share corrects nothing. */
const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;
