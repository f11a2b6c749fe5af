import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { EmptyState, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { bankPath } from '../questions/paths.ts';
import type { QuestionEntry } from '../questions/ports.ts';
import { StudioMenu } from '../studio/menu.tsx';
import type { Ui } from '../ui.ts';
import { pickerHref, quizHref, quizzesPath } from './paths.ts';
import type { QuizView } from './ports.ts';

export interface PickerProps {
  readonly ui: Ui;
  readonly view: QuizView;
  readonly sectionId: string;
  readonly filter: { readonly q?: string; readonly category?: string };
  readonly candidates: readonly QuestionEntry[];
  readonly form: FormState;
}

/** Ready questions of the bank with a box each. */
export function PickerPage(props: PickerProps) {
  const { ui, view, sectionId, filter, candidates, form } = props;
  const { quizzes, questions, shell } = ui.t;
  const index = view.sections.findIndex((section) => section.sectionId === sectionId);
  const title = quizzes.pickTitle(view.sections[index]?.title ?? quizzes.section(index + 1));
  const filtering = { ui, form: { values: { ...filter }, errors: {} }, required: true };
  return (
    <Shell ui={ui} title={title} section="studio" menu={<StudioMenu ui={ui} current={quizzesPath} />}>
      <PageHeading
        title={title}
        lead={quizzes.pickLead}
        trail={
          <Trail
            ui={ui}
            links={[
              [quizzesPath, quizzes.title],
              [quizHref(view.quizId), view.title],
            ]}
          />
        }
      />
      <div class="grid items-start gap-6 lg:grid-cols-[17rem_1fr]">
        <form
          method="get"
          action={pickerHref(view.quizId, sectionId)}
          class="panel p-4"
          aria-label={questions.filters}
        >
          <TextField {...filtering} name="q" label={questions.q} type="search" maxlength={200} />
          <SelectField
            {...filtering}
            name="category"
            label={questions.category}
            options={[
              ['', questions.anyCategory],
              ...view.categories.map((path) => [path, path.replaceAll('/', ' / ')] as const),
            ]}
          />
          <button type="submit" class="btn">
            {shell.search}
          </button>
        </form>
        {candidates.length === 0 ? (
          <EmptyState icon="search" title={questions.noneTitle} text={quizzes.pickNone}>
            <a href={bankPath} class="btn">
              {questions.title}
            </a>
          </EmptyState>
        ) : (
          <form method="post" action={pickerHref(view.quizId, sectionId)} class="min-w-0">
            <FormProblem ui={ui} form={form} />
            <input type="hidden" name="rev" value={String(view.rev)} />
            <fieldset class="panel mb-4 divide-y divide-base-300" id="field-pick" tabindex={-1}>
              <legend class="sr-only">{title}</legend>
              {candidates.map((entry) => (
                <label class="flex gap-3 px-4 py-3">
                  <input
                    type="checkbox"
                    name="pick"
                    value={entry.questionId}
                    class="checkbox checkbox-primary"
                  />
                  <span class="min-w-0">
                    <span class="font-medium break-words">{entry.title}</span>
                    <span class="quiet line-clamp-2 text-sm break-words" lang={entry.language}>
                      {entry.preview}
                    </span>
                    <span class="block text-sm">
                      {[
                        questions.kinds[entry.kind],
                        entry.category === '' ? questions.noCategory : entry.category.replaceAll('/', ' / '),
                        questions.points(ui.format.number(entry.points)),
                      ].join(' · ')}
                    </span>
                  </span>
                </label>
              ))}
            </fieldset>
            <div class="flex flex-wrap gap-2">
              <button type="submit" class="btn btn-primary">
                {quizzes.pickAdd}
              </button>
              <a href={quizHref(view.quizId)} class="btn btn-ghost">
                {shell.cancel}
              </a>
            </div>
          </form>
        )}
      </div>
    </Shell>
  );
}
