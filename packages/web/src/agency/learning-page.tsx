import { CorrectionMarks } from '../course/lazy-parts.ts';
import { EmptyState, PageHeading, Paging, ProgressBar, Table } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { AgencyMenu } from './menu.tsx';
import type { LearningRow } from './ports.ts';

/** Who learns what. */
export function LearningPage(props: {
  readonly ui: Ui;
  readonly rows: readonly LearningRow[];
  readonly next: string | undefined;
  readonly isFirst: boolean;
}) {
  const { ui, rows } = props;
  const { t } = ui;
  const path = '/agency/learning';
  return (
    <Shell
      ui={ui}
      title={t.agency.learningTitle}
      section="agency"
      menu={<AgencyMenu ui={ui} current={path} />}
    >
      <PageHeading title={t.agency.learningTitle} lead={t.agency.learningLead} />
      {rows.length === 0 ? (
        <EmptyState icon="chart" title={t.agency.learningEmptyTitle} text={t.agency.learningEmptyText} />
      ) : (
        <LearningTable ui={ui} rows={rows} caption={t.agency.learningTitle} />
      )}
      <Paging ui={ui} path={path} next={props.next} isFirst={props.isFirst} />
    </Shell>
  );
}

const tones: Readonly<Record<LearningRow['state'], string>> = {
  active: 'tag tag-info',
  completed: 'tag tag-success',
  'taken-back': 'tag tag-error',
  cancelled: 'tag',
};

export function LearningTable(props: {
  readonly ui: Ui;
  readonly rows: readonly LearningRow[];
  readonly caption: string;
}) {
  const { ui } = props;
  const { t, format } = ui;
  const { columns } = t.agency;
  return (
    <Table
      caption={props.caption}
      columns={[
        columns.name,
        columns.course,
        columns.status,
        columns.progress,
        columns.enrolled,
        columns.finished,
      ]}
    >
      {props.rows.map((row) => (
        <tr>
          <th scope="row" class="font-medium">
            {row.name}
          </th>
          <td class="min-w-48">
            <Text ui={ui} map={row.course} />
          </td>
          <td>
            <span class={tones[row.state]}>{t.agency.state[row.state]}</span>
            {row.providerWord && (
              <div class="mt-1.5 min-w-40">
                <CorrectionMarks ui={ui} word={row.providerWord} />
              </div>
            )}
          </td>
          <td class="min-w-36">
            {row.begun || row.percent > 0 ? (
              <div class="flex items-center gap-2">
                <ProgressBar
                  percent={row.percent}
                  label={`${row.name}, ${plainText(ui, row.course)}`}
                  done={row.state === 'completed'}
                />
                <span class="w-12 text-end text-sm tabular-nums">{format.percent(row.percent)}</span>
              </div>
            ) : (
              <span class="quiet text-sm">{t.agency.notBegun}</span>
            )}
          </td>
          <td class="whitespace-nowrap">
            <When ui={ui} at={row.enrolledAt} dateOnly />
          </td>
          <td class="whitespace-nowrap">
            {row.completedAt && <When ui={ui} at={row.completedAt} dateOnly />}
          </td>
        </tr>
      ))}
    </Table>
  );
}
