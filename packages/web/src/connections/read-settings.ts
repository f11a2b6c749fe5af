import * as z from 'zod';
import type { FormState } from '../layout/form.tsx';
import type { CompletionRule } from '../studio/module-ports.ts';
import { lineField } from '../text-fields.ts';
import { type PersonVisit, readForm } from '../visit.ts';
import type { ConnectionKindName, ConnectionSettings, ConnectionView } from './ports.ts';
import { startIn, startValue } from './start-choice.ts';
import { isAsked, isOpened, knowsLearners } from './tabs.ts';

const url = z
  .string()
  .trim()
  .min(1)
  .max(2_000)
  .refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''));
const hour = z.union([z.literal(''), z.coerce.number<string>().int().min(0).max(23)]);

/** Of comparisons; of kinds that know learners. */
const comparing = {
  reconcileHour: hour.default(''),
  agedAfterDays: z.coerce.number<string>().int().min(1).max(90).default(3),
  silentAfterDays: z.coerce.number<string>().int().min(0).max(365).default(30),
};

const common = {
  name: lineField(2, 100),
  contactEmail: z.email().max(200),
  /** Of a change only. */
  rev: z.coerce.number<string>().int().positive().default(1),
};
const accepting = {
  acceptance: z.enum(['person', 'all']).default('person'),
  start: z.string().max(600).default(''),
  startParameter: z
    .string()
    .trim()
    .regex(/^(?:[a-z]\w{0,99})?$/i)
    .default(''),
  completion: z.enum(['', 'completed', 'pass', 'score']).default(''),
  passAt: z.coerce.number<string>().int().min(0).max(100).default(70),
};
const asking = {
  baseUrl: url,
  createsLearners: z.enum(['no', 'yes']).default('no'),
  auth: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9_]{0,19}$/)
    .default('manual'),
  learnerRoleId: z.coerce.number<string>().int().positive().default(5),
  sharedCategories: z
    .string()
    .max(1_200)
    .default('')
    .transform((text) => text.split(/[\s,;]+/).filter((one) => one !== ''))
    .refine((ids) => ids.length <= 100 && ids.every((id) => /^[1-9]\d{0,9}$/.test(id)))
    .transform((ids) => [...new Set(ids.map(Number))]),
  learnersBy: z.enum(['pseudonym', 'email']).default('pseudonym'),
  mode: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9-]{0,49}$/)
    .default('audit'),
  catalogueUrl: z.union([z.literal(''), url]).default(''),
  secret: z.string().trim().max(1_000).default(''),
  syncHour: hour,
  pollMinutes: z.union([z.literal(''), z.coerce.number<string>().int().min(5).max(1_440)]).default(''),
  ...comparing,
};

const signIn = { clientId: z.string().trim().min(1).max(500) };

const asked = z.object({ ...common, ...accepting, ...asking });
const askedOfClient = asked.extend(signIn);
const askedOfRoster = askedOfClient.extend({ tokenUrl: url });
const askedOf = { moodle: asked, openedx: askedOfClient, oneroster: askedOfRoster, 'schema-org': asked };
const sent = z.object({ ...common, ...accepting, ...comparing });

/** `4 = 0d1c…`: a course over there, and ours by its id or an address that ends with it. */
const courseLine = /^(\S+)\s*=\s*\S*?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i;
const stating = z.object({
  ...common,
  ...accepting,
  ...comparing,
  beside: z.string().max(36).default(''),
  courses: z
    .string()
    .max(60_000)
    .default('')
    .transform((text) => text.split('\n').flatMap((line) => line.trim() || []))
    .refine((lines) => lines.length <= 200 && lines.every((line) => courseLine.test(line))),
});

type Read =
  | {
      readonly ok: true;
      readonly settings: ConnectionSettings & { readonly rev: number };
      readonly form: FormState;
    }
  | { readonly ok: false; readonly form: FormState };

/** Reads the form of a connection. A token is never sent back to the page. */
export async function readSettings(
  { context, ui }: PersonVisit,
  { kind, aim }: { readonly kind: ConnectionKindName; readonly aim: 'create' | 'change' },
): Promise<Read> {
  const words = ui.t.connections;
  const messages = {
    baseUrl: words.addressWrong,
    tokenUrl: words.addressWrong,
    catalogueUrl: words.addressWrong,
    clientId: words.clientIdMissing,
    contactEmail: words.contactWrong,
    secret: words.tokenMissing,
    startParameter: words.startParameterWrong,
    passAt: words.passAtWrong,
    sharedCategories: words.sharedCategoriesWrong,
    other: ui.t.shell.fieldWrong,
  };
  if (kind === 'xapi') {
    const read = await readForm(context, stating, { ...messages, courses: words.coursesWrong });
    if (!read.ok) return read;
    const { beside, courses, start: _, startParameter: __, ...stated } = read.data;
    const { completion: ___, passAt: ____, ...told } = stated;
    const { rest, ...compared } = comparedOf(kind, told);
    const xapi = { ...(beside !== '' && { beside }), courses: courses.map(courseIn) };
    // What it sends is compared with the connection that it is beside.
    return { ...read, settings: { ...rest, ...(beside === '' ? compared : { schedule: {} }), xapi } };
  }
  if (!isAsked(kind)) {
    const read = await readForm(context, sent, messages);
    if (!read.ok) return read;
    const { start: startTool, startParameter, completion, passAt, ...told } = read.data;
    const { rest, ...compared } = comparedOf(kind, told);
    const course = { ...startOf(startTool, startParameter), ...completionOf(completion, passAt) };
    return { ...read, settings: { ...rest, ...course, ...compared } };
  }
  const read = await readForm<(typeof asked)['shape']>(context, askedOf[kind], messages);
  const form = { ...read.form, values: { ...read.form.values, secret: '' } };
  if (!read.ok) return { ok: false, form };
  const { secret, syncHour, pollMinutes, ...given } = read.data;
  const { rest: told, ...compared } = comparedOf(kind, given);
  const { start: startTool, startParameter, completion, passAt, ...other } = told;
  const { learnersBy, mode, catalogueUrl, ...another } = other;
  const { createsLearners, auth, learnerRoleId, sharedCategories, ...named } = another;
  const { tokenUrl = '', clientId = '', ...rest } = { tokenUrl: undefined, clientId: undefined, ...named };
  if (aim === 'create' && secret === '' && isOpened(kind)) {
    return { ok: false, form: { ...form, errors: { secret: words.tokenMissing } } };
  }
  const schedule = {
    ...(syncHour !== '' && { syncHour }),
    ...(pollMinutes !== '' && knowsLearners(kind) && { pollMinutes }),
    ...compared.schedule,
  };
  return {
    ok: true,
    form,
    settings: {
      ...rest,
      ...startOf(startTool, startParameter),
      ...completionOf(completion, passAt),
      ...compared,
      schedule,
      ...(kind === 'moodle' && {
        moodle: {
          ...{ createsLearners: createsLearners === 'yes', auth, learnerRoleId },
          ...(sharedCategories.length > 0 && { sharedCategories }),
        },
      }),
      ...(kind === 'openedx' && {
        openedx: { clientId, learnersBy, mode, ...(catalogueUrl !== '' && { catalogueUrl }) },
      }),
      ...(kind === 'oneroster' && { oneRoster: { tokenUrl, clientId } }),
      ...(secret !== '' && isOpened(kind) && { secret }),
    },
  };
}

