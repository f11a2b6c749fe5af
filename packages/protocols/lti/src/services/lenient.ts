import * as z from 'zod/mini';

/**
 * Values as tools in the field send them: numbers as text ("88.00000" of Moodle), null or an empty text for what is absent.
 */
const absent = (value: unknown): unknown => (value === null || value === '' ? undefined : value);

const decimal = /^[+-]?\d{1,15}(\.\d{1,20})?$/;

const toNumber = (value: unknown): unknown =>
  typeof value === 'string' && decimal.test(value.trim()) ? Number(value) : absent(value);

export const maybe = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.pipe(z.transform(absent), z.optional(schema));

/** No points of a person lie beyond; numbers far beyond are kept exactly by no store. */
export const isUsual = (points: number): boolean =>
  points === 0 || (Math.abs(points) >= 1e-9 && Math.abs(points) <= 1e9);

const points = z.number().check(z.refine(isUsual, { error: 'must be 0, or from 1e-9 to 1e9' }));

/** Points, or a text that says them. */
export const lenientNumber = z.pipe(z.transform(toNumber), points);

export const maybeNumber = z.pipe(z.transform(toNumber), z.optional(points));

export const maybeText = (maxLength: number) => maybe(z.string().check(z.maxLength(maxLength)));
