import * as z from 'zod';
import { pathWords } from '../i18n/learning-paths.ts';
import { Confirmation, emptyForm, type FormState } from '../layout/form.tsx';
import { Shell } from '../layout/shell.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { PathListPage } from './list-page.tsx';
import { PathPage } from './path-page.tsx';
import { learningPathPath, learningPathsPath } from './paths.ts';
import type { PathsPorts } from './ports.ts';

const pathIdIn = ({ context }: PersonVisit): string => (context.req.param('pathId') ?? '').slice(0, 64);
const nothing = z.object({});

export async function showList(visit: PersonVisit, ports: PathsPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  return answerPage(context, <PathListPage ui={ui} {...(await ports.list(person))} notice={notice} />);
}

export async function showPath(visit: PersonVisit, ports: PathsPorts): Promise<Response> {
  return onPathPage(visit, ports, { form: emptyForm, status: 200 });
}

async function onPathPage(
  visit: PersonVisit,
  ports: PathsPorts,
  { form, status }: { readonly form: FormState; readonly status: 200 | 409 },
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const path = await ports.pathOf(person, pathIdIn(visit));
  return answerPage(context, <PathPage ui={ui} path={path} form={form} notice={notice} />, status);
}

export async function join(visit: PersonVisit, ports: PathsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const pathId = pathIdIn(visit);
  await readForm(context, nothing, { other: ui.t.shell.fieldWrong });
  const done = await attempt(visit, emptyForm, () => ports.join(person, pathId));
  return done.ok
    ? goTo(context, learningPathPath(pathId), 'saved')
    : onPathPage(visit, ports, { form: done.form, status: 409 });
}

export async function start(visit: PersonVisit, ports: PathsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const pathId = pathIdIn(visit);
  const stepId = (context.req.param('stepId') ?? '').slice(0, 64);
  await readForm(context, nothing, { other: ui.t.shell.fieldWrong });
  const done = await attempt(visit, emptyForm, () => ports.start(person, { pathId, stepId }));
  return done.ok ? goTo(context, done.value) : onPathPage(visit, ports, { form: done.form, status: 409 });
}

export async function askLeave(visit: PersonVisit, ports: PathsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { pathId } = await ports.pathOf(person, pathIdIn(visit));
  const words = pathWords[ui.locale];
  const here = learningPathPath(pathId);
  const page = (
    <Shell ui={ui} title={words.leaveTitle} section="paths">
      <Confirmation
        ui={ui}
        title={words.leaveTitle}
        text={words.leaveText}
        action={`${here}/leave`}
        confirm={words.leave}
        dismiss={words.keep}
        back={here}
        danger
      />
    </Shell>
  );
  return answerPage(context, page);
}

export async function leave(visit: PersonVisit, ports: PathsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  await readForm(context, nothing, { other: ui.t.shell.fieldWrong });
  const done = await attempt(visit, emptyForm, () => ports.leave(person, pathIdIn(visit)));
  return done.ok
    ? goTo(context, learningPathsPath, 'saved')
    : onPathPage(visit, ports, { form: done.form, status: 409 });
}
