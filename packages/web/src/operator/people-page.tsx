import type { Role } from '@sinau/kernel';
import type { NoticeName } from '../i18n/problem.ts';
import { CheckboxGroup, FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { MemberChoice } from '../layout/member-choice.tsx';
import { EmptyState, PageHeading, Paging, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { OperatorMenu } from './menu.tsx';
import type { PersonRow } from './ports.ts';

/** Value and name of every tenant a person can belong to, as the select fields show them. */
export type MemberOptions = readonly (readonly [string, string])[];

const path = '/operator/people';

/** People of one tenant; the filter chooses which. */
export function PeoplePage(props: {
  readonly ui: Ui;
  readonly people: readonly PersonRow[];
  readonly members: MemberOptions;
  readonly member: string;
  readonly next: string | undefined;
  readonly isFirst: boolean;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, people, member } = props;
  const { t } = ui;
  const agencyId = /^agency:(.+)$/.exec(member)?.[1];
  const invite = (
    <a href={`${path}/invite?member=${encodeURIComponent(member)}`} class="btn btn-primary">
      {t.operator.invite}
    </a>
  );
  return (
    <Shell
      ui={ui}
      title={t.operator.peopleTitle}
      section="operator"
      notice={props.notice}
      menu={<OperatorMenu ui={ui} current={path} />}
    >
      <PageHeading
        title={t.operator.peopleTitle}
        lead={t.operator.peopleLead}
        actions={
          <>
            {agencyId && (
              <a href={`/operator/agencies/${encodeURIComponent(agencyId)}/units`} class="btn">
                {t.operator.units}
              </a>
            )}
            {people.length > 0 && invite}
          </>
        }
      />
      <MemberChoice ui={ui} path={path} label={t.operator.memberOf} members={props.members} member={member} />
      {people.length === 0 ? (
        <EmptyState icon="people" title={t.operator.peopleEmptyTitle} text={t.operator.peopleEmptyText}>
          {invite}
        </EmptyState>
      ) : (
        <PeopleTable ui={ui} people={people} />
      )}
      <Paging ui={ui} path={path} query={{ member }} next={props.next} isFirst={props.isFirst} />
    </Shell>
  );
}

function PeopleTable(props: { readonly ui: Ui; readonly people: readonly PersonRow[] }) {
  const { t } = props.ui;
  const { columns } = t.operator;
  return (
    <Table
      caption={t.operator.peopleTitle}
      columns={[columns.name, columns.email, columns.nip, columns.roles, columns.status]}
    >
      {props.people.map((person) => (
        <tr>
          <th scope="row" class="font-medium">
            <a
              href={`${path}/${encodeURIComponent(person.personId)}`}
              class="text-link inline-flex min-h-8 items-center"
            >
              {person.name}
            </a>
          </th>
          <td>{person.email}</td>
          <td class="font-mono text-sm whitespace-nowrap">{person.maskedEmployeeNumber ?? '–'}</td>
          <td>{person.roles.map((role) => t.operator.role[role]).join(', ')}</td>
          <td>
            <span class={person.status === 'active' ? 'tag tag-success' : 'tag'}>
              {t.agency.personStatus[person.status]}
            </span>
          </td>
        </tr>
      ))}
    </Table>
  );
}

export function InvitePage(props: {
  readonly ui: Ui;
  readonly form: FormState;
  readonly members: MemberOptions;
  readonly roles: readonly Role[];
}) {
  const { ui, form } = props;
  const { t } = ui;
  return (
    <Shell
      ui={ui}
      title={t.operator.inviteTitle}
      section="operator"
      menu={<OperatorMenu ui={ui} current={path} />}
    >
      <PageHeading
        title={t.operator.inviteTitle}
        lead={t.operator.inviteText}
        trail={<Trail ui={ui} links={[[path, t.operator.peopleTitle]]} />}
      />
      <form method="post" action={`${path}/invite`} class="panel max-w-2xl p-5">
        <FormProblem ui={ui} form={form} />
        <TextField
          ui={ui}
          form={form}
          name="name"
          label={t.operator.personName}
          hint={t.operator.personNameHint}
          required
          maxlength={200}
        />
        <TextField
          ui={ui}
          form={form}
          name="email"
          type="email"
          label={t.operator.email}
          required
          maxlength={254}
        />
        <SelectField
          ui={ui}
          form={form}
          name="member"
          label={t.operator.memberOf}
          required
          options={props.members}
        />
        <CheckboxGroup
          ui={ui}
          form={form}
          name="roles"
          label={t.operator.roles}
          options={props.roles.map((role) => [role, t.operator.role[role]])}
        />
        <NumberFields ui={ui} form={form} />
        <button type="submit" class="btn btn-primary">
          {t.operator.invite}
        </button>
      </form>
    </Shell>
  );
}

function NumberFields({ ui, form }: { readonly ui: Ui; readonly form: FormState }) {
  const { operator } = ui.t;
  return (
    <>
      <SelectField
        ui={ui}
        form={form}
        name="numberKind"
        label={operator.numberKind}
        required
        options={[
          ['NIP', operator.numberKinds.NIP],
          ['NI_PPPK', operator.numberKinds.NI_PPPK],
        ]}
      />
      <TextField
        ui={ui}
        form={form}
        name="employeeNumber"
        label={operator.nip}
        hint={operator.nipHint}
        maxlength={40}
        inputmode="numeric"
      />
    </>
  );
}
