import { addDays, type LanguageMap, type LocalDate, weekdayOf } from '@sinau/kernel';

/** Something of one person of the team, with a day. */
export interface TeamDuty {
  readonly name: string;
  readonly title: LanguageMap;
  readonly dueOn: LocalDate;
}

/**
 * What waits for the supervisor's word: courses that were asked for, learning elsewhere, items of development plans, seats of events and of cohorts, and
 * coaching that they are asked for themselves.
 */
const waitKinds = ['course', 'external', 'plan', 'event', 'cohort', 'coaching'] as const;
type TeamWaits = Readonly<Record<(typeof waitKinds)[number], number>>;

/** What there is to know of a team; each list in any order. */
export interface TeamFacts {
  /** Open courses that are required, whatever their day. */
  readonly duties: readonly TeamDuty[];
  /** Agreed items of development plans, whatever their day. */
  readonly planItems: readonly TeamDuty[];
  /** `on`: day of the completion or of the recognition, where the supervisor works. */
  readonly finished: readonly {
    readonly name: string;
    readonly title: LanguageMap;
    readonly on: LocalDate;
  }[];
  readonly recognised: readonly { readonly name: string; readonly value: string; readonly on: LocalDate }[];
  readonly waits: TeamWaits;
  /** Evaluations that wait for their word. */
  readonly evaluations: number;
}

/** The one thing to begin with. */
export const teamActions = ['decide', 'talk', 'evaluate', 'congratulate', 'plan'] as const;
export type TeamAction = (typeof teamActions)[number];

export interface TeamWeek {
  readonly duties: readonly (TeamDuty & { readonly isOverdue: boolean })[];
  readonly planItems: readonly (TeamDuty & { readonly isOverdue: boolean })[];
  readonly finished: readonly { readonly name: string; readonly title: LanguageMap }[];
  readonly recognised: readonly { readonly name: string; readonly value: string }[];
  readonly waits: TeamWaits;
  /** All of `waits`. */
  readonly requests: number;
  readonly evaluations: number;
  /** Absent: there is nothing. */
  readonly action?: TeamAction;
}

/** What was finished in so many days before today is news. */
const newsDays = 7;

/**
 * A team's week on a day: what is due until Sunday or late, what was finished in the seven days before, what waits. Lists go by day and name and
 * never by who did how much.
 */
export function teamWeekOf(facts: TeamFacts, today: LocalDate): TeamWeek {
  const sunday = addDays(today, 7 - weekdayOf(today));
  const dueOf = (all: readonly TeamDuty[]) =>
    all
      .filter(({ dueOn }) => dueOn <= sunday)
      .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.name.localeCompare(b.name))
      .map((one) => ({ ...one, isOverdue: one.dueOn < today }));
  const isNews = ({ on }: { readonly on: LocalDate }) => addDays(today, -newsDays) <= on && on <= today;
  const byName = <One extends { readonly name: string; readonly on: LocalDate }>(all: readonly One[]) =>
    all.filter(isNews).toSorted((a, b) => a.on.localeCompare(b.on) || a.name.localeCompare(b.name));
  const week: TeamWeek = {
    duties: dueOf(facts.duties),
    planItems: dueOf(facts.planItems),
    finished: byName(facts.finished).map(({ name, title }) => ({ name, title })),
    recognised: byName(facts.recognised).map(({ name, value }) => ({ name, value })),
    ...{ waits: facts.waits, evaluations: facts.evaluations },
    requests: waitKinds.reduce((sum, kind) => sum + facts.waits[kind], 0),
  };
  const action = actionOf(week);
  return { ...week, ...(action && { action }) };
}

/** Whoever waits for the supervisor comes first, then who may need a word, then what is no hurry. */
function actionOf(week: TeamWeek): TeamAction | undefined {
  if (week.requests > 0) return 'decide';
  if (week.duties.length > 0) return 'talk';
  if (week.evaluations > 0) return 'evaluate';
  if (week.finished.length + week.recognised.length > 0) return 'congratulate';
  return week.planItems.length > 0 ? 'plan' : undefined;
}