/** What is set about comparisons, apart from the rest. */
function comparedOf<
  Told extends {
    readonly reconcileHour: number | '';
    readonly agedAfterDays: number;
    readonly silentAfterDays: number;
  },
>(kind: ConnectionKindName, told: Told) {
  const { reconcileHour, agedAfterDays, silentAfterDays, ...rest } = told;
  if (!knowsLearners(kind)) return { rest, schedule: {} };
  const silence = isAsked(kind) ? {} : { silentAfterDays };
  return {
    rest,
    schedule: reconcileHour === '' ? {} : { reconcileHour },
    reconciliation: { agedAfterDays, ...silence },
  };
}

const startOf = (tool: string, parameter: string) => {
  const start = startIn(tool, parameter);
  return { ...(start && { start }) };
};

/** Nothing chosen: as the system over there can say. */
function completionOf(
  by: '' | CompletionRule['by'],
  passAt: number,
): { readonly completion?: CompletionRule } {
  if (by === '') return {};
  return { completion: by === 'pass' ? { by, passMark: passAt / 100 } : { by } };
}

function courseIn(line: string) {
  const [, externalCourseId = '', courseId = ''] = courseLine.exec(line) ?? [];
  return { externalCourseId, courseId: courseId.toLowerCase() };
}

/** How a new connection begins unless somebody says otherwise: at night, results every half hour. */
export const freshForm: FormState = {
  values: {
    ...{ acceptance: 'person', createsLearners: 'no', auth: 'manual', learnerRoleId: '5' },
    ...{ learnersBy: 'pseudonym', mode: 'audit' },
    ...{ syncHour: '1', pollMinutes: '30', reconcileHour: '3' },
    ...{ agedAfterDays: '3', silentAfterDays: '30' },
    ...{ completion: '', passAt: '70' },
  },
  errors: {},
};

/** The form of a connection as it is now. */
export function formOf(connection: ConnectionView): FormState {
  const { name, baseUrl = '', contactEmail, acceptance, schedule, rev: revision } = connection;
  const { createsLearners = false, auth = 'manual', learnerRoleId = 5 } = connection.moodle ?? {};
  const { sharedCategories = [] } = connection.moodle ?? {};
  const { beside = '', courses = [] } = connection.xapi ?? {};
  const { tokenUrl = '' } = connection.oneRoster ?? {};
  const { syncHour = '', pollMinutes = '', reconcileHour = '' } = schedule;
  const { agedAfterDays = 3, silentAfterDays = 30 } = connection.reconciliation ?? {};
  return {
    values: {
      ...{ name, baseUrl, contactEmail, acceptance, rev: String(revision) },
      tokenUrl,
      ...{ createsLearners: createsLearners ? 'yes' : 'no', auth, learnerRoleId: String(learnerRoleId) },
      sharedCategories: sharedCategories.join(', '),
      beside,
      start: connection.start ? startValue(connection.start) : '',
      startParameter: connection.start?.parameter ?? '',
      ...completionValues(connection),
      courses: courses
        .map(({ externalCourseId, courseId }) => `${externalCourseId} = ${courseId}`)
        .join('\n'),
      ...openEdxValues(connection),
      syncHour: String(syncHour),
      pollMinutes: String(pollMinutes),
      reconcileHour: String(reconcileHour),
      ...{ agedAfterDays: String(agedAfterDays), silentAfterDays: String(silentAfterDays) },
    },
    errors: {},
  };
}

function completionValues({ completion }: ConnectionView) {
  const mark = completion?.by === 'pass' ? completion.passMark : 0.7;
  return { completion: completion?.by ?? '', passAt: String(Math.round(mark * 100)) };
}

function openEdxValues({ openedx, oneRoster }: ConnectionView) {
  const {
    clientId = oneRoster?.clientId ?? '',
    learnersBy = 'pseudonym',
    mode = 'audit',
    catalogueUrl = '',
  } = openedx ?? {};
  return { clientId, learnersBy, mode, catalogueUrl };
}
