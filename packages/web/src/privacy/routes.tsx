import * as z from 'zod';
import { emptyForm } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, type Portal, readForm } from '../visit.ts';
import { AuditPage, ErasurePage, ErasuresPage, ExportsPage, MyDataPage, RetentionPage } from './pages.ts';
import { myDataPath, privacyPath, retentionPath } from './paths.ts';
import { jobBases, jobModes, type PrivacyPorts, type RuleKey } from './ports.ts';

/** Operators decide; auditors read what was decided and what came of it. */
const access = ['role:operator'] as const;
const reading = ['role:operator', 'role:auditor'] as const;
const jobPath = `${privacyPath}/jobs/:jobId`;
const exportsPath = `${privacyPath}/exports`;
const idOf = ({ context }: PersonVisit) => context.req.param('jobId') ?? '';
const hrefOf = (jobId: string) => `${privacyPath}/jobs/${encodeURIComponent(jobId)}`;

/** Erasures and exports for operators, and everybody's own export. */
export function registerPrivacy(portal: Portal, ports: PrivacyPorts): void {
  registerErasures(portal, ports);
  registerDecisions(portal, ports);
  registerExports(portal, ports);
  registerMyData(portal, ports);
  registerRetention(portal, ports);
  portal.person(
    { method: 'GET', path: `${privacyPath}/audit`, access: reading },
    async ({ context, ui, person }) => {
      const before = z.coerce.number().int().positive().safeParse(context.req.query('before'));
      const page = await ports.audit(person, before.success ? before.data : undefined);
      return answerPage(context, <AuditPage ui={ui} {...page} />);
    },
  );
}

const who = z.string().trim().min(1).max(254);
const erasureSchema = z.object({
  who,
  mode: z.enum(jobModes),
  legalBasis: z.enum(jobBases),
  reason: z.string().trim().min(5).max(500),
});

function registerErasures(portal: Portal, ports: PrivacyPorts): void {
  portal.person(
    { method: 'GET', path: privacyPath, access: reading },
    async ({ context, ui, person, notice }) => {
      const jobs = await ports.erasures(person);
      return answerPage(context, <ErasuresPage ui={ui} jobs={jobs} form={emptyForm} notice={notice} />);
    },
  );
  portal.person({ method: 'POST', path: privacyPath, access }, async (visit) => {
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
  });
  portal.person({ method: 'GET', path: jobPath, access: reading }, async (visit) => {
    const { context, ui, person, notice } = visit;
    const job = await ports.jobOf(person, idOf(visit));
    return answerPage(context, <ErasurePage ui={ui} job={job} notice={notice} />);
  });
}

function registerDecisions(portal: Portal, ports: PrivacyPorts): void {
  for (const decision of ['confirm', 'cancel'] as const) {
    portal.person({ method: 'POST', path: `${jobPath}/${decision}`, access }, async (visit) => {
      const { context, ui, person } = visit;
      const read = await readForm(context, z.object({}), { other: ui.t.shell.fieldWrong });
      const jobId = idOf(visit);
      const done = await attempt(visit, read.form, () => ports[decision](person, jobId));
      if (done.ok) return goTo(context, hrefOf(jobId), 'saved');
      const job = await ports.jobOf(person, jobId);
      return answerPage(context, <ErasurePage ui={ui} job={job} failure={done.form.failure} />, 409);
    });
  }
}

const ruleText = z.string().regex(/^[\w-]{1,64} [1-9]\d{0,3}$/);
const keySchema = z.object({ rule: ruleText, agencyId: z.string().min(1).max(64) });
const proposalSchema = keySchema.extend({
  basis: z.string().trim().min(5).max(500),
  validFrom: z.iso.date(),
});

function keyOf({ rule, agencyId }: z.infer<typeof keySchema>): RuleKey {
  const [ruleId = '', version] = rule.split(' ');
  return { ruleId, version: Number(version), agencyId };
}

function registerRetention(portal: Portal, ports: PrivacyPorts): void {
  portal.person({ method: 'GET', path: retentionPath, access: reading }, async (visit) => {
    const { context, ui, person, notice } = visit;
    const view = await ports.retention(person);
    return answerPage(context, <RetentionPage ui={ui} view={view} form={emptyForm} notice={notice} />);
  });
  portal.person({ method: 'POST', path: retentionPath, access }, async (visit) => {
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
  });
  for (const decision of ['confirm', 'withdraw'] as const) {
    portal.person({ method: 'POST', path: `${retentionPath}/${decision}`, access }, async (visit) => {
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
    });
  }
}

function registerExports(portal: Portal, ports: PrivacyPorts): void {
  portal.person(
    { method: 'GET', path: exportsPath, access: reading },
    async ({ context, ui, person, notice }) => {
      const jobs = await ports.exports(person);
      return answerPage(context, <ExportsPage ui={ui} jobs={jobs} form={emptyForm} notice={notice} />);
    },
  );
  portal.person({ method: 'POST', path: exportsPath, access }, async (visit) => {
    const { context, ui, person } = visit;
    const read = await readForm(context, z.object({ who }), { other: ui.t.privacy.nobody });
    const done = read.ok
      ? await attempt(visit, read.form, () => ports.requestExportFor(person, read.data.who))
      : read;
    if (done.ok && 'value' in done && done.value !== 'nobody') return goTo(context, exportsPath, 'created');
    const form = done.ok ? { ...read.form, errors: { who: ui.t.privacy.nobody } } : done.form;
    const jobs = await ports.exports(person);
    return answerPage(context, <ExportsPage ui={ui} jobs={jobs} form={form} />, 422);
  });
}

async function ownDataOf(ports: PrivacyPorts, person: PersonVisit['person']) {
  const [jobs, sharing] = await Promise.all([ports.myExports(person), ports.mySharing(person)]);
  return { jobs, sharing };
}

function registerMyData(portal: Portal, ports: PrivacyPorts): void {
  const own = ['person'] as const;
  portal.person(
    { method: 'GET', path: myDataPath, access: own, allWords: true },
    async ({ context, ui, person, notice }) => {
      const mine = await ownDataOf(ports, person);
      return answerPage(context, <MyDataPage ui={ui} {...mine} form={emptyForm} notice={notice} />);
    },
  );
  portal.person({ method: 'POST', path: myDataPath, access: own, allWords: true }, async (visit) => {
    const { context, ui, person } = visit;
    const read = await readForm(context, z.object({}), { other: ui.t.shell.fieldWrong });
    const done = await attempt(visit, read.form, () => ports.requestMyExport(person));
    if (done.ok) return goTo(context, myDataPath, 'created');
    const mine = await ownDataOf(ports, person);
    return answerPage(context, <MyDataPage ui={ui} {...mine} form={done.form} />, 409);
  });
  portal.person(
    { method: 'GET', path: `${myDataPath}/:jobId`, access: own, allWords: true },
    async (visit) => {
      const link = await ports.openExport(visit.person, idOf(visit));
      return visit.context.redirect(link, 303);
    },
  );
}
