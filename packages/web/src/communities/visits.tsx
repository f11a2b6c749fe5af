import * as z from 'zod';
import { httpsAddress } from '../https-address.ts';
import { communityWords } from '../i18n/communities.ts';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { lineField, textField } from '../text-fields.ts';
import { answerPage, attempt, choices, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import { MeetingFormPage, MeetingPage } from './meeting-pages.tsx';
import { CommunityFormPage, CommunityListPage, CommunityPage } from './pages.tsx';
import { communitiesPath, communityPath, meetingPath } from './paths.ts';
import {
  type CommunitiesPorts,
  type CommunityLine,
  joiningNames,
  type MeetingAt,
  type MeetingOrder,
  memberStepNames,
  valueNames,
} from './ports.ts';

const partOf = ({ context }: PersonVisit, name: string): string =>
  (context.req.param(name) ?? '').slice(0, 64);
const communityIdIn = (visit: PersonVisit): string => partOf(visit, 'communityId');
export const placeIn = (visit: PersonVisit): MeetingAt => ({
  ...{ communityId: communityIdIn(visit), meetingId: partOf(visit, 'meetingId') },
});

/** An empty field is one that was left out. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .preprocess((given) => (given === '' ? undefined : given), schema.optional())
    .transform((value) => value as z.output<Schema> | undefined);

const other = ({ ui }: PersonVisit) => ui.t.shell.fieldWrong;

export async function showList(visit: PersonVisit, ports: CommunitiesPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const { own, others } = await ports.listOf(person);
  return answerPage(context, <CommunityListPage ui={ui} own={own} others={others} notice={notice} />);
}

const communitySchema = z.object({
  ...{ name: lineField(3, 100), about: textField(10, 1_000), values: choices(valueNames) },
  joining: z.enum(joiningNames),
});

function communityMessages(visit: PersonVisit) {
  const words = communityWords[visit.ui.locale];
  return {
    ...{ name: words.nameWrong, about: words.aboutWrong, values: words.valuesWrong },
    other: other(visit),
  };
}

export async function showNew({ context, ui }: PersonVisit): Promise<Response> {
  return answerPage(context, <CommunityFormPage ui={ui} form={emptyForm} />);
}

export async function found(visit: PersonVisit, ports: CommunitiesPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const read = await readForm(context, communitySchema, communityMessages(visit));
  const done = read.ok ? await attempt(visit, read.form, () => ports.found(person, read.data)) : read;
  if (done.ok && 'value' in done) return goTo(context, communityPath(done.value), 'created');
  return answerPage(context, <CommunityFormPage ui={ui} form={done.form as FormState} />, 422);
}

const formOf = ({ name, about, values, joining }: CommunityLine): FormState => ({
  values: { name, about, values: values.join(' '), joining },
  errors: {},
});

export async function showChange(visit: PersonVisit, ports: CommunitiesPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const community = await ports.communityOf(person, communityIdIn(visit));
  if (community.mine !== 'facilitator') return goTo(context, communityPath(community.communityId));
  return answerPage(context, <CommunityFormPage ui={ui} community={community} form={formOf(community)} />);
}

export async function change(visit: PersonVisit, ports: CommunitiesPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const communityId = communityIdIn(visit);
  const read = await readForm(context, communitySchema, communityMessages(visit));
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.change(person, communityId, read.data))
    : read;
  if (done.ok) return goTo(context, communityPath(communityId), 'saved');
  const community = await ports.communityOf(person, communityId);
  return answerPage(context, <CommunityFormPage ui={ui} community={community} form={done.form} />, 422);
}

export async function showCommunity(visit: PersonVisit, ports: CommunitiesPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const community = await ports.communityOf(person, communityIdIn(visit));
  return answerPage(context, <CommunityPage ui={ui} community={community} notice={notice} />);
}

/** A step on the page of a community: back to it, or to where `to` says; a refusal stands above the page. */
async function step<Shape extends z.ZodRawShape>(
  visit: PersonVisit,
  ports: CommunitiesPorts,
  run: {
    readonly schema: z.ZodObject<Shape>;
    readonly does: (data: z.output<z.ZodObject<Shape>>) => Promise<void>;
    readonly to?: string;
  },
): Promise<Response> {
  const { context, ui, person } = visit;
  const communityId = communityIdIn(visit);
  const read = await readForm(context, run.schema, { other: other(visit) } as never);
  const done = read.ok ? await attempt(visit, read.form, () => run.does(read.data)) : read;
  if (done.ok) return goTo(context, run.to ?? communityPath(communityId), 'saved');
  const community = await ports.communityOf(person, communityId);
  return answerPage(context, <CommunityPage ui={ui} community={community} form={done.form} />, 422);
}

const nothing = z.object({});

export const join = (visit: PersonVisit, ports: CommunitiesPorts): Promise<Response> =>
  step(visit, ports, {
    ...{ schema: nothing, does: () => ports.join(visit.person, communityIdIn(visit)) },
  });

export const leave = (visit: PersonVisit, ports: CommunitiesPorts): Promise<Response> =>
  step(visit, ports, {
    ...{ schema: nothing, does: () => ports.leave(visit.person, communityIdIn(visit)), to: communitiesPath },
  });

export const setState = (visit: PersonVisit, ports: CommunitiesPorts): Promise<Response> =>
  step(visit, ports, {
    schema: z.object({ state: z.enum(['active', 'closed']) }),
    does: ({ state }) => ports.change(visit.person, communityIdIn(visit), { state }),
  });

export const decide = (visit: PersonVisit, ports: CommunitiesPorts): Promise<Response> =>
  step(visit, ports, {
    schema: z.object({ personId: z.string().max(64), step: z.enum(memberStepNames) }),
    does: (data) => ports.decide(visit.person, communityIdIn(visit), data),
  });

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const meetingSchema = z.object({
  ...{ topic: lineField(3, 200), date: z.iso.date(), startsAt: time, endsAt: time },
  place: optional(lineField(0, 200)),
  link: optional(httpsAddress),
});

function meetingMessages(visit: PersonVisit) {
  const words = communityWords[visit.ui.locale];
  return {
    ...{ topic: words.topicWrong, date: words.dateWrong, startsAt: words.timeWrong },
    ...{ endsAt: words.untilWrong, place: words.placeWrong, link: words.linkWrong, other: other(visit) },
  };
}

function orderOf(data: z.output<typeof meetingSchema>): MeetingOrder {
  const { topic, date, startsAt: from, endsAt: until, place, link } = data;
  return {
    ...{ topic, date, from, until },
    ...(place !== undefined && { place }),
    ...(link !== undefined && { link }),
  };
}

export async function showPlan(visit: PersonVisit, ports: CommunitiesPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const [community, clock] = await Promise.all([
    ports.communityOf(person, communityIdIn(visit)),
    ports.clockOf(person),
  ]);
  if (community.mine !== 'facilitator') return goTo(context, communityPath(community.communityId));
  const form = { values: { date: clock.today }, errors: {} };
  return answerPage(context, <MeetingFormPage ui={ui} community={community} zone={clock.zone} form={form} />);
}

export async function plan(visit: PersonVisit, ports: CommunitiesPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const communityId = communityIdIn(visit);
  const messages = meetingMessages(visit);
  const read = await readForm(context, meetingSchema, messages);
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.plan(person, communityId, orderOf(read.data)))
    : read;
  if (done.ok && 'value' in done)
    return goTo(context, meetingPath({ communityId, meetingId: done.value }), 'created');
  const [community, { zone }] = await Promise.all([
    ports.communityOf(person, communityId),
    ports.clockOf(person),
  ]);
  const form = withWords(ui, done.form as FormState, messages);
  return answerPage(context, <MeetingFormPage ui={ui} community={community} zone={zone} form={form} />, 422);
}

