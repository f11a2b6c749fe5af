import type { Digest } from '@sinau/kernel';
import type { ExternalCourse } from '@sinau/rostering';

/** What of a course is compared, shown side by side and taken over, in the order in which people read it. */
export const syncFields = [
  'title',
  'description',
  'code',
  'url',
  'languages',
  'startsAt',
  'endsAt',
  'classesFrom',
  'jp',
  'sks',
  'price',
  'seats',
  'competencies',
] as const;
export type SyncField = (typeof syncFields)[number];

/** A course as its provider describes it: everything but its id, whether it is shown, and when it was changed. */
export type CourseContent = Pick<ExternalCourse, SyncField>;

const most = { title: 300, description: 4_000, code: 100, url: 2_000, competencies: 20, languages: 10 };
const languageTag = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** What an adapter read, within the bounds of our catalogue. `isCut`: the description was longer. */
export function contentOf(course: ExternalCourse): {
  readonly content: CourseContent;
  readonly isCut: boolean;
} {
  const { code, url, startsAt, endsAt, classesFrom, jp, sks, price, seats } = course;
  const description = course.description.trim();
  const hours = (value: number | undefined) => within(value, 0.01, 9_999.99);
  const content = {
    title: cut(course.title.trim(), most.title),
    description: cut(description, most.description),
    ...optional('code', code && cut(code.trim(), most.code)),
    ...optional('url', url !== undefined && url.length <= most.url ? url : undefined),
    languages: set(course.languages.filter((tag) => languageTag.test(tag))).slice(0, most.languages),
    ...optional('startsAt', instant(startsAt)),
    ...optional('endsAt', instant(endsAt)),
    ...optional('classesFrom', isDay(classesFrom) ? classesFrom : undefined),
    ...optional('jp', hours(jp)),
    ...optional('sks', hours(sks)),
    ...optional('price', whole(within(price, 0, 10_000_000_000))),
    ...optional('seats', whole(within(seats, 1, 10_000_000))),
    competencies: set(course.competencies.map((one) => cut(one.trim(), 200))).slice(0, most.competencies),
  };
  return { content, isCut: description.length > most.description };
}

/**
 * The same for the same content, whatever the order of its lists and properties. A first day that is not told leaves no trace: hashes
 * of catalogues without one stay what they are.
 */
export function hashOf(digest: Pick<Digest, 'sha256'>, content: CourseContent): string {
  const fields = syncFields.filter((field) => field !== 'classesFrom' || content[field] !== undefined);
  return digest.sha256(JSON.stringify(fields.map((field) => comparable(content[field])))).slice(0, 32);
}

export function differingFields(before: CourseContent, after: CourseContent): readonly SyncField[] {
  return syncFields.filter((field) => !sameValue(before[field], after[field]));
}

export const sameValue = (one: unknown, other: unknown): boolean =>
  JSON.stringify(comparable(one)) === JSON.stringify(comparable(other));

/** Lists are sets here; what is absent is null. */
const comparable = (value: unknown): unknown => (Array.isArray(value) ? value.toSorted() : (value ?? null));

const set = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value) => value !== '')),
];
const cut = (text: string, length: number): string => text.toWellFormed().slice(0, length).toWellFormed();
const within = (value: number | undefined, least: number, greatest: number) =>
  value !== undefined && value >= least && value <= greatest ? Math.round(value * 100) / 100 : undefined;
const whole = (value: number | undefined) => (Number.isInteger(value) ? value : undefined);

/** A day that a calendar has. */
const isDay = (text: string | undefined): boolean =>
  text !== undefined &&
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  instant(`${text}T00:00:00Z`)?.startsWith(text) === true;

function instant(text: string | undefined): string | undefined {
  const at = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

function optional<Name extends string, Value>(name: Name, value: Value | undefined | '') {
  return value === undefined || value === ''
    ? {}
    : ({ [name]: value } as { [Key in Name]: Exclude<Value, ''> });
}
