import {
  addSessionTime,
  attemptIdOf,
  attemptIri,
  type CommitIssue,
  type CommitOrder,
  type DocumentContext,
  type Item,
  type ItemStanding,
  judgeStatus,
  type KeptStatus,
  mergeStatus,
  type RuntimeData,
  type SessionView,
  thresholdsOf,
  untouchedData,
  visitKey,
} from '@sinau/scorm';
import type { ScormDeps, ScormSession } from './scorm-session.ts';
import { openVisit } from './seeds.ts';
import { type ScormItemState, type ScormPackageState, standingIn } from './state.ts';

/** One commit of one item, that may be written. */
export interface ItemCommit {
  readonly manifestItem: Item;
  readonly order: CommitOrder;
  readonly newVisit: boolean;
  /** Absent: the message says nothing about the data. */
  readonly data: RuntimeData | undefined;
  readonly end: 'terminated' | 'left' | undefined;
  readonly whole: ScormPackageState;
  readonly item: ScormItemState | undefined;
  /** ISO 8601 UTC. */
  readonly at: string;
}

export interface ItemChange {
  readonly item: ScormItemState;
  readonly standing: ItemStanding;
  readonly before: SessionView;
  readonly after: SessionView;
  readonly entry: 'ab-initio' | 'resume';
  /** What the data would have taken back, and did not. */
  readonly held: readonly CommitIssue[];
  /** True: there is more to tell than fits one write; the same commit has to be applied once more. */
  readonly partial: boolean;
}

/** So many answers become statements of one write of the record store; what is more follows in the next. */
const answersTogether = 300;

/** The item after a commit, and the two views whose difference is told as xAPI. */
export function applyCommit(scorm: ScormSession, commit: ItemCommit): ItemChange {
  const { manifestItem, order, at, end } = commit;
  if (manifestItem.launch?.kind !== 'sco') return applyShown(scorm, commit);
  const { base, before, entry } = openingOf(scorm, commit);
  const { data, partial } = inPortions(before.data, commit.data ?? before.data);
  const over = partial ? undefined : end;
  const terminated = over === 'terminated';
  const judged = judgeStatus(
    scorm.course.version,
    { ...data, finished: terminated },
    thresholdsOf(manifestItem),
  );
  const reported = { ...judged, score: data.score };
  const merged = mergeStatus(base.begun ? base.reached : undefined, reported, settingOf(scorm));
  const seconds = data.sessionSeconds ?? 0;
  const time = terminated ? addSessionTime(base.time, { sessionId: visitKey(order), seconds }) : base.time;
  const place = { ...order, terminated, ...(partial && { sequence: order.sequence - 1 }) };
  const { attempt, earlierSeconds } = base;
  return {
    item: {
      ...scorm.key,
      itemId: manifestItem.identifier,
      originHash: scorm.originHash,
      ...{ place, attempt, data, reached: merged.status, time, earlierSeconds, savedAt: at },
      rev: commit.item?.rev ?? 0,
    },
    standing: standingOf(scorm, commit, { reached: merged.status, progressMeasure: data.progressMeasure }),
    before,
    after: {
      initialized: true,
      terminated,
      data,
      status: merged.status,
      totalSeconds: time.seconds,
    },
    entry,
    held: merged.held.map((part) => ({
      path: `cmi.${part}`,
      message: 'would take back what was reached; kept',
    })),
    partial,
  };
}

interface Base {
  readonly attempt: number;
  readonly time: ScormItemState['time'];
  readonly earlierSeconds: number;
  /** False: nothing was reported in this attempt yet, so `reached` is only where it starts. */
  readonly begun: boolean;
  readonly reached: KeptStatus;
}

function openingOf(
  scorm: ScormSession,
  { newVisit, item, whole, manifestItem }: ItemCommit,
): { readonly base: Base; readonly before: SessionView; readonly entry: 'ab-initio' | 'resume' } {
  if (item && !newVisit) {
    const { attempt, time, earlierSeconds, reached, data } = item;
    const view = { initialized: true, terminated: false, data, status: reached, totalSeconds: time.seconds };
    return {
      base: { attempt, time, earlierSeconds, reached, begun: true },
      before: view,
      entry: 'resume',
    };
  }
  const opening = openVisit(scorm, manifestItem, { whole, item });
  const { data, time, attempt, earlierSeconds, entry } = opening;
  const begun = !entry.newAttempt && item !== undefined;
  const { completion, success, score } = data;
  const reached = begun ? item.reached : { completion, success, score };
  return {
    base: { attempt, time, earlierSeconds, reached, begun },
    before: {
      initialized: false,
      terminated: false,
      data,
      status: reached,
      totalSeconds: time.seconds,
    },
    entry: entry.entry,
  };
}

