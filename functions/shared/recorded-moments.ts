import type { Moment, TimesElsewhere } from '@sinau/credit';

/** One statement of a registration, before it is known who shows the part it is about. */
export interface RecordedMoment extends Omit<Moment, 'kind'> {
  /** `visited`: another system was opened; there is no session. */
  readonly kind: Moment['kind'] | 'visited';
  /** The publisher’s id of the AU. */
  readonly auId?: string;
}

/** Parts that another system shows, by their AU. Of a link its provider says nothing. */
export type PartsElsewhere = ReadonlyMap<string, 'link' | 'provider'>;

/** What was recorded of the parts that are shown here: whoever opens another system is at work there. */
export function momentsHere(all: readonly RecordedMoment[], elsewhere: PartsElsewhere): readonly Moment[] {
  const isAway = ({ auId }: RecordedMoment) => auId !== undefined && elsewhere.has(auId);
  const sessions = new Set(all.filter(isAway).map(({ sessionId }) => sessionId ?? ''));
  return all.flatMap((one) => {
    const { kind, auId: _, ...when } = one;
    if (kind === 'visited' || isAway(one) || sessions.has(when.sessionId ?? '-')) return [];
    return [{ ...when, kind }];
  });
}

/** When these were opened first, and done by the word of their provider, if all of them have one. */
export function timesElsewhere(
  all: readonly RecordedMoment[],
  elsewhere: PartsElsewhere,
  completedAt: string,
): TimesElsewhere {
  const known = all.filter(
    ({ auId, storedAt }) => auId !== undefined && elsewhere.has(auId) && storedAt <= completedAt,
  );
  const isOpening = ({ kind }: RecordedMoment) => kind === 'launched' || kind === 'visited';
  const [openedAt] = known
    .filter(isOpening)
    .map(({ storedAt }) => storedAt)
    .toSorted();
  const told = known.filter(({ kind, sessionId }) => kind === 'work' && sessionId === undefined);
  const doneAt = told
    .map(({ at }) => endOf(at))
    .toSorted()
    .at(-1);
  const isTold = ![...elsewhere.values()].includes('link');
  const signs = known.filter(({ kind }) => kind !== 'closed').map(signOf);
  return {
    ...(openedAt !== undefined && { openedAt }),
    ...(isTold && doneAt !== undefined && { doneAt }),
    ...(signs.length > 0 && { signs: [...new Set(signs)].toSorted() }),
  };
}

/** The word of a provider is about a time before it came; everything else is seen by our own clock. */
function signOf({ kind, sessionId, at, storedAt }: RecordedMoment): string {
  const isWord = kind === 'work' && sessionId === undefined;
  const time = isWord ? Math.min(Date.parse(at), Date.parse(storedAt)) : Date.parse(storedAt);
  return new Date(time).toISOString();
}

const dayMs = 86_400_000;
/** Midnight of UTC and of the zones of the country. */
const midnights = [0, 15, 16, 17];

/** A provider who knows the day alone says its midnight: then it was done at the end of that day at the latest. */
function endOf(at: string): string {
  const time = new Date(at);
  const isDay = time.getTime() % 3_600_000 === 0 && midnights.includes(time.getUTCHours());
  return isDay ? new Date(time.getTime() + dayMs).toISOString() : time.toISOString();
}
