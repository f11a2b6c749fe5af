import { type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Block } from '../layout/parts.tsx';
import { questionHref } from '../questions/paths.ts';
import type { Ui } from '../ui.ts';
import type { QuizView, SectionView } from './ports.ts';
import { pointsField, sectionField } from './quiz-form.ts';

interface SectionProps {
  readonly ui: Ui;
  readonly view: QuizView;
  readonly form: FormState;
  readonly section: SectionView;
  /** Where it stands. */
  readonly index: number;
}

/** What a quiz asks: sections with questions that were chosen, or with some of a category. */
export function Sections({ ui, view, form }: Omit<SectionProps, 'section' | 'index'>) {
  const { quizzes } = ui.t;
  return (
    <Block id="sections" title={quizzes.sections}>
      {view.problems.map((rule) => (
        <p class="mb-2">{quizzes.rule[rule] ?? ui.t.problem.other}</p>
      ))}
      {view.sections.length === 0 && <p class="panel quiet p-5">{quizzes.sectionsEmpty}</p>}
      <ol class="space-y-4">
        {view.sections.map((section, index) => (
          <li class="panel p-5" id={`section-${section.sectionId}`}>
            <Section ui={ui} view={view} form={form} section={section} index={index} />
          </li>
        ))}
      </ol>
      <div class="mt-4 flex flex-wrap gap-2">
        <button type="submit" name="do" value="add-chosen" class="btn">
          {quizzes.addChosen}
        </button>
        <button type="submit" name="do" value="add-drawn" class="btn">
          {quizzes.addDrawn}
        </button>
      </div>
    </Block>
  );
}

function Section(props: SectionProps) {
  const { ui, view, form, section, index } = props;
  const { quizzes } = ui.t;
  const { sectionId, source } = section;
  const name = quizzes.section(index + 1);
  return (
    <>
      <div class="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h3 class="font-semibold">
          {name} <span class="tag">{quizzes[source.kind]}</span>
        </h3>
        <Moves
          ui={ui}
          what={name}
          at={`${index}`}
          first={index === 0}
          last={index === view.sections.length - 1}
        />
      </div>
      <Problems ui={ui} rules={section.problems.filter(({ question }) => question === undefined)} />
      <TextField
        ui={ui}
        form={form}
        name={sectionField('title', sectionId)}
        label={quizzes.sectionTitle(index + 1)}
        maxlength={250}
      />
      {source.kind === 'chosen' ? <Chosen {...props} /> : <Drawn {...props} />}
    </>
  );
}

function Chosen({ ui, form, section, index }: SectionProps) {
  const { quizzes, questions: words } = ui.t;
  const { sectionId, entries, problems } = section;
  return (
    <>
      {entries.length > 0 && (
        <ol class="mb-3 divide-y divide-base-300 border-y border-base-300">
          {entries.map((entry, at) => {
            const title = entry?.title ?? quizzes.gone;
            return (
              <li class="flex flex-wrap items-end gap-x-4 gap-y-1 py-2">
                <div class="min-w-48 grow">
                  {entry ? (
                    <a
                      href={questionHref(entry.questionId)}
                      class="text-link inline-flex min-h-8 items-center break-words"
                    >
                      {title}
                    </a>
                  ) : (
                    <p>{title}</p>
                  )}
                  {entry && (
                    <p class="quiet text-sm">
                      {words.kinds[entry.kind]} · {words.points(ui.format.number(entry.points))}
                    </p>
                  )}
                  <Problems ui={ui} rules={problems.filter(({ question }) => question === at)} />
                </div>
                <Points ui={ui} form={form} name={pointsField(sectionId, at)} title={title} />
                <Moves
                  ui={ui}
                  what={title}
                  at={`${index}-${at}`}
                  first={at === 0}
                  last={at === entries.length - 1}
                />
              </li>
            );
          })}
        </ol>
      )}
      <button
        type="submit"
        name="do"
        value={`pick-${index}`}
        class="btn btn-primary"
        aria-label={quizzes.pick(index + 1)}
      >
        {quizzes.pickShort}
      </button>
    </>
  );
}

/** Other points than those of the question. */
function Points(props: {
  readonly ui: Ui;
  readonly form: FormState;
  readonly name: string;
  readonly title: string;
}) {
  const { ui, form, name, title } = props;
  const error = form.errors[name];
  return (
    <div class="w-24">
      <label for={`field-${name}`} class="sr-only">
        {ui.t.quizzes.points(title)}
      </label>
      <input
        id={`field-${name}`}
        name={name}
        value={form.values[name] ?? ''}
        maxlength={10}
        inputmode="decimal"
        autocomplete="off"
        class={`input w-full ${error ? 'input-error' : ''}`}
        placeholder={ui.t.quizzes.pointsShort}
        aria-invalid={error ? 'true' : undefined}
      />
    </div>
  );
}

function Drawn({ ui, view, form, section, index }: SectionProps) {
  const { quizzes } = ui.t;
  const { sectionId, entries } = section;
  const field = sectionField('category', sectionId);
  const chosen = form.values[field] ?? '';
  const known = chosen === '' || view.categories.includes(chosen);
  return (
    <div class="grid gap-x-4 sm:grid-cols-2">
      <SelectField
        ui={ui}
        form={form}
        name={field}
        label={quizzes.category(index + 1)}
        required
        options={[
          ['', quizzes.anyCategory],
          ...[...view.categories, ...(known ? [] : [chosen])].map(
            (path) => [path, path.replaceAll('/', ' / ')] as const,
          ),
        ]}
      />
      <TextField
        ui={ui}
        form={form}
        name={sectionField('count', sectionId)}
        label={quizzes.count(index + 1)}
        hint={quizzes.countHint(ui.format.number(entries.length))}
        maxlength={3}
        inputmode="numeric"
        required
      />
    </div>
  );
}

function Problems(props: { readonly ui: Ui; readonly rules: readonly { readonly rule: string }[] }) {
  const { quizzes } = props.ui.t;
  return (
    <>
      {props.rules.map(({ rule }) => (
        <p class="mb-2 text-sm font-medium text-error">{quizzes.rule[rule] ?? rule}</p>
      ))}
    </>
  );
}

function Moves(props: {
  readonly ui: Ui;
  readonly what: string;
  readonly at: string;
  readonly first: boolean;
  readonly last: boolean;
}) {
  const { quizzes } = props.ui.t;
  const button = (how: 'up' | 'down' | 'remove', sign: string) => (
    <button
      type="submit"
      name="do"
      value={`${how}-${props.at}`}
      class={`btn btn-square btn-ghost ${how === 'remove' ? 'text-error' : ''}`}
      aria-label={quizzes[how](props.what)}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
  return (
    <div class="flex gap-1">
      {!props.first && button('up', '↑')}
      {!props.last && button('down', '↓')}
      {button('remove', '×')}
    </div>
  );
}
