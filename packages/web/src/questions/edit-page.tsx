import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { StudioMenu } from '../studio/menu.tsx';
import type { Ui } from '../ui.ts';
import { KindFields } from './kind-fields.tsx';
import { StatusTag } from './list-page.tsx';
import { bankPath, newQuestionHref, questionHref } from './paths.ts';
import type { QuestionForm, QuestionView } from './ports.ts';

export interface EditProps {
  readonly ui: Ui;
  readonly kind: QuestionForm;
  readonly form: FormState;
  /** Absent while it is new. */
  readonly view?: QuestionView | undefined;
  readonly categories: readonly string[];
  /** Somebody else came first. */
  readonly conflict?: boolean;
  readonly notice?: NoticeName | undefined;
}

/** One form for everything of a question; what was typed stays whatever is pressed. */
export function QuestionPage(props: EditProps) {
  const { ui, kind, view } = props;
  const { questions } = ui.t;
  const title = view ? view.question.title : questions.newTitle(questions.kinds[kind]);
  return (
    <Shell
      ui={ui}
      title={title}
      section="studio"
      menu={<StudioMenu ui={ui} current={bankPath} />}
      notice={props.notice}
    >
      <PageHeading
        title={title}
        lead={
          view && (
            <>
              {questions.kinds[kind]} <StatusTag ui={ui} status={view.status} /> <br />
              {questions.editLead}
            </>
          )
        }
        trail={<Trail ui={ui} links={[[bankPath, questions.title]]} />}
        actions={view && <Turns ui={ui} view={view} />}
      />
      {view?.status === 'archived' ? (
        <Notice tone="info">{questions.archivedText}</Notice>
      ) : (
        <Form {...props} />
      )}
    </Shell>
  );
}

function Turns({ ui, view }: { readonly ui: Ui; readonly view: QuestionView }) {
  const { questions } = ui.t;
  const turn = (how: 'archive' | 'restore' | 'duplicate', look: string) => (
    <form method="post" action={`${questionHref(view.questionId)}/${how}`}>
      <button type="submit" class={`btn ${look}`}>
        {questions[how]}
      </button>
    </form>
  );
  return (
    <>
      {turn('duplicate', '')}
      {view.status === 'archived' ? turn('restore', 'btn-primary') : turn('archive', 'btn-ghost')}
    </>
  );
}

function Form(props: EditProps) {
  const { ui, form, kind, view } = props;
  const { questions } = ui.t;
  const shared = { ui, form };
  const texts = { maxlength: 20_000, multiline: true } as const;
  return (
    <form
      method="post"
      action={view ? questionHref(view.questionId) : newQuestionHref(kind)}
      novalidate
      class="grid items-start gap-6 lg:grid-cols-[1fr_19rem]"
    >
      {/* The first button is the one that Enter presses. */}
      <button type="submit" name="do" value="save" class="sr-only" tabindex={-1}>
        {questions.save}
      </button>
      <div class="min-w-0">
        {props.conflict && view && <Conflict ui={ui} view={view} />}
        <FormProblem ui={ui} form={form} />
        {form.values.rev && <input type="hidden" name="rev" value={form.values.rev} />}
        <Block id="question" title={questions.questionHeading}>
          <div class="panel p-5">
            <TextField
              {...shared}
              name="title"
              label={questions.name}
              hint={questions.nameHint}
              maxlength={200}
              required
            />
            <TextField
              {...shared}
              {...texts}
              name="prompt"
              label={questions.prompt}
              hint={questions.marksHint}
              rows={5}
              required
            />
          </div>
        </Block>
        <Block id="answer" title={questions.answerHeading}>
          <div class="panel p-5">
            <KindFields {...shared} kind={kind} />
            <TextField
              {...shared}
              name="points"
              label={questions.pointsField}
              hint={questions.pointsHint}
              maxlength={10}
              inputmode="decimal"
              required
            />
            <TextField
              {...shared}
              {...texts}
              name="explanation"
              label={questions.explanation}
              hint={questions.explanationHint}
            />
          </div>
        </Block>
      </div>
      <Filing {...props} />
    </form>
  );
}

function Filing({ ui, form, categories }: EditProps) {
  const { questions } = ui.t;
  const shared = { ui, form };
  return (
    <Block id="filing" title={questions.filingHeading}>
      <div class="panel p-5">
        <TextField
          {...shared}
          name="category"
          label={questions.category}
          hint={questions.categoryHint}
          maxlength={400}
          list="categories"
        />
        <datalist id="categories">
          {categories.map((path) => (
            <option value={path} />
          ))}
        </datalist>
        <TextField
          {...shared}
          name="tags"
          label={questions.tags}
          hint={questions.tagsHint}
          maxlength={1_000}
        />
        <TextField {...shared} name="language" label={questions.language} maxlength={20} required />
        <SelectField
          {...shared}
          name="status"
          label={questions.status}
          hint={questions.statusHint}
          required
          options={[
            ['draft', questions.statuses.draft],
            ['ready', questions.statuses.ready],
          ]}
        />
        <button type="submit" name="do" value="save" class="btn btn-primary w-full">
          {questions.save}
        </button>
      </div>
    </Block>
  );
}

function Conflict({ ui, view }: { readonly ui: Ui; readonly view: QuestionView }) {
  const { questions, shell } = ui.t;
  return (
    <div class="mb-4">
      <Notice tone="error" live>
        <p>{questions.conflict}</p>
        <a href={questionHref(view.questionId)} target="_blank" rel="noreferrer" class="text-link">
          {questions.conflictOpen} {shell.newWindow}
        </a>
      </Notice>
    </div>
  );
}
