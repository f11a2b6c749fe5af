import { type FormState, TextField } from '../layout/form.tsx';
import { EmptyState, PageHeading, Paging, Table } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { AgencyMenu } from './menu.tsx';
import type { AgencyPerson } from './ports.ts';

const path = '/agency/people';

export function PeoplePage(props: {
  readonly ui: Ui;
  readonly people: readonly AgencyPerson[];
  /** What was searched for. */
  readonly search: string | undefined;
  readonly next: string | undefined;
  readonly isFirst: boolean;
}) {
  const { ui, people, search } = props;
  const { t } = ui;
  return (
    <Shell ui={ui} title={t.agency.peopleTitle} section="agency" menu={<AgencyMenu ui={ui} current={path} />}>
      <PageHeading
        title={t.agency.peopleTitle}
        lead={t.agency.peopleLead}
        actions={
          <>
            <a href="/agency/people/imports" class="btn">
              {t.staffing.title}
            </a>
            <a href="/agency/supervisors" class="btn">
              {t.people.supervisors.title}
            </a>
            <a href="/agency/units" class="btn">
              {t.operator.units}
            </a>
          </>
        }
      />
      {(people.length > 0 || search !== undefined) && <Search ui={ui} search={search} />}
      {people.length > 0 ? (
        <PeopleTable ui={ui} people={people} />
      ) : search === undefined ? (
        <EmptyState icon="people" title={t.agency.peopleEmptyTitle} text={t.agency.peopleEmptyText} />
      ) : (
        <EmptyState icon="people" title={t.agency.peopleNobodyTitle} text={t.agency.peopleNobodyText}>
          <a href={path} class="btn">
            {t.agency.peopleAll}
          </a>
        </EmptyState>
      )}
      <Paging ui={ui} path={path} query={{ q: search }} next={props.next} isFirst={props.isFirst} />
    </Shell>
  );
}

function Search({ ui, search }: { readonly ui: Ui; readonly search: string | undefined }) {
  const words = ui.t.agency;
  const form: FormState = { values: { q: search ?? '' }, errors: {} };
  return (
    <search class="panel mb-6 block p-4">
      <form method="get" action={path}>
        <TextField
          {...{
            ui,
            form,
            name: 'q',
            type: 'search',
            label: words.peopleSearch,
            maxlength: 254,
            required: true,
          }}
          hint={words.peopleSearchHint}
        />
        <div class="flex flex-wrap gap-2">
          <button type="submit" class="btn btn-primary">
            {words.peopleSearchButton}
          </button>
          {search !== undefined && (
            <a href={path} class="btn btn-ghost">
              {words.peopleAll}
            </a>
          )}
        </div>
      </form>
    </search>
  );
}

function PeopleTable(props: { readonly ui: Ui; readonly people: readonly AgencyPerson[] }) {
  const { ui } = props;
  const { t, format } = ui;
  const { columns } = t.agency;
  return (
    <Table
      caption={t.agency.peopleTitle}
      columns={[columns.name, columns.nip, columns.status, columns.active, columns.completed, columns.jp]}
      cards
    >
      {props.people.map((person) => (
        <tr>
          <th scope="row" class="font-medium">
            <a
              href={`/agency/people/${encodeURIComponent(person.personId)}`}
              class="text-link inline-flex min-h-8 items-center"
            >
              {person.name}
            </a>{' '}
            {person.lent && <span class="tag ms-1">{t.agency.lent}</span>}
          </th>
          <td data-label={columns.nip} class="font-mono text-sm whitespace-nowrap">
            {person.maskedEmployeeNumber ?? '–'}
          </td>
          <td data-label={columns.status}>
            <span class={person.status === 'active' ? 'tag tag-success' : 'tag'}>
              {t.agency.personStatus[person.status]}
            </span>
          </td>
          <td data-label={columns.active} class="tabular-nums">
            {format.number(person.activeCourses)}
          </td>
          <td data-label={columns.completed} class="tabular-nums">
            {format.number(person.completedCourses)}
          </td>
          <td data-label={columns.jp} class="whitespace-nowrap tabular-nums">
            {format.jp(person.jpThisYear)}
          </td>
        </tr>
      ))}
    </Table>
  );
}
