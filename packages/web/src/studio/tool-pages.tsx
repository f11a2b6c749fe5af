import * as z from 'zod';
import { emptyForm, FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Icon } from '../layout/icon.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, EmptyState, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { answerFragment, answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { courseAt } from './editing.tsx';
import { AddressFields, customOf, linkShape, ScoreFields } from './link-fields.tsx';
import type { ToolChoice } from './module-ports.ts';
import { factsOf } from './modules.tsx';
import type { StudioCourseView, StudioPorts } from './ports.ts';

/** Where an author takes content of a university's tool from. */
export async function showTools(visit: PersonVisit, ports: StudioPorts): Promise<Response> {
  return answerTools(visit, ports, emptyForm);
}

/** Leads into the tool, where the author chooses; what was chosen comes back by the tool's own answer. */
export async function pickFromTool(visit: PersonVisit, ports: StudioPorts): Promise<Response> {
  const { context, person, ui } = visit;
  const course = await courseAt(visit, ports);
  const base = baseOf(course);
  // Only the page itself may begin this: a link on another site would open a launch in the author's name.
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') return context.redirect(base, 303);
  const [clientId, deploymentId] = placeIn(context.req.query('tool'));
  const asked = { clientId, deploymentId, locale: ui.locale, returnUrl: base };
  const done = await attempt(visit, emptyForm, () => ports.pickFromTool(person, course.courseId, asked));
  if (!done.ok) return answerTools(visit, ports, done.form);
  return context.redirect(done.value, 303);
}

/** What tools have put into the draft so far, for the page that waits for it. */
export async function showChosen(visit: PersonVisit, ports: StudioPorts): Promise<Response> {
  return answerFragment(visit.context, <Chosen ui={visit.ui} course={await courseAt(visit, ports)} />);
}

const byHandSchema = z.object({
  tool: z.string().max(600),
  title: z.string().trim().min(1).max(300),
  ...linkShape,
});

export async function addByHand(visit: PersonVisit, ports: StudioPorts): Promise<Response> {
  const { t } = visit.ui;
  const read = await readForm(visit.context, byHandSchema, {
    title: t.editor.missing,
    url: t.editor.linkUrlWrong,
    scoreMaximum: t.tools.scoreWrong,
    other: t.shell.fieldWrong,
  });
  if (!read.ok) return answerTools(visit, ports, read.form);
  const { tool, title, url, custom, scored, scoreMaximum } = read.data;
  const parameters = customOf(custom);
  if (!parameters) {
    return answerTools(visit, ports, { ...read.form, errors: { custom: t.tools.customWrong } });
  }
  const [clientId, deploymentId] = placeIn(tool);
  const placement = {
    ...{ clientId, deploymentId, custom: parameters },
    ...(url !== '' && { url }),
    ...(scored === 'yes' && { lineItem: { scoreMaximum, label: title } }),
  };
  const courseId = visit.context.req.param('courseId') ?? '';
  const module = { kind: 'lti', title, placement } as const;
  const done = await attempt(visit, read.form, () => ports.addModule(visit.person, courseId, module));
  if (!done.ok) return answerTools(visit, ports, done.form);
  return goTo(visit.context, `/studio/courses/${courseId}`, 'saved');
}

const baseOf = ({ courseId }: Pick<StudioCourseView, 'courseId'>) => `/studio/courses/${courseId}`;

const placeOf = (tool: string, deployment: string) => [tool, deployment].map(encodeURIComponent).join('/');

