import * as z from 'zod';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { answerPdf } from '../pdf-answer.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import { FormPage } from './form-page.tsx';
import { ListPage } from './list-page.tsx';
import { externalHref } from './paths.ts';
import {
  type EvidenceProblem,
  type ExternalPorts,
  type ExternalSaved,
  type ExternalView,
  evidenceKinds,
  type SentFile,
} from './ports.ts';
import { detailFields, detailsFrom, formOf, halvesIn } from './read-details.ts';
import { RecordPage } from './record-page.tsx';

interface At {
  readonly visit: PersonVisit;
  readonly ports: ExternalPorts;
}

const rev = z.coerce.number().int().min(1);
const file = z.unknown().optional();
const ways = ['attended', 'planned'] as const;
const addSchema = z.object({ ...detailFields, way: z.enum(ways), file });
const changeSchema = z.object({ ...detailFields, rev });
const stepSchema = z.object({ action: z.enum(['send', 'begin', 'cancel', 'restore']), rev });
const evidenceSchema = z.object({ kind: z.enum(evidenceKinds), file });

const placeIn = ({ context, person }: PersonVisit) => ({
  personId: person.personId,
  learningId: context.req.param('learningId') ?? '',
});

export async function showOwn({ visit, ports }: At): Promise<Response> {
  const { context, ui, person, notice } = visit;
  return answerPage(context, <ListPage ui={ui} rows={await ports.ownOf(person)} notice={notice} />);
}

export async function askNew(at: At): Promise<Response> {
  const way = at.visit.context.req.query('way') === 'planned' ? 'planned' : 'attended';
  return showForm(at, { ...emptyForm, values: { way, place: 'national' } });
}

/** `duplicateOf`: the record that says the same already. */
async function showForm(
  { visit, ports }: At,
  form: FormState,
  more: {
    readonly duplicateOf?: string;
    readonly counted?: { readonly year: number };
    readonly view?: ExternalView;
  } = {},
): Promise<Response> {
  const { context, ui, person } = visit;
  const refused =
    Object.keys(form.errors).length > 0 || form.failure !== undefined || more.duplicateOf || more.counted;
  const forms = await ports.formsOf(person);
  const shown = { ui, forms, form: withWords(ui, form, ui.t.external.fieldWrong), ...more };
  return answerPage(context, <FormPage {...shown} />, refused ? 422 : 200);
}

export async function add(at: At): Promise<Response> {
  const { visit, ports } = at;
  const { context, ui, person } = visit;
  const { fieldWrong } = ui.t.external;
  const read = await readForm(context, addSchema, { ...fieldWrong, other: ui.t.shell.fieldWrong });
  if (!read.ok) return showForm(at, read.form);
  const { way, file: _, ...fields } = read.data;
  const errors = halvesIn(ui, fields);
  if (errors) return showForm(at, { ...read.form, errors });
  const sent = await fileIn(visit, 'certificate');
  if (sent === 'too-large') return showForm(at, withFileProblem(visit, read.form, 'too-large'));
  const given = { way, details: detailsFrom(fields), ...(sent && { file: sent }) };
  const done = await attempt(visit, read.form, () => ports.add(person, given));
  if (!done.ok) return showForm(at, done.form);
  const { value } = done;
  if (value.outcome === 'saved') return goTo(context, externalHref(value.learningId), 'saved');
  if (value.outcome === 'duplicate') return showForm(at, read.form, { duplicateOf: value.learningId });
  if (value.outcome === 'counted') return showForm(at, read.form, { counted: value });
  return showForm(at, withFileProblem(visit, read.form, value.problem));
}

const withFileProblem = (
  { ui }: Pick<PersonVisit, 'ui'>,
  form: FormState,
  problem: EvidenceProblem,
): FormState => ({ ...form, errors: { ...form.errors, file: ui.t.external.evidenceProblem[problem] } });

/** The body was read with its fields; undefined where no file was chosen. */
async function fileIn(
  { context }: PersonVisit,
  kind: SentFile['kind'],
): Promise<SentFile | 'too-large' | undefined> {
  const { file: sent } = await context.req.parseBody({ all: true });
  if (!(sent instanceof File) || sent.size === 0) return undefined;
  if (sent.size > 4 * 1024 * 1024) return 'too-large';
  return { kind, name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) };
}

export async function showOne(at: At): Promise<Response> {
  return showRecord(at, emptyForm);
}

async function showRecord({ visit, ports }: At, form: FormState): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const view = await ports.viewOf(person, placeIn(visit));
  const refused = form !== emptyForm;
  const page = <RecordPage ui={ui} view={view} form={form} notice={refused ? undefined : notice} />;
  return answerPage(context, page, refused ? 422 : 200);
}

