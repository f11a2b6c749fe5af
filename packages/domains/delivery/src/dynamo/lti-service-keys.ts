import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { ToolPlace } from '../lti-services/line-item.ts';

interface OfItem extends ToolPlace {
  readonly lineItemId: string;
}

/** Line items of one tool in one course. */
export const lineItemPartition = ({ courseId, clientId }: ToolPlace): string =>
  composeKey('LTI-ITEMS', courseId, clientId);

export const lineItemKey = (item: OfItem): Key => ({
  pk: lineItemPartition(item),
  sk: composeKey('ITEM', item.lineItemId),
});

/** Scores of one line item. */
export const scorePartition = ({ courseId, clientId, lineItemId }: OfItem): string =>
  composeKey('LTI-SCORES', courseId, clientId, lineItemId);

export const scorePrefix = keyPrefix('USER');

export const scoreKey = (item: OfItem, userId: string): Key => ({
  pk: scorePartition(item),
  sk: composeKey('USER', userId),
});

/** Tells by the registration that there is a score, for the rights of the person. */
export const scorePointerKey = (registration: string, lineItemId: string): Key => ({
  pk: composeKey('DELIVERY', registration),
  sk: composeKey('LTI-SCORE', lineItemId),
});

export const scorePointerPrefix = keyPrefix('LTI-SCORE');

/** `mark`: a digest, as what a tool sends may be longer than a key. */
export const assertionKey = (clientId: string, mark: string): Key => ({
  pk: composeKey('LTI-ASSERTION', clientId, mark),
  sk: 'ASSERTION',
});
