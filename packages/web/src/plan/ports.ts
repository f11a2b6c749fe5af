import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';

export interface SuggestedCourse {
  readonly courseId: string;
  readonly title: LanguageMap;
  readonly minutes: number;
}

export interface PlanDayView {
  /** ISO date of the person. */
  readonly date: string;
  readonly isPlanned: boolean;
  readonly when: 'past' | 'today' | 'ahead';
  readonly doneSeconds: number;
  /** What this day is to bring. */
  readonly minutes: number;
  readonly suggested: readonly SuggestedCourse[];
}

export interface WeekView {
  readonly state: 'under-way' | 'done' | 'over';
  readonly plannedMinutes: number;
  readonly days: readonly PlanDayView[];
}

/** What somebody means to learn in a week, and what this one has brought. */
export interface PlanView {
  /** 1 for Monday to 7 for Sunday; nothing: they have made none. */
  readonly days: readonly number[];
  readonly minutes: number;
  /** Given up; it can be taken up again. */
  readonly stopped: boolean;
  /** 0: none was made. */
  readonly rev: number;
  /** Of the last change, ISO 8601 UTC. */
  readonly changedAt?: string;
  /** Of this week, with a plan or without. */
  readonly doneSeconds: number;
  /** Given for a plan that is followed. */
  readonly week?: WeekView;
}

export interface PlanPorts {
  planOf(reader: PersonPrincipal): Promise<PlanView>;
  set(
    reader: PersonPrincipal,
    plan: { readonly days: readonly number[]; readonly minutes: number; readonly rev: number },
  ): Promise<void>;
  /** Gives it up, or takes it up again. */
  stop(reader: PersonPrincipal, stopped: boolean): Promise<void>;
}
