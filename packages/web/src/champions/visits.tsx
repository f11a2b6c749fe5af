import * as z from 'zod';
import { pairPath } from '../coaching/paths.ts';
import { championWords } from '../i18n/champions.ts';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { lineField, textField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { AskChampionPage, ChampionsPage } from './pages.tsx';
import { championsPath } from './paths.ts';
import type { ChampionsPorts, ChampionTermsOrder } from './ports.ts';

async function onPage(visit: PersonVisit, ports: ChampionsPorts, form?: FormState): Promise<Response> {
  const { context, ui, person } = visit;
  const view = await ports.championsOf(person);
  const notice = form ? undefined : visit.notice;
  return answerPage(
    context,
    <ChampionsPage ui={ui} {...view} form={form} notice={notice} />,
    form ? 422 : 200,
  );
}

export const showChampions = (visit: PersonVisit, ports: ChampionsPorts): Promise<Response> =>
  onPage(visit, ports);

const termsSchema = z.object({
  offer: z.union([z.literal(''), lineField(3, 200)]).default(''),
  showsEmail: z.enum(['yes']).optional(),
});

const termsOf = ({ offer, showsEmail }: z.output<typeof termsSchema>): ChampionTermsOrder => ({
  ...(offer !== '' && { offer }),
  showsEmail: showsEmail === 'yes',
});

const answerSchema = termsSchema.extend({ says: z.enum(['yes', 'no']) });

const messagesOf = ({ ui }: PersonVisit) => ({
  ...{ offer: championWords[ui.locale].offerWrong, other: ui.t.shell.fieldWrong },
});

export async function answer(visit: PersonVisit, ports: ChampionsPorts): Promise<Response> {
  const { context, person } = visit;
  const read = await readForm(context, answerSchema, messagesOf(visit));
  const done = read.ok
    ? await attempt(visit, read.form, () =>
        ports.answer(person, read.data.says === 'yes' ? termsOf(read.data) : undefined),
      )
    : read;
  return done.ok ? goTo(context, championsPath, 'saved') : onPage(visit, ports, done.form);
}

export async function change(visit: PersonVisit, ports: ChampionsPorts): Promise<Response> {
  const { context, person } = visit;
  const read = await readForm(context, termsSchema.extend({ says: z.literal('yes') }), messagesOf(visit));
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.change(person, termsOf(read.data)))
    : read;
  return done.ok ? goTo(context, championsPath, 'saved') : onPage(visit, ports, done.form);
}

export async function stop(visit: PersonVisit, ports: ChampionsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  await readForm(context, z.object({ says: z.literal('no') }), { other: ui.t.shell.fieldWrong });
  const done = await attempt(visit, emptyForm, () => ports.stop(person));
  return done.ok ? goTo(context, championsPath, 'saved') : onPage(visit, ports, done.form);
}

const personIdIn = ({ context }: PersonVisit): string => (context.req.param('personId') ?? '').slice(0, 64);

export async function showAsk(visit: PersonVisit, ports: ChampionsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const champion = await ports.championOf(person, personIdIn(visit));
  return answerPage(context, <AskChampionPage ui={ui} champion={champion} />);
}

const askSchema = z.object({ goal: textField(10, 1_000) });

export async function ask(visit: PersonVisit, ports: ChampionsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const personId = personIdIn(visit);
  const messages = { goal: championWords[ui.locale].goalWrong, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, askSchema, messages);
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.ask(person, personId, read.data.goal))
    : read;
  if (done.ok && 'value' in done) return goTo(context, pairPath(done.value), 'created');
  const champion = await ports.championOf(person, personId);
  return answerPage(
    context,
    <AskChampionPage ui={ui} champion={champion} form={done.form as FormState} />,
    422,
  );
}
