import { LtiChangedMeanwhile, LtiNotFound } from './errors.ts';
import { keptKeys, type PlatformKey, type PlatformKeyBook, statesOf } from './platform-key.ts';
import { makeKey, type PlatformKeyDeps, readBook } from './platform-keys.ts';

interface Withdrawal {
  readonly kid: string;
  /** Person or client. */
  readonly by: string;
  readonly reason: string;
}

/** Somebody may write a key of their own at the same time. */
const maxTries = 4;

/**
 * Takes a key out of the set at once, and its private half away. If it was the one that signs, the next does so from now on, or one that is made
 * for it: tools that do not ask for a key they have never seen refuse launches until their copy of the set is old. Again is the same as once.
 */
export async function withdrawKey(deps: PlatformKeyDeps, withdrawal: Withdrawal): Promise<PlatformKeyBook> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const book = await readBook(deps);
    const keys = await withoutKey(deps, book.keys, withdrawal);
    if (keys === book.keys) return book;
    const outcome = await deps.platformKeys.write({ keys, rev: book.rev });
    if (outcome === 'written') return { keys, rev: book.rev + 1 };
  }
  throw new LtiChangedMeanwhile();
}

async function withoutKey(
  deps: PlatformKeyDeps,
  keys: readonly PlatformKey[],
  { kid, by, reason }: Withdrawal,
): Promise<readonly PlatformKey[]> {
  const now = deps.clock.now();
  const at = now.toISOString();
  const place = keys.findIndex((key) => key.kid === kid);
  const states = statesOf(keys, now);
  const state = states[place] ?? 'gone';
  if (state === 'gone') throw new LtiNotFound('There is no such key.');
  if (state === 'withdrawn') return keys;
  const without = keys.map((key) => (key.kid === kid ? withdrawnKey(key, { at, by, reason }) : key));
  if (state !== 'current') return keptKeys(without, now);
  const next = states.indexOf('next');
  // The next one is known to most tools already.
  if (next >= 0)
    return keptKeys(
      without.map((key, index) => (index === next ? { ...key, signsFrom: at } : key)),
      now,
    );
  return [...keptKeys(without, now), await makeKey(deps, { signsFrom: at, by })];
}

function withdrawnKey(
  { sealedPrivateKey: _, ...told }: PlatformKey,
  withdrawn: NonNullable<PlatformKey['withdrawn']>,
): PlatformKey {
  return { ...told, withdrawn };
}
