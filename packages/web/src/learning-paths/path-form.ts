import * as z from 'zod';
import type { FormState } from '../layout/form.tsx';
import { textField } from '../text-fields.ts';
import { type PathFormOrder, pathAudienceNames } from './ports.ts';

/** Rows that a form has at most; blank ones are left out. */
export const mostGroupRows = 8;
export const mostStepRows = 12;

export const groupField = (n: number, name: string): string => `g${n}${name}`;
export const stepField = (n: number, m: number, name: string): string => `g${n}s${m}${name}`;

const count = (most: number) => Array.from({ length: most }, (_, n) => n);
const fieldNames = count(mostGroupRows).flatMap((n) => [
  ...['id', 'title', 'needs'].map((name) => groupField(n, name)),
  ...count(mostStepRows).flatMap((m) => ['id', 'of', 'after'].map((name) => stepField(n, m, name))),
]);
const rowFields: Readonly<Record<string, z.ZodOptional<z.ZodString>>> = Object.fromEntries(
  fieldNames.map((name) => [name, z.string().max(200).optional()]),
);

const list = z.preprocess(
  (given) => (given === undefined ? [] : typeof given === 'string' ? [given] : given),
  z.array(z.string().max(64)).max(50),
);

/** Every field there is; the rows are put together afterwards. */
export const pathFormSchema = z.object({
  ...rowFields,
  title: z.string().trim().min(2).max(160),
  about: textField(0, 4_000).optional(),
  audience: z.enum(pathAudienceNames),
  unitIds: list,
  strict: z.enum(['yes']).optional(),
});
/** Of a path that there is: as it was read. */
export const changePathSchema = pathFormSchema.extend({ rev: z.coerce.number().int().min(1) });

type Fields = z.output<typeof pathFormSchema>;

export function orderFrom(fields: Fields): PathFormOrder {
  const said: Readonly<Record<string, unknown>> = fields;
  const textAt = (name: string): string => {
    const value = said[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const groups = count(mostGroupRows).flatMap((row) => {
    const steps = count(mostStepRows).flatMap((m) => {
      const of = textAt(stepField(row, m, 'of'));
      const stepId = textAt(stepField(row, m, 'id'));
      if (of === '') return [];
      return [{ row: m, of, after: textAt(stepField(row, m, 'after')), ...(stepId && { stepId }) }];
    });
    const [title, groupId] = [textAt(groupField(row, 'title')), textAt(groupField(row, 'id'))];
    if (title === '' && steps.length === 0) return [];
    return [{ row, title, needs: textAt(groupField(row, 'needs')), steps, ...(groupId && { groupId }) }];
  });
  const { title, about, audience, unitIds, strict } = fields;
  return {
    ...{ title, audience, groups, strict: strict === 'yes' },
    unitIds: audience === 'units' ? unitIds : [],
    ...(about && { about }),
  };
}

/** What the form of a path begins with. */
export function formFrom(order: PathFormOrder, rev: number): FormState {
  const rows = order.groups.flatMap(({ groupId = '', title, needs, steps }, n) => [
    [groupField(n, 'id'), groupId],
    [groupField(n, 'title'), title],
    [groupField(n, 'needs'), needs],
    ...steps.flatMap(({ stepId = '', of, after }, m) => [
      [stepField(n, m, 'id'), stepId],
      [stepField(n, m, 'of'), of],
      [stepField(n, m, 'after'), after],
    ]),
  ]);
  const { title, about = '', audience, unitIds, strict } = order;
  return {
    values: {
      ...Object.fromEntries(rows),
      ...{
        title,
        about,
        audience,
        unitIds: unitIds.join(' '),
        strict: strict ? 'yes' : '',
        rev: String(rev),
      },
    },
    errors: {},
  };
}

export const newPathForm = (audience: 'agency' | 'all'): FormState => ({
  values: { audience, strict: 'yes' },
  errors: {},
});

/** Rows in which something stands, and some blank ones. */
export function shownGroups({ values }: FormState): readonly number[] {
  const isUsed = (n: number) => Boolean(values[groupField(n, 'title')]) || stepsUsed(values, n).length > 0;
  const last = count(mostGroupRows).findLastIndex(isUsed);
  return count(Math.min(last + 2, mostGroupRows));
}

const stepsUsed = (values: FormState['values'], n: number): readonly number[] =>
  count(mostStepRows).filter((m) => values[stepField(n, m, 'of')]);

export function shownSteps({ values }: FormState, n: number): readonly number[] {
  const last = stepsUsed(values, n).at(-1) ?? -1;
  return count(Math.min(Math.max(last + 3, 3), mostStepRows));
}