export async function askChange(at: At): Promise<Response> {
  const { visit, ports } = at;
  const view = await ports.viewOf(visit.person, placeIn(visit));
  if (view.editable === 'nothing') return goTo(visit.context, externalHref(view.learningId));
  return showForm(at, formOf(view), { view });
}

export async function change(at: At): Promise<Response> {
  const { visit, ports } = at;
  const { context, ui, person } = visit;
  const { learningId } = placeIn(visit);
  const { fieldWrong } = ui.t.external;
  const view = await ports.viewOf(person, placeIn(visit));
  const read = await readForm(context, changeSchema, { ...fieldWrong, other: ui.t.shell.fieldWrong });
  if (!read.ok) return showForm(at, read.form, { view });
  const { rev: shown, ...fields } = read.data;
  const errors = halvesIn(ui, fields);
  if (errors) return showForm(at, { ...read.form, errors }, { view });
  const given = { learningId, details: detailsFrom(fields), rev: shown };
  const done = await attempt(visit, read.form, () => ports.change(person, given));
  if (!done.ok) return showForm(at, done.form, { view });
  if (done.value.outcome === 'saved') return goTo(context, externalHref(learningId), 'saved');
  const { value } = done;
  return showForm(at, read.form, {
    ...{ view, ...(value.outcome === 'duplicate' && { duplicateOf: value.learningId }) },
    ...(value.outcome === 'counted' && { counted: value }),
  });
}

export async function move(at: At): Promise<Response> {
  const { visit, ports } = at;
  const { context, ui, person } = visit;
  const { learningId } = placeIn(visit);
  const read = await readForm(context, stepSchema, { other: ui.t.shell.fieldWrong });
  if (!read.ok) return showRecord(at, { ...read.form, failure: ui.t.shell.fieldWrong });
  // Fields that are missing or wrong are named above the record: this form has none of them.
  const missing = Object.fromEntries(Object.keys(detailFields).map((name) => [name, '']));
  const named = { ...read.form, values: { ...read.form.values, ...missing } };
  const done = await attempt(visit, named, () => ports.move(person, { learningId, ...read.data }));
  const words = ui.t.external;
  if (!done.ok) {
    const { errors, failure } = withWords(ui, done.form, words.fieldWrong);
    return showRecord(at, { ...read.form, failure: failure ?? Object.values(errors).join(' ') });
  }
  const { value } = done;
  if (value.outcome === 'saved') return goTo(context, externalHref(learningId), 'saved');
  return showRecord(at, { ...read.form, failure: refusedText(words, value) });
}

function refusedText(
  words: PersonVisit['ui']['t']['external'],
  refused: Exclude<ExternalSaved, { readonly outcome: 'saved' }>,
): string {
  if (refused.outcome === 'evidence') return words.evidenceProblem[refused.problem];
  return refused.outcome === 'counted' ? words.counted : words.duplicate;
}

export async function addEvidence(at: At): Promise<Response> {
  const { visit, ports } = at;
  const { context, ui, person } = visit;
  const { learningId } = placeIn(visit);
  const read = await readForm(context, evidenceSchema, { other: ui.t.shell.fieldWrong });
  if (!read.ok) return showRecord(at, { ...read.form, failure: ui.t.shell.fieldWrong });
  const sent = await fileIn(visit, read.data.kind);
  const wrong = (problem: EvidenceProblem) => showRecord(at, withFileProblem(visit, read.form, problem));
  if (sent === undefined) return wrong('missing');
  if (sent === 'too-large') return wrong(sent);
  const done = await attempt(visit, read.form, () => ports.addEvidence(person, learningId, sent));
  if (!done.ok) return showRecord(at, done.form);
  return done.value.outcome === 'evidence'
    ? wrong(done.value.problem)
    : goTo(context, externalHref(learningId), 'saved');
}

export async function removeEvidence({ visit, ports }: At): Promise<Response> {
  const { context, ui, person } = visit;
  await readForm(context, z.object({}), { other: ui.t.shell.fieldWrong });
  const { learningId } = placeIn(visit);
  await ports.removeEvidence(person, learningId, context.req.param('evidenceId') ?? '');
  return goTo(context, externalHref(learningId), 'deleted');
}

/** Never shown in the browser: what somebody has sent is theirs, not ours. */
export async function download({ visit, ports }: At): Promise<Response> {
  const { context, person } = visit;
  const place = {
    personId: context.req.param('personId') ?? '',
    learningId: context.req.param('learningId') ?? '',
    evidenceId: context.req.param('evidenceId') ?? '',
  };
  const { bytes } = await ports.evidenceOf(person, place);
  return answerPdf(visit, bytes, `bukti-${place.evidenceId.slice(0, 8)}`);
}
