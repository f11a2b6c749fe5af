import { InvalidInput } from '@sinau/kernel';
import type * as z from 'zod';

/** What a page gives, as a use case takes it; throws `InvalidInput` with the places that are wrong. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({ path: `/${path.join('/')}`, message }));
  throw new InvalidInput('Some fields are not right.', { issues });
}
