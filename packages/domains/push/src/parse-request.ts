import { InvalidInput } from '@sinau/kernel';
import type * as z from 'zod';

/** Throws `InvalidInput` with the places that are wrong. */
export function parseRequest<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({ path: `/${path.join('/')}`, message }));
  throw new InvalidInput('The subscription is not described rightly.', { issues });
}
