import type { Item } from '@sinau/platform/dynamo';
import type { Attempt } from '../placement.ts';
import { readAttempt } from './rows.ts';

/** What one change of a row says of attempts: scores follow them. The table's stream is the outbox. */
export function attemptChange(change: {
  readonly before?: Item;
  readonly after?: Item;
}): { readonly kind: 'launched' | 'removed'; readonly attempt: Attempt } | undefined {
  const { before, after } = change;
  if (after?.kind === 'lti-attempt') return { kind: 'launched', attempt: readAttempt(after) };
  if (!after && before?.kind === 'lti-attempt') return { kind: 'removed', attempt: readAttempt(before) };
  return undefined;
}
