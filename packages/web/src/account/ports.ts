import type { Locale, PersonPrincipal } from '@sinau/kernel';
import type { TimeZone } from '../i18n/format.ts';

/** When somebody wants mail, and which. Hours of a clock in their zone. */
export interface MailWishesView {
  readonly quietFrom: number;
  readonly quietUntil: number;
  readonly quietWeekends: boolean;
  readonly reminders: boolean;
  readonly digest: boolean;
  readonly nudges: boolean;
  /** News of one's team in the letter of the week. */
  readonly team: boolean;
}

export interface AccountPorts {
  /** The language of mails; pages follow the cookie. */
  changeLanguage(person: PersonPrincipal, locale: Locale): Promise<void>;
  changeTimeZone(person: PersonPrincipal, timeZone: TimeZone): Promise<void>;
  mailWishesOf(person: PersonPrincipal): Promise<MailWishesView>;
  saveMailWishes(person: PersonPrincipal, wishes: MailWishesView): Promise<void>;
}
