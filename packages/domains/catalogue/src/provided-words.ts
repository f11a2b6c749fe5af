import { type Jp, parseJp } from '@sinau/kernel';
import type { Course, CourseDraft } from './course.ts';
import type { Admission } from './course-details.ts';

/** A course in the words of the system that offers it. */
export interface ProvidedWords {
  readonly title: string;
  readonly description: string;
  /** Where learners take it; its module leads there. */
  readonly url?: string;
  readonly languages: readonly string[];
  /** Enrolment begins and ends with the course. ISO 8601 UTC. */
  readonly startsAt?: string;
  readonly endsAt?: string;
  /** First day of classes, ISO date. */
  readonly classesFrom?: string;
  /** Hours with at most two decimals. */
  readonly jp?: number;
  readonly price?: number;
  readonly seats?: number;
  readonly competencies: readonly string[];
}
export type ProvidedField = keyof ProvidedWords;

type Words = CourseDraft['title'];

/** The language that stands for the provider's own text: of none named, or the first of those that authors wrote. */
function tagOf(words: Words): string {
  const tags = ['und', 'id', 'en', ...Object.keys(words)];
  return tags.find((tag) => words[tag] !== undefined) ?? 'und';
}

const textOf = (words: Words): string => words[tagOf(words)] ?? '';

function withText(words: Words, text: string): Words {
  const { [tagOf(words)]: _, ...others } = words;
  return text === '' ? others : { ...words, [tagOf(words)]: text };
}

/** What authors see of a course now, in the same words. */
export function wordsOf({ draft, admission }: Course, url: string | undefined): ProvidedWords {
  const { title, description, jp, details } = draft;
  const { seats, opensAt, closesAt, classesFrom } = admission;
  return {
    ...{ title: textOf(title), description: textOf(description) },
    ...(url !== undefined && { url }),
    languages: details.languages,
    ...(opensAt !== undefined && { startsAt: opensAt }),
    ...(closesAt !== undefined && { endsAt: closesAt }),
    ...(classesFrom !== undefined && { classesFrom }),
    ...(jp !== undefined && { jp: jp / 100 }),
    price: details.price,
    ...(seats !== undefined && { seats }),
    competencies: details.competencies,
  };
}

/** The course with these fields as the words say; its module is another matter. */
export function withWords(course: Course, words: ProvidedWords, fields: readonly ProvidedField[]): Course {
  const said = new Set(fields);
  const { draft } = course;
  const { jp: jpBefore, details } = draft;
  const jp = said.has('jp') ? hoursOf(words.jp) : jpBefore;
  const { jp: _, ...rest } = draft;
  const next: CourseDraft = {
    ...rest,
    ...(said.has('title') && { title: withText(draft.title, words.title) }),
    ...(said.has('description') && { description: withText(draft.description, words.description) }),
    ...(jp !== undefined && { jp }),
    details: {
      ...details,
      ...(said.has('languages') && { languages: words.languages }),
      ...(said.has('competencies') && { competencies: words.competencies }),
      ...(said.has('price') && { price: words.price ?? 0 }),
    },
  };
  return {
    ...course,
    // Until something is public, a course is called as its draft is.
    ...(course.status === 'draft' && { title: next.title, description: next.description }),
    draft: next,
    admission: admissionWith(course.admission, words, said),
  };
}

const hoursOf = (jp: number | undefined): Jp | undefined =>
  jp === undefined ? undefined : parseJp(String(jp));

function admissionWith(before: Admission, words: ProvidedWords, said: ReadonlySet<ProvidedField>): Admission {
  const seats = said.has('seats') ? words.seats : before.seats;
  const opensAt = said.has('startsAt') ? words.startsAt : before.opensAt;
  const closesAt = said.has('endsAt') ? words.endsAt : before.closesAt;
  const classesFrom = said.has('classesFrom') ? words.classesFrom : before.classesFrom;
  return {
    mode: before.mode,
    ...(seats !== undefined && { seats }),
    ...(opensAt !== undefined && { opensAt }),
    ...(closesAt !== undefined && { closesAt }),
    ...(classesFrom !== undefined && { classesFrom }),
  };
}
