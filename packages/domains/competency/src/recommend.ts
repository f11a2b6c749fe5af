import type { Compared } from './gap.ts';
import type { MapPart } from './map.ts';
import { priorityOf, ranked } from './priority.ts';
import type { Criticality } from './standard.ts';
import type { CourseTeaching } from './teaching.ts';

/** A course that can be taken now. */
export interface OfferedCourse {
  readonly courseId: string;
  /** Whole rupiah for one seat. */
  readonly price: number;
}

export interface Recommendation {
  readonly courseId: string;
  readonly competencyId: string;
  /** That the course leads to. */
  readonly level: number;
  readonly priority: number;
  /** What the priority is made of, and the reason that is shown. */
  readonly because: {
    /** Levels, all people together. */
    readonly points: number;
    readonly people: number;
    /** Mean of their posts, by gap. */
    readonly criticality: number;
    readonly price: number;
  };
}

interface Want {
  readonly competencyId: string;
  readonly points: number;
  readonly people: number;
  readonly weight: number;
  /** A course below this closes nobody's gap. */
  readonly from: number;
}

const most = 20;

function rank(
  wants: readonly Want[],
  teachings: readonly CourseTeaching[],
  offered: ReadonlyMap<string, OfferedCourse>,
): readonly Recommendation[] {
  const needs = wants.flatMap((want) =>
    teachings.flatMap(({ courseId, teaches }) => {
      const course = offered.get(courseId);
      const taught = teaches.find(({ competencyId }) => competencyId === want.competencyId);
      if (!course || !taught || taught.level < want.from) return [];
      const id = `${want.competencyId} ${courseId}`;
      return [{ id, want, weight: want.weight, price: course.price, level: taught.level, courseId }];
    }),
  );
  return ranked(needs)
    .slice(0, most)
    .map(({ courseId, want, weight, price, level }) => ({
      ...{ courseId, competencyId: want.competencyId, level, priority: priorityOf({ weight, price }) },
      because: {
        ...{ points: want.points, people: want.people, price },
        criticality: want.points === 0 ? 0 : want.weight / want.points,
      },
    }));
}

/** For one person: courses that lead beyond what they hold, for each gap. */
export function recommendFor(
  given: { readonly rows: readonly Compared[]; readonly criticality: Criticality },
  teachings: readonly CourseTeaching[],
  offered: ReadonlyMap<string, OfferedCourse>,
): readonly Recommendation[] {
  const wants = given.rows.flatMap(({ competencyId, gap = 0, held = 0 }) =>
    gap > 0
      ? [{ competencyId, points: gap, people: 1, weight: gap * given.criticality, from: held + 1 }]
      : [],
  );
  return rank(wants, teachings, offered);
}

/** For an agency or a unit: what closes most, from its counters. Competencies of too few people are left out (case P3). */
export function recommendForUnit(
  { cells }: Pick<MapPart, 'cells'>,
  teachings: readonly CourseTeaching[],
  offered: ReadonlyMap<string, OfferedCourse>,
): readonly Recommendation[] {
  const wants = [...cells].flatMap(([competencyId, cell]) =>
    cell.hidden
      ? []
      : [{ competencyId, points: cell.points, people: cell.short, weight: cell.weight, from: 1 }],
  );
  return rank(wants, teachings, offered);
}
