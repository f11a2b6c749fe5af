import { Figure, hrefOf, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { Columns, RowBar } from './charts.tsx';
import { CohortForm, Discretion, Figures, NothingToSee } from './frame.tsx';
import { cohortQuery, statisticsHref } from './paths.ts';
import type { ModuleStatisticsView } from './ports.ts';
import { Questions } from './questions.tsx';
import { clockText, toldText } from './words.ts';

interface Props {
  readonly ui: Ui;
  readonly view: ModuleStatisticsView;
}

/** How one module goes: what is watched or read of it, and how its questions are answered. */
export function ModuleStatisticsPage({ ui, view }: Props) {
  const { t } = ui;
  const { module } = view;
  const hasMore = view.watching ?? view.pages ?? view.questions[0];
  return (
    <Shell ui={ui} title={`${t.statistics.title}: ${plainText(ui, module.title)}`} section="studio">
      <PageHeading
        title={<Text ui={ui} map={module.title} />}
        lead={
          <>
            {t.statistics.title}. {t.statistics.asOf} <When ui={ui} at={view.asOf} />.
          </>
        }
        trail={
          <Trail
            ui={ui}
            links={[
              [`/studio/courses/${view.courseId}`, <Text ui={ui} map={view.title} />],
              [hrefOf(statisticsHref(view.courseId), cohortQuery(view)), t.statistics.title],
            ]}
          />
        }
      />
      <CohortForm ui={ui} view={view} />
      <Discretion ui={ui} view={view} />
      {view.suppressed ? (
        <NothingToSee ui={ui} view={view} />
      ) : (
        <>
          <Summary ui={ui} view={view} />
          <Watching ui={ui} view={view} />
          <Pages ui={ui} view={view} />
          <Questions ui={ui} view={view} />
          {!hasMore && <p class="quiet">{t.statistics.noDetails}</p>}
        </>
      )}
    </Shell>
  );
}

function Summary({ ui, view }: Props) {
  const { t, format } = ui;
  const { quartiles } = view.time;
  return (
    <dl class="mb-8 grid gap-3 sm:grid-cols-3">
      <Figure label={t.statistics.startedModule} value={toldText(ui, view.started)} />
      <Figure label={t.statistics.finishedModule} value={toldText(ui, view.finished)} />
      <Figure
        label={t.statistics.columns.median}
        value={quartiles ? format.duration(quartiles.median) : '–'}
        note={
          quartiles
            ? t.statistics.middleHalf(format.duration(quartiles.lower), format.duration(quartiles.upper))
            : t.statistics.timesFrom
        }
      />
    </dl>
  );
}

function Watching({ ui, view }: Props) {
  const { t, format } = ui;
  const { watching, module } = view;
  if (!watching) return null;
  const { from, viewers, again } = t.statistics.columns;
  const marks = [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, text: clockText(watching.lengthSeconds * at) }));
  return (
    <Figures
      ui={ui}
      view={view}
      id="watching"
      title={t.statistics.watching}
      lead={t.statistics.watchingLead(toldText(ui, watching.viewers))}
      table="seconds"
      moduleId={module.moduleId}
    >
      {watching.bins.length > 0 && (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls, and this is a drawing that scrolls */}
          <div class="panel overflow-x-auto p-3" role="group" aria-label={t.statistics.watching} tabindex={0}>
            <Columns
              label={t.statistics.watchingChart}
              columns={watching.bins.map((bin) => ({ people: bin.viewers, within: bin.again }))}
              marks={marks}
              numberOf={format.number}
            />
            <p class="quiet flex flex-wrap gap-x-5 text-sm">
              <Key class="fill-primary" text={viewers} />
              <Key class="fill-accent" text={again} />
            </p>
          </div>
          <details class="mt-2">
            <summary class="text-link inline-flex min-h-8 cursor-pointer items-center">
              {t.statistics.asTable}
            </summary>
            <Table caption={t.statistics.watching} columns={[from, viewers, again]}>
              {watching.bins.map((bin) => (
                <tr>
                  <th scope="row" class="font-normal">
                    {clockText(bin.from)}
                  </th>
                  <td class="tabular-nums">{toldText(ui, bin.viewers)}</td>
                  <td class="tabular-nums">{toldText(ui, bin.again)}</td>
                </tr>
              ))}
            </Table>
          </details>
        </>
      )}
    </Figures>
  );
}

function Key({ class: kind, text }: { readonly class: string; readonly text: string }) {
  return (
    <span class="inline-flex items-center gap-2">
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <rect width="12" height="12" class={kind} />
      </svg>
      {text}
    </span>
  );
}

function Pages({ ui, view }: Props) {
  const { t } = ui;
  const { pages, module } = view;
  if (!pages) return null;
  const most = Math.max(5, ...pages.map(({ viewers }) => (viewers === 'few' ? 0 : viewers)));
  const { page, viewers, chart } = t.statistics.columns;
  return (
    <Figures
      ui={ui}
      view={view}
      id="pages"
      title={t.statistics.pages}
      lead={t.statistics.pagesLead}
      table="pages"
      moduleId={module.moduleId}
    >
      <Table caption={t.statistics.pages} columns={[page, viewers, chart]}>
        {pages.map((one) => (
          <tr>
            <th scope="row" class="font-normal">
              {ui.format.number(one.page)}
            </th>
            <td class="tabular-nums">{toldText(ui, one.viewers)}</td>
            <td>
              <RowBar people={one.viewers} most={most} />
            </td>
          </tr>
        ))}
      </Table>
    </Figures>
  );
}
