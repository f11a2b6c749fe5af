import { attributesAsked } from './variables.ts';
import type { PersonalAttribute } from './vocabulary.ts';

/** What an agreement lets the tool know of a person; nothing of it, and a message is anonymous. */
export interface LaunchPerson {
  readonly name?: string;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly email?: string;
  readonly employeeNumber?: string;
  /** Names of the home agency and the unit, in words: for tools that ask for them by a variable. */
  readonly agency?: string;
  readonly unit?: string;
  readonly locale?: string;
}

/** What each message holds of whoever it is about, whatever its parameters ask for. */
const carried = {
  launch: ['name', 'email', 'employee-number', 'locale'],
  /** NRPS 2.0, 2.2 has no place for a language. */
  roster: ['name', 'email', 'employee-number'],
} as const satisfies Readonly<Record<string, readonly PersonalAttribute[]>>;

/**
 * What a launch, or a member of a roster with these parameters (templates, before variables are filled in), tells of a person: exactly
 * what is to be noted as disclosed.
 */
export function toldAttributes(
  by: keyof typeof carried,
  person: LaunchPerson,
  custom: Readonly<Record<string, string>>,
): readonly PersonalAttribute[] {
  const known: Readonly<Record<PersonalAttribute, unknown>> = {
    name: person.name ?? person.givenName ?? person.familyName,
    email: person.email,
    'employee-number': person.employeeNumber,
    agency: person.agency,
    unit: person.unit,
    locale: person.locale,
  };
  const leaves = new Set<PersonalAttribute>([...carried[by], ...attributesAsked(custom)]);
  return (Object.keys(known) as PersonalAttribute[]).filter(
    (attribute) => known[attribute] !== undefined && leaves.has(attribute),
  );
}
