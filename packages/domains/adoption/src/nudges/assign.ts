import type { PersonId, Signer } from '@sinau/kernel';
import type { Experiment, NudgeGroup } from './experiment.ts';

/** A signer by its secret: HMAC-SHA-256 in the product. */
export type SignerOf = (secret: string) => Pick<Signer, 'sign'>;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * The group of a person: a keyed hash of experiment and person as a number from 0 to 1, below the share for whoever is held out. It depends on nothing
 * else, so neither order nor repetition of rounds changes it; the key is drawn with each version, so that versions and kinds are independent.
 */
export function groupOf(
  signerOf: SignerOf,
  { kind, version, share, salt }: Pick<Experiment, 'kind' | 'version' | 'share' | 'salt'>,
  personId: PersonId,
): NudgeGroup {
  const hash = signerOf(salt).sign(`nudge:${kind}:${version}`, personId);
  // Eight letters of base64url are 48 bits, which a number holds exactly.
  let drawn = 0;
  for (const letter of hash.slice(0, 8)) drawn = drawn * 64 + letters.indexOf(letter);
  return drawn / 2 ** 48 < share / 100 ? 'held-out' : 'told';
}
