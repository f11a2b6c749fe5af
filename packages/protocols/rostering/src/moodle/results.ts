import * as z from 'zod';
import { moment, moodleId, numeric, truth, words } from './wire.ts';

const completionSchema = z.object({
  completionstatus: z.object({
    completed: truth,
    completions: z.array(z.object({ complete: truth, timecompleted: moment })).nullish(),
  }),
});

export interface MoodleCompletion {
  readonly completed: boolean;
  /** When the last of what counts was done; absent where a person has marked the course complete by hand. */
  readonly completedAt?: string;
}

/** Of `core_completion_get_course_completion_status`. The course has no time of its own there. */
export function readMoodleCompletion(value: unknown): MoodleCompletion | undefined {
  const parsed = completionSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { completed, completions } = parsed.data.completionstatus;
  const times = (completions ?? []).flatMap(({ complete, timecompleted }) =>
    complete === true && timecompleted !== undefined ? [timecompleted] : [],
  );
  const last = times.toSorted().at(-1);
  return { completed: completed === true, ...(last !== undefined && { completedAt: last }) };
}

const itemSchema = z.object({
  itemtype: words,
  graderaw: numeric,
  grademin: numeric,
  grademax: numeric,
  gradedategraded: moment,
  percentageformatted: words,
});
const gradesSchema = z.object({
  usergrades: z.array(z.object({ userid: moodleId, useridnumber: words, gradeitems: z.array(itemSchema) })),
});

export interface MoodleGrade {
  readonly userId: string;
  readonly idnumber: string;
  readonly given: number;
  readonly maximum: number;
  /** Every part of the course has its grade; before that the total is a running one. */
  readonly isWhole: boolean;
  readonly gradedAt?: string;
}

/** Totals of courses of `gradereport_user_get_grade_items`; people without a total are left out. */
export function readMoodleGrades(value: unknown): readonly MoodleGrade[] | undefined {
  const parsed = gradesSchema.safeParse(value);
  return parsed.data?.usergrades.flatMap(({ userid, useridnumber, gradeitems }) => {
    const total = gradeitems.find(({ itemtype }) => itemtype === 'course');
    const points = total && pointsOf(total);
    if (!points) return [];
    const parts = gradeitems.filter(({ itemtype }) => itemtype === 'mod' || itemtype === 'manual');
    const times = gradeitems.flatMap(({ gradedategraded }) => gradedategraded ?? []);
    const last = times.toSorted().at(-1);
    return [
      {
        userId: userid,
        idnumber: useridnumber,
        ...points,
        isWhole: parts.every(({ graderaw }) => graderaw !== undefined),
        ...(last !== undefined && { gradedAt: last }),
      },
    ];
  });
}

/** Points above the least there are; a percentage where the points themselves are hidden. */
function pointsOf(item: z.infer<typeof itemSchema>) {
  const { graderaw, grademin = 0, grademax = 100, percentageformatted } = item;
  const maximum = grademax - grademin;
  if (graderaw !== undefined && maximum > 0) return { given: Math.max(0, graderaw - grademin), maximum };
  const [, percent] = /^(\d{1,3}(?:[.,]\d+)?)\s*%$/.exec(percentageformatted.trim()) ?? [];
  return percent === undefined ? undefined : { given: Number(percent.replace(',', '.')), maximum: 100 };
}
