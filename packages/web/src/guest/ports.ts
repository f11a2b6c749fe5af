import type { LanguageMap, Locale } from '@sinau/kernel';
import type { OutlineNode } from '../course/ports.ts';

/** A course that somebody takes from another learning system, as their window shows it. */
export interface GuestCourseView {
  readonly title: LanguageMap;
  readonly outline: readonly OutlineNode[];
  readonly satisfied: boolean;
  /** Who learns here; absent for a guest, whom nobody here knows. */
  readonly learner?: string;
  /** Why nothing is opened any more; absent: it is open. */
  readonly closed?: 'disabled' | 'expired';
}

export interface GuestVisit {
  readonly registration: string;
  /** Value of the visit's cookie, if any. */
  readonly cookie: string | undefined;
}

export interface GuestPorts {
  /** Trades what the other system's page was given for the cookie of this window; undefined: it is not valid (any more). */
  enter(registration: string, entry: string): Promise<string | undefined>;
  /** Undefined for whoever has no valid cookie of this registration. */
  courseOf(visit: GuestVisit): Promise<GuestCourseView | undefined>;
  /** Opens a session and gives the address at which the part starts; undefined as above, or while it is closed. */
  launch(
    visit: GuestVisit & { readonly partId: string; readonly returnUrl: string; readonly locale: Locale },
  ): Promise<{ readonly url: string } | undefined>;
}
