import * as z from 'zod';
import type { AccessPorts } from '../access/ports.ts';
import { emptyForm } from '../layout/form.tsx';
import { pageNumber } from '../page-number.ts';
import { askedKinds, correctionFields, type RequestsPorts } from '../requests/ports.ts';
import { textField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { AuditPage, ErasurePage, ErasuresPage, ExportsPage, MyDataPage, RetentionPage } from './pages.ts';
import { myDataPath, privacyPath, retentionPath } from './paths.ts';
import { jobBases, jobModes, type PrivacyPorts, type RuleKey } from './ports.ts';

const exportsPath = `${privacyPath}/exports`;
const idOf = ({ context }: PersonVisit) => context.req.param('jobId') ?? '';
const hrefOf = (jobId: string) => `${privacyPath}/jobs/${encodeURIComponent(jobId)}`;

const who = z.string().trim().min(1).max(254);
const erasureSchema = z.object({
  who,
  mode: z.enum(jobModes),
  legalBasis: z.enum(jobBases),
  reason: textField(5, 500),
});

const ruleText = z.string().regex(/^[\w-]{1,64} [1-9]\d{0,3}$/);
const keySchema = z.object({ rule: ruleText, agencyId: z.string().min(1).max(64) });
const proposalSchema = keySchema.extend({
  basis: textField(5, 500),
  validFrom: z.iso.date(),
});

function keyOf({ rule, agencyId }: z.infer<typeof keySchema>): RuleKey {
  const [ruleId = '', version] = rule.split(' ');
  return { ruleId, version: Number(version), agencyId };
}

/** What a person's own page is made of. */
interface Mine {
  readonly ports: PrivacyPorts;
  readonly requests: RequestsPorts;
  readonly access: Pick<AccessPorts, 'mine'>;
}

async function ownDataOf({ ports, requests, access }: Mine, person: PersonVisit['person']) {
  const [jobs, sharing, asked, readings] = await Promise.all([
    ports.myExports(person),
    ports.mySharing(person),
    requests.mine(person),
    access.mine(person),
  ]);
  return { jobs, sharing, requests: asked, readings };
}

export async function showAudit(visit: PersonVisit, ports: PrivacyPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const before = pageNumber(context.req.query('before'), Number.MAX_SAFE_INTEGER);
  const page = await ports.audit(person, before);
  return answerPage(context, <AuditPage ui={ui} {...page} />);
}

export async function showErasures(visit: PersonVisit, ports: PrivacyPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const jobs = await ports.erasures(person);
  return answerPage(context, <ErasuresPage ui={ui} jobs={jobs} form={emptyForm} notice={notice} />);
}

export async function askErasure(visit: PersonVisit, ports: PrivacyPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const messages = { reason: ui.t.privacy.reasonMissing, who: ui.t.privacy.nobody };
  const read = await readForm(context, erasureSchema, { ...messages, other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.requestErasure(person, read.data))
    : read;
  if (done.ok && 'value' in done && done.value !== 'nobody') {
    return goTo(context, hrefOf(done.value.jobId), 'created');
  }
  const form = done.ok ? { ...read.form, errors: { who: ui.t.privacy.nobody } } : done.form;
  const jobs = await ports.erasures(person);
  return answerPage(context, <ErasuresPage ui={ui} jobs={jobs} form={form} />, 422);
}

export async function showErasure(visit: PersonVisit, ports: PrivacyPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const job = await ports.jobOf(person, idOf(visit));
  return answerPage(context, <ErasurePage ui={ui} job={job} notice={notice} />);
}

export async function decideErasure(
  visit: PersonVisit,
  ports: PrivacyPorts,
  decision: 'confirm' | 'cancel',
): Promise<Response> {
  const { context, ui, person } = visit;
  const read = await readForm(context, z.object({}), { other: ui.t.shell.fieldWrong });
  const jobId = idOf(visit);
  const done = await attempt(visit, read.form, () => ports[decision](person, jobId));
  if (done.ok) return goTo(context, hrefOf(jobId), 'saved');
  const job = await ports.jobOf(person, jobId);
  return answerPage(context, <ErasurePage ui={ui} job={job} failure={done.form.failure} />, 409);
}

export async function showRetention(visit: PersonVisit, ports: PrivacyPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const view = await ports.retention(person);
  return answerPage(context, <RetentionPage ui={ui} view={view} form={emptyForm} notice={notice} />);
}

export async function proposeRule(visit: PersonVisit, ports: PrivacyPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const messages = { basis: ui.t.privacy.ruleBasisMissing, validFrom: ui.t.privacy.ruleFromWrong };
  const read = await readForm(context, proposalSchema, { ...messages, other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, read.form, () => {
        const { basis, validFrom } = read.data;
        return ports.proposeRule(person, { ...keyOf(read.data), basis, validFrom });
      })
    : read;
  if (done.ok) return goTo(context, retentionPath, 'saved');
  const view = await ports.retention(person);
  return answerPage(context, <RetentionPage ui={ui} view={view} form={done.form} />, 422);
}

export async function decideRule(
  visit: PersonVisit,
  ports: PrivacyPorts,
  decision: 'confirm' | 'withdraw',
): Promise<Response> {
  const { context, ui, person } = visit;
  const read = await readForm(context, keySchema, { other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, read.form, () => ports[`${decision}Rule`](person, keyOf(read.data)))
    : read;
  if (done.ok) return goTo(context, retentionPath, 'saved');
  const view = await ports.retention(person);
  const { failure } = done.form;
  const form = { ...emptyForm, ...(failure !== undefined && { failure }) };
  return answerPage(context, <RetentionPage ui={ui} view={view} form={form} />, 409);
}

export async function showExports(visit: PersonVisit, ports: PrivacyPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const jobs = await ports.exports(person);
  return answerPage(context, <ExportsPage ui={ui} jobs={jobs} form={emptyForm} notice={notice} />);
}

export async function askExport(visit: PersonVisit, ports: PrivacyPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const read = await readForm(context, z.object({ who }), { other: ui.t.privacy.nobody });
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.requestExportFor(person, read.data.who))
    : read;
  if (done.ok && 'value' in done && done.value !== 'nobody') return goTo(context, exportsPath, 'created');
  const form = done.ok ? { ...read.form, errors: { who: ui.t.privacy.nobody } } : done.form;
  const jobs = await ports.exports(person);
  return answerPage(context, <ExportsPage ui={ui} jobs={jobs} form={form} />, 422);
}

export async function showMyData(visit: PersonVisit, mine: Mine): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const view = await ownDataOf(mine, person);
  const forms = { form: emptyForm, requestForm: emptyForm };
  return answerPage(context, <MyDataPage ui={ui} {...view} {...forms} notice={notice} />);
}

export async function askMyExport(visit: PersonVisit, mine: Mine): Promise<Response> {
  const { context, ui, person } = visit;
  const read = await readForm(context, z.object({}), { other: ui.t.shell.fieldWrong });
  const ask = { kind: 'access', text: '' } as const;
  const done = await attempt(visit, read.form, () => mine.requests.ask(person, ask));
  if (done.ok) return goTo(context, myDataPath, 'created');
  const view = await ownDataOf(mine, person);
  return answerPage(context, <MyDataPage ui={ui} {...view} form={done.form} requestForm={emptyForm} />, 409);
}

const askSchema = z.object({
  kind: z.enum(askedKinds),
  field: z.union([z.literal('').transform(() => undefined), z.enum(correctionFields)]).optional(),
  text: textField(5, 1000),
});

/** Anything but a copy, which has its own button. */
export async function askMine(visit: PersonVisit, mine: Mine): Promise<Response> {
  const { context, ui, person } = visit;
  const { textMissing, fieldMissing } = ui.t.requests;
  const read = await readForm(context, askSchema, { text: textMissing, other: ui.t.shell.fieldWrong });
  const lacksField = read.ok && read.data.kind === 'correction' && read.data.field === undefined;
  const done = !read.ok
    ? read
    : lacksField
      ? { ok: false as const, form: { ...read.form, errors: { field: fieldMissing } } }
      : await attempt(visit, read.form, () => mine.requests.ask(person, askOf(read.data)));
  if (done.ok) return goTo(context, myDataPath, 'requestSent');
  const view = await ownDataOf(mine, person);
  return answerPage(context, <MyDataPage ui={ui} {...view} form={emptyForm} requestForm={done.form} />, 422);
}

/** What is wrong is told of corrections alone. */
function askOf({ kind, text, field }: z.output<typeof askSchema>) {
  return { kind, text, ...(kind === 'correction' && field && { field }) };
}

export async function openMyExport(visit: PersonVisit, ports: PrivacyPorts): Promise<Response> {
  const link = await ports.openExport(visit.person, idOf(visit));
  return visit.context.redirect(link, 303);
}
