import { Block, Figure, PageHeading } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { LearningTable } from './learning-page.tsx';
import { AgencyMenu } from './menu.tsx';
import type { AgencyOverview } from './ports.ts';

/** The agency at a glance: how many enrol, start, finish; who finished last. */
export function AgencyPage(props: { readonly ui: Ui; readonly view: AgencyOverview }) {
  const { ui, view } = props;
  const { t, format } = ui;
  return (
    <Shell ui={ui} title={t.agency.title} section="agency" menu={<AgencyMenu ui={ui} current="/agency" />}>
      <PageHeading title={view.agency} lead={t.agency.overviewLead(view.agency)} />
      <dl class="mb-8 grid grid-cols-2 gap-3 md:grid-cols-3">
        <Figure label={t.agency.people} value={format.number(view.people)} note={t.agency.peopleUnit} />
        <Figure label={t.agency.completed} value={format.number(view.completed)} note={t.agency.enrolments} />
        <Figure label={t.agency.jpEarned} value={format.jp(view.jpEarned)} note={t.agency.jpRule} />
      </dl>
      {view.partial && <p class="quiet mb-4 text-sm">{t.agency.partial(view.people)}</p>}
      <Block id="funnel" title={t.agency.funnelHeading}>
        <Funnel ui={ui} view={view} />
      </Block>
      <Block
        id="recent"
        title={t.agency.recentHeading}
        aside={
          <a href="/agency/learning" class="text-link">
            {t.agency.learningTitle}
          </a>
        }
      >
        {view.recent.length === 0 ? (
          <p class="quiet">{t.agency.recentEmpty}</p>
        ) : (
          <LearningTable ui={ui} rows={view.recent} caption={t.agency.recentHeading} />
        )}
      </Block>
    </Shell>
  );
}

/** Bars with their numbers in words; the drawing adds nothing that the list does not say. */
function Funnel(props: { readonly ui: Ui; readonly view: AgencyOverview }) {
  const { ui, view } = props;
  const { t, format } = ui;
  const steps = [
    [t.agency.enrolled, view.enrolled],
    [t.agency.started, view.started],
    [t.agency.completed, view.completed],
  ] as const;
  return (
    <ul class="panel space-y-3 p-5">
      {steps.map(([label, count]) => {
        const percent = view.enrolled === 0 ? 0 : (count * 100) / view.enrolled;
        return (
          <li class="grid grid-cols-[5.5rem_1fr_7rem] items-center gap-3">
            <span>{label}</span>
            <svg
              class="h-6 w-full text-primary"
              width="100%"
              height="24"
              viewBox="0 0 100 10"
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              <rect width="100" height="10" fill="currentColor" opacity="0.12" />
              <rect width={percent.toFixed(1)} height="10" fill="currentColor" />
            </svg>
            <span class="text-end tabular-nums">
              <strong>{format.number(count)}</strong>{' '}
              <span class="quiet text-sm">({format.percent(percent)})</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
