import type { Digest } from '@sinau/kernel';

/** What a provider sent of one result, to the letter: what concerns nobody else, without headers, so without tokens and signatures. */
export interface SentPayload {
  readonly text: string;
  /** Without parameters; of `text`, which may be a part of what was sent. */
  readonly contentType: string;
  /** Where it was found, for whoever looks for it on the side of the provider: a message and the place in it, a file and its row, a service. */
  readonly where?: string;
}

/** How it is kept. `erased`: taken out with the learning records of its learner. */
export type KeptPayload =
  | (SentPayload & {
      readonly state: 'kept';
      /** UTF-8, of all that was sent. */
      readonly bytes: number;
      /** Lower-case hex, of all that was sent; absent of what came before payloads were kept to the letter, and is in our form. */
      readonly sha256?: string;
      /** `text` is the beginning. */
      readonly isCut: boolean;
    })
  | { readonly state: 'erased'; readonly at: string };

/** Bytes that are kept of one; what is sent of one result is a hundredth of it. What is beyond is proved by the hash alone. */
export const mostSentBytes = 32 * 1024;
/** As long as statements are, by the rule for raw statements; a result stays longer than how it was sent. */
export const sentKeptDays = 731;
const longestWhere = 300;

export function keptPayload(
  digest: Pick<Digest, 'sha256'>,
  { text, contentType, where }: SentPayload,
): KeptPayload {
  const whole = new TextEncoder().encode(text);
  const isCut = whole.length > mostSentBytes;
  return {
    ...{ state: 'kept', text: isCut ? beginningOf(whole) : text, contentType: mediaType(contentType) },
    ...(where !== undefined && { where: where.slice(0, longestWhere) }),
    ...{ bytes: whole.length, sha256: digest.sha256(whole), isCut },
  };
}

/** What is left of a character that was cut through is dropped. */
const beginningOf = (bytes: Uint8Array): string =>
  new TextDecoder().decode(bytes.subarray(0, mostSentBytes)).replace(/\uFFFD+$/, '');

const mediaType = (header: string): string =>
  /^[\w.+-]{1,60}\/[\w.+-]{1,100}/.exec(header.trim())?.[0].toLowerCase() ?? 'application/octet-stream';
