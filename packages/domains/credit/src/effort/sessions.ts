/** One statement of a registration, as far as it shows that somebody was at work. Times are ISO 8601. */
export interface Moment {
  /** `closed` ends a session and proves nothing by itself. */
  readonly kind: 'launched' | 'work' | 'closed';
  /** Absent for what knows of no session. */
  readonly sessionId?: string;
  /** When it happened: an offline statement says it. */
  readonly at: string;
  readonly storedAt: string;
  /** What content claims that the session took. */
  readonly claimedSeconds?: number;
}

/** One launch until its end, in epoch milliseconds. */
export interface WorkSession {
  readonly from: number;
  /** Of the last sign of life up to the completion, by our own clock. */
  readonly to: number;
  /** When something was done in it, in order. */
  readonly work: readonly number[];
  /** When it was closed, if it was. */
  readonly closedAt?: number;
  readonly claimedSeconds?: number;
}

const ms = (at: string) => Date.parse(at);

/**
 * Sessions up to the completion of the course. What content says about time is believed between the launch and the moment
 * at which it arrived, and nowhere else: nobody learns before a launch or in the future.
 */
export function sessionsOf(moments: readonly Moment[], completedAt: string): readonly WorkSession[] {
  const until = ms(completedAt);
  const launches = moments
    .filter(({ kind, storedAt }) => kind === 'launched' && ms(storedAt) <= until)
    .toSorted((a, b) => a.storedAt.localeCompare(b.storedAt));
  return launches.map((launch, index) => {
    const next = launches[index + 1];
    const own = moments.filter((one) => one.kind !== 'launched' && isIn(one, launch, next));
    // The course was done in the session that was launched last before: its last words may be still on their way.
    return sessionOf(own, { from: ms(launch.storedAt), until, isLast: next === undefined });
  });
}

/** Of what names no session: everything from this launch to the next. */
function isIn(moment: Moment, launch: Moment, next: Moment | undefined): boolean {
  if (moment.sessionId !== undefined) return moment.sessionId === launch.sessionId;
  return moment.storedAt >= launch.storedAt && (next === undefined || moment.storedAt < next.storedAt);
}

function sessionOf(
  moments: readonly Moment[],
  bounds: { readonly from: number; readonly until: number; readonly isLast: boolean },
): WorkSession {
  const { from, until, isLast } = bounds;
  const closed = moments.find(({ kind }) => kind === 'closed');
  const lastWord = closed ? ms(closed.storedAt) : until;
  const signs = moments.map(({ storedAt }) => ms(storedAt)).filter((at) => at <= until);
  const work = moments
    .filter(({ kind }) => kind === 'work')
    .map(({ at, storedAt }) => Math.min(Math.max(ms(at), from), ms(storedAt)))
    // Done before, though told after: of what a device kept while it was offline the completion may come first.
    .filter((at) => at <= until)
    .toSorted((a, b) => a - b);
  return {
    ...{ from, work, to: Math.max(from, ...signs, ...(isLast ? [Math.min(until, lastWord)] : [])) },
    ...(closed && { closedAt: ms(closed.storedAt) }),
    ...(closed?.claimedSeconds !== undefined && { claimedSeconds: closed.claimedSeconds }),
  };
}
