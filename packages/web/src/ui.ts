import type { Locale, Role } from '@sinau/kernel';
import type { Assets } from './assets.ts';
import type { Dictionary } from './i18n/dictionary.ts';
import { createFormat, type Format, type TimeZone } from './i18n/format.ts';

/** The signed-in person as the frame of every page shows them. */
export interface Viewer {
  readonly name: string;
  readonly roles: readonly Role[];
  /** Name of the agency or provider; absent for platform staff. */
  readonly memberOf?: string;
  readonly timeZone: TimeZone;
  readonly unreadCount: number;
  /** The operator who looks at the portal as this person, until when (ISO 8601 UTC). */
  readonly viewedBy?: { readonly name: string; readonly until: string };
}

/** What every page needs besides its own view: words, formats, viewer, place. */
export interface Ui {
  readonly locale: Locale;
  readonly t: Dictionary;
  readonly format: Format;
  readonly viewer: Viewer | undefined;
  /** Path and query of this page, to come back to after a language switch. */
  readonly path: string;
  readonly assets: Assets['paths'];
  /** True on one machine, where mail is only shown. */
  readonly hasOutbox: boolean;
}

export function createUi(input: Omit<Ui, 'format'>): Ui {
  return { ...input, format: createFormat(input.locale, input.viewer?.timeZone ?? 'Asia/Jakarta') };
}
