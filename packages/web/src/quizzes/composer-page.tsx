import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, When } from '../layout/text.tsx';
import { StudioMenu } from '../studio/menu.tsx';
import type { Ui } from '../ui.ts';
import { quizHref, quizzesPath } from './paths.ts';
import type { QuizView } from './ports.ts';
import { RulesFields } from './rules-fields.tsx';
import { Sections } from './sections.tsx';

export interface ComposerProps {
  readonly ui: Ui;
  readonly view: QuizView;
  readonly form: FormState;
  /** Somebody else came first. */
  readonly conflict?: boolean;
  readonly notice?: NoticeName | undefined;
}

/** One form for all of a quiz: every button saves what was typed. */
export function ComposerPage(props: ComposerProps) {
  const { ui, view, form } = props;
  const { quizzes } = ui.t;
  return (
    <Shell
      ui={ui}
      title={view.title}
      section="studio"
      menu={<StudioMenu ui={ui} current={quizzesPath} />}
      notice={props.notice}
    >
      <PageHeading
        title={view.title}
        trail={<Trail ui={ui} links={[[quizzesPath, quizzes.title]]} />}
        actions={
          <a href={`${quizHref(view.quizId)}/delete`} class="btn btn-ghost text-error">
            {quizzes.remove_}
          </a>
        }
      />
      <form
        method="post"
        action={quizHref(view.quizId)}
        novalidate
        class="grid items-start gap-6 lg:grid-cols-[1fr_21rem]"
      >
        {/* The first button is the one that Enter presses. */}
        <button type="submit" name="do" value="save" class="sr-only" tabindex={-1}>
          {quizzes.save}
        </button>
        <input type="hidden" name="rev" value={form.values.rev ?? ''} />
        <div class="min-w-0">
          {props.conflict && (
            <div class="mb-4">
              <Notice tone="error" live>
                {quizzes.conflict}
              </Notice>
            </div>
          )}
          <FormProblem ui={ui} form={form} />
          <Sections ui={ui} view={view} form={form} />
          <Settings ui={ui} form={form} />
        </div>
        <div class="min-w-0">
          <Block id="rules" title={quizzes.rules}>
            <div class="panel p-5">
              <RulesFields ui={ui} form={form} />
              <p class="quiet mb-4 text-sm">{quizzes.rulesNote}</p>
              <button type="submit" name="do" value="save" class="btn btn-primary w-full">
                {quizzes.save}
              </button>
            </div>
          </Block>
          <Place ui={ui} view={view} form={form} />
          <Placements ui={ui} view={view} />
        </div>
      </form>
    </Shell>
  );
}

function Settings({ ui, form }: { readonly ui: Ui; readonly form: FormState }) {
  const { quizzes } = ui.t;
  const shared = { ui, form };
  return (
    <Block id="settings" title={quizzes.settings}>
      <div class="panel p-5">
        <TextField {...shared} name="title" label={quizzes.name} maxlength={250} required />
        <TextField
          {...shared}
          name="introduction"
          label={quizzes.introduction}
          hint={quizzes.introductionHint}
          maxlength={20_000}
          multiline
        />
        <button type="submit" name="do" value="save" class="btn">
          {quizzes.save}
        </button>
      </div>
    </Block>
  );
}

function Place({ ui, view, form }: ComposerProps) {
  const { quizzes } = ui.t;
  const whole = view.problems.length === 0 && view.sections.every(({ problems }) => problems.length === 0);
  const options = view.courses.flatMap(({ courseId, title, quizzes: modules }) => {
    const course = plainText(ui, title);
    return [
      ...modules.map(
        (module) =>
          [
            `${courseId} ${module.moduleId}`,
            quizzes.placeInstead(course, plainText(ui, module.title)),
          ] as const,
      ),
      [`${courseId} new`, quizzes.placeNew(course)] as const,
    ];
  });
  return (
    <Block id="place" title={quizzes.place}>
      <div class="panel p-5">
        {!whole && <p>{quizzes.placeNotYet}</p>}
        {whole && options.length === 0 && <p>{quizzes.placeNoCourse}</p>}
        {whole && options.length > 0 && (
          <>
            <SelectField
              ui={ui}
              form={form}
              name="place"
              label={quizzes.placeWhere}
              required
              options={options}
            />
            <p class="quiet mb-4 text-sm">{quizzes.placeText}</p>
            <button type="submit" name="do" value="place" class="btn w-full">
              {quizzes.placeSubmit}
            </button>
          </>
        )}
      </div>
    </Block>
  );
}

function Placements({ ui, view }: { readonly ui: Ui; readonly view: QuizView }) {
  const { quizzes } = ui.t;
  if (view.placements.length === 0) return null;
  return (
    <Block id="placements" title={quizzes.placed}>
      <ul class="panel divide-y divide-base-300">
        {view.placements.map(({ importId, course, at, changed }) => (
          <li class="px-4 py-3 text-sm">
            <p class="font-medium">{course ? quizzes.placedAt(plainText(ui, course)) : quizzes.placedGone}</p>
            <p>
              <When ui={ui} at={at} />{' '}
              <span class={changed ? 'tag tag-warning' : 'tag tag-success'}>
                {changed ? quizzes.placedOld : quizzes.placedSame}
              </span>
            </p>
            <a href={`/studio/imports/${importId}`} class="text-link inline-flex min-h-8 items-center">
              {quizzes.placedReport}
            </a>
          </li>
        ))}
      </ul>
    </Block>
  );
}
