import type { PersonPrincipal } from '@sinau/kernel';

export interface BoardSumsView {
  readonly members: number;
  readonly minutes: number;
  readonly finished: number;
  readonly teachingMinutes: number;
}

export interface BoardView {
  readonly unit: string;
  readonly isMember: boolean;
  readonly mayManage: boolean;
  readonly on: boolean;
  readonly compares: boolean;
  /** Absent below five. */
  readonly members?: number;
  /** Month that is told, ISO (`2026-10`). */
  readonly month: string;
  readonly sums?: BoardSumsView;
  /** By name. */
  readonly others: readonly { readonly name: string; readonly sums: BoardSumsView }[];
}

export interface BoardsPorts {
  /** Undefined for whoever is in no unit. */
  boardOf(person: PersonPrincipal): Promise<BoardView | undefined>;
  join(person: PersonPrincipal): Promise<void>;
  leave(person: PersonPrincipal): Promise<void>;
  set(person: PersonPrincipal, wish: { readonly on: boolean; readonly compares: boolean }): Promise<void>;
}
