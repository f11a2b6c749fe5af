import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Figure, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { StudioMenu } from '../studio/menu.tsx';
import type { Ui } from '../ui.ts';
import { bankPath } from './paths.ts';
import type { ImportPreview } from './ports.ts';

/** What copying the questions of a quiz into the bank would do, and the button that does it. */
export function ImportQuestionsPage(props: {
  readonly ui: Ui;
  readonly preview: ImportPreview;
  readonly form: FormState;
  readonly action: string;
  /** Page of the module. */
  readonly back: string;
}) {
  const { ui, preview, form, back } = props;
  const { questions, shell } = ui.t;
  const shared = { ui, form };
  return (
    <Shell
      ui={ui}
      title={questions.importTitle}
      section="studio"
      menu={<StudioMenu ui={ui} current={bankPath} />}
    >
      <PageHeading
        title={questions.importTitle}
        lead={questions.importLead}
        trail={<Trail ui={ui} links={[[back, shell.back]]} />}
      />
      <Figures ui={ui} preview={preview} />
      <Losses ui={ui} preview={preview} />
      {preview.added === 0 ? (
        <Notice tone="info">{questions.importNothing}</Notice>
      ) : (
        <form method="post" action={props.action} class="panel max-w-2xl p-5">
          <FormProblem ui={ui} form={form} />
          <TextField
            {...shared}
            name="category"
            label={questions.importBelow}
            hint={questions.categoryHint}
            maxlength={400}
          />
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
          <button type="submit" class="btn btn-primary">
            {questions.importConfirm(ui.format.number(preview.added))}
          </button>
        </form>
      )}
    </Shell>
  );
}

function Figures({ ui, preview }: { readonly ui: Ui; readonly preview: ImportPreview }) {
  const { questions } = ui.t;
  const figures = [
    [questions.importNew, preview.added],
    [questions.importKnown, preview.known],
    [questions.importImages, preview.withoutImages.length],
    [questions.importUnfit, preview.unfit.length],
  ] as const;
  return (
    <dl class="mb-6 grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
      {figures.map(([label, count]) => (
        <Figure label={label} value={ui.format.number(count)} />
      ))}
    </dl>
  );
}

function Losses({ ui, preview }: { readonly ui: Ui; readonly preview: ImportPreview }) {
  const { questions, shell } = ui.t;
  const lists = [
    [questions.importImages, preview.withoutImages],
    [
      questions.importUnfit,
      preview.unfit.map(({ title, rule }) => `${title}: ${questions.rules[rule] ?? shell.fieldWrong}`),
    ],
  ] as const;
  return (
    <>
      {lists
        .filter(([, titles]) => titles.length > 0)
        .map(([label, titles]) => (
          <details class="panel mb-4 px-4 py-3">
            <summary class="min-h-8 cursor-pointer font-medium">{label}</summary>
            <ul class="mt-2 list-disc ps-5 text-sm">
              {titles.map((title) => (
                <li class="break-words">{title}</li>
              ))}
            </ul>
          </details>
        ))}
    </>
  );
}
