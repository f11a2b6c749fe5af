import { type Role, roles } from '@sinau/kernel';
import * as z from 'zod';
import { Confirmation, emptyForm, type FormState } from '../layout/form.tsx';
import { lineField } from '../text-fields.ts';
import type { Ui } from '../ui.ts';
import { answerPage, attempt, choices, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import type { At } from './at.ts';
import { DeskShell, peoplePath, personPath } from './desk.tsx';
import { MovePage } from './move-page.tsx';
import { PersonPage } from './person-page.tsx';
import {
  educationNames,
  gradeNames,
  legalStandingNames,
  type NewPlace,
  type PeoplePorts,
  type PersonView,
  postFamilyNames,
  postLevelNames,
  type ServiceChange,
  statusNames,
} from './ports.ts';
import { TeamPage } from './team-page.tsx';
import { ViewAsPage } from './view-as-page.tsx';

export async function showTeam({ context, ui, person }: PersonVisit, ports: PeoplePorts): Promise<Response> {
  return answerPage(context, <TeamPage ui={ui} team={await ports.teamOf(person)} />);
}

export async function showPerson(at: At): Promise<Response> {
  const person = await personAt(at);
  return answerPage(at.visit.context, page(at, person, {}));
}

const detailsSchema = z.object({
  name: lineField(2, 200),
  email: z.string().trim().pipe(z.email().max(254)),
  unitId: z.string().max(64).optional(),
  supervisor: z.string().trim().max(254).optional(),
});

export async function saveDetails(at: At): Promise<Response> {
  const { visit, ports } = at;
  const { context, ui } = visit;
  const { wrong } = ui.t.people;
  const read = await readForm(context, detailsSchema, { ...wrong, other: ui.t.shell.fieldWrong });
  const person = await personAt(at);
  if (!read.ok) return answerPage(context, page(at, person, { details: read.form }), 422);
  const { name, email, unitId, supervisor } = read.data;
  const details = {
    ...{ name, email },
    ...(unitId !== undefined && { unitId: unitId || null }),
    ...(supervisor !== undefined && { supervisor: supervisor || null }),
  };
  const done = await attempt(visit, read.form, () => ports.change(visit.person, person.personId, details));
  if (done.ok) return goTo(context, personPath(at.desk, person.personId), 'saved');
  return answerPage(context, page(at, person, { details: withWords(ui, done.form, wrong) }), 422);
}

const dayField = z.union([z.literal(''), z.iso.date()]);
const serviceSchema = z.object({
  status: z.union([z.literal(''), z.enum(statusNames)]),
  statusFrom: dayField,
  contractFrom: dayField,
  contractTo: dayField,
  number: z.string().trim().max(64),
  post: z.string().trim().max(200),
  family: z.union([z.literal(''), z.enum(postFamilyNames)]),
  level: z.union([z.literal(''), z.enum(postLevelNames)]),
  postFrom: dayField,
  grade: z.union([z.literal(''), z.enum(gradeNames)]),
  gradeFrom: dayField,
  legalStanding: z.union([z.literal(''), z.enum(legalStandingNames)]),
  legalStandingFrom: dayField,
  education: z.union([z.literal(''), z.enum(educationNames)]),
  educationFrom: dayField,
});

export async function saveService(at: At): Promise<Response> {
  const { visit, ports } = at;
  const { context, ui } = visit;
  const { wrong } = ui.t.people;
  const read = await readForm(context, serviceSchema, { ...wrong, other: ui.t.shell.fieldWrong });
  const person = await personAt(at);
  if (!read.ok) return answerPage(context, page(at, person, { service: read.form }), 422);
  const change = serviceChangeOf(read.data);
  const done = await attempt(visit, read.form, () =>
    ports.changeService(visit.person, person.personId, change),
  );
  if (done.ok) return goTo(context, personPath(at.desk, person.personId), 'saved');
  return answerPage(context, page(at, person, { service: withWords(ui, done.form, wrong) }), 422);
}

function serviceChangeOf(form: z.output<typeof serviceSchema>): ServiceChange {
  const { status, statusFrom, contractFrom, contractTo, number, post, family, level, postFrom } = form;
  const hasContract = contractFrom !== '' || contractTo !== '';
  return {
    ...(status && {
      employment: {
        status,
        ...(statusFrom && { from: statusFrom }),
        ...(hasContract && { contract: { from: contractFrom, to: contractTo } }),
      },
    }),
    ...(post && {
      post: {
        ...{ title: post, family: family || 'pelaksana' },
        ...(level && { level }),
        ...(postFrom && { from: postFrom }),
      },
    }),
    ...rankChangeOf(form),
    ...(number && { number }),
  };
}

function rankChangeOf(
  form: z.output<typeof serviceSchema>,
): Pick<ServiceChange, 'grade' | 'legalStanding' | 'education'> {
  const { grade, legalStanding: standing, education: level } = form;
  const since = (from: string) => (from === '' ? {} : { from });
  return {
    ...(grade && { grade: { grade, ...since(form.gradeFrom) } }),
    ...(standing && { legalStanding: { standing, ...since(form.legalStandingFrom) } }),
    ...(level && { education: { level, ...since(form.educationFrom) } }),
  };
}

const rolesSchema = z.object({ roles: choices(roles), confirmed: z.literal('yes').optional() });

/** Asked once more with what is gained and lost, then done. */
export async function changeRoles(at: At): Promise<Response> {
  const { visit, ports, desk } = at;
  const { context, ui } = visit;
  const words = ui.t.people;
  const read = await readForm(context, rolesSchema, {
    roles: words.wrong.roles,
    other: ui.t.shell.fieldWrong,
  });
  const person = await personAt(at);
  if (!read.ok) return answerPage(context, page(at, person, { roles: read.form }), 422);
  const wanted = read.data.roles;
  const own = personPath(desk, person.personId);
  if (read.data.confirmed === undefined) {
    const text = rolesText(ui, person.roles, wanted);
    if (text === '') return goTo(context, own);
    if (!isForReader(person, wanted)) {
      const form = { ...read.form, failure: words.wrong.roles };
      return answerPage(context, page(at, person, { roles: form }), 422);
    }
    return ask(at, {
      title: `${words.rolesTitle} (${person.name})`,
      text: `${text} ${words.rolesText}`,
      action: `${own}/roles`,
      confirm: words.rolesConfirm,
      back: own,
      fields: [...wanted.map((role) => ['roles', role] as const), ['confirmed', 'yes']],
    });
  }
  const done = await attempt(visit, read.form, () =>
    ports.assignRoles(visit.person, person.personId, wanted),
  );
  if (done.ok) return goTo(context, own, 'saved');
  return answerPage(context, page(at, person, { roles: withWords(ui, done.form, words.wrong) }), 422);
}

/** Nobody is asked about a role that they could not give or take; the use case refuses it all the same. */
function isForReader(
  { roles: before, grantable, isSelf, editable }: PersonView,
  after: readonly Role[],
): boolean {
  const changed = roles.filter((role) => before.includes(role) !== after.includes(role));
  return editable && !isSelf && changed.every((role) => grantable.includes(role));
}

function rolesText(ui: Ui, before: readonly Role[], after: readonly Role[]): string {
  const words = ui.t.people;
  const { role } = ui.t.operator;
  const names = (list: readonly Role[]) => list.map((name) => role[name]).join(', ');
  const gained = after.filter((name) => !before.includes(name));
  const lost = before.filter((name) => !after.includes(name));
  return [
    ...(gained.length > 0 ? [words.rolesGained(names(gained))] : []),
    ...(lost.length > 0 ? [words.rolesLost(names(lost))] : []),
  ].join(' ');
}

export async function askStatus(at: At, kind: 'disable' | 'enable', failure?: string): Promise<Response> {
  const { desk, visit } = at;
  const words = visit.ui.t.people;
  const person = await personAt(at);
  const own = personPath(desk, person.personId);
  const disable = kind === 'disable';
  return ask(at, {
    title: disable ? words.disableTitle(person.name) : words.enableTitle(person.name),
    text: disable ? words.disableText : words.enableText,
    action: `${own}/${kind}`,
    confirm: disable ? words.disableConfirm : words.enableConfirm,
    back: own,
    danger: disable,
    failure,
  });
}

export async function changeStatus(at: At, kind: 'disable' | 'enable'): Promise<Response> {
  const { visit, ports, desk } = at;
  const { context, ui } = visit;
  await readForm(context, z.object({}), { other: ui.t.shell.fieldWrong });
  const personId = context.req.param('personId') ?? '';
  const done = await attempt(visit, emptyForm, () => ports[kind](visit.person, personId));
  if (!done.ok) return askStatus(at, kind, done.form.failure ?? ui.t.problem.other);
  return goTo(
    context,
    personPath(desk, personId),
    kind === 'disable' ? 'account-disabled' : 'account-enabled',
  );
}

export async function showMove(at: At): Promise<Response> {
  const person = await personAt(at);
  const { agencyId = '', workingAgencyId = '' } = person.place ?? {};
  return answerMove(at, person, { form: { values: { agencyId, workingAgencyId }, errors: {} }, status: 200 });
}

const moveSchema = z.object({
  agencyId: z.string().max(64),
  workingAgencyId: z.string().max(64),
  confirmed: z.literal('yes').optional(),
});

/** Asked once more with what it changes, then done. */
export async function move(at: At): Promise<Response> {
  const { visit, ports, desk } = at;
  const { context, ui } = visit;
  const words = ui.t.people;
  const read = await readForm(context, moveSchema, { ...words.wrong, other: ui.t.shell.fieldWrong });
  const person = await personAt(at);
  if (!read.ok) return answerMove(at, person, { form: read.form, status: 422 });
  const { agencyId, workingAgencyId, confirmed } = read.data;
  // Working at home is no loan.
  const lent = workingAgencyId !== '' && workingAgencyId !== agencyId;
  const place: NewPlace = { agencyId, ...(lent && { workingAgencyId }) };
  const own = personPath(desk, person.personId);
  if (confirmed === undefined) {
    const question = await moveQuestion(at, person, place);
    if (!question) return goTo(context, own);
    const fields = Object.entries({ agencyId, workingAgencyId, confirmed: 'yes' });
    return ask(at, { ...question, action: `${own}/move`, confirm: words.moveConfirm, back: own, fields });
  }
  const done = await attempt(visit, read.form, () => ports.move(visit.person, person.personId, place));
  if (done.ok) return goTo(context, own, 'moved');
  return answerMove(at, person, { form: withWords(ui, done.form, words.wrong), status: 422 });
}

/** What is asked and what follows from it; undefined when nothing changes. */
async function moveQuestion({ visit, ports }: At, person: PersonView, wanted: NewPlace) {
  const words = visit.ui.t.people;
  const names = new Map((await ports.agencies(visit.person)).map(({ agencyId, name }) => [agencyId, name]));
  const { agencyId, workingAgencyId } = wanted;
  const moves = agencyId !== person.place?.agencyId;
  const lends = workingAgencyId !== undefined && workingAgencyId !== person.place?.workingAgencyId;
  const recalls = workingAgencyId === undefined && person.place?.workingAgencyId !== undefined;
  const text = [
    ...(moves ? [words.moveConsequence] : []),
    ...(lends ? [words.lendConsequence] : []),
    ...(recalls ? [words.recallConsequence] : []),
  ].join(' ');
  if (moves) return { title: words.moveAsk(person.name, names.get(agencyId) ?? ''), text };
  if (lends) return { title: words.lendAsk(person.name, names.get(workingAgencyId) ?? ''), text };
  return recalls ? { title: words.recallAsk(person.name), text } : undefined;
}

async function answerMove(
  { visit, ports }: At,
  person: PersonView,
  answer: { readonly form: FormState; readonly status: 200 | 422 },
): Promise<Response> {
  const agencies = await ports.agencies(visit.person);
  const props = { ui: visit.ui, person, agencies, form: answer.form };
  return answerPage(visit.context, <MovePage {...props} />, answer.status);
}

export async function askViewAs(at: At): Promise<Response> {
  return answerViewAs(at, emptyForm, 200);
}

const viewAsSchema = z.object({ reason: lineField(10, 300) });

export async function viewAs(at: At): Promise<Response> {
  const { visit, ports } = at;
  const { context, ui } = visit;
  const read = await readForm(context, viewAsSchema, { ...ui.t.people.wrong, other: ui.t.shell.fieldWrong });
  if (!read.ok) return answerViewAs(at, read.form, 422);
  const viewing = { personId: context.req.param('personId') ?? '', reason: read.data.reason };
  const done = await attempt(visit, read.form, () => ports.viewAs(visit.person, context.req.raw, viewing));
  return done.ok ? goTo(context, '/') : answerViewAs(at, done.form, 422);
}

export async function endViewAs(visit: PersonVisit, ports: PeoplePorts): Promise<Response> {
  const { context, ui, person } = visit;
  await readForm(context, z.object({}), { other: ui.t.shell.fieldWrong });
  await ports.endViewing(context.req.raw);
  return goTo(context, person.viewedBy ? personPath('operator', person.personId) : '/');
}

async function answerViewAs(at: At, form: FormState, status: 200 | 422): Promise<Response> {
  const { context, ui } = at.visit;
  return answerPage(context, <ViewAsPage ui={ui} person={await personAt(at)} form={form} />, status);
}

function personAt({ visit, ports }: At): Promise<PersonView> {
  return ports.personOf(visit.person, visit.context.req.param('personId') ?? '');
}

/** The page of a person; a form that came back stands in for what is stored. */
function page(
  at: At,
  person: PersonView,
  forms: { readonly details?: FormState; readonly roles?: FormState; readonly service?: FormState },
) {
  const { ui, notice } = at.visit;
  return (
    <PersonPage
      ui={ui}
      desk={at.desk}
      person={person}
      details={forms.details ?? { values: detailsOf(person), errors: {} }}
      service={forms.service ?? { values: serviceValues(person), errors: {} }}
      roles={forms.roles ?? { values: { roles: person.roles.join(' ') }, errors: {} }}
      notice={notice}
    />
  );
}

function detailsOf({ name, email, place }: PersonView): Readonly<Record<string, string>> {
  return { name, email, unitId: place?.unitId ?? '', supervisor: place?.supervisor?.email ?? '' };
}

function serviceValues({ place }: PersonView): Readonly<Record<string, string>> {
  const { employment, post, grade, legalStanding, education } = place?.service ?? {};
  return {
    ...{ status: employment?.status ?? '', statusFrom: '', number: '' },
    ...{ contractFrom: employment?.contract?.from ?? '', contractTo: employment?.contract?.to ?? '' },
    ...{ post: post?.title ?? '', family: post?.family ?? '', level: post?.level ?? '' },
    // A day of before would put the new state in the place of the old one.
    postFrom: '',
    ...{ grade: grade?.grade ?? '', gradeFrom: '' },
    ...{ legalStanding: legalStanding?.standing ?? '', legalStandingFrom: '' },
    ...{ education: education?.level ?? '', educationFrom: '' },
  };
}

async function ask(at: At, question: Omit<Parameters<typeof Confirmation>[0], 'ui'>): Promise<Response> {
  const { ui, context } = at.visit;
  const shell = (
    <DeskShell ui={ui} desk={at.desk} title={String(question.title)} current={peoplePath(at.desk)}>
      <Confirmation ui={ui} {...question} />
    </DeskShell>
  );
  return answerPage(context, shell, question.failure === undefined ? 200 : 409);
}
