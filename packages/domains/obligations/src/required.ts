import * as z from 'zod';

const pathMark = 'path:';

/** What is required, as duties and obligations name it (`courseId`): the id of a course, or `path:` before that of a learning path. */
export const requiredIdSchema = z.string().regex(/^(path:)?[\w-]{1,64}$/);

export const requiredPath = (pathId: string): string => `${pathMark}${pathId}`;

/** Id of the learning path; undefined for a course. */
export const pathOf = (required: string): string | undefined =>
  required.startsWith(pathMark) ? required.slice(pathMark.length) : undefined;
