import type { Clock } from '@sinau/kernel';
import type { ServiceScope } from '@sinau/lti';
import { mediaTypes } from '@sinau/lti/services';
import { type ScoreSaying, sayingMark, scoreBody, scoreSaying, scoresAddress } from '@sinau/lti/tool';
import type { Placement } from '../placement.ts';
import type { ForeignPlatform } from '../platform.ts';
import type { AccountLinkStore, ForeignPlatformStore, PlacementStore } from '../ports.ts';
import { findLineItem, type LineItemDeps } from './find-line-item.ts';
import { GradesRefused } from './grades-refused.ts';
import type { ScoreStore, StandingPort } from './ports.ts';
import type { ScoreRef, ScoreRow } from './score-row.ts';
import { settle } from './settle.ts';
import { leaseMs } from './timing.ts';

export interface SendDeps extends LineItemDeps {
  readonly scores: ScoreStore;
  readonly platforms: Pick<ForeignPlatformStore, 'find'>;
  readonly placements: Pick<PlacementStore, 'find'>;
  readonly links: Pick<AccountLinkStore, 'find'>;
  readonly standings: StandingPort;
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

export type SendOutcome =
  /** Not due, done by another, or gone. */
  | 'nothing'
  | 'sent'
  /** The platform has it already, or there is nothing to say. */
  | 'no-news'
  | 'later'
  | 'failed'
  /** The account over there is nobody's here any more, or the platform is gone: the row is too. */
  | 'ended';

const scoreScope: ServiceScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/score';

/**
 * Tells one platform where one learner stands, if that is due. Any number of workers, any number of times, killed anywhere: what is sent is
 * read now, and what is put on its way is noted before with a later time than everything that was on its way before, so that the newest
 * saying stands over there in whatever order they arrive.
 */
export async function sendScore(deps: SendDeps, ref: ScoreRef): Promise<SendOutcome> {
  const found = await deps.scores.find(ref);
  const now = deps.clock.now();
  if (found?.state !== 'waiting' || (found.dueAt ?? '~') > now.toISOString()) return 'nothing';
  const platform = await platformOf(deps, found);
  if (!platform) {
    await deps.scores.remove(found);
    return 'ended';
  }
  const standing = await deps.standings.standingOf(found.registration);
  const saying = standing && scoreSaying(standing);
  if (!saying || found.sent?.mark === sayingMark(saying)) {
    return (await settle(deps, found, { outcome: 'no-news' })) ? 'no-news' : 'nothing';
  }
  const sending = await take(deps, { found, saying, now });
  if (!sending) return 'nothing';
  try {
    await send(deps, { row: sending, platform, saying });
    await settle(deps, sending, { outcome: 'sent', saying });
    return 'sent';
  } catch (error) {
    if (!(error instanceof GradesRefused)) throw error;
    return settleRefused(deps, sending, error);
  }
}

/** While the person is linked to the account over there: nothing is said of anybody else. */
async function platformOf(deps: SendDeps, row: ScoreRow): Promise<ForeignPlatform | undefined> {
  const [platform, link] = await Promise.all([
    deps.platforms.find(row.platformId),
    deps.links.find(row.platformId, row.subject),
  ]);
  return link?.personId === row.personId ? platform : undefined;
}

/** Notes what is put on its way, and keeps others away meanwhile. Undefined: somebody else was faster. */
async function take(
  deps: SendDeps,
  given: { readonly found: ScoreRow; readonly saying: ScoreSaying; readonly now: Date },
): Promise<ScoreRow | undefined> {
  const { found, saying, now } = given;
  const mark = sayingMark(saying);
  const timestamp = found.tried?.mark === mark ? found.tried.timestamp : timestampOf(found, now);
  const dueAt = new Date(now.getTime() + leaseMs).toISOString();
  const row: ScoreRow = { ...found, dueAt, tries: found.tries + 1, tried: { mark, timestamp } };
  return (await deps.scores.save(row)) === 'saved' ? { ...row, rev: row.rev + 1 } : undefined;
}

/** When the change became true, but never in the future, and after everything that was said before. */
function timestampOf({ changedAt, tried }: ScoreRow, now: Date): string {
  const ms = Math.min(Date.parse(changedAt), now.getTime());
  return new Date(tried ? Math.max(ms, Date.parse(tried.timestamp) + 1) : ms).toISOString();
}

async function send(
  deps: SendDeps,
  given: { readonly row: ScoreRow; readonly platform: ForeignPlatform; readonly saying: ScoreSaying },
): Promise<void> {
  const { row, platform, saying } = given;
  if (platform.status !== 'active') throw new GradesRefused('platform-off', { passing: true });
  const placement = await deps.placements.find(row.platformId, row.placementId);
  if (!placement?.grades?.scopes.includes(scoreScope))
    throw new GradesRefused('no-grades', { passing: false });
  const lineItem = await findLineItem(deps, { platform, placement });
  const { subject } = row;
  const body = scoreBody(saying, { subject, timestamp: row.tried?.timestamp ?? row.changedAt });
  const request = { url: scoresAddress(lineItem), scope: scoreScope, type: mediaTypes.score, body };
  try {
    // Something newer stands there: what this row owes is told.
    await deps.services.post(platform, request);
  } catch (error) {
    await forgetWhenGone(deps, placement, error);
    throw error;
  }
}

/** A line item that we found ourselves was deleted over there: the next order looks for another. */
async function forgetWhenGone(deps: SendDeps, placement: Placement, error: unknown): Promise<void> {
  const isOurs = placement.grades?.lineItem === undefined;
  if (isOurs && error instanceof GradesRefused && error.because === 'not-found') {
    await deps.lineItems.forget(placement);
  }
}

async function settleRefused(deps: SendDeps, row: ScoreRow, refused: GradesRefused): Promise<SendOutcome> {
  const { because, passing, afterSeconds } = refused;
  const end = {
    outcome: 'refused',
    because,
    passing,
    ...(afterSeconds !== undefined && { afterSeconds }),
  } as const;
  const after = await settle(deps, row, end);
  return after?.state === 'failed' ? 'failed' : 'later';
}
