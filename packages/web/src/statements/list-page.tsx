import { AgencyMenu } from '../agency/menu.tsx';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Icon } from '../layout/icon.tsx';
import { Block, EmptyState, hrefOf, PageHeading, Paging } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import type { StatementList } from './ports.ts';
import { CopyText, StatementTable } from './statement-table.tsx';
import { knownVerbs } from './verbs.ts';

const path = '/agency/statements';

interface StatementsProps {
  readonly ui: Ui;
  readonly form: FormState;
  /** Absent when the form could not be read. */
  readonly list?: StatementList;
  readonly isFirst: boolean;
}

/** Statements of the agency's people, newest first, with filters that also work as an address. */
export function StatementsPage(props: StatementsProps) {
  const { ui, form, list } = props;
  const t = ui.t.statements;
  return (
    <Shell
      ui={ui}
      title={t.title}
      section="agency"
      islands={['copy']}
      menu={<AgencyMenu ui={ui} current={path} />}
    >
      <PageHeading title={t.title} lead={t.lead} />
      <Filters ui={ui} form={form} />
      {list && <Results {...props} list={list} />}
      <Paging ui={ui} path={path} query={form.values} next={list?.nextPageToken} isFirst={props.isFirst} />
      {list && (
        <Block id="curl" title={t.curlHeading}>
          <CopyText ui={ui} id="curl-text" text={list.curl} />
        </Block>
      )}
    </Shell>
  );
}

function Results(props: StatementsProps & { readonly list: StatementList }) {
  const { ui, list, form } = props;
  const t = ui.t.statements;
  if (list.rows.length === 0)
    return <NoResults ui={ui} form={form} goesOn={list.nextPageToken !== undefined} />;
  return (
    <>
      <p class="quiet mb-3 text-sm" role="status">
        {t.results(list.rows.length)}, {t.complete(ui.format.dateTime(list.consistentThrough))}
      </p>
      <div class="mb-8">
        <StatementTable ui={ui} caption={t.title} rows={list.rows} />
      </div>
    </>
  );
}

function NoResults(props: { readonly ui: Ui; readonly form: FormState; readonly goesOn: boolean }) {
  const t = props.ui.t.statements;
  const filtered = Object.keys(props.form.values).length > 0;
  // The store gives up after so many rows and says where to go on.
  if (props.goesOn) return <EmptyState icon="list" title={t.goOnTitle} text={t.goOnText} />;
  if (!filtered) return <EmptyState icon="list" title={t.emptyTitle} text={t.emptyText} />;
  return (
    <EmptyState icon="list" title={t.noMatchTitle} text={t.noMatchText}>
      <a href={path} class="btn">
        {t.clear}
      </a>
    </EmptyState>
  );
}

function Filters(props: { readonly ui: Ui; readonly form: FormState }) {
  const { ui, form } = props;
  const t = ui.t.statements;
  const field = { ui, form };
  const { verb = '', activity, registration, related, order } = form.values;
  const rare = [activity, registration, related, order, form.errors.activity, form.errors.registration];
  return (
    <search class="panel mb-6 block p-4">
      <h2 class="sr-only">{t.filterHeading}</h2>
      <FormProblem ui={ui} form={form} />
      <form method="get" action={path}>
        <div class="grid items-start gap-x-3 md:grid-cols-2 lg:grid-cols-4">
          <TextField {...field} name="who" label={t.who} hint={t.whoHint} type="search" maxlength={254} />
          <SelectField {...field} name="verb" label={t.verb} options={verbOptions(ui, verb)} />
          <DateField {...field} name="from" label={t.from} />
          <DateField {...field} name="to" label={t.to} />
        </div>
        <details open={rare.some(Boolean)} class="mb-4">
          <summary class="text-link min-h-9 cursor-pointer">{t.more}</summary>
          <div class="mt-3 grid items-start gap-x-3 md:grid-cols-2">
            <TextField {...field} name="activity" label={t.activity} hint={t.activityHint} maxlength={2000} />
            <TextField
              {...field}
              name="registration"
              label={t.registration}
              hint={t.registrationHint}
              maxlength={36}
            />
            <Box
              name="related"
              value="true"
              checked={related === 'true'}
              label={t.related}
              hint={t.relatedHint}
            />
            <Box name="order" value="oldest" checked={order === 'oldest'} label={t.oldestFirst} />
          </div>
        </details>
        <div class="flex flex-wrap gap-2">
          <button type="submit" class="btn btn-primary">
            <Icon name="list" />
            {t.search}
          </button>
          {Object.keys(form.values).length > 0 && (
            <a href={hrefOf(path, {})} class="btn btn-ghost">
              {t.clear}
            </a>
          )}
        </div>
      </form>
    </search>
  );
}

/** The verbs of cmi5 and the usual others; one that came in the address stays choosable. */
function verbOptions(ui: Ui, chosen: string): readonly (readonly [string, string])[] {
  const t = ui.t.statements;
  const known = knownVerbs.map(([name, iri]) => [iri, t.verbs[name]] as const);
  const other = chosen !== '' && !known.some(([iri]) => iri === chosen) ? [[chosen, chosen] as const] : [];
  return [['', t.anyVerb], ...known, ...other];
}

function DateField(props: {
  readonly ui: Ui;
  readonly form: FormState;
  readonly name: 'from' | 'to';
  readonly label: string;
}) {
  const { form, name } = props;
  const error = form.errors[name];
  return (
    <div class="mb-4">
      <label for={`field-${name}`} class="mb-1 block font-medium">
        {props.label} <span class="quiet text-sm font-normal">({props.ui.t.shell.optional})</span>
      </label>
      <input
        id={`field-${name}`}
        name={name}
        type="date"
        value={form.values[name] ?? ''}
        class={`input w-full ${error ? 'input-error' : ''}`}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `error-${name}` : undefined}
      />
      {error && (
        <p id={`error-${name}`} class="mt-1 text-sm font-medium text-error">
          {error}
        </p>
      )}
    </div>
  );
}

function Box(props: {
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  readonly label: string;
  readonly hint?: string;
}) {
  return (
    <label class="flex min-h-9 items-center gap-3 py-1">
      <input
        type="checkbox"
        name={props.name}
        value={props.value}
        checked={props.checked}
        class="checkbox checkbox-primary"
      />
      <span>
        {props.label}
        {props.hint && <span class="quiet block text-sm">{props.hint}</span>}
      </span>
    </label>
  );
}
