import * as z from 'zod';
import {
  CheckboxGroup,
  emptyForm,
  FormProblem,
  type FormState,
  SelectField,
  TextField,
} from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText } from '../layout/text.tsx';
import { quizHref } from '../quizzes/paths.ts';
import { RulesFields } from '../quizzes/rules-fields.tsx';
import { readRules, ruleShape, ruleValues } from '../quizzes/rules-form.ts';
import type { Ui } from '../ui.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { answerCourse, courseAt } from './editing.tsx';
import { entryOf, mapOf } from './language-maps.ts';
import { type CompletionRule, type ModuleView, moveOnRules } from './module-ports.ts';
import { factsOf } from './modules.tsx';
import type { StudioCourseView, StudioPorts } from './ports.ts';

const rev = z.coerce.number().int().positive();

/** Up, down or out; the order is read again, and a change by somebody else meanwhile is refused. */
export async function moveModule(
  visit: PersonVisit,
  ports: StudioPorts,
  how: 'up' | 'down' | 'remove',
): Promise<Response> {
  const { context, ui } = visit;
  const read = await readForm(context, z.object({ rev }), { other: ui.t.shell.fieldWrong });
  if (!read.ok) return answerCourse(visit, ports, { modules: read.form });
  const { courseId, draft } = await courseAt(visit, ports);
  const modules = moved(draft.modules, context.req.param('moduleId') ?? '', how);
  const seen = new Set<string>();
  const change = {
    rev: read.data.rev,
    modules: modules.map(({ moduleId, after }) => {
      // What now stands below cannot be waited for any more.
      const still = after.filter((id) => seen.has(id));
      seen.add(moduleId);
      return { moduleId, after: still };
    }),
  };
  const done = await attempt(visit, emptyForm, () => ports.editDraft(visit.person, courseId, change));
  if (!done.ok) return answerCourse(visit, ports, { modules: done.form });
  return goTo(context, `/studio/courses/${courseId}`, 'saved');
}

function moved(
  modules: readonly ModuleView[],
  moduleId: string,
  how: 'up' | 'down' | 'remove',
): readonly ModuleView[] {
  const index = modules.findIndex((module) => module.moduleId === moduleId);
  const module = modules[index];
  if (!module) return modules;
  const others = modules.toSpliced(index, 1);
  if (how === 'remove') return others;
  return others.toSpliced(Math.max(0, how === 'up' ? index - 1 : index + 1), 0, module);
}

const moduleSchema = z.object({
  rev,
  titleId: z.string().trim().max(200).default(''),
  titleEn: z.string().trim().max(200).default(''),
  required: z.enum(['yes', 'no']),
  moveOn: z.enum(moveOnRules).optional(),
  share: z.coerce.number().int().min(5).max(100).optional(),
  statusMayFall: z.enum(['no', 'yes']).optional(),
  completion: z.enum(['score', 'pass', 'completed']).optional(),
  frame: z.enum(['no', 'yes']).optional(),
  passAt: z.coerce.number().int().min(0).max(100).default(70),
  ...ruleShape,
  after: z.preprocess(
    (given) => (given === undefined ? [] : typeof given === 'string' ? [given] : given),
    z.array(z.string().max(64)).max(100),
  ),
});

export async function showModule(visit: PersonVisit, ports: StudioPorts): Promise<Response> {
  const course = await courseAt(visit, ports);
  const module = moduleAt(visit, course);
  if (!module) return goTo(visit.context, `/studio/courses/${course.courseId}`);
  const { title, required, moveOn, share, statusMayFall, after } = module;
  const values = {
    titleId: entryOf(title, 'id') || (title.und ?? ''),
    titleEn: entryOf(title, 'en'),
    required: required ? 'yes' : 'no',
    moveOn: moveOn ?? 'Completed',
    share: share === undefined ? '' : String(Math.round(share * 100)),
    statusMayFall: statusMayFall ? 'yes' : 'no',
    after: after.join(' '),
    ...(module.quiz && ruleValues(module.quiz)),
    ...completionValues(module),
    frame: module.frame ? 'yes' : 'no',
  };
  return answerModule(visit, { course, module, form: { values, errors: {} } });
}

