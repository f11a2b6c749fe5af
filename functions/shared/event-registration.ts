/** What a certificate of attendance is made for, as a registration is for a course. */
export const eventRegistration = (eventId: string, personId: string): string =>
  `event:${eventId}:${personId}`;

/** Of the ids that stand in one; undefined for the registration of a course. */
export function readEventRegistration(
  registration: string,
): { readonly eventId: string; readonly personId: string } | undefined {
  const [kind, eventId, personId, ...rest] = registration.split(':');
  if (kind !== 'event' || !eventId || !personId || rest.length > 0) return undefined;
  return { eventId, personId };
}
