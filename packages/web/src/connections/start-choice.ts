import type { CourseStart } from './ports.ts';

/** A tool at one of its places, as one choice of a form; ids of clients have no space. */
export const startValue = ({ clientId, deploymentId }: CourseStart): string => `${clientId} ${deploymentId}`;

/** What was chosen; undefined for the page. */
export function startIn(value: string, parameter: string): CourseStart | undefined {
  const [, clientId, deploymentId] = /^(\S+) (.+)$/.exec(value) ?? [];
  if (clientId === undefined || deploymentId === undefined) return undefined;
  return { clientId, deploymentId, ...(parameter !== '' && { parameter }) };
}