export async function saveModule(visit: PersonVisit, ports: StudioPorts): Promise<Response> {
  const { t } = visit.ui;
  const read = await readForm(visit.context, moduleSchema, {
    share: t.editor.shareWrong,
    passAt: t.editor.passMarkWrong,
    other: t.shell.fieldWrong,
  });
  const course = await courseAt(visit, ports);
  const module = moduleAt(visit, course);
  if (!module) return goTo(visit.context, `/studio/courses/${course.courseId}`);
  if (!read.ok) return answerModule(visit, { course, module, form: read.form });
  const { titleId, titleEn, required, moveOn, share, statusMayFall, after } = read.data;
  const { completion, passAt, frame } = read.data;
  const title = mapOf(module.title, titleId, titleEn);
  if (Object.keys(title).length === 0) {
    const form = { ...read.form, errors: { titleId: t.studio.titleMissing } };
    return answerModule(visit, { course, module, form });
  }
  const rules = module.kind === 'quiz' ? readRules(visit.ui, read.form.values) : undefined;
  if (rules && Object.keys(rules.errors).length > 0) {
    return answerModule(visit, { course, module, form: { ...read.form, errors: rules.errors } });
  }
  const changed = {
    ...{ moduleId: module.moduleId, title, required: required === 'yes', after },
    ...(moveOn && { moveOn }),
    ...(share !== undefined && { share: share / 100 }),
    ...(statusMayFall && { statusMayFall: statusMayFall === 'yes' }),
    ...(rules && { quiz: rules.rules }),
    ...(completion && { completion: completionOf(completion, passAt) }),
    ...(frame && { frame: frame === 'yes' }),
  };
  const modules = course.draft.modules.map((one) =>
    one.moduleId === module.moduleId ? changed : { moduleId: one.moduleId, after: one.after },
  );
  const change = { rev: read.data.rev, modules };
  const done = await attempt(visit, read.form, () => ports.editDraft(visit.person, course.courseId, change));
  if (!done.ok) return answerModule(visit, { course, module, form: done.form });
  return goTo(visit.context, `/studio/courses/${course.courseId}`, 'saved');
}

/** What the form says of a module that another system shows. */
function completionOf(by: CompletionRule['by'], passAt: number): CompletionRule {
  return by === 'pass' ? { by, passMark: passAt / 100 } : { by };
}

function completionValues({ completion }: ModuleView): Readonly<Record<string, string>> {
  if (!completion) return {};
  const { by } = completion;
  return { completion: by, passAt: by === 'pass' ? String(Math.round(completion.passMark * 100)) : '70' };
}

function moduleAt({ context }: PersonVisit, { draft }: StudioCourseView): ModuleView | undefined {
  const moduleId = context.req.param('moduleId');
  return draft.modules.find((module) => module.moduleId === moduleId);
}

interface ModuleProps {
  readonly course: StudioCourseView;
  readonly module: ModuleView;
  readonly form: FormState;
}

function answerModule({ context, ui }: PersonVisit, props: ModuleProps): Promise<Response> {
  const refused = Object.keys(props.form.errors).length > 0 || props.form.failure !== undefined;
  return answerPage(context, <ModulePage ui={ui} {...props} />, refused ? 422 : 200);
}

function ModulePage({ ui, course, module, form }: ModuleProps & { readonly ui: Ui }) {
  const { t } = ui;
  const base = `/studio/courses/${course.courseId}`;
  const shared = { ui, form };
  const above = course.draft.modules.slice(
    0,
    course.draft.modules.findIndex(({ moduleId }) => moduleId === module.moduleId),
  );
  return (
    <Shell ui={ui} title={plainText(ui, module.title)} section="studio">
      <PageHeading
        title={plainText(ui, module.title)}
        lead={factsOf(ui, module, course.draft.modules)}
        trail={
          <Trail
            ui={ui}
            links={[
              ['/studio', t.studio.title],
              [base, plainText(ui, course.title)],
            ]}
          />
        }
        actions={<ModuleAction ui={ui} module={module} base={base} />}
      />
      {module.trouble && (
        <div class="mb-4">
          <Notice tone="warning">{t.tools.trouble[module.trouble]}</Notice>
        </div>
      )}
      <QuestionsOf ui={ui} module={module} base={base} />
      <form
        method="post"
        action={`${base}/modules/${encodeURIComponent(module.moduleId)}`}
        class="panel max-w-2xl p-5"
      >
        <FormProblem ui={ui} form={form} />
        <input type="hidden" name="rev" value={String(course.rev)} />
        <TextField {...shared} name="titleId" label={t.studio.titleId} maxlength={200} lang="id" />
        <TextField {...shared} name="titleEn" label={t.studio.titleEn} maxlength={200} lang="en" />
        <SelectField
          {...shared}
          name="required"
          label={t.editor.required}
          hint={t.editor.requiredHint}
          required
          options={[
            ['yes', t.editor.requiredChoice.yes],
            ['no', t.editor.requiredChoice.no],
          ]}
        />
        <OwnRules ui={ui} module={module} form={form} />
        {above.length > 0 && (
          <CheckboxGroup
            {...shared}
            name="after"
            label={t.editor.afterLabel}
            hint={t.editor.afterHint}
            options={above.map(({ moduleId, title }) => [moduleId, plainText(ui, title)] as const)}
          />
        )}
        <button type="submit" class="btn btn-primary">
          {t.editor.save}
        </button>
      </form>
    </Shell>
  );
}

