import type { Digest } from '@sinau/kernel';
import type { InboxResult } from './inbox-result.ts';
import type { Taken } from './ports.ts';
import { canonicalSaying, maxRawBytes, type ResultEvent, resultIdOf } from './result-event.ts';

/** How a result lies in the inbox before anybody has looked, and as it was sent. */
export function arrived(
  digest: Pick<Digest, 'sha1'>,
  sent: ResultEvent,
): { readonly result: InboxResult; readonly raw: string } {
  const { raw, ...event } = sent;
  const result: InboxResult = {
    resultId: resultIdOf(digest, sent),
    event,
    decision: { state: 'new' },
    rev: 1,
  };
  return { result, raw: shortened(raw) };
}

/** What it means that `known` was there already under the id of `sent`. */
export function metAgain(known: InboxResult, sent: InboxResult): Exclude<Taken, 'taken'> {
  const [before, now] = [known.event, sent.event];
  // What a provider says without a time has that of our question: the first one stays.
  const { occurredAt } = now.source === 'poll' && before.source === 'poll' ? before.result : now.result;
  const isSame = canonicalSaying(before.result) === canonicalSaying({ ...now.result, occurredAt });
  return isSame ? 'duplicate' : 'contradicts';
}

function shortened(raw: string): string {
  const bytes = new TextEncoder().encode(raw);
  if (bytes.length <= maxRawBytes) return raw;
  // What is left of a character that was cut through is dropped.
  return new TextDecoder().decode(bytes.subarray(0, maxRawBytes)).replace(/\uFFFD+$/, '');
}
