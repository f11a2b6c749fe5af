import type { LanguageMap } from '@sinau/kernel';
import * as z from 'zod';

/** Of a course, in the languages it has. */
export const title: z.ZodType<LanguageMap> = z.record(z.string(), z.string());
