import * as z from 'zod';
import { emptyForm } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, type Portal, readForm } from '../visit.ts';
import { PushFormPage, PushListPage, PushPage, PushQuestionPage, PushSecretPage } from './pages.ts';
import { type PushPlace, pushHref } from './place.tsx';
import type { PushPorts, PushReceiver } from './ports.ts';
import type { ReadSettings } from './read-settings.ts';

const settings = () => import('./read-settings.ts');
const idOf = ({ context }: PersonVisit) => context.req.param('subscriptionId') ?? '';

interface At {
  readonly portal: Portal;
  readonly ports: PushPorts;
  readonly place: PushPlace;
}

const oneOf = ({ path }: PushPlace) => `${path}/:subscriptionId`;

/** Receivers of an agency or a provider: made, changed, tested, paused, deleted; and what they did not take. */
export function registerPush(portal: Portal, ports: PushPorts, place: PushPlace): void {
  const { path, access } = place;
  portal.person({ method: 'GET', path, access }, async ({ context, ui, person, notice }) => {
    const subscriptions = await ports.subscriptionsOf(person);
    return answerPage(
      context,
      <PushListPage ui={ui} place={place} subscriptions={subscriptions} notice={notice} />,
    );
  });
  const at: At = { portal, ports, place };
  for (const kind of place.kinds) registerNew(at, kind);
  portal.person({ method: 'GET', path: oneOf(place), access }, (visit) => showOne(visit, at));
  registerChange(at);
  registerQuestions(at);
  registerActions(at);
}

const freshForm = (place: PushPlace, kind: PushReceiver['kind']) =>
  kind === 'lrs'
    ? { values: { version: '1.0.3', auth: 'basic', from: 'beginning' }, errors: {} }
    : { values: { payload: 'full', events: place.events.join(' '), from: place.from }, errors: {} };

function registerNew({ portal, ports, place }: At, kind: PushReceiver['kind']): void {
  const { access } = place;
  const path = `${place.path}/new/${kind}`;
  portal.person({ method: 'GET', path, access }, async ({ context, ui }) =>
    answerPage(context, <PushFormPage ui={ui} place={place} kind={kind} form={freshForm(place, kind)} />),
  );
  portal.person({ method: 'POST', path, access, replayable: false }, async (visit) => {
    const { context, ui, person } = visit;
    const read = await (await settings()).readSettings(visit, { kind, aim: 'create', place });
    const done = await withSettings(visit, read, ({ rev: _, ...settings }) => ports.create(person, settings));
    if (!done.ok)
      return answerPage(context, <PushFormPage ui={ui} place={place} kind={kind} form={done.form} />, 422);
    const { subscriptionId, name, secret } = done.value;
    if (secret === undefined) return goTo(context, pushHref(place, subscriptionId), 'created');
    return answerPage(
      context,
      <PushSecretPage ui={ui} place={place} issued={{ subscriptionId, name, secret }} />,
    );
  });
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

async function showOne(
  visit: PersonVisit,
  { ports, place }: Pick<At, 'ports' | 'place'>,
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

function registerChange({ portal, ports, place }: At): void {
  const { access } = place;
  const path = `${oneOf(place)}/change`;
  const read = async (visit: PersonVisit) =>
    (await ports.subscriptionOf(visit.person, idOf(visit))).subscription;
  portal.person({ method: 'GET', path, access }, async (visit) => {
    const subscription = await read(visit);
    const { kind } = subscription.receiver;
    const { formOf } = await settings();
    return answerPage(
      visit.context,
      <PushFormPage
        ui={visit.ui}
        place={place}
        kind={kind}
        form={formOf(subscription)}
        subscription={subscription}
      />,
    );
  });
  portal.person({ method: 'POST', path, access, replayable: false }, async (visit) => {
    const { context, ui, person } = visit;
    const subscription = await read(visit);
    const { kind } = subscription.receiver;
    const form = await (await settings()).readSettings(visit, { kind, aim: 'change', place });
    const done = await withSettings(visit, form, ({ from: _, ...settings }) =>
      ports.change(person, subscription.subscriptionId, settings),
    );
    if (done.ok) return goTo(context, pushHref(place, subscription.subscriptionId), 'saved');
    return answerPage(
      context,
      <PushFormPage ui={ui} place={place} kind={kind} form={done.form} subscription={subscription} />,
      422,
    );
  });
}

function registerQuestions({ portal, ports, place }: At): void {
  const { access } = place;
  const ask = async (visit: PersonVisit, action: 'delete' | 'rotate', failure?: string) => {
    const { subscription } = await ports.subscriptionOf(visit.person, idOf(visit));
    const page = (
      <PushQuestionPage
        ui={visit.ui}
        place={place}
        subscription={subscription}
        action={action}
        failure={failure}
      />
    );
    return answerPage(visit.context, page, failure === undefined ? 200 : 409);
  };
  for (const action of ['delete', 'rotate'] as const) {
    portal.person({ method: 'GET', path: `${oneOf(place)}/${action}`, access }, (visit) =>
      ask(visit, action),
    );
  }
  portal.person({ method: 'POST', path: `${oneOf(place)}/delete`, access }, async (visit) => {
    const { context, person, ui } = visit;
    const done = await attempt(visit, emptyForm, () => ports.delete(person, idOf(visit)));
    if (!done.ok) return ask(visit, 'delete', done.form.failure ?? ui.t.problem.other);
    return goTo(context, place.path, 'deleted');
  });
  portal.person(
    { method: 'POST', path: `${oneOf(place)}/rotate`, access, replayable: false },
    async (visit) => {
      const { context, person, ui } = visit;
      const done = await attempt(visit, emptyForm, () => ports.rotateSecret(person, idOf(visit)));
      if (!done.ok) return ask(visit, 'rotate', done.form.failure ?? ui.t.problem.other);
      return answerPage(context, <PushSecretPage ui={ui} place={place} issued={done.value} />);
    },
  );
}

const replaySchema = z.object({ letter: z.string().min(1).max(300).optional() });

function registerActions({ portal, ports, place }: At): void {
  const { access } = place;
  for (const action of ['pause', 'resume'] as const) {
    portal.person({ method: 'POST', path: `${oneOf(place)}/${action}`, access }, async (visit) => {
      await ports[action](visit.person, idOf(visit));
      return goTo(visit.context, pushHref(place, idOf(visit)), 'saved');
    });
  }
  // The answer to a test or to sending again is worth seeing, and comes out otherwise next time.
  portal.person({ method: 'POST', path: `${oneOf(place)}/test`, access, replayable: false }, async (visit) =>
    showOne(visit, { ports, place }, { test: await ports.test(visit.person, idOf(visit)) }),
  );
  portal.person(
    { method: 'POST', path: `${oneOf(place)}/replay`, access, replayable: false },
    async (visit) => {
      const read = await readForm(visit.context, replaySchema, { other: visit.ui.t.shell.fieldWrong });
      const letter = read.ok ? read.data.letter : undefined;
      return showOne(
        visit,
        { ports, place },
        { replayed: await ports.replay(visit.person, idOf(visit), letter) },
      );
    },
  );
}
