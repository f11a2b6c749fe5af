import { serviceOf } from '@sinau/identity';
import { createPeopleStore } from '@sinau/identity/dynamo';
import type { HeldMailStore, MailHours, MailWishes } from '@sinau/notifications';
import { createMailStore } from '@sinau/notifications/dynamo';
import type { Dynamo } from '@sinau/platform/dynamo';

/** When people want mail, in the zone where each of them works. */
export function mailHoursOf(
  stores: { readonly dynamo: Dynamo; readonly table: string },
  usual: MailWishes,
): { readonly hours: Omit<MailHours, 'clock'>; readonly held: HeldMailStore } {
  const mails = createMailStore(stores);
  const people = createPeopleStore(stores);
  const zoneOf: MailHours['zones']['zoneOf'] = async (personId) => {
    const person = await people.find(personId);
    return person ? serviceOf(person, '9999-12-31').timeZone : 'Asia/Jakarta';
  };
  return { hours: { wishes: mails, zones: { zoneOf }, usual }, held: mails };
}
