import type { Locale, PersonId } from '@sinau/kernel';
import type { PeopleStore } from './ports.ts';

export interface Contact {
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

/**
 * How to reach a person, for notices of the platform itself: it authorises nobody. Undefined for an absent or
 * disabled person, who is told nothing any more.
 */
export async function contactOf(
  deps: { readonly people: PeopleStore },
  personId: PersonId,
): Promise<Contact | undefined> {
  const person = await deps.people.find(personId);
  if (!person || person.status === 'disabled') return undefined;
  return { name: person.name, email: person.email, locale: person.locale ?? 'id' };
}