/** How what the module holds is exchanged. */
function ModuleAction(props: { readonly ui: Ui; readonly module: ModuleView; readonly base: string }) {
  const { ui, module, base } = props;
  const { t } = ui;
  const moduleId = encodeURIComponent(module.moduleId);
  if (module.kind === 'link' || module.kind === 'external') return null;
  const [href, label] =
    module.kind === 'lti'
      ? [`${base}/modules/${moduleId}/link`, t.tools.editLink]
      : [`${base}/upload?module=${moduleId}`, t.editor.replacePackage];
  return (
    <a href={href} class="btn">
      {label}
    </a>
  );
}

/** When a module that is no cmi5 counts as done. */
function OwnRules({ ui, module, form }: Omit<ModuleProps, 'course'> & { readonly ui: Ui }) {
  const { t } = ui;
  const shared = { ui, form };
  return (
    <>
      {module.completion && (
        <>
          <SelectField
            {...shared}
            name="completion"
            label={t.editor.completion}
            hint={t.editor.completionHint}
            required
            options={(['completed', 'pass', 'score'] as const).map(
              (by) => [by, t.editor.completionChoice[by]] as const,
            )}
          />
          <TextField
            {...shared}
            name="passAt"
            label={t.editor.passMark}
            hint={t.editor.passMarkHint}
            maxlength={3}
            inputmode="numeric"
          />
          {module.kind === 'lti' && (
            <SelectField
              {...shared}
              name="frame"
              label={t.editor.frame}
              hint={t.editor.frameHint}
              required
              options={[
                ['no', t.editor.frameChoice.no],
                ['yes', t.editor.frameChoice.yes],
              ]}
            />
          )}
        </>
      )}
      {module.kind !== 'cmi5' && !module.completion && (
        <SelectField
          {...shared}
          name="moveOn"
          label={t.editor.moveOn}
          required
          options={moveOnRules
            .filter((rule) => /^(?:scorm|tincan|quiz)/.test(module.kind) || rule === 'Completed')
            .filter((rule) => rule !== 'NotApplicable')
            .map((rule) => [rule, t.editor.ruleOf[rule]] as const)}
        />
      )}
      {module.kind.startsWith('scorm') && (
        <SelectField
          {...shared}
          name="statusMayFall"
          label={t.editor.statusMayFall}
          hint={t.editor.statusMayFallHint}
          required
          options={[
            ['no', t.editor.statusMayFallChoice.no],
            ['yes', t.editor.statusMayFallChoice.yes],
          ]}
        />
      )}
      {module.share !== undefined && (
        <TextField {...shared} name="share" label={t.editor.share} maxlength={3} inputmode="numeric" />
      )}
      {module.kind === 'quiz' && (
        <fieldset class="mb-4 rounded-lg border border-base-300 p-4">
          <legend class="px-1 font-medium">{t.quizzes.rules}</legend>
          <RulesFields ui={ui} form={form} />
        </fieldset>
      )}
    </>
  );
}

const packageSchema = z.object({ packageId: z.string().max(64) });

/** A package of this course once more. */
export async function putBack(visit: PersonVisit, ports: StudioPorts): Promise<Response> {
  const read = await readForm(visit.context, packageSchema, { other: visit.ui.t.shell.fieldWrong });
  if (!read.ok) return answerCourse(visit, ports, { modules: read.form });
  const courseId = visit.context.req.param('courseId') ?? '';
  const module = { kind: 'package', packageId: read.data.packageId } as const;
  const done = await attempt(visit, emptyForm, () => ports.addModule(visit.person, courseId, module));
  if (!done.ok) return answerCourse(visit, ports, { modules: done.form });
  return goTo(visit.context, `/studio/courses/${courseId}`, 'saved');
}

/** Where the questions of a quiz are changed; those of an uploaded one can be copied into the bank. */
function QuestionsOf(props: { readonly ui: Ui; readonly module: ModuleView; readonly base: string }) {
  const { ui, module, base } = props;
  const { madeIn } = module;
  if (module.kind !== 'quiz') return null;
  const href = madeIn
    ? quizHref(madeIn.quizId)
    : `${base}/modules/${encodeURIComponent(module.moduleId)}/questions`;
  return (
    <p class="mb-4">
      {madeIn && ui.t.quizzes.composedIn}{' '}
      <a href={href} class="text-link">
        {madeIn ? madeIn.title : ui.t.questions.importLink}
      </a>
    </p>
  );
}
