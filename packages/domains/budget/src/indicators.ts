import { isSmall } from '@sinau/kernel';
import type { BudgetLine } from './line.ts';
import type { CourseCost } from './ports.ts';

/** The eleven of domain facts 7.5, in its order. */
export const indicatorNames = [
  'cost-per-jp',
  'cost-per-participant',
  'cost-per-gap-point',
  'coverage',
  'average-jp',
  'completion',
  'absorption',
  'saving',
  'index-delta',
  'plan-fit',
  'outcome',
] as const;
export type IndicatorName = (typeof indicatorNames)[number];

/**
 * Why there is no number: `nothing` happened yet to divide by; `small`: of too few people to tell (case P3); `unset`: what it is compared with was not
 * entered; `no-before`: there is nothing earlier to compare with.
 */
export type Lack = 'nothing' | 'small' | 'unset' | 'no-before';

/** `share`: of 1. `jp`: hundredths. `points`: of the index, or of the scale of the survey in hundredths. */
export type FigureUnit = 'rupiah' | 'share' | 'jp' | 'points' | 'score';

/** One number of an indicator. */
export interface Figure {
  /** Tells figures of one indicator apart. */
  readonly of: string;
  readonly unit: FigureUnit;
  readonly value?: number;
  readonly lack?: Lack;
  /** What was divided, or subtracted. */
  readonly from: number;
  readonly by: number;
}

/** `simulation`: not BKN's index. `correlation`: nothing says that one comes of the other. `proxy`: counted by what comes closest. */
export type IndicatorMark = 'simulation' | 'correlation' | 'proxy';

export interface Indicator {
  readonly name: IndicatorName;
  readonly figures: readonly Figure[];
  readonly marks: readonly IndicatorMark[];
}

/** People of an agency in a year; those whom a minimum of JP holds for have met it or not. */
export interface PeopleSums {
  readonly people: number;
  readonly met: number;
  readonly below: number;
  /** Hundredths. */
  readonly jp: number;
}

/** One service, of which two surveys are told; means in hundredths. */
export interface ServiceChange {
  readonly before: { readonly u6: number; readonly u7: number };
  readonly after: { readonly u6: number; readonly u7: number };
}

/** What indicators are made of; each is a sum that is kept, and none costs more with more people. */
export interface IndicatorFacts {
  readonly lines: readonly BudgetLine[];
  readonly courses: readonly CourseCost[];
  readonly now: PeopleSums;
  readonly before: PeopleSums;
  readonly duties: { readonly people: number; readonly enrolled: number; readonly finished: number };
  readonly seats: { readonly seats: number; readonly used: number };
  /** Of events that are over: people who had a seat, and who of them came. */
  readonly eventSeats: { readonly seats: number; readonly used: number };
  readonly gaps: { readonly points: number; readonly changes: number };
  /** Whole rupiah for a JP and person in a classroom. */
  readonly classroom?: number;
  /** Whole JP of training in a plan and of all, and how often somebody took part; absent: no plan was set. */
  readonly training?: { readonly planned: number; readonly all: number; readonly people: number };
  readonly services: readonly ServiceChange[];
}

/** Points of the competency dimension for 20 JP of technical training, of most posts (domain facts 3.2). */
const pointsFor20Jp = 15;

/** The eleven indicators of a year. */
export function indicatorsOf(facts: IndicatorFacts): readonly Indicator[] {
  const sum = (what: 'spent' | 'ceiling' | 'people' | 'running' | 'jp') =>
    facts.lines.reduce((all, line) => all + line[what], 0);
  const [spent, people] = [sum('spent'), sum('people')];
  const { now, before, duties, seats, eventSeats, gaps } = facts;
  const asked = now.met + now.below;
  const all: Readonly<Record<IndicatorName, Omit<Indicator, 'name'>>> = {
    'cost-per-jp': plain(
      ratio('jp', 'rupiah', { from: spent, by: now.jp / 100, small: isSmall(now.people) }),
    ),
    'cost-per-participant': plain(
      ratio('finished', 'rupiah', { from: spent, by: people, small: isSmall(people) }),
      ratio('enrolled', 'rupiah', {
        ...{ from: spent, by: people + sum('running'), small: isSmall(people + sum('running')) },
      }),
    ),
    'cost-per-gap-point': plain(
      ratio('gap', 'rupiah', { from: spent, by: Math.max(0, gaps.points), small: isSmall(gaps.changes) }),
    ),
    coverage: plain(ratio('met', 'share', { from: now.met, by: asked, small: isSmall(asked) })),
    'average-jp': plain(ratio('jp', 'jp', { from: now.jp, by: now.people, small: isSmall(now.people) })),
    completion: {
      figures: [
        ratio('duties', 'share', {
          ...{ from: duties.finished, by: duties.enrolled, small: isSmall(duties.people) },
        }),
        ratio('seats', 'share', { from: seats.used, by: seats.seats, small: false }),
        ratio('event-seats', 'share', {
          ...{ from: eventSeats.used, by: eventSeats.seats, small: isSmall(eventSeats.seats) },
        }),
      ],
      marks: ['proxy'],
    },
    absorption: plain(ratio('ceiling', 'share', { from: spent, by: sum('ceiling'), small: false })),
    saving: plain(savingOf(facts)),
    'index-delta': { figures: [indexDelta(now, before)], marks: ['simulation', 'proxy'] },
    'plan-fit': plain(planFit(facts)),
    outcome: {
      figures: [outcomeOf(facts.services, 'u6'), outcomeOf(facts.services, 'u7')],
      marks: ['correlation'],
    },
  };
  return indicatorNames.map((name) => ({ name, ...all[name] }));
}

