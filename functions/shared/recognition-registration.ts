/** What the badge of a recognition is made for, as a registration is for a course. */
export const recognitionRegistration = (personId: string, recognitionId: string): string =>
  `recognition:${personId}:${recognitionId}`;

/** Of the ids that stand in one; undefined for the registration of anything else. */
export function readRecognitionRegistration(
  registration: string,
): { readonly personId: string; readonly recognitionId: string } | undefined {
  const [kind, personId, ...rest] = registration.split(':');
  const recognitionId = rest.join(':');
  if (kind !== 'recognition' || !personId || recognitionId === '') return undefined;
  return { personId, recognitionId };
}
