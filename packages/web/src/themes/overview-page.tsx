import { AgencyFrame } from '../agency/frame.tsx';
import { citizensPath } from '../citizens/paths.ts';
import { CitizensTabs } from '../citizens/tabs.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { themeWords } from '../i18n/themes.ts';
import { FileField } from '../layout/file-field.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, hrefOf, PageHeading, Table } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { daysOf, periodName } from './parts.tsx';
import { themeListPath, themesPath } from './paths.ts';
import type { ThemeCountView, ThemeOverview } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view: ThemeOverview;
  /** Of a file that was sent. */
  readonly failure?: string | undefined;
  readonly notice?: NoticeName | undefined;
}

/** Complaints by theme of one year, and the lists that they came by. */
export function ThemesPage(props: Props) {
  const { ui, view, notice } = props;
  const words = themeWords[ui.locale];
  return (
    <AgencyFrame current={citizensPath} ui={ui} title={words.title} notice={notice}>
      <PageHeading title={words.title} lead={words.lead} />
      <CitizensTabs ui={ui} current={themesPath} />
      <Numbers ui={ui} view={view} />
      <Send {...props} />
      {view.lists.length > 0 && <Lists ui={ui} view={view} />}
    </AgencyFrame>
  );
}

function Numbers({ ui, view }: { readonly ui: Ui; readonly view: ThemeOverview }) {
  const words = themeWords[ui.locale];
  const { year, years, services } = view;
  return (
    <Block id="numbers" title={words.numbersOf(String(year))}>
      <nav aria-label={words.year} class="mb-4 flex flex-wrap gap-2">
        {years.map((one) => (
          <a
            class="tab-link"
            href={hrefOf(themesPath, { year: String(one) })}
            aria-current={one === year ? 'page' : undefined}
          >
            {one}
          </a>
        ))}
      </nav>
      {services.length === 0 ? (
        <p class="quiet">{words.none}</p>
      ) : (
        <>
          {services.map(({ name, rows }) => (
            <ServiceTable ui={ui} name={name} rows={rows} />
          ))}
          <p class="flex flex-wrap gap-2">
            {(['xlsx', 'csv'] as const).map((format) => (
              <a class="btn btn-sm" href={hrefOf(`${themesPath}/file`, { year: String(year), format })}>
                {words.download(format === 'csv' ? 'CSV' : 'Excel')}
              </a>
            ))}
          </p>
        </>
      )}
    </Block>
  );
}

function ServiceTable(props: {
  readonly ui: Ui;
  readonly name: string;
  readonly rows: readonly ThemeCountView[];
}) {
  const { ui, name, rows } = props;
  const words = themeWords[ui.locale];
  const [, period, channel, count, handled, days] = words.columns;
  return (
    <div class="mb-5">
      <h3 class="mb-2 font-semibold">{name}</h3>
      <Table caption={name} columns={words.columns} cards>
        {rows.map((row) => (
          <tr>
            <th scope="row" class="font-medium break-words">
              {row.theme}
            </th>
            <td data-label={period}>{periodName(ui, row.period)}</td>
            <td data-label={channel}>{words.channels[row.channel]}</td>
            <td data-label={count} class="tabular-nums">
              {ui.format.number(row.count)}
            </td>
            <td data-label={handled} class="tabular-nums">
              {ui.format.number(row.handled)}
            </td>
            <td data-label={days} class="tabular-nums">
              {daysOf(ui, row.medianTenths)}
            </td>
          </tr>
        ))}
      </Table>
    </div>
  );
}

function Send({ ui, view, failure }: Props) {
  const words = themeWords[ui.locale];
  return (
    <Block id="send" title={words.sendTitle}>
      <p class="mb-3 max-w-[68ch]">{words.sendText}</p>
      <p class="mb-4 flex flex-wrap gap-2">
        {(['xlsx', 'csv'] as const).map((format) => (
          <a class="btn" href={`${themesPath}/template?format=${format}`}>
            {words.template(format === 'csv' ? 'CSV' : 'Excel')}
          </a>
        ))}
      </p>
      {!view.hasServices && <p class="mb-4">{words.noServices}</p>}
      <form method="post" action={themesPath} enctype="multipart/form-data" class="panel max-w-2xl p-5">
        {failure && (
          <div class="mb-4">
            <Notice tone="error" live>
              {failure}
            </Notice>
          </div>
        )}
        <FileField label={words.file} hint={words.fileHint} accept=".csv,.txt,text/csv,.xlsx" />
        <button type="submit" class="btn btn-primary">
          {words.check}
        </button>
      </form>
    </Block>
  );
}

function Lists({ ui, view }: { readonly ui: Ui; readonly view: ThemeOverview }) {
  const words = themeWords[ui.locale];
  const [, sent, state, rows] = words.listColumns;
  return (
    <Block id="lists" title={words.lists}>
      <Table caption={words.lists} columns={words.listColumns} cards>
        {view.lists.map(({ listId, name, by, createdAt, state: is, counts }) => (
          <tr>
            <th scope="row" class="font-medium">
              <a class="text-link inline-flex min-h-8 items-center break-all" href={themeListPath(listId)}>
                {name || words.nameless}
              </a>
            </th>
            <td data-label={sent}>{words.sentBy(ui.format.dateTime(createdAt), by)}</td>
            <td data-label={state}>{words.states[is]}</td>
            <td data-label={rows} class="tabular-nums">
              {words.rowCounts(
                ui.format.number(counts.created + counts.changed),
                ui.format.number(counts.skipped),
                ui.format.number(counts.refused),
              )}
            </td>
          </tr>
        ))}
      </Table>
    </Block>
  );
}
