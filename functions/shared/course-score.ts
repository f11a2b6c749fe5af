import type { RegistrationStore } from '@sinau/delivery';

/** Score of a course as a whole: of its parts that have one, on average, from 0 to 1. Undefined where none has. */
export async function scoreOf(
  { registrations }: { readonly registrations: Pick<RegistrationStore, 'read'> },
  registration: string,
): Promise<number | undefined> {
  const found = await registrations.read(registration);
  const scores = Object.values(found?.aus ?? {}).flatMap(({ score }) => score ?? []);
  if (scores.length === 0) return undefined;
  return Math.round((scores.reduce((sum, one) => sum + one, 0) / scores.length) * 10_000) / 10_000;
}
