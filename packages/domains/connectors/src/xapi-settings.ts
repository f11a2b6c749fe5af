import { isUuid } from '@sinau/kernel';
import * as z from 'zod';
import type { ConnectionId } from './connection.ts';

const uuid = z.string().refine((text) => isUuid(text) && text === text.toLowerCase());

export const mostMappedCourses = 200;

/** Which courses and learners the statements of an LMS are about. */
export const xapiSettingsSchema = z.strictObject({
  /** Another connection to the same LMS: its courses and whom it knows count for the statements too. */
  beside: uuid.transform((text) => text as ConnectionId).exactOptional(),
  /** Without one: which course of ours stands for one over there. */
  courses: z
    .array(z.strictObject({ externalCourseId: z.string().trim().min(1).max(255), courseId: uuid }))
    .max(mostMappedCourses)
    .readonly()
    .exactOptional(),
});
export type XapiSettings = z.output<typeof xapiSettingsSchema>;
