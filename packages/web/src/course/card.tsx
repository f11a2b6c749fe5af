import type { Jp, LanguageMap } from '@sinau/kernel';
import { ProgressBar } from '../layout/parts.tsx';
import { plainText, Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { Cover } from './cover.tsx';
import { type MissingPart, missingText } from './missing.ts';
import type { PartView } from './ports.ts';
import { progressWords } from './progress-words.ts';

/** A course in a list. */
export interface CourseCard {
  readonly courseId: string;
  readonly title: LanguageMap;
  readonly provider: string;
  readonly jp?: Jp;
  readonly languages: readonly string[];
  readonly state?: 'active' | 'completed';
  /** Given for an active one, 0 to 100. */
  readonly percent?: number;
  /** Given for an active one: some part was opened. */
  readonly begun?: boolean;
  /** Minutes of work that are left, as far as the course states its effort. */
  readonly minutesLeft?: number;
  /** Given for an active one: what is missing from "finished". */
  readonly missing?: { readonly count: number; readonly first: MissingPart };
  /** What its parts are, where that is one kind. */
  readonly content?: NonNullable<PartView['content']>;
  /** Asked for, and not granted yet. */
  readonly pending?: 'requested' | 'waiting' | 'provider';
  /** Completed, and the provider does not stand by it any more. */
  readonly takenBack?: true;
  /** First day of the provider's classes, when that is still to come; ISO date. */
  readonly classesFrom?: string;
  readonly dueAt?: string;
  /** The day is over. */
  readonly overdue?: boolean;
  /** Why it is here, e.g. who requires it. */
  readonly reason?: LanguageMap;
  /** Of a learning path: `courseId` is its id, */
  readonly isPath?: true;
  /** and this its next step. */
  readonly nextStep?: LanguageMap;
}

/** The whole card is the target; its link carries the title. */
export function Card(props: { readonly ui: Ui; readonly course: CourseCard }) {
  const { ui, course } = props;
  const { t, format } = ui;
  return (
    <li class="panel relative flex min-w-0 flex-col overflow-hidden focus-within:border-primary hover:border-primary">
      <Cover courseId={course.courseId} class="h-16" />
      <div class="flex grow flex-col gap-2 p-4">
        <h3 class="font-semibold leading-snug">
          <a
            href={`/${course.isPath ? 'paths' : 'courses'}/${course.courseId}`}
            class="after:absolute after:inset-0 hover:underline"
          >
            <Text ui={ui} map={course.title} />
          </a>
        </h3>
        <p class="quiet text-sm">{course.provider}</p>
        {course.nextStep && (
          <p class="text-sm">
            {t.home.nextStep} <Text ui={ui} map={course.nextStep} />
          </p>
        )}
        {course.reason && (
          <p class="text-sm">
            <Text ui={ui} map={course.reason} />
          </p>
        )}
        <p class="mt-auto flex flex-wrap gap-1.5 pt-1">
          {course.isPath && <span class="tag">{t.home.path}</span>}
          {course.jp !== undefined && <span class="tag font-semibold">{format.jp(course.jp)}</span>}
          {course.content && <span class="tag">{t.course.content[course.content]}</span>}
          {course.languages.map((tag) => (
            <span class="tag">{format.language(tag)}</span>
          ))}
          {course.state === 'completed' && <span class="tag tag-success">{t.catalogue.completed}</span>}
          {course.state === 'active' && <span class="tag tag-info">{t.catalogue.enrolled}</span>}
          {course.takenBack && <span class="tag tag-error">{t.home.takenBack}</span>}
          {course.pending && <span class="tag tag-info">{t.home.pending[course.pending]}</span>}
          {course.classesFrom && (
            <span class="tag">{t.home.classesFrom(format.date(`${course.classesFrom}T05:00:00.000Z`))}</span>
          )}
          {course.dueAt && (
            <span class={course.overdue ? 'tag tag-error' : 'tag tag-warning'}>
              {(course.overdue ? t.home.overdue : t.home.dueAt)(format.date(course.dueAt), format.zone)}
            </span>
          )}
        </p>
        {course.state === 'active' && course.percent !== undefined && (
          <div class="flex items-center gap-3">
            <ProgressBar
              percent={course.percent}
              label={`${t.course.progress}: ${plainText(ui, course.title)}`}
            />
            <span class="text-sm whitespace-nowrap tabular-nums">
              {progressWords(ui, { percent: course.percent, begun: course.begun === true })}
            </span>
          </div>
        )}
        <Left {...props} />
      </div>
    </li>
  );
}

/** Never a percentage without what is missing from the rest. */
function Left({ ui, course }: { readonly ui: Ui; readonly course: CourseCard }) {
  const { missing, minutesLeft } = course;
  const { t, format } = ui;
  if (!missing && minutesLeft === undefined) return null;
  return (
    <p class="quiet text-sm">
      {missing && (
        <>
          {t.course.missingShort(missing.count)}: <Text ui={ui} map={missing.first.title} /> (
          {missingText(ui, missing.first)})
        </>
      )}
      {missing && minutesLeft !== undefined && ' · '}
      {minutesLeft !== undefined && t.course.minutesLeft(format.duration(minutesLeft * 60))}
    </p>
  );
}

export function CardGrid(props: {
  readonly ui: Ui;
  readonly courses: readonly CourseCard[];
  readonly narrow?: boolean;
}) {
  return (
    <ul class={`grid gap-4 sm:grid-cols-2 ${props.narrow ? '' : 'lg:grid-cols-3'}`}>
      {props.courses.map((course) => (
        <Card ui={props.ui} course={course} />
      ))}
    </ul>
  );
}
