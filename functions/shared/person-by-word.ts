import { emailClaim, employeeNumberClaim, type PeopleStore, type Person } from '@sinau/identity';

/** Somebody by what others write of them: their e-mail address, or their NIP or NI PPPK in any spacing. */
export async function personByWord(
  { people }: { readonly people: Pick<PeopleStore, 'findByClaim'> },
  word: string,
): Promise<Person | undefined> {
  const said = word.trim();
  if (said === '') return undefined;
  const claim = said.includes('@') ? emailClaim(said) : employeeNumberClaim(said.replace(/\D/g, ''));
  const person = await people.findByClaim(claim);
  return person?.status === 'disabled' ? undefined : person;
}
