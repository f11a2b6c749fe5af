import { answerPage, type PersonVisit } from '../visit.ts';
import { type EvaluationResultsPorts, type ResultsWish, type SubjectWish, wordGroups } from './ports.ts';
import { StudioResultsPage, SubjectResultsPage, YearResultsPage } from './result-pages.tsx';

/** What an address wishes for; what it cannot mean is left out. */
function wishIn({ context }: PersonVisit): ResultsWish {
  const year = yearIn(context.req.query('year'));
  const kind = context.req.query('kind');
  const owner = (context.req.query('owner') ?? '').slice(0, 100);
  return {
    ...(year !== undefined && { year }),
    ...((kind === 'course' || kind === 'event') && { kind }),
    ...(owner !== '' && { owner }),
  };
}

const yearIn = (given: string | undefined): number | undefined =>
  /^20\d\d$/.test(given ?? '') ? Number(given) : undefined;

function subjectIn(visit: PersonVisit, kind: 'course' | 'event'): SubjectWish {
  const { req } = visit.context;
  const subjectId = (req.param(kind === 'course' ? 'courseId' : 'eventId') ?? '').slice(0, 64);
  const year = yearIn(req.query('year'));
  const of = wordGroups.find((group) => group === req.query('of'));
  const token = (req.query('page') ?? '').slice(0, 1_000);
  return {
    ...{ kind, subjectId },
    ...(year !== undefined && { year }),
    // A token of a list that is not named is none of the first one either.
    ...(token !== '' && { page: { of: of ?? wordGroups[0], token } }),
  };
}

export async function showYear(visit: PersonVisit, ports: EvaluationResultsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  return answerPage(context, <YearResultsPage ui={ui} view={await ports.yearOf(person, wishIn(visit))} />);
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export async function downloadYear(visit: PersonVisit, ports: EvaluationResultsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const format = context.req.query('format') === 'csv' ? 'csv' : 'xlsx';
  const file = await ports.fileOf(person, { ...wishIn(visit), format, language: ui.locale });
  return context.body(file, 200, {
    'content-type': types[format],
    'content-disposition': `attachment; filename="sinau-evaluasi.${format}"`,
  });
}

export async function showCourse(visit: PersonVisit, ports: EvaluationResultsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const view = await ports.subjectOf(person, subjectIn(visit, 'course'));
  return answerPage(context, <SubjectResultsPage ui={ui} view={view} />);
}

export async function showEvent(visit: PersonVisit, ports: EvaluationResultsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const view = await ports.subjectOf(person, subjectIn(visit, 'event'));
  return answerPage(context, <SubjectResultsPage ui={ui} view={view} />);
}

export async function showOwnCourse(visit: PersonVisit, ports: EvaluationResultsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const view = await ports.ownCourseOf(person, subjectIn(visit, 'course'));
  return answerPage(context, <StudioResultsPage ui={ui} view={view} isEmpty={view.completed === 0} />);
}

export async function showOwnEvent(visit: PersonVisit, ports: EvaluationResultsPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const view = await ports.ownEventOf(person, subjectIn(visit, 'event'));
  return answerPage(context, <StudioResultsPage ui={ui} view={view} isEmpty={view.completed === 0} />);
}
