import * as z from 'zod';
import type { DocumentPath } from './training.ts';

/** Numbers come as numbers or as text; what is empty is absent. */
export const textOrNothing = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined || value === '' ? undefined : String(value)));
export const numberOrNothing = textOrNothing.transform((text) =>
  text !== undefined && /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined,
);

const part = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const pathSchema = z.object({ dok_id: part, dok_nama: part, dok_uri: part, object: part, slug: part });

/** An array when it is written; when it is read, by the id of the document, or null. */
export const pathsSchema = z
  .union([z.array(pathSchema), z.record(z.string(), pathSchema), z.null(), z.literal('')])
  .optional()
  .transform((value): readonly DocumentPath[] => (value ? Object.values(value) : []));
export const onePathSchema = pathSchema;

/** Only what is there: absent keys stay absent. */
export const known = <Value extends object>(
  value: Value,
): { [Key in keyof Value]: Exclude<Value[Key], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never;
