import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, EmptyState, hrefOf, PageHeading, Table } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import { OperatorMenu } from '../operator/menu.tsx';
import { PrivacyMenu } from '../privacy/jobs-page.tsx';
import { privacyPath } from '../privacy/paths.ts';
import type { Ui } from '../ui.ts';
import { kindOf } from './kind-of.ts';
import { accessPath } from './paths.ts';
import { type AccessQuery, type CheckView, lineKindNames, type ReadingView } from './ports.ts';

interface PageProps {
  readonly ui: Ui;
  readonly offices: readonly { readonly office: string; readonly name: string }[];
  readonly lines: readonly ReadingView[];
  readonly next?: string | undefined;
  readonly query: AccessQuery;
  readonly form: FormState;
  readonly check: CheckView | undefined;
  readonly notice: NoticeName | undefined;
}

/** Who read whose records, newest first, and whether the log is whole. */
export function ReadingsPage(props: PageProps) {
  const { ui, lines, query, next } = props;
  const { access } = ui.t;
  return (
    <Shell
      ui={ui}
      title={access.title}
      section="operator"
      notice={props.notice}
      menu={<OperatorMenu ui={ui} current={privacyPath} />}
    >
      <PageHeading title={access.title} lead={access.lead} />
      <PrivacyMenu ui={ui} current={accessPath} />
      <ChainCheck ui={ui} check={props.check} />
      <Filters {...props} />
      {lines.length === 0 ? (
        <EmptyState icon="list" title={access.emptyTitle} text={access.emptyText} />
      ) : (
        <Lines ui={ui} lines={lines} title={access.title} />
      )}
      <p class="mt-5 flex flex-wrap gap-2">
        {next !== undefined && (
          <a class="btn" href={hrefOf(accessPath, { ...query, before: next })}>
            {ui.t.privacy.older}
          </a>
        )}
        {lines.length > 0 && (
          <a class="btn" href={hrefOf(`${accessPath}/file`, { ...query, before: undefined })}>
            {access.download}
          </a>
        )}
      </p>
    </Shell>
  );
}

function Filters({ ui, offices, form, query }: PageProps) {
  const { access } = ui.t;
  const known = offices.some(({ office }) => office === query.office);
  const options: readonly (readonly [string, string])[] = [
    ...offices.map(({ office, name }) => [office, office === 'platform' ? access.platform : name] as const),
    ...(known || query.office === 'all' ? [] : [[query.office, access.platform] as const]),
    ['all', access.allOffices],
  ];
  return (
    <form method="get" action={accessPath} class="panel mb-6 p-5">
      <FormProblem ui={ui} form={form} />
      <div class="grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3">
        <SelectField
          {...{ ui, form, name: 'office', label: access.columns.office, required: true, options }}
        />
        <FilterFields ui={ui} form={form} />
      </div>
      <button type="submit" class="btn btn-primary">
        {access.filter}
      </button>
    </form>
  );
}

export function FilterFields({ ui, form }: { readonly ui: Ui; readonly form: FormState }) {
  const { access, privacy } = ui.t;
  return (
    <>
      <SelectField
        {...{ ui, form, name: 'what', label: access.columns.what }}
        options={[['', access.anything], ...lineKindNames.map((kind) => [kind, access.kinds[kind]] as const)]}
      />
      <TextField {...{ ui, form, name: 'who', label: access.whose, hint: privacy.whoHint, maxlength: 254 }} />
      <TextField {...{ ui, form, name: 'from', label: access.from, maxlength: 10 }} type="date" />
      <TextField {...{ ui, form, name: 'to', label: access.to, maxlength: 10 }} type="date" />
    </>
  );
}

export function Lines({
  ui,
  lines,
  title,
}: {
  readonly ui: Ui;
  readonly lines: readonly ReadingView[];
  readonly title: string;
}) {
  const { access } = ui.t;
  const { columns } = access;
  return (
    <Table
      caption={title}
      columns={[columns.at, columns.reader, columns.purpose, columns.what, columns.person, columns.number]}
      cards
    >
      {lines.map((line) => (
        <tr>
          <th scope="row" class="font-medium whitespace-nowrap">
            <When ui={ui} at={line.at} />
          </th>
          <td data-label={columns.reader}>
            {line.reader ?? access.itself}
            {line.isMachine && <span class="quiet"> ({access.machine})</span>}
            <span class="quiet block text-sm">
              {line.office === 'platform' ? access.platform : line.office}
            </span>
          </td>
          <td data-label={columns.purpose}>{access.purposes[line.purpose]}</td>
          <td data-label={columns.what}>{kindOf(ui, line)}</td>
          <td data-label={columns.person}>
            {line.person === '' ? access.elsewhere : (line.person ?? ofOffice(ui, line))}
          </td>
          <td data-label={columns.number} class="tabular-nums">
            {ui.format.number(line.number)}
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** A list of people of an office, or the office that has done something itself. */
const ofOffice = (ui: Ui, { list, thing }: ReadingView): string =>
  thing === undefined ? ui.t.access.listOf(nameOf(ui, list)) : nameOf(ui, list);

const nameOf = (ui: Ui, office: string | undefined) =>
  office === undefined || office === 'platform' ? ui.t.access.platform : office;

function ChainCheck({ ui, check }: { readonly ui: Ui; readonly check: CheckView | undefined }) {
  const { access } = ui.t;
  const isBusy = check !== undefined && check.state !== 'done';
  return (
    <Block id="check" title={access.checkTitle}>
      <div class="grid gap-3">
        {check === undefined ? <p>{access.neverChecked}</p> : <Outcome ui={ui} check={check} />}
        {isBusy ? (
          <p>
            <a class="btn" href={accessPath}>
              {ui.t.privacy.reload}
            </a>
          </p>
        ) : (
          <form method="post" action={`${accessPath}/check`}>
            <button type="submit" class="btn">
              {access.check}
            </button>
          </form>
        )}
      </div>
    </Block>
  );
}

function Outcome({ ui, check }: { readonly ui: Ui; readonly check: CheckView }) {
  const { access } = ui.t;
  const { findings, chains, lines, endedAt } = check;
  if (check.state !== 'done') return <Notice tone="info">{access.checking}</Notice>;
  const walked = access.walked(ui.format.number(chains), ui.format.number(lines));
  return (
    <Notice tone={findings.length === 0 ? 'success' : 'error'}>
      <p class="font-medium">{findings.length === 0 ? access.whole : access.broken}</p>
      {findings.length > 0 && (
        <ul class="mt-1 list-disc ps-5">
          {findings.map(({ chain, number, flaw }) => (
            <li class="break-words">
              {access.found(chain, ui.format.number(number))}: {access.flaws[flaw]}
            </li>
          ))}
        </ul>
      )}
      <p class="mt-1 text-sm">
        {walked} {endedAt && <When ui={ui} at={endedAt} />}
      </p>
    </Notice>
  );
}
