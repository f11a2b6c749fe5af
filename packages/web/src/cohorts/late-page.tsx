import type { Child } from 'hono/jsx';
import { AgencyFrame } from '../agency/frame.tsx';
import { cohortDaysWords } from '../i18n/cohort-days.ts';
import { cohortWords } from '../i18n/cohorts.ts';
import { Block, EmptyState, hrefOf, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { cohortPath, cohortsPath, deskCohortPath, deskCohortsPath } from './paths.ts';
import type { LateAsk, LateView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view: LateView;
  readonly ask: LateAsk;
  /** `desk`: for the agency; else for whoever looks after it. */
  readonly isDesk: boolean;
}

/** Who is late with which step of a cohort; each number leads to its list. */
export function LatePage(props: Props) {
  const { ui, view, ask, isDesk } = props;
  const words = cohortDaysWords[ui.locale];
  const { title } = words;
  const list = isDesk ? deskCohortsPath : cohortsPath;
  const here = pathOf(props);
  const heading = (
    <PageHeading
      title={title}
      lead={words.lead}
      trail={
        <Trail
          ui={ui}
          links={[
            [list, cohortWords[ui.locale].title],
            [isDesk ? deskCohortPath(view.cohortId) : cohortPath(view.cohortId), view.name],
          ]}
        />
      }
    />
  );
  return (
    <Frame ui={ui} title={`${title} · ${view.name}`} isDesk={isDesk}>
      {heading}
      {view.steps.length === 0 ? (
        <EmptyState icon="check" title={words.noDays} text={words.noneText} />
      ) : (
        <>
          <Block id="steps" title={words.steps}>
            <Steps {...props} here={here} />
          </Block>
          <Block id="people" title={headOf(ui, view, ask)} aside={<Files ui={ui} here={here} ask={ask} />}>
            <People {...props} />
          </Block>
        </>
      )}
    </Frame>
  );
}

const pathOf = ({ view, isDesk }: Pick<Props, 'view' | 'isDesk'>): string =>
  `${isDesk ? deskCohortPath(view.cohortId) : cohortPath(view.cohortId)}/late`;

function Frame(props: {
  readonly ui: Ui;
  readonly title: string;
  readonly isDesk: boolean;
  readonly children?: Child;
}) {
  const { ui, title, children } = props;
  return props.isDesk ? (
    <AgencyFrame current={deskCohortsPath} ui={ui} title={title} notice={undefined}>
      {children}
    </AgencyFrame>
  ) : (
    <Shell ui={ui} title={title} section="paths">
      {children}
    </Shell>
  );
}

function headOf(ui: Ui, view: LateView, { only, stepId }: LateAsk): string {
  const words = cohortDaysWords[ui.locale];
  const at = view.steps.findIndex((step) => step.stepId === stepId);
  return at < 0 ? words.whom[only] : words.ofStep(words.whom[only], ui.format.number(at + 1));
}

function Files({ ui, here, ask }: { readonly ui: Ui; readonly here: string; readonly ask: LateAsk }) {
  const words = cohortDaysWords[ui.locale];
  const query = { only: ask.only, ...(ask.stepId !== undefined && { step: ask.stepId }) };
  const file = (format: string, label: string) => (
    <a class="text-link inline-flex min-h-8 items-center" href={hrefOf(here, { ...query, format })}>
      {label}
    </a>
  );
  return (
    <span class="flex flex-wrap gap-4">
      {ask.stepId !== undefined && (
        <a class="text-link inline-flex min-h-8 items-center" href={hrefOf(here, { only: ask.only })}>
          {words.all}
        </a>
      )}
      {file('xlsx', words.asExcel)}
      {file('csv', words.asCsv)}
    </span>
  );
}

function Steps({ ui, view, here }: Props & { readonly here: string }) {
  const words = cohortDaysWords[ui.locale];
  const [, until, open, late] = words.stepColumns;
  const link = (step: LateView['steps'][number], only: LateAsk['only'], n: number) => (
    <a
      class="text-link inline-flex min-h-8 min-w-8 items-center"
      href={`${hrefOf(here, { step: step.stepId, only })}#people`}
      aria-label={`${words.ofStep(words.whom[only], ui.format.number(n + 1))}: ${ui.format.number(step[only])}`}
    >
      {ui.format.number(step[only])}
    </a>
  );
  return (
    <Table caption={words.steps} columns={words.stepColumns} cards>
      {view.steps.map((step, n) => (
        <tr>
          <th scope="row" class="font-medium">
            {`${n + 1}. `}
            <Text ui={ui} map={step.title} />
          </th>
          <td data-label={until} class="whitespace-nowrap">
            <When ui={ui} at={step.dueOn} dateOnly />
          </td>
          <td data-label={open} class="tabular-nums">
            {link(step, 'open', n)}
          </td>
          <td data-label={late} class="tabular-nums">
            {link(step, 'late', n)}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function People({ ui, view, ask }: Props) {
  const words = cohortDaysWords[ui.locale];
  const [, step, until, state] = words.rowColumns;
  if (view.rows.length === 0) {
    return <EmptyState icon="check" title={words.none[ask.only]} text={words.noneText} />;
  }
  return (
    <Table caption={words.whom[ask.only]} columns={words.rowColumns} cards>
      {view.rows.map((row) => (
        <tr>
          <th scope="row" class="font-medium">
            {row.name}
          </th>
          <td data-label={step}>
            <Text ui={ui} map={row.title} />
          </td>
          <td data-label={until} class="whitespace-nowrap">
            <When ui={ui} at={row.dueOn} dateOnly />
          </td>
          <td data-label={state}>
            {row.isLate ? <span class="tag tag-error">{words.isLate}</span> : words.isOpen}
          </td>
        </tr>
      ))}
    </Table>
  );
}
