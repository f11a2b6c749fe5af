import type { Locale, PersonPrincipal } from '@sinau/kernel';

export interface InboxItem {
  readonly notificationId: string;
  readonly at: string;
  readonly title: string;
  readonly text: string;
  /** Path of the portal that the notification is about. */
  readonly href?: string;
  readonly read: boolean;
}

export interface InboxPorts {
  inboxOf(
    person: PersonPrincipal,
    page: { readonly token: string | undefined; readonly locale: Locale },
  ): Promise<{ readonly items: readonly InboxItem[]; readonly nextPageToken?: string }>;
  markAllRead(person: PersonPrincipal): Promise<void>;
}
