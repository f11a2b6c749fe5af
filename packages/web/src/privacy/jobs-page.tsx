import { accessPath } from '../access/paths.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Block, EmptyState, PageHeading, SectionMenu, Table } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import { OperatorMenu } from '../operator/menu.tsx';
import { holdsPath, incidentsPath, operatorRequestsPath } from '../requests/paths.ts';
import type { Ui } from '../ui.ts';
import { FileOf, mayDecide, StateTag } from './parts.tsx';
import { privacyPath, retentionPath } from './paths.ts';
import { jobBases, jobModes, type PrivacyJobView } from './ports.ts';

const withForm = 'grid items-start gap-8 lg:grid-cols-[1fr_22rem]';

interface PageProps {
  readonly ui: Ui;
  readonly jobs: readonly PrivacyJobView[];
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}

export function PrivacyMenu({ ui, current }: { readonly ui: Ui; readonly current: string }) {
  const { privacy } = ui.t;
  return (
    <div class="mb-6">
      <SectionMenu
        label={privacy.navigation}
        current={current}
        links={[
          [privacyPath, privacy.erasures],
          [operatorRequestsPath, ui.t.requests.title],
          [holdsPath, ui.t.requests.holds],
          [retentionPath, privacy.retention],
          [`${privacyPath}/exports`, privacy.exports],
          [accessPath, ui.t.access.title],
          [`${privacyPath}/audit`, privacy.audit],
          [incidentsPath, ui.t.requests.incidents],
        ]}
      />
    </div>
  );
}

/** Erasures, newest first, and the form that asks for one. */
export function ErasuresPage({ ui, jobs, form, notice }: PageProps) {
  const { privacy } = ui.t;
  return (
    <Shell
      ui={ui}
      title={privacy.title}
      section="operator"
      notice={notice}
      menu={<OperatorMenu ui={ui} current={privacyPath} />}
    >
      <PageHeading title={privacy.title} lead={privacy.lead} />
      <PrivacyMenu ui={ui} current={privacyPath} />
      <div class={mayDecide(ui) ? withForm : undefined}>
        <div class="min-w-0">
          {jobs.length === 0 ? (
            <EmptyState icon="list" title={privacy.emptyTitle} text={privacy.emptyText} />
          ) : (
            <ErasureRows ui={ui} jobs={jobs} />
          )}
        </div>
        {mayDecide(ui) && <ErasureForm ui={ui} form={form} />}
      </div>
    </Shell>
  );
}

function ErasureForm({ ui, form }: Pick<PageProps, 'ui' | 'form'>) {
  const { privacy } = ui.t;
  return (
    <Block id="request" title={privacy.requestTitle}>
      <form method="post" action={privacyPath} class="panel p-5">
        <FormProblem ui={ui} form={form} />
        <p class="quiet mb-4 text-sm">
          {privacy.requestText} {privacy.kept}
        </p>
        <WhoField ui={ui} form={form} />
        <SelectField
          ui={ui}
          form={form}
          name="mode"
          label={privacy.mode}
          required
          options={jobModes.map((mode) => [mode, privacy.modes[mode]])}
        />
        <SelectField
          ui={ui}
          form={form}
          name="legalBasis"
          label={privacy.legalBasis}
          required
          options={jobBases.map((basis) => [basis, privacy.legalBases[basis]])}
        />
        <TextField
          ui={ui}
          form={form}
          name="reason"
          label={privacy.reason}
          hint={privacy.reasonHint}
          required
          multiline
          maxlength={500}
        />
        <button type="submit" class="btn btn-primary">
          {privacy.request}
        </button>
      </form>
    </Block>
  );
}

function ErasureRows({ ui, jobs }: { readonly ui: Ui; readonly jobs: readonly PrivacyJobView[] }) {
  const { privacy } = ui.t;
  const { columns } = privacy;
  return (
    <Table
      caption={privacy.erasures}
      columns={[columns.subject, columns.mode, columns.state, columns.requested, columns.by]}
    >
      {jobs.map((job) => (
        <tr>
          <th scope="row" class="font-medium">
            <a
              class="text-link inline-flex min-h-8 items-center"
              href={`${privacyPath}/jobs/${encodeURIComponent(job.jobId)}`}
            >
              {job.person ?? privacy.subject(job.subject)}
            </a>
          </th>
          <td>{job.mode && privacy.modeShort[job.mode]}</td>
          <td>
            <StateTag ui={ui} job={job} />
          </td>
          <td class="whitespace-nowrap">
            <When ui={ui} at={job.requestedAt} dateOnly />
          </td>
          <td>{job.requestedBy}</td>
        </tr>
      ))}
    </Table>
  );
}

/** Exports, newest first, and the form that makes one for somebody. */
export function ExportsPage({ ui, jobs, form, notice }: PageProps) {
  const { privacy } = ui.t;
  const path = `${privacyPath}/exports`;
  const { columns } = privacy;
  return (
    <Shell
      ui={ui}
      title={privacy.exports}
      section="operator"
      notice={notice}
      menu={<OperatorMenu ui={ui} current={privacyPath} />}
    >
      <PageHeading title={privacy.exports} />
      <PrivacyMenu ui={ui} current={path} />
      <div class={mayDecide(ui) ? withForm : undefined}>
        <div class="min-w-0">
          {jobs.length === 0 ? (
            <EmptyState icon="inbox" title={privacy.exportsEmptyTitle} text={privacy.exportsEmptyText} />
          ) : (
            <Table
              caption={privacy.exports}
              columns={[columns.subject, columns.state, columns.requested, columns.by, columns.file]}
            >
              {jobs.map((job) => (
                <tr>
                  <th scope="row" class="font-medium">
                    {job.person ?? privacy.subject(job.subject)}
                  </th>
                  <td>
                    <StateTag ui={ui} job={job} />
                  </td>
                  <td class="whitespace-nowrap">
                    <When ui={ui} at={job.requestedAt} dateOnly />
                  </td>
                  <td>{job.requestedBy}</td>
                  <td>
                    <FileOf ui={ui} job={job} mayOpen={mayDecide(ui)} />
                  </td>
                </tr>
              ))}
            </Table>
          )}
        </div>
        {mayDecide(ui) && <ExportForm ui={ui} form={form} />}
      </div>
    </Shell>
  );
}

function ExportForm({ ui, form }: Pick<PageProps, 'ui' | 'form'>) {
  const { privacy } = ui.t;
  return (
    <Block id="request" title={privacy.exportTitle}>
      <form method="post" action={`${privacyPath}/exports`} class="panel p-5">
        <FormProblem ui={ui} form={form} />
        <p class="quiet mb-4 text-sm">{privacy.exportText}</p>
        <WhoField ui={ui} form={form} />
        <button type="submit" class="btn btn-primary">
          {privacy.exportRequest}
        </button>
      </form>
    </Block>
  );
}

function WhoField({ ui, form }: { readonly ui: Ui; readonly form: FormState }) {
  const { privacy } = ui.t;
  return (
    <TextField
      ui={ui}
      form={form}
      name="who"
      label={privacy.who}
      hint={privacy.whoHint}
      required
      maxlength={254}
      autocomplete="off"
    />
  );
}
