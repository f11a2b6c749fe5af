import * as z from 'zod';
import { AgencyMenu } from '../agency/menu.tsx';
import { obligationPathWords } from '../i18n/obligation-paths.ts';
import { Confirmation, emptyForm, type FormState } from '../layout/form.tsx';
import { Shell } from '../layout/shell.tsx';
import {
  answerFragment,
  answerPage,
  attempt,
  goTo,
  type PersonVisit,
  readForm,
  withWords,
} from '../visit.ts';
import { courseFields, draftFields, draftOf, pathField } from './draft.ts';
import { NewObligationPage } from './new-page.tsx';
import { ObligationPage, ObligationProgress } from './obligation-page.tsx';
import { ObligationsPage } from './obligations-page.tsx';
import { obligationHref, obligationsPath } from './paths.ts';
import { dutyGroupNames, type ObligationStepName, type ObligationsPorts } from './ports.ts';
import { PreviewPage } from './preview-page.tsx';

interface At {
  readonly visit: PersonVisit;
  readonly ports: ObligationsPorts;
}

export async function showObligations({ visit, ports }: At): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const rows = await ports.obligationsOf(person);
  return answerPage(context, <ObligationsPage ui={ui} rows={rows} notice={notice} />);
}

export function showNew(at: At): Promise<Response> {
  const { req } = at.visit.context;
  const chosen = req.queries('course') ?? [];
  const courses = courseFields.map((name, n) => [name, chosen[n] ?? '']);
  const values = { ...Object.fromEntries(courses), [pathField]: req.query('path') ?? '' };
  return answerNew(at, { ...emptyForm, values }, { status: 200 });
}

async function answerNew(
  { visit, ports }: At,
  form: FormState,
  { status, wantsMore = false }: { readonly status: 200 | 422; readonly wantsMore?: boolean },
): Promise<Response> {
  const { context, ui, person } = visit;
  const chosen = courseFields.flatMap((name) => form.values[name] || []);
  const choices = await ports.choicesFor(person, chosen);
  return answerPage(context, <NewObligationPage {...{ ui, choices, form, wantsMore }} />, status);
}

/** Looks at what would come of it; `back` is the way to the form again. */
export async function preview(at: At): Promise<Response> {
  const { visit, ports } = at;
  const { context, ui, person } = visit;
  const read = await readForm(context, draftFields, messagesOf(at));
  const { back, more } = read.form.values;
  if (back || more)
    return answerNew(at, withoutButtons(read.form), { status: 200, wantsMore: more !== undefined });
  if (!read.ok) return answerNew(at, read.form, { status: 422 });
  const draft = draftOf(read.data);
  const done = await attempt(visit, read.form, () => ports.preview(person, draft));
  if (!done.ok) return answerNew(at, withWords(ui, done.form, fieldWords(at)), { status: 422 });
  const page = <PreviewPage ui={ui} preview={done.value} due={draft.due} form={read.form} />;
  return answerPage(context, page);
}

export async function make(at: At): Promise<Response> {
  const { visit, ports } = at;
  const { context, ui, person } = visit;
  const read = await readForm(context, draftFields, messagesOf(at));
  if (!read.ok) return answerNew(at, read.form, { status: 422 });
  const done = await attempt(visit, read.form, () => ports.make(person, draftOf(read.data)));
  if (!done.ok) return answerNew(at, withWords(ui, done.form, fieldWords(at)), { status: 422 });
  return goTo(context, obligationHref(done.value.obligationId), 'created');
}

const withoutButtons = ({ values: { back: _, more: __, ...values } }: FormState): FormState => ({
  values,
  errors: {},
});

const fieldWords = ({ visit: { ui } }: At) => {
  const { courseIds, due } = ui.t.obligations.wrong;
  const { refused } = obligationPathWords[ui.locale];
  return { courseIds, due, pathId: refused };
};

const messagesOf = ({ visit: { ui } }: At) => {
  const { wrong } = ui.t.obligations;
  return {
    title: wrong.title,
    course1: wrong.course,
    pathId: obligationPathWords[ui.locale].wrong,
    due: wrong.due,
    other: ui.t.shell.fieldWrong,
  };
};

export function showObligation(at: At): Promise<Response> {
  return answerOne(at, undefined);
}

const groupSchema = z.enum(dutyGroupNames).optional().catch(undefined);

export async function answerOne({ visit, ports }: At, failure: string | undefined): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const obligationId = idOf(visit);
  const view = await ports.obligationOf(person, obligationId);
  const asked = groupSchema.parse(context.req.query('group'));
  const group = asked ?? dutyGroupNames.find((name) => (view.counts[name] ?? 0) > 0) ?? 'required';
  const token = context.req.query('page');
  const { rows, nextPageToken } = await ports.dutiesOf(person, { obligationId, group, token });
  const list = { group, rows, next: nextPageToken, isFirst: token === undefined };
  return answerPage(
    context,
    <ObligationPage ui={ui} view={view} notice={notice} failure={failure} {...list} />,
    failure === undefined ? 200 : 409,
  );
}

export async function showProgress({ visit, ports }: At): Promise<Response> {
  const view = await ports.obligationOf(visit.person, idOf(visit));
  return answerFragment(visit.context, <ObligationProgress ui={visit.ui} view={view} />);
}

export async function askTo({ visit, ports }: At, step: 'pause' | 'end'): Promise<Response> {
  const { context, ui, person } = visit;
  const words = ui.t.obligations;
  const view = await ports.obligationOf(person, idOf(visit));
  const href = obligationHref(view.obligationId);
  const page = (
    <Shell
      ui={ui}
      title={words.ask[step].title(view.title)}
      section="agency"
      menu={<AgencyMenu ui={ui} current={obligationsPath} />}
    >
      <Confirmation
        ui={ui}
        title={words.ask[step].title(view.title)}
        text={words.ask[step].text}
        action={`${href}/${step}`}
        confirm={words.ask[step].confirm}
        back={href}
        danger={step === 'end'}
        fields={[['rev', String(view.rev)]]}
      />
    </Shell>
  );
  return answerPage(context, page);
}

const revSchema = z.object({ rev: z.coerce.number().int().min(1) });

export async function change(at: At, step: ObligationStepName): Promise<Response> {
  const { visit, ports } = at;
  const { context, ui, person } = visit;
  const obligationId = idOf(visit);
  const read = await readForm(context, revSchema, { other: ui.t.shell.fieldWrong });
  if (!read.ok) return answerOne(at, ui.t.shell.fieldWrong);
  const { rev } = read.data;
  const done = await attempt(visit, read.form, () => ports.change(person, { obligationId, step, rev }));
  if (!done.ok) return answerOne(at, done.form.failure ?? ui.t.problem.other);
  return goTo(context, obligationHref(obligationId), 'saved');
}

export async function remind(at: At): Promise<Response> {
  const { visit, ports } = at;
  const { context, ui, person } = visit;
  await readForm(context, z.object({}), { other: ui.t.shell.fieldWrong });
  const done = await attempt(visit, emptyForm, () => ports.remind(person, idOf(visit)));
  if (!done.ok) return answerOne(at, done.form.failure ?? ui.t.problem.other);
  return goTo(context, obligationHref(idOf(visit)), 'saved');
}

const idOf = ({ context }: PersonVisit) => context.req.param('obligationId') ?? '';
