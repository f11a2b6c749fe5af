import { InvalidInput } from '@sinau/kernel';
import type * as z from 'zod';

/** The parameters of an address by their schema; throws `InvalidInput` with those that are wrong. */
export function readQuery<Schema extends z.ZodType>(
  query: Record<string, string>,
  schema: Schema,
): z.output<Schema> {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  throw new InvalidInput('Some parameters are not right.', {
    issues: parsed.error.issues.map(({ path, message }) => ({ path: `/${path.join('/')}`, message })),
  });
}
