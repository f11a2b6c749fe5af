import { readHours } from '../quantities.ts';

/** Minutes of `PT16H`, `PT1H30M`. Days, weeks and months say nothing of the hours in them: undefined. */
export function readMinutes(text: string): number | undefined {
  const [, hours = '0', minutes = '0'] =
    /^PT(?=\d)(?:(\d{1,5}(?:\.\d{1,3})?)H)?(?:(\d{1,6})M)?(?:\d{1,6}S)?$/i.exec(text.trim()) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  return total > 0 ? total : undefined;
}

/** Where hours are stated, they come soon; the pattern below takes the square of the length. */
const longestText = 200;

/** Lesson hours of 45 minutes: out of a duration, or as words state them (`40 JP`). */
export function readLessonHours(words: string): number | undefined {
  const text = words.slice(0, longestText);
  const minutes = readMinutes(text);
  if (minutes !== undefined) return readHours((minutes / 45).toFixed(2));
  const [, stated] = /(\d[\d.,]*)\s*(?:JP|jam pelajaran)\b/i.exec(text) ?? [];
  return stated === undefined ? undefined : readHours(stated);
}
