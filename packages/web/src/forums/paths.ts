import { citizensPath } from '../citizens/paths.ts';

/** Consultations of one's agency. */
export const forumsPath = `${citizensPath}/forums`;
export const forumPath = (forumId: string): string => `${forumsPath}/${encodeURIComponent(forumId)}`;
