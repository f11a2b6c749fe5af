import * as z from 'zod';
import { emptyForm } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { PushFormPage } from './form-page.tsx';
import { PushListPage } from './list-page.tsx';
import { PushPage } from './one-page.tsx';
import { type PushPlace, pushHref } from './place.tsx';
import type { PushPorts, PushReceiver } from './ports.ts';
import { PushQuestionPage } from './question-page.tsx';
import { formOf, type ReadSettings, readSettings } from './read-settings.ts';
import { PushSecretPage } from './secret-page.tsx';

const idOf = ({ context }: PersonVisit) => context.req.param('subscriptionId') ?? '';

export interface At {
  readonly ports: PushPorts;
  readonly place: PushPlace;
}

export async function showList(visit: PersonVisit, { ports, place }: At): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const subscriptions = await ports.subscriptionsOf(person);
  return answerPage(
    context,
    <PushListPage ui={ui} place={place} subscriptions={subscriptions} notice={notice} />,
  );
}

const freshForm = (place: PushPlace, kind: PushReceiver['kind']) =>
  kind === 'lrs'
    ? { values: { version: '1.0.3', auth: 'basic', from: 'beginning' }, errors: {} }
    : { values: { payload: 'full', events: place.events.join(' '), from: place.from }, errors: {} };

type Kind = PushReceiver['kind'];

export function showNew({ context, ui }: PersonVisit, { place }: At, kind: Kind): Promise<Response> {
  return answerPage(
    context,
    <PushFormPage ui={ui} place={place} kind={kind} form={freshForm(place, kind)} />,
  );
}

export async function create(visit: PersonVisit, { ports, place }: At, kind: Kind): Promise<Response> {
  const { context, ui, person } = visit;
  const read = await readSettings(visit, { kind, aim: 'create', place });
  const done = await withSettings(visit, read, ({ rev: _, ...settings }) => ports.create(person, settings));
  if (!done.ok)
    return answerPage(context, <PushFormPage ui={ui} place={place} kind={kind} form={done.form} />, 422);
  const { subscriptionId, name, secret } = done.value;
  if (secret === undefined) return goTo(context, pushHref(place, subscriptionId), 'created');
  return answerPage(
    context,
    <PushSecretPage ui={ui} place={place} issued={{ subscriptionId, name, secret }} />,
  );
}

type Settings = Extract<ReadSettings, { readonly ok: true }>['settings'];

async function withSettings<Value>(
  visit: PersonVisit,
  read: ReadSettings,
  run: (settings: Settings) => Promise<Value>,
) {
  if (!read.ok) return { ok: false as const, form: read.form };
  const done = await attempt(visit, read.form, () => run(read.settings));
  if (done.ok || done.form.errors.secret === undefined) return done;
  const errors = { ...done.form.errors, secret: visit.ui.t.push.secretMissing };
  return { ok: false as const, form: { ...done.form, errors } };
}

export async function showOne(
  visit: PersonVisit,
  { ports, place }: At,
  answers: Pick<Parameters<typeof PushPage>[0], 'test' | 'replayed'> = {},
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const page = context.req.method === 'GET' ? context.req.query('page') : undefined;
  const view = await ports.subscriptionOf(person, idOf(visit), page);
  const isFirst = page === undefined;
  return answerPage(
    context,
    <PushPage ui={ui} place={place} view={view} isFirst={isFirst} notice={notice} {...answers} />,
  );
}

const subscriptionOf = async (visit: PersonVisit, { ports }: At) =>
  (await ports.subscriptionOf(visit.person, idOf(visit))).subscription;

export async function showChange(visit: PersonVisit, at: At): Promise<Response> {
  const subscription = await subscriptionOf(visit, at);
  const { kind } = subscription.receiver;
  return answerPage(
    visit.context,
    <PushFormPage
      ui={visit.ui}
      place={at.place}
      kind={kind}
      form={formOf(subscription)}
      subscription={subscription}
    />,
  );
}

export async function change(visit: PersonVisit, at: At): Promise<Response> {
  const { context, ui, person } = visit;
  const { ports, place } = at;
  const subscription = await subscriptionOf(visit, at);
  const { kind } = subscription.receiver;
  const form = await readSettings(visit, { kind, aim: 'change', place });
  const done = await withSettings(visit, form, ({ from: _, ...settings }) =>
    ports.change(person, subscription.subscriptionId, settings),
  );
  if (done.ok) return goTo(context, pushHref(place, subscription.subscriptionId), 'saved');
  return answerPage(
    context,
    <PushFormPage ui={ui} place={place} kind={kind} form={done.form} subscription={subscription} />,
    422,
  );
}

type Question = 'delete' | 'rotate';

export async function ask(
  visit: PersonVisit,
  at: At,
  { action, failure }: { readonly action: Question; readonly failure?: string },
): Promise<Response> {
  const page = (
    <PushQuestionPage
      ui={visit.ui}
      place={at.place}
      subscription={await subscriptionOf(visit, at)}
      action={action}
      failure={failure}
    />
  );
  return answerPage(visit.context, page, failure === undefined ? 200 : 409);
}

export async function remove(visit: PersonVisit, at: At): Promise<Response> {
  const { context, person, ui } = visit;
  const done = await attempt(visit, emptyForm, () => at.ports.delete(person, idOf(visit)));
  if (!done.ok) return ask(visit, at, { action: 'delete', failure: done.form.failure ?? ui.t.problem.other });
  return goTo(context, at.place.path, 'deleted');
}

export async function rotate(visit: PersonVisit, at: At): Promise<Response> {
  const { context, person, ui } = visit;
  const done = await attempt(visit, emptyForm, () => at.ports.rotateSecret(person, idOf(visit)));
  if (!done.ok) return ask(visit, at, { action: 'rotate', failure: done.form.failure ?? ui.t.problem.other });
  return answerPage(context, <PushSecretPage ui={ui} place={at.place} issued={done.value} />);
}

export async function pauseOrResume(
  visit: PersonVisit,
  { ports, place }: At,
  action: 'pause' | 'resume',
): Promise<Response> {
  await ports[action](visit.person, idOf(visit));
  return goTo(visit.context, pushHref(place, idOf(visit)), 'saved');
}

export async function test(visit: PersonVisit, at: At): Promise<Response> {
  return showOne(visit, at, { test: await at.ports.test(visit.person, idOf(visit)) });
}

const replaySchema = z.object({ letter: z.string().min(1).max(300).optional() });

export async function replay(visit: PersonVisit, at: At): Promise<Response> {
  const read = await readForm(visit.context, replaySchema, { other: visit.ui.t.shell.fieldWrong });
  const letter = read.ok ? read.data.letter : undefined;
  return showOne(visit, at, { replayed: await at.ports.replay(visit.person, idOf(visit), letter) });
}
