import type { Locale, PersonPrincipal } from '@sinau/kernel';
import type { TimeZone } from '../i18n/format.ts';

export interface AccountPorts {
  /** The language of mails; pages follow the cookie. */
  changeLanguage(person: PersonPrincipal, locale: Locale): Promise<void>;
  changeTimeZone(person: PersonPrincipal, timeZone: TimeZone): Promise<void>;
}