export async function showMeeting(visit: PersonVisit, ports: CommunitiesPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const meeting = await ports.meetingOf(person, placeIn(visit));
  return answerPage(context, <MeetingPage ui={ui} meeting={meeting} notice={notice} />);
}

/** A step on the page of a meeting; a refusal stands above the page. */
async function meetingStep<Shape extends z.ZodRawShape>(
  visit: PersonVisit,
  ports: CommunitiesPorts,
  run: {
    readonly schema: z.ZodObject<Shape>;
    readonly messages?: Readonly<Record<string, string>>;
    readonly does: (place: MeetingAt, data: z.output<z.ZodObject<Shape>>) => Promise<void>;
  },
): Promise<Response> {
  const { context, ui, person } = visit;
  const place = placeIn(visit);
  const read = await readForm(context, run.schema, { ...run.messages, other: other(visit) } as never);
  const done = read.ok ? await attempt(visit, read.form, () => run.does(place, read.data)) : read;
  if (done.ok) return goTo(context, meetingPath(place), 'saved');
  const meeting = await ports.meetingOf(person, place);
  const form = withWords(ui, done.form, run.messages ?? {});
  return answerPage(context, <MeetingPage ui={ui} meeting={meeting} form={form} />, 422);
}

const people = z.preprocess(
  (given) => (given === undefined ? [] : typeof given === 'string' ? [given] : given),
  z.array(z.string().max(64)).max(500),
);

export function record(visit: PersonVisit, ports: CommunitiesPorts): Promise<Response> {
  const words = communityWords[visit.ui.locale];
  return meetingStep(visit, ports, {
    schema: z.object({
      ...{ minutes: textField(0, 8_000), present: people, taught: people, shown: people },
      reason: optional(lineField(3, 300)),
      recorded: z.coerce.number().int().min(0).max(1_000_000),
    }),
    messages: {
      minutes: words.minutesWrong,
      present: words.presentWrong,
      taught: words.taughtWrong,
      reason: words.overrideWrong,
    },
    does: (place, { reason, ...data }) =>
      ports.record(visit.person, place, { ...data, ...(reason !== undefined && { reason }) }),
  });
}

export const confirm = (visit: PersonVisit, ports: CommunitiesPorts): Promise<Response> =>
  meetingStep(visit, ports, {
    schema: z.object({ present: z.enum(['yes', 'no']) }),
    does: (place, data) => ports.confirm(visit.person, place, data.present === 'yes'),
  });

export const close = (visit: PersonVisit, ports: CommunitiesPorts): Promise<Response> =>
  meetingStep(visit, ports, { schema: nothing, does: (place) => ports.close(visit.person, place) });

export const undo = (visit: PersonVisit, ports: CommunitiesPorts): Promise<Response> =>
  meetingStep(visit, ports, {
    schema: z.object({ to: z.enum(['open', 'cancelled']), reason: lineField(3, 300) }),
    messages: { reason: communityWords[visit.ui.locale].reasonWrong },
    does: (place, data) => ports.undo(visit.person, place, data),
  });