function placeIn(text = ''): readonly [string, string] {
  const [clientId = '', deploymentId = ''] = text.split('/').map(decoded);
  return [clientId, deploymentId];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

async function answerTools(visit: PersonVisit, ports: StudioPorts, form: FormState): Promise<Response> {
  const { ui, context, person } = visit;
  const course = await courseAt(visit, ports);
  const tools = await ports.toolsOf(person);
  const refused = Object.keys(form.errors).length > 0 || form.failure !== undefined;
  return answerPage(context, <ToolsPage ui={ui} {...{ course, tools, form }} />, refused ? 422 : 200);
}

interface Props {
  readonly ui: Ui;
  readonly course: StudioCourseView;
  readonly tools: readonly ToolChoice[];
  readonly form: FormState;
}

function ToolsPage({ ui, course, tools, form }: Props) {
  const { t } = ui;
  const base = baseOf(course);
  const picking = tools.filter(({ offersContent }) => offersContent);
  return (
    <Shell ui={ui} title={t.tools.title} section="studio" islands={['refresh']}>
      <PageHeading
        title={t.tools.title}
        lead={t.tools.lead}
        trail={
          <Trail
            ui={ui}
            links={[
              ['/studio', t.studio.title],
              [base, plainText(ui, course.title)],
            ]}
          />
        }
      />
      {form.failure !== undefined && <Notice tone="error">{form.failure}</Notice>}
      {tools.length === 0 ? (
        <EmptyState icon="book" title={t.tools.emptyTitle} text={t.tools.emptyText}>
          <a href="/studio/tools" class="btn btn-primary">
            {t.tools.register}
          </a>
        </EmptyState>
      ) : (
        <>
          <Block id="pick" title={t.tools.pick}>
            {picking.length === 0 && <p class="quiet">{t.tools.noPicking}</p>}
            <ul class="panel divide-y divide-base-300">
              {picking.flatMap((tool) =>
                tool.deployments.map((deployment) => (
                  <li class="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
                    <span class="grow font-medium">
                      {tool.name}
                      {tool.deployments.length > 1 && ` – ${deployment.name}`}
                    </span>
                    <a
                      href={`${base}/tools/pick?tool=${encodeURIComponent(placeOf(tool.clientId, deployment.deploymentId))}`}
                      target="_blank"
                      rel="noreferrer"
                      class="btn btn-primary"
                    >
                      {t.tools.open}
                      <Icon name="window" />
                    </a>
                  </li>
                )),
              )}
            </ul>
            <p class="quiet mt-2 text-sm">{t.tools.pickHint}</p>
          </Block>
          <div data-refresh={`${base}/tools/chosen`} data-refresh-seconds="4">
            <Chosen ui={ui} course={course} />
          </div>
          <ByHand {...{ ui, course, tools, form }} />
        </>
      )}
    </Shell>
  );
}

function Chosen({ ui, course }: { readonly ui: Ui; readonly course: StudioCourseView }) {
  const { t } = ui;
  const { modules } = course.draft;
  // A tool may answer a choice with plain links too, which become pages of the provider.
  const chosen = modules.filter(({ kind }) => kind === 'lti' || kind === 'external');
  return (
    <Block id="chosen" title={t.tools.chosen}>
      {chosen.length === 0 ? (
        <p class="quiet">{t.tools.noneChosen}</p>
      ) : (
        <ul class="panel divide-y divide-base-300">
          {chosen.map((module) => (
            <li class="px-4 py-3">
              <a href={`${baseOf(course)}/modules/${encodeURIComponent(module.moduleId)}`} class="text-link">
                <Text ui={ui} map={module.title} />
              </a>
              <p class="quiet text-sm">{factsOf(ui, module, modules)}</p>
            </li>
          ))}
        </ul>
      )}
      <p class="mt-3">
        <a href={baseOf(course)} class="btn">
          {t.tools.back}
        </a>
      </p>
    </Block>
  );
}

function ByHand({ ui, course, tools, form }: Props) {
  const { t } = ui;
  const shared = { ui, form };
  const places = tools.flatMap(({ clientId, name, deployments }) =>
    deployments.map(
      (one) =>
        [
          placeOf(clientId, one.deploymentId),
          deployments.length > 1 ? `${name} – ${one.name}` : name,
        ] as const,
    ),
  );
  const isOpen = Object.keys(form.values).length > 0;
  return (
    <details class="panel max-w-3xl p-5" open={isOpen}>
      <summary class="min-h-8 cursor-pointer font-medium">{t.tools.byHand}</summary>
      <form method="post" action={`${baseOf(course)}/tools`} class="mt-4">
        <FormProblem ui={ui} form={form} />
        <SelectField {...shared} name="tool" label={t.tools.tool} required options={places} />
        <TextField {...shared} name="title" label={t.editor.moduleTitle} required maxlength={300} />
        <AddressFields ui={ui} form={form} />
        <ScoreFields ui={ui} form={form} />
        <button type="submit" class="btn btn-primary">
          {t.editor.add}
        </button>
      </form>
    </details>
  );
}
