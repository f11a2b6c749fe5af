import type { PersonPrincipal } from '@sinau/kernel';
import * as z from 'zod';
import { alterPerson } from './alter-person.ts';
import { localeSchema, type Person, timeZoneSchema } from './person.ts';
import type { PeopleStore } from './ports.ts';

/** All that people change about themselves; the rest belongs to their agency (case D1). */
export const changeMyProfileRequestSchema = z.strictObject({
  locale: localeSchema.exactOptional(),
  timeZone: timeZoneSchema.exactOptional(),
});
export type ChangeMyProfileRequest = z.infer<typeof changeMyProfileRequestSchema>;

export async function changeMyProfile(
  deps: { readonly people: PeopleStore },
  input: { readonly principal: PersonPrincipal; readonly request: ChangeMyProfileRequest },
): Promise<Person> {
  const { locale, timeZone } = input.request;
  const { principal } = input;
  return alterPerson(deps, { principal, personId: principal.personId }, (person) => ({
    ...person,
    ...(locale && { locale }),
    ...(timeZone && { timeZone }),
  }));
}
