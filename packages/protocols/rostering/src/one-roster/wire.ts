import * as z from 'zod';

/** Booleans of OneRoster are the words `true` and `false`; some servers send real ones. */
export const truth = z
  .union([z.boolean(), z.string(), z.null()])
  .optional()
  .transform((value) => (typeof value === 'string' ? value.toLowerCase() === 'true' : (value ?? undefined)));

/** Texts may be missing, null or numbers. */
export const words = z
  .union([z.string(), z.number(), z.null()])
  .optional()
  .transform((value) => (value === null || value === undefined ? '' : String(value).trim()));

/** A moment with a zone; undefined for anything else. */
export const moment = words.transform((text) => {
  const date = new Date(text);
  return /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(date.getTime()) ? date.toISOString() : undefined;
});

/** What every thing of OneRoster has. `tobedeleted` is a tombstone; `inactive` is an older word. */
export const base = {
  sourcedId: z.string().min(1).max(255),
  status: words,
  dateLastModified: moment,
};

export const reference = z.object({ sourcedId: z.string() });

export const isActive = ({ status }: { readonly status: string }): boolean =>
  status === '' || status.toLowerCase() === 'active';

/** Items under the name of their collection (`{"classes": […]}`); undefined when one of them is none. */
export function itemsOf<Schema extends z.ZodType>(
  value: unknown,
  name: string,
  schema: Schema,
): readonly z.output<Schema>[] | undefined {
  const list = (value as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  return z.array(schema).safeParse(list).data;
}
