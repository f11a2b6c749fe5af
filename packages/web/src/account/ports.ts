import type { PersonPrincipal } from '@sinau/kernel';
import type { TimeZone } from '../i18n/format.ts';

export interface AccountPorts {
  changeTimeZone(person: PersonPrincipal, timeZone: TimeZone): Promise<void>;
}
