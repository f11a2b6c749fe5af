import * as z from 'zod';
import { postFamilyNames, statusNames } from '../people/ports.ts';
import type { ObligationDraft } from './ports.ts';

/** Boxes send a value each; sent once more by the page between, they come in one. */
const several = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z.preprocess(
    (given) =>
      [given]
        .flat()
        .flatMap((text) => String(text ?? '').split(' '))
        .filter((text) => text !== ''),
    z.array(z.enum(values)),
  );
const course = z.string().max(64);

export const draftFields = z.object({
  title: z.string().trim().min(3).max(120),
  course1: course.min(1),
  course2: course.optional(),
  course3: course.optional(),
  course4: course.optional(),
  course5: course.optional(),
  unit: z.string().max(64).optional(),
  statuses: several(statusNames),
  families: several(postFamilyNames),
  postWords: z.string().trim().max(200).optional(),
  often: z.enum(['yearly', 'once']),
  due: z.iso.date(),
  note: z.string().trim().max(300).optional(),
  back: z.string().optional(),
});

/** The year of a yearly day says nothing. */
export function draftOf(data: z.output<typeof draftFields>): ObligationDraft {
  const { title, unit, statuses, families, postWords, often, due, note } = data;
  const courses = [data.course1, data.course2, data.course3, data.course4, data.course5];
  return {
    title,
    courseIds: courses.flatMap((courseId) => courseId || []),
    unitIds: unit ? [unit] : [],
    ...{ statuses, postFamilies: families },
    postWords: (postWords ?? '')
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
    due: often === 'once' ? { kind: 'once', on: due } : { kind: 'yearly', by: due.slice(5) },
    ...(note && { note }),
  };
}
