import { formatJp, parseJp } from '@sinau/kernel';
import * as z from 'zod';
import { classificationWords } from '../i18n/classification.ts';
import { emptyForm, type FormState } from '../layout/form.tsx';
import type { Ui } from '../ui.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { classificationValues, readClassification } from './classification-fields.tsx';
import { type CourseForms, StudioCoursePage } from './course-page.tsx';
import { entryOf, mapOf } from './language-maps.ts';
import {
  admissionModes,
  courseForms,
  courseSubjects,
  type StudioCourseView,
  type StudioPorts,
  versionRules,
} from './ports.ts';

const text = (max: number) => z.string().trim().max(max).default('');
const rev = z.coerce.number().int().positive();
/** A whole number, or nothing at all. */
const whole = (least: number, most: number) =>
  text(20).refine((value) => value === '' || (/^\d+$/.test(value) && +value >= least && +value <= most));
const tagPattern = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;
const listOf = (value: string, separator: RegExp) =>
  value
    .split(separator)
    .map((one) => one.trim())
    .filter(Boolean);

const code = text(40);
/** Boxes that are ticked; a single one is sent as it is. */
const codes = z.preprocess(
  (given) => (given === undefined ? [] : typeof given === 'string' ? [given] : given),
  z.array(z.string().max(40)).max(20),
);

const detailsSchema = z.object({
  rev,
  titleId: text(200),
  titleEn: text(200),
  descriptionId: text(4_000),
  descriptionEn: text(4_000),
  jp: text(7).refine((value) => value === '' || (parseJp(value) ?? 0) > 0),
  minutes: whole(1, 100_000),
  form: z.enum(courseForms),
  subject: z.enum(courseSubjects),
  competencies: text(4_000),
  audience: text(4_000),
  languages: text(100).refine((value) => listOf(value, /[,\s]+/).every((tag) => tagPattern.test(tag))),
  price: whole(0, 10_000_000_000),
  ...{ coreValues: codes, digitalPillars: codes, certification: code },
  ...{ field1: code, field2: code, field3: code },
});

const day = text(10).refine((value) => value === '' || z.iso.date().safeParse(value).success);
const settingsSchema = z
  .object({
    rev,
    mode: z.enum(admissionModes),
    seats: whole(1, 10_000_000),
    opensAt: day,
    closesAt: day,
    classesFrom: day,
    versionRule: z.enum(versionRules),
  })
  .refine(({ opensAt, closesAt }) => !opensAt || !closesAt || opensAt <= closesAt, { path: ['closesAt'] });

export async function showCourse(visit: PersonVisit, ports: StudioPorts): Promise<Response> {
  return answerCourse(visit, ports, {});
}

/** The page with one of its forms as it came back. */
export async function answerCourse(
  visit: PersonVisit,
  ports: StudioPorts,
  back: Partial<CourseForms>,
): Promise<Response> {
  const { context, ui, notice } = visit;
  const course = await courseAt(visit, ports);
  const forms: CourseForms = {
    details: { values: detailsOf(ui, course), errors: {} },
    settings: { values: settingsOf(course), errors: {} },
    ...{ review: emptyForm, modules: emptyForm },
    ...back,
  };
  const refused = Object.keys(back).length > 0;
  return answerPage(
    context,
    <StudioCoursePage ui={ui} course={course} forms={forms} notice={notice} />,
    refused ? 422 : 200,
  );
}

/** A version on its way to another system: its structure as a file, or a link to its package. */
export async function exportVersion(
  visit: PersonVisit,
  ports: StudioPorts,
  what: 'structure' | 'package',
): Promise<Response> {
  const { context, person } = visit;
  const { courseId = '', version = '' } = context.req.param();
  // A version that is no number is none: absent, as any other that is not there.
  const at = { courseId, version: /^[1-9]\d{0,5}$/.test(version) ? Number(version) : 0 };
  if (what === 'structure') {
    return context.body(new Uint8Array(await ports.structureOf(person, at)), 200, {
      'content-type': 'application/xml; charset=utf-8',
      'content-disposition': `attachment; filename="cmi5-v${at.version}.xml"`,
    });
  }
  const done = await attempt(visit, emptyForm, () => ports.packageOf(person, at));
  if (!done.ok) return answerCourse(visit, ports, { modules: done.form });
  return context.redirect(done.value.url, 303);
}

export async function saveDetails(visit: PersonVisit, ports: StudioPorts): Promise<Response> {
  const { ui } = visit;
  const { t } = ui;
  const read = await readForm(visit.context, detailsSchema, {
    jp: t.studio.jpWrong,
    minutes: t.editor.minutesWrong,
    languages: t.editor.languagesWrong,
    price: t.editor.priceWrong,
    other: t.shell.fieldWrong,
  });
  if (!read.ok) return answerCourse(visit, ports, { details: read.form });
  const { data } = read;
  const { draft, courseId, choices } = await courseAt(visit, ports);
  const title = mapOf(draft.title, data.titleId, data.titleEn);
  if (Object.keys(title).length === 0) {
    const errors = { titleId: t.studio.titleMissing };
    return answerCourse(visit, ports, { details: { ...read.form, errors } });
  }
  const { facts: classification, wrong } = readClassification(data, choices);
  if (wrong.length > 0) {
    const { unknown } = classificationWords[ui.locale];
    const errors = Object.fromEntries(wrong.map((name) => [name, unknown]));
    return answerCourse(visit, ports, { details: { ...read.form, errors } });
  }
  const change = {
    ...{ rev: data.rev, title, jp: data.jp },
    description: mapOf(draft.description, data.descriptionId, data.descriptionEn),
    facts: {
      ...{ form: data.form, subject: data.subject, price: Number(data.price || 0) },
      competencies: listOf(data.competencies, /\n/).slice(0, 20),
      languages: listOf(data.languages, /[,\s]+/),
      audience: mapOf(draft.facts.audience, data.audience, entryOf(draft.facts.audience, 'en')),
      ...(data.minutes && { minutes: Number(data.minutes) }),
      classification,
    },
  };
  const done = await attempt(visit, read.form, () => ports.editDraft(visit.person, courseId, change));
  return done.ok ? back(visit, courseId) : answerCourse(visit, ports, { details: done.form });
}

