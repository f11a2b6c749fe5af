import { InvalidInput } from '@sinau/kernel';
import type * as z from 'zod';

/**
 * What a form has sent, as its use case takes it. What people type the page has looked at before; the rest no page of ours sends, and it is a
 * wrong request and no fault of ours. Rejects with `InvalidInput`.
 */
export function requestOfForm<Schema extends z.ZodType>(schema: Schema, sent: unknown): z.output<Schema> {
  const read = schema.safeParse(sent);
  if (read.success) return read.data;
  const issues = read.error.issues.map(({ path, message }) => ({ path: `/${path.join('/')}`, message }));
  throw new InvalidInput('The form does not have the required shape.', { issues });
}
