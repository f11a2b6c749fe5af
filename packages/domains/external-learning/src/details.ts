import { type FieldIssue, type Jp, lettersAndDigits } from '@sinau/kernel';
import * as z from 'zod';
import { lineOfText, numberOfPaper, textOfLines } from './text.ts';

/** Calendar day of the learner, ISO date. */
export type LocalDate = string;

/** What a form is counted in, as the rules of JP say. */
export type Unit = 'semester' | 'day' | 'session' | 'occurrence' | 'programme_jp';

/** Names of organisers may be as short as `UI`. */
const text = (most: number) => lineOfText(2, most);
const day = z.iso.date();
/** A JP has a hundred hundredths; nobody recognises less than one, and no programme states more than that. */
const stated = z.custom<Jp>(
  (value) => typeof value === 'number' && Number.isInteger(value) && value >= 100 && value <= 500_000,
  { message: 'must be between 1 and 5,000 JP' },
);
const named = (value: string) => lettersAndDigits(value) !== '';

/** What somebody says about it. Amounts are whole days, sessions, semesters or times. */
export const detailsSchema = z.strictObject({
  form: z.string().regex(/^[A-Z]{2,3}\d{2}$/),
  title: text(300).refine(named),
  organiser: text(200),
  abroad: z.boolean(),
  startsOn: day,
  endsOn: day,
  count: z.int().min(1).max(400).exactOptional(),
  stated: stated.exactOptional(),
  certificate: z
    .strictObject({
      number: numberOfPaper.refine(named),
      issuer: text(200).refine(named),
      /** Day on which it was issued, as it says. */
      date: day.exactOptional(),
    })
    .exactOptional(),
  /** Surat tugas. */
  letter: z.strictObject({ number: numberOfPaper, date: day }).exactOptional(),
  notes: textOfLines(1, 1000).exactOptional(),
});
export type Details = z.infer<typeof detailsSchema>;

/** A draft may be older than a rule for what is written: it is told field by field, as `certificateNumber` for that of `certificate`. */
export function parseDetails(
  given: Details,
): { readonly details: Details } | { readonly issues: readonly FieldIssue[] } {
  const read = detailsSchema.safeParse(given);
  if (read.success) return { details: read.data };
  return { issues: read.error.issues.map(({ path, message }) => ({ path: `/${fieldOf(path)}`, message })) };
}

const fieldOf = (path: readonly PropertyKey[]) =>
  path.map((part, n) => (n === 0 ? String(part) : capital(String(part)))).join('');
const capital = (name: string) => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;

const dayMs = 86_400_000;
/** Nothing that is recognised lasts longer than a degree. */
const mostDays = 3660;

/** A day of 24 hours has 32 JP of 45 minutes, and sixteen sessions of two. Semesters are counted by their shortest. */
const mostADay = { stated: 3200, session: 16, occurrence: 1, day: 1, semester: 1 / 100 } as const;

/** First and last day included. */
export const daysOf = ({ startsOn, endsOn }: Pick<Details, 'startsOn' | 'endsOn'>): number =>
  Math.round((Date.parse(endsOn) - Date.parse(startsOn)) / dayMs) + 1;

/** What does not fit together in them. `unit` is what the form is counted in; undefined: no rule knows it. */
export function findIssues(details: Details, unit: Unit | undefined): readonly FieldIssue[] {
  const days = daysOf(details);
  const issues: FieldIssue[] = [];
  const say = (path: string, message: string) => issues.push({ path, message });
  if (details.startsOn < '1970-01-01') say('/startsOn', 'is too long ago');
  if (days < 1) say('/endsOn', 'must not be before the first day');
  else if (days > mostDays) say('/endsOn', 'must be within ten years of the first day');
  const issued = details.certificate?.date;
  if (issued !== undefined && issued < details.startsOn)
    say('/certificateDate', 'must not be before the first day');
  if (unit === 'programme_jp' && details.stated === undefined) {
    say('/stated', 'is needed: this form counts what the certificate states');
  }
  if (unit !== undefined && unit !== 'programme_jp' && details.count === undefined) {
    say('/count', `is needed: this form is counted in units of ${unit}`);
  }
  if (days >= 1) issues.push(...findExcess(details, unit));
  return issues;
}

/** What cannot be said of learning that is reported as over. */
export function findFuture(details: Details, today: LocalDate): readonly FieldIssue[] {
  const message = 'must not be in the future';
  return [
    ...(details.endsOn > today ? [{ path: '/endsOn', message }] : []),
    ...((details.certificate?.date ?? '') > today ? [{ path: '/certificateDate', message }] : []),
  ];
}

/** How many units the days from the first to the last have room for. */
export function mostCount(details: Pick<Details, 'startsOn' | 'endsOn'>, unit: Unit | undefined): number {
  if (unit === undefined || unit === 'programme_jp') return Number.MAX_VALUE;
  return Math.ceil(mostADay[unit] * daysOf(details));
}

/** More than fits into the days from the first to the last. */
function findExcess(details: Details, unit: Unit | undefined): readonly FieldIssue[] {
  const { stated = 0, count = 0 } = details;
  const message = 'is more than the days from the first to the last have room for';
  return [
    ...(stated > mostADay.stated * daysOf(details) ? [{ path: '/stated', message }] : []),
    ...(count > mostCount(details, unit) ? [{ path: '/count', message }] : []),
  ];
}
