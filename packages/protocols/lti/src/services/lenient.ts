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

/** A finite number, or a text that is one. */
export const lenientNumber = z.pipe(z.transform(toNumber), z.number());

export const maybeNumber = z.pipe(z.transform(toNumber), z.optional(z.number()));

export const maybeText = (maxLength: number) => maybe(z.string().check(z.maxLength(maxLength)));
