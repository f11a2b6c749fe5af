import type { Clock, PersonPrincipal } from '@sinau/kernel';
import * as z from 'zod';
import { alterPerson } from './alter-person.ts';
import { timeZoneSchema } from './career.ts';
import { localeSchema, type Person } from './person.ts';
import type { PeopleStore } from './ports.ts';
import { stationed } from './stationed.ts';

/** All that people change about themselves; the rest belongs to their agency (case D1). */
export const changeMyProfileRequestSchema = z.strictObject({
  locale: localeSchema.exactOptional(),
  timeZone: timeZoneSchema.exactOptional(),
});
export type ChangeMyProfileRequest = z.infer<typeof changeMyProfileRequestSchema>;

export async function changeMyProfile(
  deps: { readonly people: PeopleStore; readonly clock: Clock },
  input: { readonly principal: PersonPrincipal; readonly request: ChangeMyProfileRequest },
): Promise<Person> {
  const { locale, timeZone } = input.request;
  const { principal } = input;
  return alterPerson(deps, { principal, personId: principal.personId }, (person) => {
    const after = { ...person, ...(locale && { locale }), ...(timeZone && { timeZone }) };
    return stationed(person, after, { now: deps.clock.now() });
  });
}
