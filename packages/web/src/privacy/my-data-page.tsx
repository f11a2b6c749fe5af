import { MyReadings } from '../access/mine.tsx';
import type { OwnReadingView } from '../access/ports.ts';
import { MySharing } from '../agreements/mine.tsx';
import type { OwnSharingView } from '../agreements/ports.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState } from '../layout/form.tsx';
import { Block, EmptyState, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import { MyRequests } from '../requests/mine.tsx';
import type { DataRequestView } from '../requests/ports.ts';
import type { Ui } from '../ui.ts';
import { FileOf, StateTag } from './parts.tsx';
import { myDataPath } from './paths.ts';
import type { PrivacyJobView } from './ports.ts';

/** A person's own copies of what is stored about them. */
export function MyDataPage(props: {
  readonly ui: Ui;
  readonly jobs: readonly PrivacyJobView[];
  readonly sharing: readonly OwnSharingView[];
  readonly readings: readonly OwnReadingView[];
  readonly requests: readonly DataRequestView[];
  readonly form: FormState;
  readonly requestForm: FormState;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, jobs, form } = props;
  const { t } = ui;
  const { privacy } = t;
  const running = jobs.some(({ state }) => state === 'running');
  return (
    <Shell ui={ui} title={privacy.myTitle} section="account" notice={props.notice}>
      <PageHeading
        title={privacy.myTitle}
        lead={privacy.myLead}
        trail={<Trail ui={ui} links={[['/account', t.account.title]]} />}
        actions={
          running && (
            <a class="btn" href={myDataPath}>
              {privacy.reload}
            </a>
          )
        }
      />
      <FormProblem ui={ui} form={form} />
      <form method="post" action={myDataPath} class="panel mb-8 max-w-2xl p-5">
        <p class="mb-4">{privacy.myFormat}</p>
        <button type="submit" class="btn btn-primary" disabled={running}>
          {privacy.myRequest}
        </button>
      </form>
      <Block id="copies" title={privacy.myHeading}>
        {jobs.length === 0 ? (
          <EmptyState icon="inbox" title={privacy.myEmptyTitle} text={privacy.myEmptyText} />
        ) : (
          <Table
            caption={privacy.myHeading}
            columns={[privacy.columns.requested, privacy.columns.state, privacy.columns.file]}
          >
            {jobs.map((job) => (
              <tr>
                <th scope="row" class="font-medium whitespace-nowrap">
                  <When ui={ui} at={job.requestedAt} />
                </th>
                <td>
                  <StateTag ui={ui} job={job} />
                </td>
                <td>
                  <FileOf ui={ui} job={job} />
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Block>
      <MyRequests ui={ui} requests={props.requests} form={props.requestForm} />
      <MyReadings ui={ui} readings={props.readings} />
      <MySharing ui={ui} providers={props.sharing} />
    </Shell>
  );
}
