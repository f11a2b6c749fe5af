import { AgencyMenu } from '../agency/menu.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, EmptyState, Figure, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { rupiah } from '../quotas/place.tsx';
import type { Ui } from '../ui.ts';
import { CoverageTable, RestTable } from './coverage.tsx';
import { FunnelTable, ObligationsTable } from './funnel.tsx';
import { CountLink, shareOf } from './parts.tsx';
import { numbersHref, numbersPath, overdueHref, standingHref } from './paths.ts';
import type { NumbersView } from './ports.ts';
import { UnitDutiesTable } from './unit-duties.tsx';

interface Props {
  readonly ui: Ui;
  readonly view: NumbersView;
}

/** How an agency stands in a year, or one unit of it; every number opens its list. */
export function NumbersPage({ ui, view }: Props) {
  const { t, format } = ui;
  const words = t.compliance;
  const { unit } = view;
  const title = unit?.name ?? view.agency;
  return (
    <Shell
      ui={ui}
      title={t.agency.title}
      section="agency"
      menu={<AgencyMenu ui={ui} current={numbersPath} />}
    >
      <PageHeading
        title={title}
        lead={words.asOf(format.dateTime(view.asOf), view.year)}
        {...(unit && { trail: <Trail ui={ui} links={trailOf(view)} /> })}
        actions={<Years {...{ ui, view }} />}
      />
      {view.counting !== undefined && (
        <div class="mb-4">
          <Notice tone="info">{words.counting(view.year)}</Notice>
        </div>
      )}
      {view.total.people === 0 ? (
        <EmptyState icon="people" title={words.emptyTitle} text={words.emptyText} />
      ) : (
        <>
          <Figures ui={ui} view={view} />
          <Duties ui={ui} view={view} />
          <Block id="units" title={unit ? words.coverageBelow : words.coverage}>
            <p class="quiet mb-3 max-w-[75ch]">{words.coverageLead}</p>
            <CoverageTable ui={ui} view={view} />
          </Block>
          <Block id="rest" title={words.rest}>
            <p class="quiet mb-3 max-w-[75ch]">{words.restLead}</p>
            <RestTable ui={ui} view={view} />
          </Block>
          <details class="mb-6">
            <summary class="text-link inline-flex min-h-8 cursor-pointer items-center">{words.rule}</summary>
            <ul class="quiet mt-2 max-w-[75ch] list-disc space-y-1 ps-5">
              {words.rules.map((rule) => (
                <li>{rule}</li>
              ))}
            </ul>
          </details>
        </>
      )}
    </Shell>
  );
}

/** Of the whole agency also by obligation. */
function Duties({ ui, view }: Props) {
  const words = ui.t.compliance;
  const { whole, unit, year } = view;
  const { steps } = whole ? whole.funnel : view.duties;
  return (
    <Block id="funnel" title={words.funnel}>
      <p class="quiet mb-3 max-w-[75ch]">{words.funnelLead}</p>
      {steps.required === 0 ? (
        <EmptyState icon="chart" title={words.noDutiesTitle} text={words.noDutiesText} />
      ) : (
        <div class="grid gap-4">
          <FunnelTable ui={ui} year={year} unitId={unit?.unitId} steps={steps} />
          <UnitDutiesTable ui={ui} view={view} />
          {whole && <ObligationsTable ui={ui} year={year} obligations={whole.obligations} />}
        </div>
      )}
    </Block>
  );
}

function trailOf({ agency, year, path }: NumbersView): readonly (readonly [string, string])[] {
  return [
    [numbersHref({ year }), agency],
    ...path.map(({ unitId, name }) => [numbersHref({ year, unitId }), name] as const),
  ];
}

function Years({ ui, view }: Props) {
  return (
    <nav aria-label={ui.t.compliance.years} class="flex flex-wrap gap-2">
      {view.years.map((year) => (
        <a
          class="btn btn-sm"
          href={numbersHref({ year, ...(view.unit && { unitId: view.unit.unitId }) })}
          aria-current={year === view.year ? 'page' : undefined}
        >
          {year}
        </a>
      ))}
    </nav>
  );
}

function Figures({ ui, view }: Props) {
  const { t, format } = ui;
  const words = t.compliance;
  const { total, whole, unit, year } = view;
  const { met, below } = total.standings;
  const place = { unitId: unit?.unitId, own: false };
  return (
    <dl class="mb-8 grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Figure
        label={words.metShare}
        value={
          met + below === 0 ? (
            '–'
          ) : (
            <CountLink
              href={standingHref({ year, standing: 'met', ...place })}
              count={met}
              text={format.percent(shareOf(met, met + below))}
              label={words.standing.met}
            />
          )
        }
        note={words.metOf(format.number(met), format.number(met + below))}
      />
      <Figure
        label={words.overdue}
        value={
          <CountLink
            href={overdueHref(place)}
            count={total.overdue}
            text={format.number(total.overdue)}
            label={words.overdue}
          />
        }
        note={words.overdueNote}
      />
      <Figure
        label={words.people}
        value={
          <CountLink
            href={standingHref({ year, standing: 'all', ...place })}
            count={total.people}
            text={format.number(total.people)}
            label={words.people}
          />
        }
        note={words.jpEach(format.jp(Math.round(total.jp / total.people) as typeof total.jp))}
      />
      {whole && (
        <Figure
          label={words.costPerJp}
          value={
            <a class="text-link" href={`/agency/quotas?year=${year}`}>
              {whole.costPerJp === undefined ? '–' : rupiah(ui, Math.round(whole.costPerJp))}
            </a>
          }
          note={words.costNote(
            rupiah(ui, whole.cost.spent),
            format.number(whole.seats.used),
            format.number(whole.seats.seats),
          )}
        />
      )}
    </dl>
  );
}
