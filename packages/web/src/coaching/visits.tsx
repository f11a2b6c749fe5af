import * as z from 'zod';
import { coachingWords } from '../i18n/coaching.ts';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { lineField, textField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import { InvitePage, PairListPage, PairPage } from './pair-pages.tsx';
import { pairPath, sessionPath } from './paths.ts';
import {
  type CoachingPorts,
  pairKindNames,
  pairStepNames,
  type SessionAt,
  type SessionOrder,
  type SessionView,
  sideNames,
} from './ports.ts';
import { SessionFormPage, SessionPage } from './session-pages.tsx';

const partOf = ({ context }: PersonVisit, name: string): string =>
  (context.req.param(name) ?? '').slice(0, 64);
const pairIdIn = (visit: PersonVisit): string => partOf(visit, 'pairId');
const placeIn = (visit: PersonVisit): SessionAt => ({
  ...{ pairId: pairIdIn(visit), sessionId: partOf(visit, 'sessionId') },
});

export async function showList(visit: PersonVisit, ports: CoachingPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  return answerPage(context, <PairListPage ui={ui} pairs={await ports.pairsOf(person)} notice={notice} />);
}

export async function showInvite(visit: PersonVisit, ports: CoachingPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const competencies = await ports.competenciesOf(person);
  return answerPage(context, <InvitePage ui={ui} competencies={competencies} form={emptyForm} />);
}

const inviteSchema = z.object({
  ...{
    kind: z.enum(pairKindNames),
    as: z.enum(sideNames),
    partner: lineField(3, 254),
    goal: textField(10, 1_000),
  },
  competency: z.string().max(80).optional(),
});

export async function invite(visit: PersonVisit, ports: CoachingPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const words = coachingWords[ui.locale];
  const messages = { partner: words.partnerWrong, goal: words.goalWrong, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, inviteSchema, messages);
  const done = read.ok
    ? await attempt(visit, read.form, () => {
        const { competency = '', ...order } = read.data;
        return ports.invite(person, { ...order, ...(competency !== '' && { competency }) });
      })
    : read;
  if (done.ok && 'value' in done) return goTo(context, pairPath(done.value), 'created');
  const competencies = await ports.competenciesOf(person);
  return answerPage(
    context,
    <InvitePage ui={ui} competencies={competencies} form={done.form as FormState} />,
    422,
  );
}

export async function showPair(visit: PersonVisit, ports: CoachingPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const pair = await ports.pairOf(person, pairIdIn(visit));
  return answerPage(context, <PairPage ui={ui} pair={pair} notice={notice} />);
}

const moveSchema = z.object({
  step: z.enum(pairStepNames),
  reason: z.union([z.literal(''), lineField(3, 300)]).optional(),
});

export async function move(visit: PersonVisit, ports: CoachingPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const pairId = pairIdIn(visit);
  const messages = { reason: coachingWords[ui.locale].reasonWrong, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, moveSchema, messages);
  const done = read.ok
    ? await attempt(visit, read.form, () => {
        const { step, reason = '' } = read.data;
        return ports.move(person, pairId, { step, ...(reason !== '' && { reason }) });
      })
    : read;
  if (done.ok) return goTo(context, pairPath(pairId), 'saved');
  const pair = await ports.pairOf(person, pairId);
  return answerPage(context, <PairPage ui={ui} pair={pair} form={done.form} />, 422);
}

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const sessionSchema = z.object({
  ...{ date: z.iso.date(), startsAt: time, endsAt: time },
  ...{ topic: lineField(3, 200), result: textField(3, 2_000), followUp: textField(3, 2_000) },
  showTopic: z.enum(['yes']).optional(),
});
const version = z.coerce.number().int().min(1).max(100_000);
const changeSchema = sessionSchema.extend({ version });

function orderOf(data: z.output<typeof sessionSchema>): SessionOrder {
  const { date, startsAt: from, endsAt: until, topic, result, followUp, showTopic } = data;
  return { date, from, until, topic, result, followUp, showTopic: showTopic !== undefined };
}

type SessionRule = Awaited<ReturnType<CoachingPorts['ruleOf']>>;

function messagesOf({ ui }: PersonVisit, { rule }: SessionRule) {
  const words = coachingWords[ui.locale];
  const { number } = ui.format;
  return {
    ...{ date: words.dateWrong(number(rule.writtenWithin)), startsAt: words.timeWrong },
    endsAt: words.untilWrong(number(rule.leastMinutes), number(rule.mostMinutes / 60)),
    ...{ topic: words.topicWrong, result: words.resultWrong, followUp: words.followUpWrong },
    other: ui.t.shell.fieldWrong,
  };
}

export async function showNew(visit: PersonVisit, ports: CoachingPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const pairId = pairIdIn(visit);
  const [pair, rule] = await Promise.all([ports.pairOf(person, pairId), ports.ruleOf(person, pairId)]);
  if (pair.state !== 'active') return goTo(context, pairPath(pairId));
  const form = { values: { date: rule.today }, errors: {} };
  const props = { ui, pairId, partner: pair.partner, rule, form };
  return answerPage(context, <SessionFormPage {...props} />);
}

export async function write(visit: PersonVisit, ports: CoachingPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const pairId = pairIdIn(visit);
  const [pair, rule] = await Promise.all([ports.pairOf(person, pairId), ports.ruleOf(person, pairId)]);
  const messages = messagesOf(visit, rule);
  const read = await readForm(context, sessionSchema, messages);
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.write(person, pairId, orderOf(read.data)))
    : read;
  if (done.ok && 'value' in done)
    return goTo(context, sessionPath({ pairId, sessionId: done.value }), 'saved');
  const form = withWords(ui, done.form as FormState, messages);
  const props = { ui, pairId, partner: pair.partner, rule, form };
  return answerPage(context, <SessionFormPage {...props} />, 422);
}

