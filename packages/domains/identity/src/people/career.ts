import { employmentStatuses, localDateOf, type TimeZone, timeZones } from '@sinau/kernel';
import * as z from 'zod';
import { agencyIdSchema, personIdSchema, unitIdSchema } from '../ids.ts';
import { educationLevels, grades, legalStandings } from './rank.ts';

/** WIB UTC+7, WITA UTC+8, WIT UTC+9: decides the calendar day of what is learned. */
export const timeZoneSchema = z.enum(timeZones);
export type { TimeZone };

export const defaultTimeZone: TimeZone = 'Asia/Jakarta';

/** A day of the calendar, `2026-03-02`. */
export const daySchema = z.iso.date();

/** Families of posts after UU 20/2023: the first five lead, the others do not. */
export const postFamilies = [
  'jpt-utama',
  'jpt-madya',
  'jpt-pratama',
  'administrator',
  'pengawas',
  'fungsional-keahlian',
  'fungsional-keterampilan',
  'pelaksana',
] as const;
export type PostFamily = (typeof postFamilies)[number];

export const postLevels = {
  'fungsional-keahlian': ['ahli-pertama', 'ahli-muda', 'ahli-madya', 'ahli-utama'],
  'fungsional-keterampilan': ['pemula', 'terampil', 'mahir', 'penyelia'],
} as const;
const allLevels = Object.values(postLevels).flat();
export type PostLevel = (typeof allLevels)[number];

/** Levels that a family has; most have none. */
export const levelsOf = (family: PostFamily): readonly PostLevel[] =>
  (postLevels as Readonly<Partial<Record<PostFamily, readonly PostLevel[]>>>)[family] ?? [];

const from = daySchema;

export const employmentSchema = z.object({
  from,
  status: z.enum(employmentStatuses),
  /** First and last day of the contract of a PPPK. */
  contract: z.object({ from: daySchema, to: daySchema }).exactOptional(),
});
export type Employment = Readonly<z.infer<typeof employmentSchema>>;

export const postSchema = z.object({
  from,
  title: z.string(),
  family: z.enum(postFamilies),
  level: z.enum(allLevels).exactOptional(),
});
export type Post = Readonly<z.infer<typeof postSchema>>;

const gradeSchema = z.object({ from, grade: z.enum(grades) });
const legalStandingSchema = z.object({ from, standing: z.enum(legalStandings) });
const educationSchema = z.object({ from, level: z.enum(educationLevels) });

const stationSchema = z.object({
  from,
  agencyId: agencyIdSchema,
  workingAgencyId: agencyIdSchema.exactOptional(),
  unitId: unitIdSchema.exactOptional(),
  supervisorId: personIdSchema.exactOptional(),
  timeZone: timeZoneSchema.exactOptional(),
});
export type Station = Readonly<z.infer<typeof stationSchema>>;

/** What a person was on which day. Each entry holds from its day until the day before the next one of its list. */
export const careerSchema = z.object({
  employment: z.array(employmentSchema).readonly(),
  posts: z.array(postSchema).readonly(),
  stations: z.array(stationSchema).readonly(),
  /** Golongan. */
  grades: z.array(gradeSchema).readonly().exactOptional(),
  /** Kedudukan hukum. */
  legalStandings: z.array(legalStandingSchema).readonly().exactOptional(),
  /** Highest education. */
  education: z.array(educationSchema).readonly().exactOptional(),
});
export type Career = Readonly<z.infer<typeof careerSchema>>;

export const noCareer: Career = { employment: [], posts: [], stations: [] };

/** A row is read with every request: nobody's working life has more turns than this. */
export const mostEntries = 60;

/** The entry that holds on a day; undefined before the first. */
export const onDay = <Entry extends { readonly from: string }>(
  entries: readonly Entry[],
  day: string,
): Entry | undefined => entries.findLast((entry) => entry.from <= day);

/**
 * The list with one more entry, in order of time; one of the same day is replaced, and what says nothing new is left out.
 * Later entries stay: a correction of the past is none of the present.
 */
export function noted<Entry extends { readonly from: string }>(
  entries: readonly Entry[],
  entry: Entry,
): readonly Entry[] {
  const others = entries.filter((one) => one.from !== entry.from);
  const before = onDay(others, entry.from);
  if (before && sameBut(before, entry)) return others.length === entries.length ? entries : others;
  return [...others, entry].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Properties in any order. */
const sameBut = (a: object, b: object): boolean => content(a) === content(b);
const content = (entry: object): string =>
  JSON.stringify(
    Object.entries(entry)
      .filter(([name]) => name !== 'from')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** The calendar day of a moment where somebody works. */
export const dayIn = (timeZone: TimeZone, at: Date): string => localDateOf(at.getTime(), timeZone);
