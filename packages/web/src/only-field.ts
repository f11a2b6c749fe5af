import { InvalidInput } from '@sinau/kernel';
import type { Visit } from './visit.ts';

/** The only field of a form, a file or a text; undefined where it is missing. Any other is refused as a whole (case D1). */
export async function onlyField({ context }: Pick<Visit, 'context'>, name: string): Promise<unknown> {
  const body = await context.req.parseBody().catch((cause: unknown) => {
    throw new InvalidInput('The body is not a well-formed form.', { cause });
  });
  if (Object.keys(body).some((key) => key !== name))
    throw new InvalidInput('The form has a field that is not known.');
  return body[name];
}

/** The same, as a file. */
export async function onlyFile(visit: Pick<Visit, 'context'>, name: string): Promise<File | undefined> {
  const file = await onlyField(visit, name);
  return file instanceof File ? file : undefined;
}
