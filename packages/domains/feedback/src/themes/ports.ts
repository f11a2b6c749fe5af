import type { AgencyId, LocalDate } from '@sinau/kernel';
import type { ServicePlace } from '../ports.ts';
import type { ThemeCount, ThemeListId } from './theme.ts';
import type { ListedRow, ThemeList } from './theme-list.ts';

/** Counted complaints. Reads see every write that was answered before. Rejects with `Unavailable`. */
export interface ThemeStore {
  /** Those whose period begins within the days, by its first day. */
  of(
    place: ServicePlace,
    days: { readonly from: LocalDate; readonly to: LocalDate },
  ): Promise<readonly ThemeCount[]>;
  /** Writes it with `rev` one higher, if what stands in its place has that `rev`, or nothing does and it is 0. */
  save(next: ThemeCount): Promise<'saved' | 'conflict'>;
  /** Takes it away as it was read. */
  remove(row: ThemeCount): Promise<'removed' | 'conflict'>;
}

/** Lists as they were sent. Reads and saving as of `ThemeStore`. */
export interface ThemeListStore {
  find(agencyId: AgencyId, listId: ThemeListId): Promise<ThemeList | undefined>;
  /** Newest first. */
  lists(agencyId: AgencyId, limit: number): Promise<readonly ThemeList[]>;
  save(next: ThemeList): Promise<'saved' | 'conflict'>;
  /** Rows of a list: as it was tried, or as it was taken. Written once each, before the list says so; the same again is no harm. */
  keepRows(list: ThemeList, as: 'tried' | 'taken', rows: readonly ListedRow[]): Promise<void>;
  /** In the order of the file. Undefined: they are gone by their age. */
  rows(list: ThemeList, as: 'tried' | 'taken'): Promise<readonly ListedRow[] | undefined>;
  /** One run of an agency at a time takes or undoes a list. False: another does, and began less than two minutes before `now`. */
  hold(agencyId: AgencyId, run: string, now: Date): Promise<boolean>;
  /** Does nothing where another run holds it by now. */
  release(agencyId: AgencyId, run: string): Promise<void>;
}
