import * as z from 'zod';

/** Numbers come as numbers, as strings and, where there is nothing, as null or "". */
export const numeric = z
  .union([z.number(), z.string(), z.null(), z.boolean()])
  .optional()
  .transform((value) => {
    if (value === null || value === undefined || value === '') return undefined;
    const number = Number(value);
    return Number.isFinite(number) ? number : undefined;
  });

/** Ids are integers, now and then in quotes; never 0. */
export const moodleId = z
  .union([z.number().int().positive(), z.string().regex(/^[1-9]\d{0,18}$/)])
  .transform(String);

export const words = z
  .union([z.string(), z.number(), z.null()])
  .optional()
  .transform((value) => (value === null || value === undefined ? '' : String(value)));

/** `true`, `1` and `"1"`; undefined where Moodle says nothing. */
export const truth = z
  .union([z.boolean(), z.number(), z.string(), z.null()])
  .optional()
  .transform((value) => {
    if (value === null || value === undefined || value === '') return undefined;
    return value === true || value === 1 || value === '1';
  });

/** Seconds since 1970; 0 is none. */
export const moment = numeric.transform((seconds) =>
  seconds !== undefined && seconds > 0 && seconds < 253_402_300_800
    ? new Date(seconds * 1_000).toISOString()
    : undefined,
);