/** An asset speaks to nobody: it was shown, so it is done. */
function applyShown(scorm: ScormSession, commit: ItemCommit): ItemChange {
  const { manifestItem, order, item, at } = commit;
  const done = { completion: 'completed', success: 'unknown', score: {} } as const;
  const known = item?.reached ?? { completion: 'not attempted', success: 'unknown', score: {} };
  const reached = commit.end === undefined ? known : done;
  const view = { initialized: true, terminated: true, data: untouchedData, totalSeconds: 0 };
  return {
    item: {
      ...scorm.key,
      itemId: manifestItem.identifier,
      originHash: scorm.originHash,
      place: { ...order, terminated: commit.end !== undefined },
      ...{ attempt: 0, data: untouchedData, reached, time: { seconds: 0 }, earlierSeconds: 0, savedAt: at },
      rev: item?.rev ?? 0,
    },
    standing: standingOf(scorm, commit, { reached, progressMeasure: undefined }),
    before: { ...view, status: known },
    after: { ...view, status: reached },
    entry: 'ab-initio',
    held: [],
    partial: false,
  };
}

/** Over all attempts, what was reached is never taken back, unless the course lets the package. */
function standingOf(
  scorm: ScormSession,
  { whole, manifestItem }: ItemCommit,
  now: { readonly reached: KeptStatus; readonly progressMeasure: number | undefined },
): ItemStanding {
  const known = standingIn(whole.standing, manifestItem.identifier);
  const { status } = mergeStatus(known, now.reached, settingOf(scorm));
  const progressMeasure = Math.max(known?.progressMeasure ?? 0, now.progressMeasure ?? 0);
  return { ...status, ...(progressMeasure > 0 && { progressMeasure }) };
}

function inPortions(
  before: RuntimeData,
  data: RuntimeData,
): { readonly data: RuntimeData; readonly partial: boolean } {
  const changed = data.interactions.flatMap((interaction, index) =>
    JSON.stringify(before.interactions[index]) === JSON.stringify(interaction) ? [] : [index],
  );
  const end = changed[answersTogether];
  if (end === undefined) return { data, partial: false };
  const interactions = [...data.interactions.slice(0, end), ...before.interactions.slice(end)];
  return { data: { ...data, interactions }, partial: true };
}

/** Whether a lower status of the package takes the place of the one reached. What the part of the course has reached stays. */
export function settingOf({ part }: Pick<ScormSession, 'part'>): { readonly downgrade: boolean } {
  return { downgrade: part.statusMayFall === true };
}

/** Activity id of a SCO or asset: below the one of its AU, so that nobody else has it. */
export function itemActivityId(auActivityId: string, itemId: string): string {
  return `${auActivityId}/item/${encodeURIComponent(itemId)}`;
}

/** Attempts that the activity state lists; older ones are still in the record. */
const listedAttempts = 100;

/** What statements and documents about this commit have in common. */
export function contextOf(
  deps: Pick<ScormDeps, 'digest'>,
  scorm: ScormSession,
  of: {
    readonly manifestItem: Item;
    readonly order: CommitOrder;
    readonly attempt: number;
    readonly entry: 'ab-initio' | 'resume';
    readonly at: string;
  },
): DocumentContext {
  const { session, au, course, mode } = scorm;
  const { registration, actor, activityId } = session.terms;
  const sco = itemActivityId(activityId, of.manifestItem.identifier);
  const idOf = (attempt: number) => attemptIdOf(deps.digest, { registration, sco, attempt });
  const earlier = Array.from({ length: Math.max(0, of.attempt - 1) }, (_, n) => n + 1);
  return {
    digest: deps.digest,
    actor,
    registration,
    version: course.version,
    mode,
    sco: { activityId: sco, name: { und: of.manifestItem.title }, item: of.manifestItem },
    course: { activityId, name: au.title },
    attemptId: idOf(of.attempt),
    sessionId: `${session.terms.sessionId}.${visitKey(of.order)}`,
    entry: of.entry,
    sequence: of.order.sequence,
    timestamp: of.at,
    language: 'und',
    attempts: earlier.slice(-listedAttempts).map((attempt) => attemptIri(sco, idOf(attempt))),
  };
}
