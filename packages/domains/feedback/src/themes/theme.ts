import { type Brand, lettersAndDigits } from '@sinau/kernel';
import type { ServicePlace } from '../ports.ts';
import type { Period } from './period.ts';

export type ThemeListId = Brand<'ThemeListId'>;

/** Where complaints came in. */
export const channels = ['lapor', 'counter', 'letter', 'phone', 'social', 'online', 'other'] as const;
export type Channel = (typeof channels)[number];

/** What is counted of one theme. */
export interface Counted {
  readonly count: number;
  /** Of them, those that were handled. */
  readonly handled: number;
  /** Days until half of the handled ones were, in tenths; absent where nobody says. */
  readonly medianTenths?: number;
}

/** Complaints about one service, of one theme, through one channel, in one period. No more is known of them. */
export interface ThemeCount extends ServicePlace, Period, Counted {
  readonly theme: string;
  readonly channel: Channel;
  /** Of the list that brought it. */
  readonly listId: ThemeListId;
  readonly rev: number;
}

/** What two rows of one theme have in common. */
export const themeKey = (theme: string): string => lettersAndDigits(theme).slice(0, longestTheme);

export type ThemePlace = ServicePlace & Pick<ThemeCount, 'period' | 'from' | 'channel' | 'theme'>;

/** Names a row: what comes again with it takes its place. */
export const keyOf = ({ serviceId, period, channel, theme }: ThemePlace): string =>
  JSON.stringify([serviceId, period, channel, themeKey(theme)]);

export const longestTheme = 80;
export const mostComplaints = 1_000_000;
/** Of one service in one year. */
export const mostThemes = 2_000;
