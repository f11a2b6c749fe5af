import { readSeats } from '../quantities.ts';
import { readDate } from '../table/read-dates.ts';
import type { Collected } from './collect-nodes.ts';
import { readLessonHours, readMinutes } from './durations.ts';
import { type LdNode, valuesOf, wordsIn } from './node.ts';

export interface Instance {
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly jp?: number;
  readonly seats?: number;
  readonly isCancelled: boolean;
}

/** Of all dates of a course the one that learners can still join: the first that has not ended, else the last. */
export function currentInstance(
  course: LdNode,
  { find, now }: { readonly find: Collected['find']; readonly now: string },
): { readonly instance: Instance | undefined; readonly allCancelled: boolean } {
  const all = valuesOf(course, 'hasCourseInstance').flatMap((value) => {
    const node = find(value);
    return node ? [instanceOf(node, find)] : [];
  });
  const held = all
    .filter(({ isCancelled }) => !isCancelled)
    .toSorted((a, b) => ((a.startsAt ?? '') < (b.startsAt ?? '') ? -1 : 1));
  return {
    instance: held.find(({ endsAt }) => endsAt === undefined || endsAt >= now) ?? held.at(-1),
    allCancelled: all.length > 0 && held.length === 0,
  };
}

function instanceOf(node: LdNode, find: Collected['find']): Instance {
  const schedule = valuesOf(node, 'courseSchedule')
    .map(find)
    .find((one) => one !== undefined);
  const date = (name: string, edge: 'start' | 'end') =>
    readDate(wordsIn(valuesOf(node, name)) || (schedule ? wordsIn(valuesOf(schedule, name)) : ''), edge);
  const [startsAt, endsAt] = [date('startDate', 'start'), date('endDate', 'end')];
  const jp = readLessonHours(wordsIn(valuesOf(node, 'courseWorkload'))) ?? (schedule && hoursOf(schedule));
  const seats = readSeats(wordsIn(valuesOf(node, 'maximumAttendeeCapacity')));
  return {
    ...(startsAt !== undefined && { startsAt }),
    // Dates that run backwards say nothing.
    ...(endsAt !== undefined && (startsAt === undefined || endsAt >= startsAt) && { endsAt }),
    ...(jp !== undefined && { jp }),
    ...(seats !== undefined && { seats }),
    isCancelled: /EventCancelled$/.test(wordsIn(valuesOf(node, 'eventStatus'))),
  };
}

/** So long each time, and so often. */
function hoursOf(schedule: LdNode): number | undefined {
  const minutes = readMinutes(wordsIn(valuesOf(schedule, 'duration')));
  const times = readSeats(wordsIn(valuesOf(schedule, 'repeatCount')));
  return minutes === undefined || times === undefined ? undefined : readLessonHours(`PT${minutes * times}M`);
}