export async function showSession(visit: PersonVisit, ports: CoachingPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const session = await ports.sessionOf(person, placeIn(visit));
  return answerPage(context, <SessionPage ui={ui} session={session} notice={notice} />);
}

/** What is not there yet is explained on the page. */
export async function downloadForm(visit: PersonVisit, ports: CoachingPorts): Promise<Response> {
  const { context, person } = visit;
  const place = placeIn(visit);
  const found = await ports.formOf(person, place);
  if (!found) return goTo(context, sessionPath(place));
  return context.body(new Uint8Array(found.pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="Formulir-${found.number}.pdf"`,
    'cache-control': 'no-store',
  });
}

const partnerIn = ({ side, guide, learner }: SessionView): string => (side === 'guide' ? learner : guide);

const formOf = (session: SessionView): FormState => ({
  values: {
    ...{ date: session.on, startsAt: session.from, endsAt: session.until, topic: session.topic },
    ...{ result: session.result, followUp: session.followUp, version: String(session.version) },
    ...(session.showTopic && { showTopic: 'yes' }),
  },
  errors: {},
});

export async function showChange(visit: PersonVisit, ports: CoachingPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const place = placeIn(visit);
  const session = await ports.sessionOf(person, place);
  if (session.state === 'withdrawn') return goTo(context, sessionPath(place));
  const rule = await ports.ruleOf(person, place.pairId);
  const props = { ui, pairId: place.pairId, partner: partnerIn(session), rule, session };
  return answerPage(context, <SessionFormPage {...props} form={formOf(session)} />);
}

export async function change(visit: PersonVisit, ports: CoachingPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const place = placeIn(visit);
  const [session, rule] = await Promise.all([
    ports.sessionOf(person, place),
    ports.ruleOf(person, place.pairId),
  ]);
  const messages = messagesOf(visit, rule);
  const read = await readForm(context, changeSchema, messages);
  const done = read.ok
    ? await attempt(visit, read.form, () => {
        const { version: of, ...data } = read.data;
        return ports.change(person, place, { order: orderOf(data), version: of });
      })
    : read;
  if (done.ok) return goTo(context, sessionPath(place), 'saved');
  const form = withWords(ui, done.form, messages);
  const props = { ui, pairId: place.pairId, partner: partnerIn(session), rule, session, form };
  return answerPage(context, <SessionFormPage {...props} />, 422);
}

export async function confirm(visit: PersonVisit, ports: CoachingPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const place = placeIn(visit);
  const read = await readForm(context, z.object({ version }), { other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.confirm(person, place, read.data.version))
    : read;
  if (done.ok) return goTo(context, sessionPath(place), 'saved');
  const session = await ports.sessionOf(person, place);
  return answerPage(context, <SessionPage ui={ui} session={session} form={done.form} />, 422);
}

export async function withdraw(visit: PersonVisit, ports: CoachingPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const place = placeIn(visit);
  const messages = { reason: coachingWords[ui.locale].reasonWrong, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, z.object({ reason: lineField(3, 300) }), messages);
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.withdraw(person, place, read.data.reason))
    : read;
  if (done.ok) return goTo(context, sessionPath(place), 'saved');
  const session = await ports.sessionOf(person, place);
  return answerPage(context, <SessionPage ui={ui} session={session} form={done.form} />, 422);
}
