import type { Digest } from '@sinau/kernel';
import type { InboxResult } from './inbox-result.ts';
import type { Taken } from './ports.ts';
import { canonicalSaying, type ResultEvent, resultIdOf, saidLast, saidOf } from './result-event.ts';
import { type KeptPayload, keptPayload } from './sent-payload.ts';

/** How a result lies in the inbox before anybody has looked, and how it was sent. */
export function arrived(
  digest: Pick<Digest, 'sha1' | 'sha256'>,
  { sent, ...event }: ResultEvent,
): { readonly result: InboxResult; readonly sent: KeptPayload } {
  const resultId = resultIdOf(digest, event);
  return {
    result: { resultId, event, decision: { state: 'new' }, rev: 1 },
    sent: keptPayload(digest, sent),
  };
}

/** What it means that `known` was there already under the id of `sent`. */
export function metAgain(known: InboxResult, sent: InboxResult): Exclude<Taken, 'taken'> {
  const [before, now] = [known.event, sent.event];
  // What a provider says without a time has that of our question: the first one stays.
  const { occurredAt } = now.source === 'poll' && before.source === 'poll' ? before.result : now.result;
  const isSame = canonicalSaying(before.result) === canonicalSaying({ ...now.result, occurredAt });
  return isSame ? 'duplicate' : 'contradicts';
}

/**
 * `known` when the same saying has come once more; undefined where that moves nothing. Everything else about it stays as it came first.
 */
export function saidAgain(known: InboxResult, again: InboxResult): InboxResult | undefined {
  const before = saidOf(known.event);
  const said = saidLast(before, saidOf(again.event));
  if (said.as === before.as && said.at === before.at && said.place === before.place) return undefined;
  return { ...known, event: { ...known.event, said } };
}
