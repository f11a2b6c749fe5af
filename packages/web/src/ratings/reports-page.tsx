import type { NoticeName } from '../i18n/problem.ts';
import { Block, EmptyState, PageHeading } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { Text, When } from '../layout/text.tsx';
import { OperatorMenu } from '../operator/menu.tsx';
import type { Ui } from '../ui.ts';
import type { ReportView } from './ports.ts';
import { Stars } from './stars.tsx';

interface ReportsProps {
  readonly ui: Ui;
  readonly reported: readonly ReportView[];
  readonly hidden: readonly ReportView[];
  readonly notice?: NoticeName | undefined;
}

const path = '/operator/ratings';

/** Comments that authors find improper, and what operators decided. Whose they are is not shown. */
export function ReportsPage({ ui, reported, hidden, notice }: ReportsProps) {
  const words = ui.t.ratings;
  const menu = <OperatorMenu ui={ui} current={path} />;
  return (
    <Shell ui={ui} title={words.reportsTitle} section="operator" notice={notice} menu={menu}>
      <PageHeading title={words.reportsTitle} lead={words.reportsLead} />
      <Block id="reported" title={words.reportsWaiting}>
        {reported.length === 0 ? (
          <EmptyState icon="check" title={words.reportsEmptyTitle} text={words.reportsEmptyText} />
        ) : (
          <Reports ui={ui} reports={reported} from="reported" />
        )}
      </Block>
      <Block id="hidden" title={words.reportsHidden}>
        {hidden.length === 0 ? (
          <p class="quiet">{words.noneHidden}</p>
        ) : (
          <Reports ui={ui} reports={hidden} from="hidden" />
        )}
      </Block>
    </Shell>
  );
}

function Reports(props: {
  readonly ui: Ui;
  readonly reports: readonly ReportView[];
  readonly from: 'reported' | 'hidden';
}) {
  const { ui, from } = props;
  const words = ui.t.ratings;
  const decisions =
    from === 'reported'
      ? ([
          ['hide', words.hide],
          ['keep', words.keep],
        ] as const)
      : ([['keep', words.showAgain]] as const);
  return (
    <ul class="panel divide-y divide-base-300">
      {props.reports.map((report) => (
        <li class="px-4 py-3">
          <p class="quiet text-sm">
            <Text ui={ui} map={report.courseTitle} /> · <Stars stars={report.stars} />{' '}
            <span class="sr-only">{words.starLabels[report.stars]}</span> · <When ui={ui} at={report.at} />
          </p>
          <p class="mt-1 max-w-[68ch] whitespace-pre-line break-words">{report.text}</p>
          <form method="post" action={path} class="mt-2 flex flex-wrap gap-2">
            <input type="hidden" name="from" value={from} />
            <input type="hidden" name="reportId" value={report.reportId} />
            {decisions.map(([decision, label]) => (
              <button type="submit" name="decision" value={decision} class="btn btn-sm min-h-9">
                {label}
              </button>
            ))}
          </form>
        </li>
      ))}
    </ul>
  );
}
