import * as z from 'zod';
import { httpsAddress } from '../https-address.ts';
import { forumWords } from '../i18n/forums.ts';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { lineField, textField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import { CommitmentFormPage, ForumFormPage, RemovePage } from './form-pages.tsx';
import { ForumPage } from './forum-page.tsx';
import { ForumsPage } from './list-page.tsx';
import { answerMinutes } from './minutes-answer.ts';
import { forumPath, forumsPath } from './paths.ts';
import {
  type CommitmentView,
  commitmentStateNames,
  type ForumOrder,
  type ForumPorts,
  type ForumView,
  groupNames,
  type MinutesProblemName,
} from './ports.ts';

const forumIdIn = ({ context }: PersonVisit): string => (context.req.param('forumId') ?? '').slice(0, 64);
const commitmentIdIn = ({ context }: PersonVisit): string =>
  (context.req.param('commitmentId') ?? '').slice(0, 64);

/** An empty field is one that was left out. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .preprocess((given) => (given === '' ? undefined : given), schema.optional())
    .transform((value) => value as z.output<Schema> | undefined);

const line = (most: number) => lineField(3, most);
const address = optional(httpsAddress);
const count = optional(
  z
    .string()
    .trim()
    .regex(/^\d{1,6}$/),
);
const rev = z.coerce.number().int().min(0);

const forumSchema = z.object({
  title: line(120),
  serviceIds: z.preprocess(
    (given) => (given === undefined ? [] : typeof given === 'string' ? [given] : given),
    z.array(z.string().max(64)).min(1),
  ),
  heldOn: z.iso.date(),
  ...{ place: optional(line(200)), link: address, agenda: optional(textField(3, 2_000)) },
  ...{ 'service-users': count, community: count, experts: count, business: count },
  ...{ media: count, disability: count, officials: count },
  ...{ minutes: optional(textField(0, 4_000)), minutesUrl: address },
  rev,
});

function orderOf(data: z.output<typeof forumSchema>): ForumOrder {
  const { title, serviceIds, heldOn, place, link, agenda, minutes, minutesUrl } = data;
  const counts = groupNames.flatMap((group) => {
    const given = data[group];
    return given === undefined ? [] : [[group, Number(given)] as const];
  });
  return {
    ...{ title, serviceIds, heldOn, participants: Object.fromEntries(counts) },
    ...(place !== undefined && { place }),
    ...(link !== undefined && { link }),
    ...(agenda !== undefined && { agenda }),
    ...(minutes !== undefined && { minutes }),
    ...(minutesUrl !== undefined && { minutesUrl }),
  };
}

function forumMessages({ ui }: PersonVisit) {
  const words = forumWords[ui.locale];
  const groups = Object.fromEntries(groupNames.map((group) => [group, words.countWrong]));
  return {
    ...{ title: words.titleWrong, serviceIds: words.servicesWrong, heldOn: words.dayWrong },
    ...{ place: words.placeWrong, link: words.addressWrong, minutesUrl: words.addressWrong },
    ...{ ...groups, agenda: words.agendaWrong, minutes: words.minutesWrong, other: ui.t.shell.fieldWrong },
  };
}

export async function showForums(visit: PersonVisit, ports: ForumPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const [forums, services] = await Promise.all([ports.list(person), ports.servicesOf(person)]);
  const page = <ForumsPage ui={ui} forums={forums} hasServices={services.length > 0} notice={notice} />;
  return answerPage(context, page);
}

export async function showForum(visit: PersonVisit, ports: ForumPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const forum = await ports.forumOf(person, forumIdIn(visit));
  return answerPage(context, <ForumPage ui={ui} forum={forum} form={emptyForm} notice={notice} />);
}

const minutesSchema = z.object({ file: z.unknown().optional(), clean: z.literal('yes') });

/** Minutes as a PDF, which everybody reads. */
export async function setMinutes(visit: PersonVisit, ports: ForumPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const [forumId, words] = [forumIdIn(visit), forumWords[ui.locale]];
  const again = async (form: FormState) => {
    const forum = await ports.forumOf(person, forumId);
    return answerPage(context, <ForumPage ui={ui} forum={forum} form={form} />, 422);
  };
  const wrong = (problem: MinutesProblemName) =>
    again({ values: {}, errors: { file: words.minutesProblems[problem] } });
  const messages = { clean: words.minutesUnclean, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, minutesSchema, messages);
  if (!read.ok) return again(read.form);
  const { file: sent } = await context.req.parseBody({ all: true });
  if (!(sent instanceof File) || sent.size === 0) return wrong('missing');
  if (sent.size > ports.maxBytes) return wrong('too-large');
  const file = { bytes: new Uint8Array(await sent.arrayBuffer()) };
  const done = await attempt(visit, emptyForm, () => ports.setMinutes(person, forumId, file));
  if (!done.ok) return again(done.form);
  return done.value === 'kept' ? goTo(context, forumPath(forumId), 'saved') : wrong(done.value);
}

export async function removeMinutes(visit: PersonVisit, ports: ForumPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const forumId = forumIdIn(visit);
  await readForm(context, z.object({}), { other: ui.t.shell.fieldWrong });
  const done = await attempt(visit, emptyForm, () => ports.removeMinutes(person, forumId));
  if (done.ok) return goTo(context, forumPath(forumId), 'deleted');
  const forum = await ports.forumOf(person, forumId);
  return answerPage(context, <ForumPage ui={ui} forum={forum} form={done.form} />, 422);
}

export async function sendMinutes(visit: PersonVisit, ports: ForumPorts): Promise<Response> {
  return answerMinutes(visit, await ports.minutesOf(visit.person, forumIdIn(visit)));
}

export async function showNew(visit: PersonVisit, ports: ForumPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const services = await ports.servicesOf(person);
  if (services.length === 0) return goTo(context, forumsPath);
  return answerPage(context, <ForumFormPage ui={ui} services={services} form={emptyForm} />);
}

export async function add(visit: PersonVisit, ports: ForumPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const read = await readForm(context, forumSchema, forumMessages(visit));
  const done = read.ok ? await attempt(visit, read.form, () => ports.add(person, orderOf(read.data))) : read;
  if (done.ok && 'value' in done) return goTo(context, forumPath(done.value), 'created');
  const form = withWords(ui, done.form as FormState, forumMessages(visit));
  return answerPage(
    context,
    <ForumFormPage ui={ui} services={await ports.servicesOf(person)} form={form} />,
    422,
  );
}

const forumForm = (forum: ForumView): FormState => ({
  values: {
    ...{ title: forum.title, serviceIds: forum.serviceIds.join(' '), heldOn: forum.heldOn },
    ...{ place: forum.place ?? '', link: forum.link ?? '', minutes: forum.minutes ?? '' },
    ...{ agenda: forum.agenda ?? '', minutesUrl: forum.minutesUrl ?? '', rev: String(forum.rev) },
    ...Object.fromEntries(Object.entries(forum.participants).map(([group, n]) => [group, String(n)])),
  },
  errors: {},
});

export async function showChange(visit: PersonVisit, ports: ForumPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const [forum, services] = await Promise.all([
    ports.forumOf(person, forumIdIn(visit)),
    ports.servicesOf(person),
  ]);
  const props = { ui, services, forum, form: forumForm(forum) };
  return answerPage(context, <ForumFormPage {...props} />);
}

export async function change(visit: PersonVisit, ports: ForumPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const forumId = forumIdIn(visit);
  const read = await readForm(context, forumSchema, forumMessages(visit));
  const done = read.ok
    ? await attempt(visit, read.form, () =>
        ports.change(person, forumId, { order: orderOf(read.data), rev: read.data.rev }),
      )
    : read;
  if (done.ok) return goTo(context, forumPath(forumId), 'saved');
  const [forum, services] = await Promise.all([ports.forumOf(person, forumId), ports.servicesOf(person)]);
  const form = withWords(ui, done.form, forumMessages(visit));
  return answerPage(context, <ForumFormPage ui={ui} services={services} forum={forum} form={form} />, 422);
}

export async function askRemove(visit: PersonVisit, ports: ForumPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const forum = await ports.forumOf(person, forumIdIn(visit));
  if (forum.commitments.length > 0) return goTo(context, forumPath(forum.forumId));
  return answerPage(context, <RemovePage ui={ui} forum={forum} />);
}

export async function remove(visit: PersonVisit, ports: ForumPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const forumId = forumIdIn(visit);
  await readForm(context, z.object({}), { other: ui.t.shell.fieldWrong });
  const done = await attempt(visit, emptyForm, () => ports.remove(person, forumId));
  if (done.ok) return goTo(context, forumsPath, 'deleted');
  const forum = await ports.forumOf(person, forumId);
  return answerPage(context, <RemovePage ui={ui} forum={forum} failure={done.form.failure} />, 422);
}

const text = textField(5, 500);
const commitmentSchema = z.object({
  ...{ said: text, text, unit: line(120), due: z.iso.date(), state: z.enum(commitmentStateNames) },
  ...{ outcome: optional(text), proof: address, topic: optional(line(120)), rev },
});

function commitmentMessages({ ui }: PersonVisit) {
  const words = forumWords[ui.locale];
  return {
    ...{ said: words.textWrong, text: words.textWrong, unit: words.unitWrong, due: words.dayWrong },
    ...{ outcome: words.outcomeWrong, proof: words.addressWrong, topic: words.topicWrong },
    other: ui.t.shell.fieldWrong,
  };
}

const commitmentForm = (commitment: CommitmentView | undefined, rev: number): FormState => ({
  values: {
    ...{ said: commitment?.said ?? '', text: commitment?.text ?? '', unit: commitment?.unit ?? '' },
    ...{ due: commitment?.due ?? '', state: commitment?.state ?? 'open', rev: String(rev) },
    ...{ outcome: commitment?.outcome ?? '', proof: commitment?.proof ?? '' },
    topic: commitment?.topic ?? '',
  },
  errors: {},
});

export async function showCommitment(visit: PersonVisit, ports: ForumPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const forum = await ports.forumOf(person, forumIdIn(visit));
  const commitmentId = commitmentIdIn(visit);
  const commitment = forum.commitments.find((one) => one.commitmentId === commitmentId);
  if (forum.isAhead || (!commitment && commitmentId !== 'new')) {
    return goTo(context, forumPath(forum.forumId));
  }
  const props = { ui, forum, commitmentId, form: commitmentForm(commitment, forum.rev) };
  return answerPage(context, <CommitmentFormPage {...props} />);
}

export async function setCommitment(visit: PersonVisit, ports: ForumPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const [forumId, commitmentId] = [forumIdIn(visit), commitmentIdIn(visit)];
  const read = await readForm(context, commitmentSchema, commitmentMessages(visit));
  const done = read.ok
    ? await attempt(visit, read.form, () => {
        const { rev: at, outcome, proof, topic, ...order } = read.data;
        return ports.setCommitment(person, forumId, {
          order: {
            ...order,
            ...(outcome !== undefined && { outcome }),
            ...(proof !== undefined && { proof }),
            ...(topic !== undefined && { topic }),
          },
          ...(commitmentId !== 'new' && { commitmentId }),
          rev: at,
        });
      })
    : read;
  if (done.ok) return goTo(context, forumPath(forumId), 'saved');
  const forum = await ports.forumOf(person, forumId);
  const form = withWords(ui, done.form, commitmentMessages(visit));
  const props = { ui, forum, commitmentId, form };
  return answerPage(context, <CommitmentFormPage {...props} />, 422);
}
