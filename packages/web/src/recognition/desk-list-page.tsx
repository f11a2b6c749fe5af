import { DeskFrame } from '../approvals/frame.tsx';
import { recognitionWords } from '../i18n/recognition.ts';
import { Block, EmptyState, hrefOf, PageHeading, Paging, Table } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { agencyRecognitionPath, agencyRecognitionsPath, recognitionFilePath } from './paths.ts';
import { type AgencyRecognitionsView, type CountLine, recognitionLists } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view: AgencyRecognitionsView;
}

/** What waits for the agency, what its people are recognised for, and how much of what. */
export function AgencyRecognitionsPage(props: Props & { readonly isFirst: boolean }) {
  const { ui, view, isFirst } = props;
  const words = recognitionWords[ui.locale].desk;
  const { list, year, next } = view;
  return (
    <DeskFrame ui={ui} desk="agency" title={words.title} current={agencyRecognitionsPath}>
      <PageHeading title={words.title} lead={words.lead} />
      <Filter ui={ui} view={view} />
      <Block id="list" title={recognitionWords[ui.locale].lists[list]}>
        <Lines ui={ui} view={view} />
        <Paging
          ui={ui}
          path={agencyRecognitionsPath}
          query={{ list, year: String(year) }}
          next={next}
          isFirst={isFirst}
        />
      </Block>
      <Counts ui={ui} view={view} />
    </DeskFrame>
  );
}

function Filter({ ui, view }: Props) {
  const { desk: words, lists } = recognitionWords[ui.locale];
  return (
    <form method="get" action={agencyRecognitionsPath} class="no-print mb-6 flex flex-wrap items-end gap-3">
      <label>
        <span class="mb-1 block font-medium">{words.listLabel}</span>
        <select name="list" class="select w-auto">
          {recognitionLists.map((list) => (
            <option value={list} selected={list === view.list}>
              {lists[list]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span class="mb-1 block font-medium">{words.year}</span>
        <select name="year" class="select w-auto">
          {view.years.map((year) => (
            <option value={String(year)} selected={year === view.year}>
              {String(year)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="btn">
        {words.show}
      </button>
    </form>
  );
}

function Lines({ ui, view }: Props) {
  const { desk: words, values, states } = recognitionWords[ui.locale];
  const { columns } = words;
  if (view.lines.length === 0)
    return <EmptyState icon="people" title={words.noneTitle[view.list]} text={words.noneText[view.list]} />;
  return (
    <Table
      caption={recognitionWords[ui.locale].lists[view.list]}
      columns={[columns.person, columns.value, columns.origin, columns.state, columns.at]}
      cards
    >
      {view.lines.map((one) => (
        <tr>
          <th scope="row" class="font-medium">
            <a
              class="text-link inline-flex min-h-8 items-center"
              href={agencyRecognitionPath(one)}
              aria-label={words.oneOf(values[one.value], one.name)}
            >
              {one.name}
            </a>
          </th>
          <td data-label={columns.value}>{values[one.value]}</td>
          <td data-label={columns.origin}>{words.origins[one.reason.kind]}</td>
          <td data-label={columns.state}>{states[one.state]}</td>
          <td data-label={columns.at}>{ui.format.date(one.at)}</td>
        </tr>
      ))}
    </Table>
  );
}

function Counts({ ui, view }: Props) {
  const { desk: words, values } = recognitionWords[ui.locale];
  const { byValue, byUnit, total, year } = view;
  const file = (format: 'csv' | 'xlsx') => hrefOf(recognitionFilePath, { year: String(year), format });
  const isHidden = [...byValue, ...byUnit].some(({ count }) => count === undefined);
  return (
    <Block id="counts" title={words.counts(String(year))}>
      <p class="mb-3">
        {total === undefined ? words.totalHidden : words.total(ui.format.number(total))}
        {isHidden && total !== undefined && ` ${words.small}`}
      </p>
      {total !== undefined && total > 0 && (
        <div class="grid gap-6 lg:grid-cols-2">
          <CountTable
            {...{ ui, caption: words.byValue, column: words.columns.value, lines: byValue }}
            nameOf={(key) => values[key]}
          />
          <CountTable
            {...{ ui, caption: words.byUnit, column: words.columns.unit, lines: byUnit }}
            nameOf={(key) => (key === '' ? words.noUnit : key)}
          />
        </div>
      )}
      <p class="no-print mt-4 flex flex-wrap gap-2">
        <a class="btn" href={file('csv')}>
          {words.csv}
        </a>
        <a class="btn" href={file('xlsx')}>
          {words.excel}
        </a>
      </p>
    </Block>
  );
}

function CountTable<Key extends string>(props: {
  readonly ui: Ui;
  readonly caption: string;
  readonly column: string;
  readonly lines: readonly CountLine<Key>[];
  readonly nameOf: (key: Key) => string;
}) {
  const { ui, caption, column, lines, nameOf } = props;
  const words = recognitionWords[ui.locale].desk;
  return (
    <Table caption={caption} columns={[column, words.columns.count]}>
      {lines.map(({ key, count }) => (
        <tr>
          <th scope="row" class="font-medium">
            {nameOf(key)}
          </th>
          <td>{count === undefined ? <span class="quiet">{words.hidden}</span> : ui.format.number(count)}</td>
        </tr>
      ))}
    </Table>
  );
}
