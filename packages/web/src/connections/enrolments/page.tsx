import type { NoticeName } from '../../i18n/problem.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../../layout/form.tsx';
import { Notice } from '../../layout/notice.tsx';
import { Block, EmptyState, Paging, SectionMenu, Table } from '../../layout/parts.tsx';
import { plainText, Text, When } from '../../layout/text.tsx';
import type { Ui } from '../../ui.ts';
import { ConnectionFrame } from '../frame.tsx';
import type { ConnectionView } from '../ports.ts';
import { tabHref } from '../tabs.ts';
import { type EnrolmentGroup, enrolmentGroups, type ProviderEnrolmentRow } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly connection: ConnectionView;
  readonly group: EnrolmentGroup;
  readonly rows: readonly ProviderEnrolmentRow[];
  readonly next: string | undefined;
  readonly isFirst: boolean;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
  /** Why what was asked for in a row has not been done. */
  readonly failure?: string | undefined;
}

/** Who is enrolled through a connection, who is on the way, and how it enrols. */
export function ConnectionEnrolmentsPage(props: Props) {
  const { ui, connection, group, rows } = props;
  const words = ui.t.connectionEnrolments;
  const path = tabHref(connection.connectionId, 'enrolments');
  const hrefOf = (one: EnrolmentGroup) => `${path}?group=${one}`;
  return (
    <ConnectionFrame ui={ui} connection={connection} tab="enrolments" notice={props.notice}>
      {props.failure !== undefined && (
        <div class="mb-5">
          <Notice tone="error" live>
            {props.failure}
          </Notice>
        </div>
      )}
      <div class="no-print mb-4">
        <SectionMenu
          label={words.groupsLabel}
          current={hrefOf(group)}
          links={enrolmentGroups.map((one) => [hrefOf(one), words.groups[one]] as const)}
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState icon="book" title={words.noneTitle} text={words.none[group]} />
      ) : (
        <Rows {...props} path={path} />
      )}
      <Paging ui={ui} path={path} query={{ group }} next={props.next} isFirst={props.isFirst} />
      <div class="mt-8">
        <Settings {...props} path={path} />
      </div>
    </ConnectionFrame>
  );
}

function Rows({ ui, rows, path }: Props & { readonly path: string }) {
  const words = ui.t.connectionEnrolments;
  const [, learner, state, last, next] = words.columns;
  return (
    <Table caption={words.caption} columns={words.columns} cards>
      {rows.map((row) => (
        <tr>
          <th scope="row" class="font-medium">
            <Text ui={ui} map={row.course} />
            <p class="quiet text-sm font-normal">{words.courseThere(row.externalCourseId)}</p>
          </th>
          <td data-label={learner} class="break-all">
            {row.externalLearnerId ?? words.learnerUnknown}
          </td>
          <td data-label={state}>
            <span class={`tag ${toneOf(row)}`}>{words.state[row.state]}</span>
            {row.reason && <p class="quiet mt-1 text-sm">{words.reason[row.reason]}</p>}
            {row.said && <p class="quiet mt-1 text-sm">“{row.said}”</p>}
            {row.account && <AccountForm ui={ui} row={row} account={row.account} path={path} />}
            {row.subject && (
              <p class="mt-1 min-w-48 text-sm">
                {row.account?.by === 'name' ? words.makeAccountNamed : words.makeAccount}{' '}
                <span class="font-mono break-all">{row.subject}</span>
              </p>
            )}
          </td>
          <td data-label={last}>
            <When ui={ui} at={row.updatedAt} />
            {row.tries > 0 && <p class="quiet text-sm">{words.tries(ui.format.number(row.tries))}</p>}
          </td>
          <td data-label={next}>
            {row.nextAt ? <When ui={ui} at={row.nextAt} /> : '–'}
            {row.until && <p class="quiet text-sm">{words.until(ui.format.dateTime(row.until))}</p>}
          </td>
          <td>
            {row.retryable && (
              <form method="post" action={`${path}/${row.registration}/retry`}>
                <button
                  type="submit"
                  class="btn btn-sm whitespace-nowrap"
                  aria-label={words.retryOf(plainText(ui, row.course))}
                >
                  {words.retry}
                </button>
              </form>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** Whose account it is: proposed or not, a person says so. */
function AccountForm(props: {
  readonly ui: Ui;
  readonly row: ProviderEnrolmentRow;
  readonly account: NonNullable<ProviderEnrolmentRow['account']>;
  readonly path: string;
}) {
  const { ui, row, account, path } = props;
  const words = ui.t.connectionEnrolments;
  const id = `account-${row.registration}`;
  return (
    <form method="post" action={`${path}/${row.registration}/account`} class="mt-2 max-w-sm sm:min-w-64">
      {account.proposed !== undefined && <p class="mb-2 text-sm">{words.accountProposed}</p>}
      {account.profile !== undefined && (
        <p class="mb-2 text-sm">
          <a href={account.profile} rel="noreferrer">
            {words.accountProfile}
          </a>
        </p>
      )}
      <label for={id} class="mb-1 block text-sm font-medium">
        {words.account[account.by]}
      </label>
      <div class="flex flex-wrap gap-2">
        <input
          id={id}
          name="account"
          value={account.proposed ?? ''}
          required
          maxlength={255}
          autocomplete="off"
          {...(account.by === 'id' && { inputmode: 'numeric' })}
          class="input min-w-40 flex-1"
        />
        <button type="submit" class="btn btn-primary">
          {words.confirmAccount}
        </button>
      </div>
    </form>
  );
}

function toneOf({ state, reason }: ProviderEnrolmentRow): string {
  if (state === 'confirmed') return 'tag-success';
  if (state === 'refused' || state === 'timed-out' || reason === 'not-undone') return 'tag-error';
  return reason === undefined || state === 'cancelled' ? 'tag-info' : 'tag-warning';
}

function Settings({ ui, form, path }: Props & { readonly path: string }) {
  const words = ui.t.connectionEnrolments;
  return (
    <Block id="settings" title={words.settings}>
      <form method="post" action={path} class="panel max-w-2xl p-5">
        <FormProblem ui={ui} form={form} />
        <SelectField
          ui={ui}
          form={form}
          name="enrols"
          label={words.enrols}
          required
          options={[
            ['yes', words.enrolsYes],
            ['no', words.enrolsNo],
          ]}
        />
        <TextField
          ui={ui}
          form={form}
          name="giveUpAfterHours"
          inputmode="numeric"
          label={words.giveUp}
          hint={words.giveUpHint}
          required
          maxlength={3}
        />
        <SelectField
          ui={ui}
          form={form}
          name="whenFull"
          label={words.whenFull}
          required
          options={[
            ['wait', words.whenFullWait],
            ['refuse', words.whenFullRefuse],
          ]}
        />
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </Block>
  );
}
