/** What a certificate of a learning path is made for, as a registration is for a course. */
export const pathRegistration = (pathId: string, personId: string): string => `path:${pathId}:${personId}`;

/** Of the ids that stand in one; undefined for the registration of anything else. */
export function readPathRegistration(
  registration: string,
): { readonly pathId: string; readonly personId: string } | undefined {
  const [kind, pathId, personId, ...rest] = registration.split(':');
  if (kind !== 'path' || !pathId || !personId || rest.length > 0) return undefined;
  return { pathId, personId };
}
