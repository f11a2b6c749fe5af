import * as z from 'zod';
import { competencyWords } from '../i18n/competency.ts';
import type { FormState } from '../layout/form.tsx';
import { plainText } from '../layout/text.tsx';
import { lineField, textField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import { courseValues, keepsCourse } from './course-field.tsx';
import { type Desk, formNames, heldLevelValues, levelValues, moveNames } from './names.ts';
import { ownPath, personPath } from './paths.ts';
import { AssessPage, ItemPage, WordPage } from './person-forms.tsx';
import { PersonPage } from './person-page.tsx';
import type { CompetencyPersonPorts, ItemView, PersonView, PlanWords } from './person-ports.ts';
import { PlanPrintPage } from './plan-print-page.tsx';
import { TeamPage } from './team-page.tsx';

interface Call {
  readonly visit: PersonVisit;
  readonly ports: CompetencyPersonPorts;
  readonly desk: Desk;
}

const personIdOf = ({ visit, desk }: Call): string =>
  desk === 'own' ? visit.person.personId : (visit.context.req.param('personId') ?? '').slice(0, 64);
const itemIdOf = ({ context }: PersonVisit): string => (context.req.param('itemId') ?? '').slice(0, 64);

/** At the desk that was asked for: a supervisor's address opens nobody as the agency. */
async function viewOf(call: Call): Promise<PersonView> {
  const { visit, ports } = call;
  return { ...(await ports.personOf(visit.person, personIdOf(call))), desk: call.desk };
}

const backOf = (call: Call): string => personPath(call.desk, personIdOf(call));

/** An empty field is one that was left out. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .preprocess((given) => (given === '' ? undefined : given), schema.optional())
    .transform((value) => value as z.output<Schema> | undefined);

const id = z.string().min(1).max(40);

export async function showTeam(visit: PersonVisit, ports: CompetencyPersonPorts): Promise<Response> {
  const { context, ui, person } = visit;
  return answerPage(context, <TeamPage ui={ui} rows={await ports.teamOf(person)} />);
}

export async function showPerson(call: Call): Promise<Response> {
  const { context, ui, notice } = call.visit;
  return answerPage(context, <PersonPage ui={ui} view={await viewOf(call)} notice={notice} />);
}

const wordSchema = z.object({
  competencyId: id,
  level: optional(z.enum(heldLevelValues)),
  note: optional(textField(0, 1_000)),
});

export async function showWord(call: Call): Promise<Response> {
  const { context, ui } = call.visit;
  const view = await viewOf(call);
  const competencyId = (context.req.query('competency') ?? '').slice(0, 40);
  const own = view.rows.find(({ competency }) => competency.competencyId === competencyId)?.own;
  const form: FormState = {
    values: { competencyId, level: own ? String(own.level) : '', note: own?.note ?? '' },
    errors: {},
  };
  return answerPage(context, <WordPage ui={ui} view={view} form={form} />);
}

export async function declare(call: Call): Promise<Response> {
  const { visit, ports } = call;
  const { context, ui, person } = visit;
  const { wrong } = competencyWords[ui.locale];
  const messages = { competencyId: wrong.competency, level: wrong.level, note: wrong.long };
  const read = await readForm(context, wordSchema, { ...messages, other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, read.form, () => {
        const { competencyId, level, note } = read.data;
        return ports.declare(person, {
          competencyId,
          ...(level !== undefined && { level: Number(level) }),
          ...(note !== undefined && { note }),
        });
      })
    : read;
  if (done.ok) return goTo(context, ownPath, 'saved');
  return answerPage(context, <WordPage ui={ui} view={await viewOf(call)} form={done.form} />, 422);
}

const assessSchema = z.object({
  competencyId: id,
  method: z.enum(['assessment-center', 'competency-test', 'supervisor']),
  level: z.enum(heldLevelValues),
  assessedOn: z.iso.date(),
  validTo: optional(z.iso.date()),
  assessor: optional(lineField(3, 160)),
  note: optional(textField(0, 1_000)),
});

export async function showAssess(call: Call): Promise<Response> {
  const { context, ui } = call.visit;
  const view = await viewOf(call);
  const competencyId = (context.req.query('competency') ?? '').slice(0, 40);
  const form: FormState = { values: { competencyId, assessedOn: view.today }, errors: {} };
  return answerPage(context, <AssessPage ui={ui} view={view} form={form} />);
}

export async function assess(call: Call): Promise<Response> {
  const { visit, ports } = call;
  const { context, ui, person } = visit;
  const { wrong } = competencyWords[ui.locale];
  const messages = {
    ...{ competencyId: wrong.competency, level: wrong.level, assessedOn: wrong.dayPast },
    ...{ validTo: wrong.validTo, assessor: wrong.text, note: wrong.long },
  };
  const read = await readForm(context, assessSchema, { ...messages, other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, read.form, () => {
        const { level, validTo, assessor, note, ...order } = read.data;
        return ports.assess(person, personIdOf(call), {
          ...{ ...order, level: Number(level) },
          ...(validTo !== undefined && { validTo }),
          ...(assessor !== undefined && { assessor }),
          ...(note !== undefined && { note }),
        });
      })
    : read;
  if (done.ok) return goTo(context, backOf(call), 'saved');
  const form = withWords(ui, done.form, messages);
  return answerPage(context, <AssessPage ui={ui} view={await viewOf(call)} form={form} />, 422);
}

const withdrawSchema = z.object({
  name: z.string().max(300),
  reason: optional(lineField(3, 300)),
});

export async function withdraw(call: Call): Promise<Response> {
  const { visit, ports } = call;
  const { context, ui, person } = visit;
  const read = await readForm(context, withdrawSchema, { other: ui.t.shell.fieldWrong });
  // Of whoever is not to be seen not even the address is answered (case C2).
  if (!read.ok) return answerPage(context, <PersonPage ui={ui} view={await viewOf(call)} />, 422);
  const { name, reason } = read.data;
  await ports.withdraw(person, personIdOf(call), { name, ...(reason !== undefined && { reason }) });
  return goTo(context, `${backOf(call)}#assessments`);
}

const planShape = {
  competencyId: id,
  form: z.enum(formNames),
  title: lineField(3, 160),
  courseId: optional(z.string().max(64)),
  // Which course was suggested for which competency, however the rest of the form was changed.
  ...{ suggestedCourse: optional(z.string().max(64)), courseFor: optional(id) },
  targetLevel: z.enum(levelValues),
  dueOn: z.iso.date(),
  ...{ evidence: textField(3, 500), commitment: textField(3, 500) },
  rev: z.coerce.number().int().min(0),
};
const planSchema = z.object(planShape);

function wordsIn(data: z.output<typeof planSchema>): PlanWords {
  const { rev: _, suggestedCourse: __, courseFor, courseId, targetLevel, ...words } = data;
  return {
    ...{ ...words, targetLevel: Number(targetLevel) },
    ...(courseId !== undefined && keepsCourse({ ...words, courseFor }) && { courseId }),
  };
}

const itemIn = (view: PersonView, itemId: string): ItemView | undefined =>
  view.items.find((item) => item.itemId === itemId);

const formOf = (item: ItemView): FormState => ({
  values: {
    ...{ competencyId: item.competencyId, form: item.form, title: item.title, dueOn: item.dueOn },
    ...(item.courseId !== undefined && courseValues(item.courseId, item.competencyId)),
    targetLevel: String(item.targetLevel),
    ...{ evidence: item.evidence ?? '', commitment: item.commitment ?? '', rev: String(item.rev) },
  },
  errors: {},
});

/** What a new item begins with: a suggestion that was chosen, or a gap. */
function proposalOf(call: Call, view: PersonView): FormState {
  const { context, ui } = call.visit;
  const competencyId = (context.req.query('competency') ?? '').slice(0, 40);
  const courseId = (context.req.query('course') ?? '').slice(0, 64);
  const row = view.rows.find(({ competency }) => competency.competencyId === competencyId);
  const suggestion = view.suggestions.find(
    (one) => one.courseId === courseId && one.competencyId === competencyId,
  );
  return {
    values: {
      ...{ competencyId, form: suggestion ? 'NKL03' : 'NKL01' },
      // Words to begin with; both sides agree to what stands there in the end.
      commitment: competencyWords[ui.locale].commitmentStart,
      ...(row && { targetLevel: String(row.required) }),
      ...(suggestion && { ...courseValues(courseId, competencyId), title: plainText(ui, suggestion.title) }),
    },
    errors: {},
  };
}

export async function showPrint(call: Call): Promise<Response> {
  const { context, ui } = call.visit;
  return answerPage(context, <PlanPrintPage ui={ui} view={await viewOf(call)} />);
}

export async function showItem(call: Call): Promise<Response> {
  const { context, ui } = call.visit;
  const view = await viewOf(call);
  const itemId = itemIdOf(call.visit);
  const item = itemIn(view, itemId);
  if (!item && (itemId !== 'new' || !view.mayPlan)) return goTo(context, backOf(call));
  const form = item ? formOf(item) : proposalOf(call, view);
  return answerPage(context, <ItemPage ui={ui} view={view} item={item} form={form} />);
}

export async function saveItem(call: Call): Promise<Response> {
  const { visit, ports } = call;
  const { context, ui, person } = visit;
  const { wrong } = competencyWords[ui.locale];
  const [personId, itemId] = [personIdOf(call), itemIdOf(visit)];
  const messages = {
    ...{ competencyId: wrong.competency, title: wrong.text, targetLevel: wrong.level },
    ...{ dueOn: wrong.due, evidence: wrong.words, commitment: wrong.words },
  };
  const read = await readForm(context, planSchema, { ...messages, other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, read.form, () => {
        const [words, { rev }] = [wordsIn(read.data), read.data];
        if (itemId === 'new') return ports.propose(person, personId, words);
        return ports.change(person, personId, { itemId, rev, words });
      })
    : read;
  if (done.ok) return goTo(context, `${backOf(call)}#plan`, 'saved');
  const view = await viewOf(call);
  const props = { ui, view, item: itemIn(view, itemId), form: withWords(ui, done.form, messages) };
  return answerPage(context, <ItemPage {...props} />, 422);
}

const moveSchema = z.object({
  move: z.enum(moveNames),
  note: optional(textField(3, 500)),
  rev: z.coerce.number().int().positive(),
});

export async function moveItem(call: Call): Promise<Response> {
  const { visit, ports } = call;
  const { context, ui, person } = visit;
  const { wrong, noteNeeded } = competencyWords[ui.locale];
  const [personId, itemId] = [personIdOf(call), itemIdOf(visit)];
  const read = await readForm(context, moveSchema, { note: wrong.text, other: ui.t.shell.fieldWrong });
  const lacks =
    read.ok && (read.data.move === 'return' || read.data.move === 'reopen') && read.data.note === undefined;
  const done =
    read.ok && !lacks
      ? await attempt(visit, read.form, () => {
          const { note, ...step } = read.data;
          return ports.move(person, personId, { itemId, ...step, ...(note !== undefined && { note }) });
        })
      : ({ ok: false, form: lacks ? { ...read.form, errors: { note: noteNeeded } } : read.form } as const);
  if (done.ok) return goTo(context, `${backOf(call)}/plan/${encodeURIComponent(itemId)}`, 'saved');
  const view = await viewOf(call);
  const item = itemIn(view, itemId);
  if (!item) return goTo(context, backOf(call));
  const form = { ...done.form, values: { ...formOf(item).values, note: done.form.values.note ?? '' } };
  return answerPage(context, <ItemPage ui={ui} view={view} item={item} form={form} />, 422);
}
