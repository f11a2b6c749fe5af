import { minutesPerJp } from '@sinau/kernel';
import { hrefOf, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { RowBar, RowRange } from './charts.tsx';
import { CohortForm, Discretion, Figures, NothingToSee } from './frame.tsx';
import { moduleHref, statisticsHref } from './paths.ts';
import type { CourseStatisticsView, Told } from './ports.ts';
import { callText, moduleTitle, reasonText, shareText, stepText, toldText } from './words.ts';

interface Props {
  readonly ui: Ui;
  readonly view: CourseStatisticsView;
}

/** How a course goes: who begins, who finishes, where people stop, and how long they take. */
export function CourseStatisticsPage({ ui, view }: Props) {
  const { t } = ui;
  const title = plainText(ui, view.title);
  return (
    <Shell ui={ui} title={`${t.statistics.title}: ${title}`} section="studio">
      <PageHeading
        title={t.statistics.title}
        lead={
          <>
            <Text ui={ui} map={view.title} />. {t.statistics.asOf} <When ui={ui} at={view.asOf} />.
          </>
        }
        trail={
          <Trail
            ui={ui}
            links={[
              ['/studio', t.studio.title],
              [`/studio/courses/${view.courseId}`, <Text ui={ui} map={view.title} />],
            ]}
          />
        }
      />
      {view.version > 0 && <CohortForm ui={ui} view={view} />}
      <Discretion ui={ui} view={view} />
      {view.suppressed ? (
        <NothingToSee ui={ui} view={view} />
      ) : (
        <>
          <Funnel ui={ui} view={view} />
          <Modules ui={ui} view={view} />
          <Stops ui={ui} view={view} />
          <Times ui={ui} view={view} />
          <Launches ui={ui} view={view} />
        </>
      )}
      {view.troubled.length > 0 && <Troubled ui={ui} view={view} />}
    </Shell>
  );
}

const largest = (people: readonly Told[]): number =>
  Math.max(5, ...people.map((one) => (one === 'few' ? 0 : one)));

function Funnel({ ui, view }: Props) {
  const { t } = ui;
  const { steps } = view;
  const most = largest(steps.map(({ people }) => people));
  const { step, people, share, chart } = t.statistics.columns;
  return (
    <Figures ui={ui} view={view} id="funnel" title={t.statistics.funnel} table="funnel">
      <Table caption={t.statistics.funnel} columns={[step, people, share, chart]}>
        {steps.map((one) => (
          <tr>
            <th scope="row" class="min-w-44 font-normal">
              <span class="font-medium">{stepText(ui, view, one)}</span>
              <span class="quiet block text-sm">{t.statistics.stepMeanings[one.kind]}</span>
            </th>
            <td class="tabular-nums whitespace-nowrap">{toldText(ui, one.people)}</td>
            <td class="tabular-nums">{shareText(ui, one.share)}</td>
            <td>
              <RowBar people={one.people} most={most} />
            </td>
          </tr>
        ))}
      </Table>
    </Figures>
  );
}

function Modules({ ui, view }: Props) {
  const { t } = ui;
  return (
    <Figures ui={ui} view={view} id="modules" title={t.statistics.modules} lead={t.statistics.modulesLead}>
      <ul class="panel divide-y divide-base-300">
        {view.modules.map((module) => (
          <li class="px-4 py-1">
            <a
              href={moduleHref(view, module.moduleId)}
              class="text-link inline-flex min-h-9 items-center break-words"
            >
              {plainText(ui, module.title)}
            </a>
          </li>
        ))}
      </ul>
    </Figures>
  );
}

function Stops({ ui, view }: Props) {
  const { t } = ui;
  const most = largest(view.stops.map(({ people }) => people));
  const { module, people, chart } = t.statistics.columns;
  return (
    <Figures
      ui={ui}
      view={view}
      id="stops"
      title={t.statistics.stops}
      lead={t.statistics.stopsLead}
      table="stops"
    >
      <Table caption={t.statistics.stops} columns={[module, people, chart]}>
        {view.stops.map((one) => (
          <tr>
            <th scope="row" class="min-w-40 font-normal">
              {moduleTitle(ui, view.modules, one.moduleId) || t.statistics.nothingOpened}
            </th>
            <td class="whitespace-nowrap tabular-nums">{toldText(ui, one.people)}</td>
            <td>
              <RowBar people={one.people} most={most} />
            </td>
          </tr>
        ))}
      </Table>
    </Figures>
  );
}

function Times({ ui, view }: Props) {
  const { t, format } = ui;
  const { minutes, jp } = view.stated;
  const stated = minutes === undefined ? undefined : minutes * 60;
  const most = Math.max(1, stated ?? 0, ...view.times.map(({ quartiles }) => quartiles?.upper ?? 0));
  const { part, people, lower, median, upper, chart } = t.statistics.columns;
  const time = (seconds: number | undefined) => (seconds === undefined ? '–' : format.duration(seconds));
  return (
    <Figures
      ui={ui}
      view={view}
      id="times"
      title={t.statistics.times}
      lead={
        <>
          {t.statistics.timesLead} {stated !== undefined && t.statistics.stated(format.duration(stated))}{' '}
          {jp !== undefined &&
            t.statistics.statedJp(format.jp(jp), format.duration((jp / 100) * minutesPerJp * 60))}
        </>
      }
      table="times"
    >
      <Table caption={t.statistics.times} columns={[part, people, lower, median, upper, chart]}>
        {view.times.map(({ moduleId, people: count, quartiles }) => (
          <tr>
            <th scope="row" class="min-w-40 font-normal">
              {moduleTitle(ui, view.modules, moduleId) || t.statistics.wholeCourse}
            </th>
            <td class="whitespace-nowrap tabular-nums">{toldText(ui, count)}</td>
            <td class="whitespace-nowrap">{time(quartiles?.lower)}</td>
            <td class="whitespace-nowrap">{time(quartiles?.median)}</td>
            <td class="whitespace-nowrap">{time(quartiles?.upper)}</td>
            <td>
              <RowRange quartiles={quartiles} most={most} />
            </td>
          </tr>
        ))}
      </Table>
    </Figures>
  );
}

function Launches({ ui, view }: Props) {
  const { t } = ui;
  const { module, launches, abandoned, share } = t.statistics.columns;
  return (
    <Figures
      ui={ui}
      view={view}
      id="launches"
      title={t.statistics.launches}
      lead={t.statistics.launchesLead}
      table="launches"
    >
      <Table caption={t.statistics.launches} columns={[module, launches, abandoned, share]}>
        {view.launches.map((one) => (
          <tr>
            <th scope="row" class="min-w-40 font-normal">
              {moduleTitle(ui, view.modules, one.moduleId)}
            </th>
            <td class="whitespace-nowrap tabular-nums">{toldText(ui, one.launches)}</td>
            <td class="whitespace-nowrap tabular-nums">{toldText(ui, one.abandoned)}</td>
            <td class="tabular-nums">{shareText(ui, one.share)}</td>
          </tr>
        ))}
      </Table>
    </Figures>
  );
}

function Troubled({ ui, view }: Props) {
  const { t } = ui;
  const { when, module, learner, wrong } = t.statistics.columns;
  return (
    <Figures ui={ui} view={view} id="troubled" title={t.statistics.troubled} lead={t.statistics.troubledLead}>
      <Table caption={t.statistics.troubled} columns={[when, module, learner, wrong]}>
        {view.troubled.map((launch) => {
          const kind = view.modules.find(({ moduleId }) => moduleId === launch.moduleId)?.kind;
          return (
            <tr>
              <th scope="row" class="font-normal whitespace-nowrap">
                <a
                  href={hrefOf(`${statisticsHref(view.courseId)}/launches/${launch.sessionId}`, {})}
                  class="text-link inline-flex min-h-8 items-center"
                >
                  <When ui={ui} at={launch.startedAt} />
                </a>
              </th>
              <td>{moduleTitle(ui, view.modules, launch.moduleId) || '–'}</td>
              <td>
                <code class="text-sm">{launch.learner.slice(0, 8)}</code>
              </td>
              <td class="min-w-64">
                <ul>
                  {launch.kinds.map((one) => (
                    <li class="py-0.5">
                      {reasonText(ui, kind, one.error)} <code class="text-sm break-all">{callText(one)}</code>{' '}
                      <span class="quiet whitespace-nowrap">{t.statistics.occurred(one.times)}</span>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          );
        })}
      </Table>
    </Figures>
  );
}
