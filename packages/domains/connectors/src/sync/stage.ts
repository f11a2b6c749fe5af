import type { ProviderId } from '@sinau/kernel';
import type { ConnectionId } from '../connection.ts';
import { type CourseContent, differingFields } from './content.ts';
import type { ChangeKind, ItemFinding, SyncItem, Waiting } from './sync-item.ts';

export interface Seen {
  readonly content: CourseContent;
  readonly hash: string;
  readonly isCut: boolean;
  readonly tellsCompletion?: false;
}

export interface StageAt {
  readonly runId: string;
  readonly now: string;
  /** Whether a module may lead there. */
  readonly takesUrl: (url: string) => boolean;
}

/** An item that was never seen before. */
export function newItem(
  of: {
    readonly connectionId: ConnectionId;
    readonly providerId: ProviderId;
    readonly externalId: string;
    readonly seen: Seen;
  },
  at: StageAt,
): SyncItem {
  const { connectionId, providerId, externalId, seen } = of;
  const base = { connectionId, providerId, externalId, present: true, generation: 0, rev: 1 };
  return withWaiting({ ...base, ...seenIn(seen, at.now) }, at);
}

/** The item after the provider was seen to say this; the same object when that is no news. */
export function stageSeen(item: SyncItem, seen: Seen, at: StageAt): SyncItem {
  const isSame = item.hash === seen.hash && item.tellsCompletion === seen.tellsCompletion;
  if (item.present && isSame) return item;
  const { isCut: _, tellsCompletion: __, ...rest } = item;
  return moved(item, withWaiting({ ...rest, present: true, ...seenIn(seen, at.now) }, at));
}

/** The item after a whole run did not meet it. */
export function stageAbsent(item: SyncItem, at: StageAt): SyncItem {
  return item.present ? moved(item, withWaiting({ ...item, present: false }, at)) : item;
}

/** What waits for a decision now. A change that waits already, or was rejected, stays as it is. */
export function withWaiting(item: SyncItem, at: StageAt): SyncItem {
  const { waiting, ...rest } = item;
  const change = changeOf(item);
  if (!change) return rest;
  const hash = change === 'withdrawn' ? '' : item.hash;
  if (waiting?.change === change && waiting.hash === hash) return item;
  const next: Waiting = {
    ...{ change, hash, runId: at.runId, since: at.now, conflicts: [] },
    fields:
      item.accepted && change !== 'withdrawn' ? differingFields(item.accepted.content, item.content) : [],
    findings: change === 'withdrawn' ? [] : findingsOf(item, at.takesUrl),
  };
  return { ...rest, waiting: next };
}

function changeOf({ present, accepted, closed, hash }: SyncItem): ChangeKind | undefined {
  if (!accepted) return present ? 'new' : undefined;
  if (!present) return closed ? undefined : 'withdrawn';
  if (closed) return 'returned';
  return hash === accepted.hash ? undefined : 'changed';
}

function findingsOf(
  { content, isCut }: SyncItem,
  takesUrl: (url: string) => boolean,
): readonly ItemFinding[] {
  const { title, jp, sks, price, url, startsAt, endsAt } = content;
  const jpFinding = sks === undefined ? 'jp-missing' : 'jp-from-sks';
  return [
    ...(title === '' ? ['title-missing' as const] : []),
    ...(jp === undefined ? [jpFinding as ItemFinding] : []),
    ...(price === undefined ? ['price-missing' as const] : []),
    ...(url === undefined ? ['url-missing' as const] : takesUrl(url) ? [] : ['url-unusable' as const]),
    ...(startsAt !== undefined && endsAt !== undefined && endsAt <= startsAt ? ['dates-wrong' as const] : []),
    ...(isCut ? ['description-cut' as const] : []),
  ];
}

/** What the catalogue takes of it: what has a place there, and what a finding does not speak against. */
export function placed(content: CourseContent, takesUrl: (url: string) => boolean): CourseContent {
  const { url, startsAt, endsAt, code: _code, sks: _sks, ...rest } = content;
  const isWrong = startsAt !== undefined && endsAt !== undefined && endsAt <= startsAt;
  return {
    ...rest,
    price: content.price ?? 0,
    ...(url !== undefined && takesUrl(url) && { url }),
    ...(startsAt !== undefined && !isWrong && { startsAt }),
    ...(endsAt !== undefined && !isWrong && { endsAt }),
  };
}

const seenIn = ({ content, hash, isCut, tellsCompletion }: Seen, now: string) => ({
  ...{ content, hash, seenAt: now },
  ...(isCut && { isCut: true as const }),
  ...(tellsCompletion === false && { tellsCompletion }),
});

const moved = (before: SyncItem, after: SyncItem): SyncItem => ({ ...after, rev: before.rev + 1 });