const plain = (...figures: readonly Figure[]): Omit<Indicator, 'name'> => ({ figures, marks: [] });

/** One number over another; rupiah, JP and points are rounded to whole ones. Of too few people neither is told. */
function ratio(
  of: string,
  unit: FigureUnit,
  { from, by, small }: { readonly from: number; readonly by: number; readonly small: boolean },
): Figure {
  if (small) return { of, unit, lack: 'small', from: 0, by: 0 };
  if (by === 0) return { of, unit, lack: 'nothing', from, by };
  const value = from / by;
  return { of, unit, value: unit === 'share' ? value : Math.round(value), from, by };
}

/** (classroom − actual) × participants, over courses whose JP are known: what their JP would have cost in a classroom less what was spent. */
function savingOf({ courses, classroom }: IndicatorFacts): Figure {
  const known = courses.filter(({ jp }) => jp > 0);
  const people = known.reduce((sum, one) => sum + one.people, 0);
  const figure = { of: 'courses', unit: 'rupiah' } as const;
  if (classroom === undefined) return { ...figure, lack: 'unset', from: 0, by: 0 };
  if (people === 0) return { ...figure, lack: 'nothing', from: 0, by: 0 };
  if (isSmall(people)) return { ...figure, lack: 'small', from: 0, by: 0 };
  const from = Math.round(known.reduce((sum, { jp }) => sum + jp * classroom, 0) / 100);
  const by = known.reduce((sum, { spent }) => sum + spent, 0);
  return { ...figure, value: from - by, from, by };
}

/** What the share of people with 20 JP adds to the competency dimension, beside the year before; in hundredths of a point. */
function indexDelta(now: PeopleSums, before: PeopleSums): Figure {
  const figure = { of: 'competency', unit: 'points' } as const;
  const [asked, was] = [now.met + now.below, before.met + before.below];
  if (isSmall(asked) || isSmall(was)) return { ...figure, lack: 'small', from: 0, by: 0 };
  if (asked === 0) return { ...figure, lack: 'nothing', from: 0, by: 0 };
  if (was === 0) return { ...figure, lack: 'no-before', from: 0, by: 0 };
  const points = (met: number, of: number) => Math.round((pointsFor20Jp * 100 * met) / of);
  const [from, by] = [points(now.met, asked), points(before.met, was)];
  return { ...figure, value: from - by, from, by };
}

/** JP of training that the annual plan in force or people's own plans name, of all JP of training. */
function planFit({ training }: IndicatorFacts): Figure {
  if (!training) return { of: 'training', unit: 'share', lack: 'unset', from: 0, by: 0 };
  const { planned, all, people } = training;
  return ratio('training', 'share', { from: planned, by: all, small: isSmall(people) });
}

/** Mean change over services. Surveys of less than ten answers are told nowhere, so nobody is small here. */
function outcomeOf(services: readonly ServiceChange[], element: 'u6' | 'u7'): Figure {
  const count = services.length;
  if (count === 0) return { of: element, unit: 'score', lack: 'no-before', from: 0, by: 0 };
  const mean = (when: 'before' | 'after') =>
    Math.round(services.reduce((sum, one) => sum + one[when][element], 0) / count);
  const [from, by] = [mean('after'), mean('before')];
  return { of: element, unit: 'score', value: from - by, from, by };
}
