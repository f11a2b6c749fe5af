import { answerPage, type PersonVisit, type Portal } from '../visit.ts';
import { CourseStatisticsPage, LaunchPage, ModuleStatisticsPage } from './pages.ts';
import { courseTables, moduleTables } from './paths.ts';
import type { StatisticsPorts, StatisticsWish } from './ports.ts';

const access = ['role:provider-author'] as const;
const base = '/studio/courses/:courseId/statistics';
const tables = () => import('./tables.ts');

/** How the courses of an author's provider go. */
export function registerStatistics(portal: Portal, ports: StatisticsPorts): void {
  portal.person({ method: 'GET', path: base, access }, async (visit) => {
    const view = await ports.courseOf(visit.person, nameOf(visit, 'courseId'), wishOf(visit));
    return answerPage(visit.context, <CourseStatisticsPage ui={visit.ui} view={view} />);
  });
  portal.person({ method: 'GET', path: `${base}/modules/:moduleId`, access }, async (visit) => {
    const place = { courseId: nameOf(visit, 'courseId'), moduleId: nameOf(visit, 'moduleId') };
    const view = await ports.moduleOf(visit.person, place, wishOf(visit));
    return answerPage(visit.context, <ModuleStatisticsPage ui={visit.ui} view={view} />);
  });
  portal.person({ method: 'GET', path: `${base}/launches/:sessionId`, access }, async (visit) => {
    const place = { courseId: nameOf(visit, 'courseId'), sessionId: nameOf(visit, 'sessionId') };
    const view = await ports.launchOf(visit.person, place);
    return answerPage(visit.context, <LaunchPage ui={visit.ui} view={view} />);
  });
  portal.person({ method: 'GET', path: `${base}/download`, access }, (visit) => download(visit, ports));
}

/** One table as a file, with the headings of the page. */
async function download(visit: PersonVisit, ports: StatisticsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const courseId = nameOf(visit, 'courseId');
  const wanted = context.req.query('table');
  const ofModule = moduleTables.find((name) => name === wanted);
  const { courseRows, moduleRows } = await tables();
  const rows = ofModule
    ? moduleRows(
        ui,
        await ports.moduleOf(person, { courseId, moduleId: asked(visit, 'module') ?? '' }, wishOf(visit)),
        ofModule,
      )
    : courseRows(
        ui,
        await ports.courseOf(person, courseId, wishOf(visit)),
        courseTables.find((name) => name === wanted) ?? 'funnel',
      );
  const name = `sinau-${ofModule ?? courseTables.find((one) => one === wanted) ?? 'funnel'}.csv`;
  // A mark, without which spreadsheets take UTF-8 for something else.
  return context.body(`\ufeff${await ports.csvOf(rows)}`, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  });
}

const nameOf = ({ context }: PersonVisit, name: string): string => context.req.param(name) ?? '';

const asked = ({ context }: PersonVisit, name: string): string | undefined => {
  const value = context.req.query(name)?.trim();
  return value === '' ? undefined : value;
};

function wishOf(visit: PersonVisit): StatisticsWish {
  const [version, from, until] = [asked(visit, 'version'), asked(visit, 'from'), asked(visit, 'until')];
  return {
    ...(version !== undefined && { version }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
  };
}
