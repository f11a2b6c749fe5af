import * as z from 'zod';

/** Text, or nothing where Open edX says null. */
export const words = z
  .union([z.string(), z.number(), z.null()])
  .optional()
  .transform((value) => (value === null || value === undefined ? '' : String(value)));

/** `149`, `"149.00"`; undefined for null, "" and words. */
export const amount = z
  .union([z.number(), z.string(), z.null()])
  .optional()
  .transform((value) => {
    const number = value === null || value === undefined || value === '' ? Number.NaN : Number(value);
    return Number.isFinite(number) && number >= 0 ? number : undefined;
  });

export const truth = z
  .union([z.boolean(), z.null()])
  .optional()
  .transform((value) => value ?? undefined);

/** A time, which search writes without its zone (UTC); a year from 2900 on is how Open edX writes "never". */
export const moment = z
  .union([z.string(), z.null()])
  .optional()
  .transform((text) => {
    if (!text || !/^\d{4}-\d\d-\d\dT/.test(text)) return undefined;
    const at = new Date(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`);
    const year = at.getUTCFullYear();
    return year > 1970 && year < 2900 ? at.toISOString() : undefined;
  });

/** `course-v1:Org+Number+Run`, and `Org/Number/Run` of old ones. */
export const courseKey = z.string().regex(/^[^\s?#]{1,255}$/);

/** Names of accounts: letters of any script where the site allows it, never a mark that ends a part of an address. */
export const username = z.string().regex(/^[^\s/?#,%]{1,255}$/);

/** Undefined for what is no address. */
export function addressIn(text: string, base?: string): URL | undefined {
  return URL.canParse(text, base) ? new URL(text, base) : undefined;
}
