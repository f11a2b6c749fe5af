import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Block, EmptyState, PageHeading, Table } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { OperatorMenu } from './menu.tsx';
import type { AgencyRow, ProviderRow } from './ports.ts';

interface OrganisationsProps {
  readonly ui: Ui;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}

export function AgenciesPage(props: OrganisationsProps & { readonly agencies: readonly AgencyRow[] }) {
  const { operator: words } = props.ui.t;
  return (
    <Organisations
      {...props}
      path="/operator/agencies"
      words={{
        title: words.agenciesTitle,
        emptyTitle: words.agenciesEmptyTitle,
        emptyText: words.agenciesEmptyText,
        create: words.createAgency,
        name: words.agencyName,
        kind: words.agencyKind,
      }}
      kinds={Object.entries(words.kinds)}
      rows={props.agencies.map((row) => ({ ...row, id: row.agencyId, kind: words.kinds[row.kind] }))}
    />
  );
}

export function ProvidersPage(props: OrganisationsProps & { readonly providers: readonly ProviderRow[] }) {
  const { operator: words } = props.ui.t;
  return (
    <Organisations
      {...props}
      path="/operator/providers"
      words={{
        title: words.providersTitle,
        emptyTitle: words.providersEmptyTitle,
        emptyText: words.providersEmptyText,
        create: words.createProvider,
        name: words.providerName,
        kind: words.providerKind,
      }}
      kinds={Object.entries(words.providerKinds)}
      rows={props.providers.map((row) => ({
        ...row,
        id: row.providerId,
        kind: words.providerKinds[row.kind],
      }))}
    />
  );
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly createdAt: string;
}

function Organisations(
  props: OrganisationsProps & {
    readonly path: string;
    readonly words: Readonly<
      Record<'title' | 'emptyTitle' | 'emptyText' | 'create' | 'name' | 'kind', string>
    >;
    readonly kinds: readonly (readonly [string, string])[];
    readonly rows: readonly Row[];
  },
) {
  const { ui, form, words, rows, path } = props;
  return (
    <Shell
      ui={ui}
      title={words.title}
      section="operator"
      notice={props.notice}
      menu={<OperatorMenu ui={ui} current={path} />}
    >
      <PageHeading title={words.title} />
      <div class="grid items-start gap-8 lg:grid-cols-[1fr_20rem]">
        <div class="min-w-0">
          {rows.length === 0 ? (
            <EmptyState icon="building" title={words.emptyTitle} text={words.emptyText} />
          ) : (
            <Rows ui={ui} caption={words.title} path={path} rows={rows} />
          )}
        </div>
        <Block id="create" title={words.create}>
          <form method="post" action={path} class="panel p-5">
            <FormProblem ui={ui} form={form} />
            <TextField ui={ui} form={form} name="name" label={words.name} required maxlength={200} />
            <SelectField ui={ui} form={form} name="kind" label={words.kind} required options={props.kinds} />
            <button type="submit" class="btn btn-primary">
              {words.create}
            </button>
          </form>
        </Block>
      </div>
    </Shell>
  );
}

function Rows(props: {
  readonly ui: Ui;
  readonly caption: string;
  readonly path: string;
  readonly rows: readonly Row[];
}) {
  const { ui } = props;
  const { columns } = ui.t.operator;
  const kind = props.path.endsWith('agencies') ? 'agency' : 'provider';
  return (
    <Table caption={props.caption} columns={[columns.name, columns.kind, columns.created]}>
      {props.rows.map((row) => (
        <tr>
          <th scope="row" class="font-medium">
            <a
              href={`/operator/people?member=${kind}:${row.id}`}
              class="text-link inline-flex min-h-8 items-center"
            >
              {row.name}
            </a>
          </th>
          <td>{row.kind}</td>
          <td class="whitespace-nowrap">
            <When ui={ui} at={row.createdAt} dateOnly />
          </td>
        </tr>
      ))}
    </Table>
  );
}
