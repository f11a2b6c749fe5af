import {
  type EmployeeNumberKind,
  employeeNumberKinds,
  employmentStatuses,
  parseEmployeeNumber,
} from '@sinau/kernel';
import * as z from 'zod';
import { InvalidField } from '../errors.ts';
import { nameSchema } from '../organisation/organisation.ts';
import {
  type Career,
  dayIn,
  daySchema,
  defaultTimeZone,
  type Employment,
  levelsOf,
  mostEntries,
  noCareer,
  noted,
  onDay,
  type Post,
  postFamilies,
  postLevels,
} from './career.ts';
import { gradeOn } from './grade.ts';
import { currentEmployeeNumber, type Person } from './person.ts';
import { educationLevels, grades, gradesOf, legalStandings } from './rank.ts';

export const employeeNumberRequestSchema = z.strictObject({
  kind: z.enum(employeeNumberKinds),
  value: z.string().max(64),
});

/** What an agency says of somebody's service. `from`: the day it holds from, today or earlier. @default today */
export const careerRequestShape = {
  employment: z
    .strictObject({
      status: z.enum(employmentStatuses),
      from: daySchema.exactOptional(),
      contract: z.strictObject({ from: daySchema, to: daySchema }).exactOptional(),
    })
    .exactOptional(),
  post: z
    .strictObject({
      title: nameSchema,
      family: z.enum(postFamilies),
      level: z.enum(Object.values(postLevels).flat()).exactOptional(),
      from: daySchema.exactOptional(),
    })
    .exactOptional(),
  grade: z.strictObject({ grade: z.enum(grades), from: daySchema.exactOptional() }).exactOptional(),
  legalStanding: z
    .strictObject({ standing: z.enum(legalStandings), from: daySchema.exactOptional() })
    .exactOptional(),
  /** The highest. */
  education: z
    .strictObject({ level: z.enum(educationLevels), from: daySchema.exactOptional() })
    .exactOptional(),
  /** A new one ends the one before, which stays the person's for good. */
  employeeNumber: employeeNumberRequestSchema.exactOptional(),
};
const careerRequestSchema = z.strictObject(careerRequestShape);
export type CareerRequest = z.infer<typeof careerRequestSchema>;

/** The person with this number, status, post, grade, legal standing and education; refuses what contradicts each other. */
export function withCareer(person: Person, request: CareerRequest, now: Date): Person {
  const { employment, post, grade, employeeNumber } = request;
  const today = dayIn(person.timeZone ?? defaultTimeZone, now);
  const numbers = employeeNumber ? renumbered(person, employeeNumber, now) : person.employeeNumbers;
  const career = person.career ?? noCareer;
  const status = employment && employmentOf(employment, today);
  const statuses = status ? added(career.employment, status, '/employment/from') : career.employment;
  const next: Person = {
    ...person,
    employeeNumbers: numbers,
    ...(sayService(request) && {
      career: {
        ...career,
        ...(status && { employment: statuses }),
        ...(post && { posts: added(career.posts, postOf(post, today), '/post/from') }),
        ...rankOf({ ...career, employment: statuses }, request, today),
      },
    }),
  };
  if (employment || employeeNumber) assertNumberFits(next);
  if (grade) assertGradeFits(next);
  return next;
}

const sayService = ({ employment, post, grade, legalStanding, education }: CareerRequest): boolean =>
  [employment, post, grade, legalStanding, education].some((said) => said !== undefined);

/** Grade, legal standing and education, as far as something is said of them. */
function rankOf(
  career: Career,
  { grade, legalStanding, education }: CareerRequest,
  today: string,
): Partial<Career> {
  const dated = <Said extends { readonly from?: string | undefined }>(said: Said, path: string) => {
    const since = said.from ?? today;
    if (since > today) throw wrong(path, 'is not today or earlier');
    return { ...said, from: since };
  };
  return {
    ...(grade && { grades: graded(career, dated(grade, '/grade/from')) }),
    // The day of a retirement is known before.
    ...(legalStanding && {
      legalStandings: added(
        career.legalStandings ?? [],
        { ...legalStanding, from: legalStanding.from ?? today },
        '/legalStanding/from',
      ),
    }),
    ...(education && {
      education: added(career.education ?? [], dated(education, '/education/from'), '/education/from'),
    }),
  };
}

