import * as z from 'zod';

/** A setting in requests per second. */
export const perSecond = z.coerce.number().int().min(1).max(1_000_000);
