import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { EmptyState, PageHeading } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import { StudioMenu } from '../studio/menu.tsx';
import type { Ui } from '../ui.ts';
import { quizHref, quizzesPath } from './paths.ts';
import type { QuizSummary } from './ports.ts';

/** The quizzes of a provider, and the beginning of a new one. */
export function QuizzesPage(props: {
  readonly ui: Ui;
  readonly quizzes: readonly QuizSummary[];
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, form, quizzes: list } = props;
  const { quizzes } = ui.t;
  return (
    <Shell
      ui={ui}
      title={quizzes.title}
      section="studio"
      menu={<StudioMenu ui={ui} current={quizzesPath} />}
      notice={props.notice}
    >
      <PageHeading title={quizzes.title} lead={quizzes.lead} />
      <form method="post" action={quizzesPath} class="panel mb-6 max-w-xl p-5">
        <FormProblem ui={ui} form={form} />
        <TextField ui={ui} form={form} name="title" label={quizzes.newTitle} maxlength={250} required />
        <button type="submit" class="btn btn-primary">
          {quizzes.create}
        </button>
      </form>
      {list.length === 0 ? (
        <EmptyState icon="list" title={quizzes.emptyTitle} text={quizzes.emptyText} />
      ) : (
        <ul class="panel divide-y divide-base-300" aria-label={quizzes.listLabel}>
          {list.map((quiz) => (
            <li class="px-4 py-3">
              <a
                href={quizHref(quiz.quizId)}
                class="text-link inline-flex min-h-8 items-center font-medium break-words"
              >
                {quiz.title}
              </a>
              <p class="text-sm">
                {quizzes.questions(ui.format.number(quiz.questions))}
                {' · '}
                {quiz.placements > 0 ? quizzes.inCourses(ui.format.number(quiz.placements)) : quizzes.nowhere}
                <span class="quiet">
                  {' · '}
                  {quizzes.changed} <When ui={ui} at={quiz.updatedAt} dateOnly />
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Shell>
  );
}