/** The same grade again after another status is said anew: the one from before does not count any more. */
function graded(career: Career, entry: NonNullable<Career['grades']>[number]): NonNullable<Career['grades']> {
  const others = (career.grades ?? []).filter(({ from }) => from !== entry.from);
  if (gradeOn({ ...career, grades: others }, entry.from) === entry.grade) return others;
  const list = [...others, entry].sort((a, b) => (a.from < b.from ? -1 : 1));
  if (list.length > mostEntries) throw wrong('/grade/from', 'is one change more than can be kept');
  return list;
}

function added<Entry extends { readonly from: string }>(
  entries: readonly Entry[],
  entry: Entry,
  path: string,
): readonly Entry[] {
  const list = noted(entries, entry);
  if (list.length > mostEntries) throw wrong(path, 'is one change more than can be kept');
  return list;
}

function employmentOf(
  { status, from, contract }: NonNullable<CareerRequest['employment']>,
  today: string,
): Employment {
  const since = from ?? contract?.from ?? today;
  if (since > today) throw wrong('/employment/from', 'is not today or earlier');
  if (contract && status !== 'PPPK') throw wrong('/employment/contract', 'belongs to PPPK only');
  if (contract && contract.to < contract.from) throw wrong('/employment/contract', 'ends before it begins');
  return { from: since, status, ...(contract && { contract }) };
}

function postOf({ title, family, level, from }: NonNullable<CareerRequest['post']>, today: string): Post {
  const since = from ?? today;
  if (since > today) throw wrong('/post/from', 'is not today or earlier');
  if (level && !levelsOf(family).includes(level)) throw wrong('/post/level', 'is no level of this family');
  return { from: since, title, family, ...(level && { level }) };
}

function renumbered(
  person: Person,
  { kind, value }: NonNullable<CareerRequest['employeeNumber']>,
  now: Date,
): Person['employeeNumbers'] {
  if (person.home.kind !== 'agency') throw wrong('/employeeNumber', 'belongs to people of an agency only');
  const parsed = parseEmployeeNumber(value, kind, now);
  if ('problem' in parsed) throw wrong('/employeeNumber/value', `is not valid: ${parsed.problem}`);
  const current = currentEmployeeNumber(person);
  if (current?.value === parsed.value && current.kind === kind) return person.employeeNumbers;
  const at = now.toISOString();
  return [
    ...person.employeeNumbers
      // The same digits under another kind, or one that comes back: once in the list, as the current one.
      .filter((number) => number.value !== parsed.value)
      .map((number) => (number.validTo === undefined ? { ...number, validTo: at } : number)),
    { kind, value: parsed.value, validFrom: at },
  ];
}

export const numberKindOf = (status: Employment['status']): EmployeeNumberKind =>
  status === 'PPPK' ? 'NI_PPPK' : 'NIP';

function assertNumberFits(person: Person): void {
  const number = currentEmployeeNumber(person);
  const status = person.career?.employment.at(-1)?.status;
  if (number && status && number.kind !== numberKindOf(status)) {
    throw wrong('/employment/status', 'does not fit the kind of the employee number');
  }
}

function assertGradeFits({ career = noCareer }: Person): void {
  const { from = '', grade } = career.grades?.at(-1) ?? {};
  // On its day; of a time before the first status that is known, that one.
  const status = (onDay(career.employment, from) ?? career.employment[0])?.status;
  if (status && grade && !gradesOf(status).includes(grade)) {
    throw wrong('/grade/grade', 'is no grade of this employment status');
  }
}

const wrong = (path: string, message: string) => new InvalidField({ path, message });
