import { TellsOfPerson } from '../errors.ts';
import { identityIn } from '../themes/identity-marks.ts';

/** Refuses texts that everybody would read and that hold a number or an address of somebody; names are left to whoever writes. */
export function withoutPersons(texts: Readonly<Record<string, string | undefined>>): void {
  for (const [field, text = ''] of Object.entries(texts)) {
    if (text.split(/\r?\n/).some((part) => identityIn(part) !== undefined)) throw new TellsOfPerson(field);
  }
}
