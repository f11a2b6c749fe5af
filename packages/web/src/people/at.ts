import type { FormState } from '../layout/form.tsx';
import type { PersonVisit } from '../visit.ts';
import type { Desk } from './desk.tsx';
import type { PeoplePorts } from './ports.ts';

/** One request at one of the desks. */
export interface At {
  readonly visit: PersonVisit;
  readonly ports: PeoplePorts;
  readonly desk: Desk;
}

/** A refused form with words of its own at the fields. An address that somebody has keeps the words of its refusal. */
export function withWords(form: FormState, words: Readonly<Record<string, string>>): FormState {
  const errors = Object.entries(form.errors).map(([name, sentence]) => [name, words[name] ?? sentence]);
  return { ...form, errors: Object.fromEntries(errors) };
}
