import * as z from 'zod';
import { postFamilyNames, statusNames } from '../people/ports.ts';
import { lineField, textField } from '../text-fields.ts';
import type { ObligationDraft, TermsDraft } from './ports.ts';

/** Boxes send a value each; sent once more by the page between, they come in one. */
const boxes = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (given) =>
      [given]
        .flat()
        .flatMap((text) => String(text ?? '').split(' '))
        .filter((text) => text !== ''),
    z.array(item).max(50),
  );
const course = z.string().max(64);

/** As many as an obligation may have; a form shows some, and more when they are asked for. */
export const courseFields: readonly string[] = Array.from({ length: 50 }, (_, n) => `course${n + 1}`);

const audienceFields = {
  units: boxes(z.string().max(64)),
  statuses: boxes(z.enum(statusNames)),
  families: boxes(z.enum(postFamilyNames)),
  postWords: lineField(0, 200).optional(),
};
const termsShape = {
  title: lineField(3, 120),
  ...audienceFields,
  often: z.enum(['yearly', 'once']),
  due: z.iso.date(),
  note: textField(0, 300).optional(),
  back: z.string().optional(),
};

export const pathField = 'pathId';

const draftShape = z.object({
  ...termsShape,
  ...Object.fromEntries(courseFields.map((name) => [name, course.optional()])),
  course1: course.optional(),
  /** A learning path in place of courses. */
  pathId: course.optional(),
  /** The button that asks for more fields. */
  more: z.string().optional(),
  programmeTitle: lineField(0, 120).optional(),
  inOrder: boxes(z.literal('yes')),
});

export const draftFields = draftShape.superRefine((data, context) => {
  if (data.pathId ? coursesOf(data).length > 0 : !data.course1) {
    context.addIssue({
      code: 'custom',
      path: [data.pathId ? pathField : 'course1'],
      message: 'one or the other',
    });
  }
});

const coursesOf = (data: z.output<typeof draftShape>): readonly string[] => {
  const given: Readonly<Record<string, unknown>> = data;
  return courseFields.flatMap((name) => {
    const id = given[name];
    return typeof id === 'string' && id !== '' ? [id] : [];
  });
};

export const termsFields = z.object({ ...termsShape, rev: z.coerce.number().int().min(1) });

type TermsData = z.output<z.ZodObject<typeof termsShape>>;

/** The year of a yearly day says nothing. */
export function termsOf(data: TermsData): TermsDraft {
  const { title, units, statuses, families, postWords, often, due, note } = data;
  return {
    ...{ title, unitIds: units, statuses, postFamilies: families },
    postWords: (postWords ?? '')
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
    due: often === 'once' ? { kind: 'once', on: due } : { kind: 'yearly', by: due.slice(5) },
    ...(note && { note }),
  };
}

/** Several courses are a programme, which has the name of the obligation where it has none of its own. */
export function draftOf(data: z.output<typeof draftFields>): ObligationDraft {
  const courseIds = coursesOf(data);
  if (data.pathId) return { ...termsOf(data), pathId: data.pathId };
  const title = (data.programmeTitle?.length ?? 0) >= 3 ? data.programmeTitle : undefined;
  const programme = { title: title ?? data.title, inOrder: data.inOrder.length > 0 };
  return { ...termsOf(data), courseIds, ...(courseIds.length > 1 && { programme }) };
}