export async function saveSettings(visit: PersonVisit, ports: StudioPorts): Promise<Response> {
  const { t } = visit.ui;
  const read = await readForm(visit.context, settingsSchema, {
    seats: t.editor.seatsWrong,
    opensAt: t.editor.dateWrong,
    closesAt: t.editor.dateWrong,
    classesFrom: t.editor.dayWrong,
    other: t.shell.fieldWrong,
  });
  if (!read.ok) return answerCourse(visit, ports, { settings: read.form });
  const courseId = visit.context.req.param('courseId') ?? '';
  const { seats, mode, opensAt, closesAt, classesFrom } = read.data;
  const settings = {
    rev: read.data.rev,
    versionRule: read.data.versionRule,
    admission: {
      mode,
      ...(seats && { seats: Number(seats) }),
      // Days begin and end in the west of the country, where they do so last.
      ...(opensAt && { opensAt: new Date(`${opensAt}T00:00:00+07:00`).toISOString() }),
      ...(closesAt && { closesAt: new Date(`${closesAt}T23:59:59+07:00`).toISOString() }),
      ...(classesFrom && { classesFrom }),
    },
  };
  const done = await attempt(visit, read.form, () => ports.changeSettings(visit.person, courseId, settings));
  return done.ok ? back(visit, courseId) : answerCourse(visit, ports, { settings: done.form });
}

const submitSchema = z.object({ comment: text(4_000) });
const commentSchema = z.object({
  version: z.coerce.number().int().positive(),
  text: z.string().trim().min(1).max(4_000),
});

export async function submit(visit: PersonVisit, ports: StudioPorts): Promise<Response> {
  const read = await readForm(visit.context, submitSchema, { other: visit.ui.t.shell.fieldWrong });
  if (!read.ok) return answerCourse(visit, ports, { review: read.form });
  const courseId = visit.context.req.param('courseId') ?? '';
  const { comment } = read.data;
  const done = await attempt(visit, read.form, () =>
    ports.submit(visit.person, courseId, comment || undefined),
  );
  if (done.ok) return goTo(visit.context, `/studio/courses/${courseId}`, 'submitted');
  return answerCourse(visit, ports, { review: done.form });
}

export async function withdraw(visit: PersonVisit, ports: StudioPorts): Promise<Response> {
  const courseId = visit.context.req.param('courseId') ?? '';
  const done = await attempt(visit, emptyForm, () => ports.withdraw(visit.person, courseId));
  return done.ok ? back(visit, courseId) : answerCourse(visit, ports, { review: done.form });
}

export async function comment(visit: PersonVisit, ports: StudioPorts): Promise<Response> {
  const { t } = visit.ui;
  const read = await readForm(visit.context, commentSchema, {
    text: t.editor.missing,
    other: t.shell.fieldWrong,
  });
  if (!read.ok) return answerCourse(visit, ports, { review: read.form });
  const courseId = visit.context.req.param('courseId') ?? '';
  const done = await attempt(visit, read.form, () => ports.comment(visit.person, courseId, read.data));
  return done.ok ? back(visit, courseId) : answerCourse(visit, ports, { review: done.form });
}

function back({ context }: PersonVisit, courseId: string): Response {
  return goTo(context, `/studio/courses/${courseId}`, 'saved');
}

export function courseAt(visit: PersonVisit, ports: StudioPorts): Promise<StudioCourseView> {
  return ports.courseOf(visit.person, visit.context.req.param('courseId') ?? '');
}

function detailsOf(ui: Ui, { draft }: StudioCourseView): FormState['values'] {
  const { title, description, jp, facts } = draft;
  return {
    // A title without a language is shown where most are written.
    titleId: entryOf(title, 'id') || (title.und ?? ''),
    titleEn: entryOf(title, 'en'),
    descriptionId: entryOf(description, 'id') || (description.und ?? ''),
    descriptionEn: entryOf(description, 'en'),
    jp: jp === undefined ? '' : formatJp(jp, ui.locale),
    minutes: facts.minutes === undefined ? '' : String(facts.minutes),
    form: facts.form,
    subject: facts.subject,
    competencies: facts.competencies.join('\n'),
    audience: entryOf(facts.audience, 'id'),
    languages: facts.languages.join(', '),
    price: String(facts.price),
    ...classificationValues(facts.classification),
  };
}

function settingsOf({ admission, versionRule }: StudioCourseView): FormState['values'] {
  const dayOf = (iso: string | undefined) =>
    iso === undefined ? '' : new Date(Date.parse(iso) + 7 * 3_600_000).toISOString().slice(0, 10);
  return {
    mode: admission.mode,
    seats: admission.seats === undefined ? '' : String(admission.seats),
    opensAt: dayOf(admission.opensAt),
    closesAt: dayOf(admission.closesAt),
    classesFrom: admission.classesFrom ?? '',
    versionRule,
  };
}
