import * as z from 'zod';
import { recognitionWords } from '../i18n/recognition.ts';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { OwnRecognitionsPage } from './own-page.tsx';
import { recognitionsPath } from './paths.ts';
import { coreValues, type ProposalOrder, type RecognitionPorts } from './ports.ts';
import { ProposePage } from './propose-page.tsx';
import { TeamRecognitionsPage, UnitRecognitionsPage } from './shared-pages.tsx';

export const idIn = ({ context }: PersonVisit): string =>
  (context.req.param('recognitionId') ?? '').slice(0, 120);
export const placeIn = (visit: PersonVisit) => ({
  personId: (visit.context.req.param('personId') ?? '').slice(0, 64),
  recognitionId: idIn(visit),
});
const pageIn = ({ context }: PersonVisit): string | undefined => {
  const page = (context.req.query('page') ?? '').slice(0, 1_000);
  return page === '' ? undefined : page;
};

export async function showOwn(visit: PersonVisit, ports: RecognitionPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const view = await ports.ownOf(person);
  return answerPage(context, <OwnRecognitionsPage ui={ui} view={view} notice={notice} />);
}

export async function showForm(visit: PersonVisit, ports: RecognitionPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const view = await ports.colleaguesOf(person);
  return answerPage(context, <ProposePage ui={ui} view={view} form={emptyForm} />);
}

// A browser sends a line break as two characters.
export const textOfForm = (least: number, most: number) =>
  z
    .string()
    .transform((given) => given.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(least).max(most));

/** The domain has the last word on lengths; a page that has been open through an update says so too. */
const proposalSchema = z.object({
  personId: z.string().max(64).default(''),
  email: z
    .string()
    .trim()
    .max(254)
    .default('')
    .pipe(z.union([z.literal(''), z.email()])),
  value: z.enum(coreValues),
  behaviour: textOfForm(30, 600),
});

/** Exactly one of the two says who. */
function whoOf({ personId, email }: z.output<typeof proposalSchema>): ProposalOrder['who'] | undefined {
  if ((personId === '') === (email === '')) return undefined;
  return personId === '' ? { email } : { personId };
}

export async function propose(visit: PersonVisit, ports: RecognitionPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { wrong } = recognitionWords[ui.locale].form;
  const view = await ports.colleaguesOf(person);
  const { number } = ui.format;
  const read = await readForm(context, proposalSchema, {
    ...{ personId: wrong.person, email: wrong.person, value: wrong.value, other: ui.t.shell.fieldWrong },
    behaviour: wrong.behaviour(number(view.least), number(view.mostLetters)),
  });
  const who = read.ok ? whoOf(read.data) : undefined;
  const done = await sent(visit, ports, { read, who });
  if (done.ok) return goTo(context, recognitionsPath, 'saved');
  return answerPage(context, <ProposePage ui={ui} view={view} form={done.form} />, 422);
}

async function sent(
  visit: PersonVisit,
  ports: RecognitionPorts,
  {
    read,
    who,
  }: {
    readonly read: Awaited<ReturnType<typeof readForm<typeof proposalSchema.shape>>>;
    readonly who: ProposalOrder['who'] | undefined;
  },
): Promise<{ readonly ok: true } | { readonly ok: false; readonly form: FormState }> {
  const { wrong } = recognitionWords[visit.ui.locale].form;
  if (!read.ok) return read;
  if (!who) return { ok: false, form: { ...read.form, errors: { email: wrong.person } } };
  const { value, behaviour } = read.data;
  const done = await attempt(visit, read.form, () => ports.propose(visit.person, { who, value, behaviour }));
  if (!done.ok || done.value === 'sent') return done;
  return { ok: false, form: { ...read.form, errors: { email: wrong.nobody } } };
}

export async function recall(visit: PersonVisit, ports: RecognitionPorts): Promise<Response> {
  const done = await attempt(visit, emptyForm, () => ports.recall(visit.person, placeIn(visit)));
  return afterwards(visit, ports, done);
}

const shownSchema = z.object({ shownTo: z.enum(['supervisor', 'unit']) });

export async function show(visit: PersonVisit, ports: RecognitionPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const read = await readForm(context, shownSchema, { other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.show(person, idIn(visit), read.data.shownTo))
    : read;
  return afterwards(visit, ports, done);
}

/** The page again, with why nothing was done. */
async function afterwards(
  { context, ui, person }: PersonVisit,
  ports: RecognitionPorts,
  done: { readonly ok: true } | { readonly ok: false; readonly form: FormState },
): Promise<Response> {
  if (done.ok) return goTo(context, recognitionsPath, 'saved');
  const view = await ports.ownOf(person);
  return answerPage(context, <OwnRecognitionsPage ui={ui} view={view} form={done.form} />, 422);
}

export async function showUnit(visit: PersonVisit, ports: RecognitionPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const token = pageIn(visit);
  const page = await ports.unitOf(person, token);
  return answerPage(context, <UnitRecognitionsPage ui={ui} page={page} isFirst={token === undefined} />);
}

export async function showTeam(visit: PersonVisit, ports: RecognitionPorts): Promise<Response> {
  const { context, ui, person } = visit;
  return answerPage(context, <TeamRecognitionsPage ui={ui} team={await ports.teamOf(person)} />);
}
