import type { AgencyId, Clock, PersonPrincipal } from '@sinau/kernel';
import { ownService, serviceAt } from './authority.ts';
import type { Comment } from './comment.ts';
import { FeedbackNotFound } from './errors.ts';
import type { AnswerStore, CommentCounts, ServicePlace, ServiceStore } from './ports.ts';
import type { ServicePromise } from './promise.ts';
import { ruleOf } from './rule.ts';
import { type Counts, type Satisfaction, sampleSize, satisfactionOf } from './satisfaction.ts';
import type { Service, ServiceId } from './service.ts';
import { leastAnswers } from './standing.ts';
import { type Survey, type SurveyState, stateOf } from './survey.ts';

export interface SurveyResult {
  readonly survey: Survey;
  readonly state: SurveyState;
  /** All there are; in public those that the numbers are of. */
  readonly answers: number;
  /** How many should answer, where the agency says how many were served. */
  readonly wished?: number;
  /** Absent: too few have answered to tell. Of a survey that runs, as it stood some answers ago (`Standings`). */
  readonly satisfaction?: Satisfaction;
  readonly counts?: Counts;
  readonly comments: CommentCounts;
}

export interface ServiceView {
  readonly service: Service;
  /** Newest first. */
  readonly surveys: readonly SurveyResult[];
  readonly promises: readonly ServicePromise[];
}

interface Deps {
  readonly services: ServiceStore;
  readonly answers: AnswerStore;
  readonly clock: Clock;
}

/** Surveys whose numbers are read for one page. */
const mostRead = 12;

/** A service of one's own with its newest surveys and what was promised. Scores are told as to everybody, the number of answers is whole. */
export async function readService(
  deps: Deps,
  input: { readonly principal: PersonPrincipal; readonly serviceId: ServiceId },
): Promise<ServiceView> {
  return viewOf(deps, await ownService(deps, input));
}

export interface PublicView extends ServiceView {
  /** Of the newest survey that has some, newest first. */
  readonly comments: readonly Comment[];
}

/** What everybody may know of a service. Comments are told with the first numbers, and never how many wait: that would tell who wrote. */
export async function readPublicService(deps: Deps, place: ServicePlace): Promise<PublicView> {
  const service = await serviceAt(deps, place);
  if (service.state === 'closed') throw new FeedbackNotFound();
  const view = await viewOf(deps, service);
  const surveys = view.surveys.filter(({ state }) => state !== 'planned').map(inPublic);
  const told = surveys.find(({ satisfaction, comments }) => satisfaction && comments.shown > 0);
  const comments = told ? (await deps.answers.comments(told.survey, 'shown', { limit: 20 })).comments : [];
  return { ...view, surveys, comments };
}

/** Services that everybody may know of, by name. */
export async function listPublicServices(
  { services }: Pick<Deps, 'services'>,
  agencyId: AgencyId,
): Promise<readonly Service[]> {
  const found = (await services.list(agencyId)).filter(({ state }) => state === 'open');
  return found.toSorted((a, b) => a.name.localeCompare(b.name, 'id'));
}

const nobody: CommentCounts = { waiting: 0, shown: 0, hidden: 0 };

function inPublic({ satisfaction, comments, ...result }: SurveyResult): SurveyResult {
  if (!satisfaction) return { ...result, answers: 0, comments: nobody };
  return { ...result, satisfaction, answers: satisfaction.answers, comments: { ...comments, waiting: 0 } };
}

/** The newest survey of a service that has begun, as it stands; undefined where none has. */
export async function readNewestSurvey(deps: Deps, service: Service): Promise<SurveyResult | undefined> {
  const now = deps.clock.now();
  const begun = (await deps.services.surveys(service)).find((survey) => stateOf(survey, now) !== 'planned');
  return begun && resultOf(deps, begun, now);
}

/** The newest survey of a service whose numbers may be told; a new one tells none at first, so that it is an older one then. */
export async function readToldSurvey(deps: Deps, service: Service): Promise<SurveyResult | undefined> {
  const now = deps.clock.now();
  for (const survey of (await deps.services.surveys(service)).slice(0, mostRead)) {
    if (stateOf(survey, now) === 'planned') continue;
    const result = await resultOf(deps, survey, now);
    if (result.satisfaction) return result;
  }
  return undefined;
}

/** What surveys that are over have come to, so that they are not read again: nobody answers them any more. */
export type Finals = Map<string, Satisfaction | undefined>;

/** So many are remembered. */
const mostFinals = 5_000;

async function satisfactionAt(
  deps: Deps & { readonly finals?: Finals },
  survey: Survey,
  now: Date,
): Promise<Satisfaction | undefined> {
  const key = JSON.stringify([survey.agencyId, survey.serviceId, survey.surveyId]);
  if (deps.finals?.has(key)) return deps.finals.get(key);
  const { satisfaction, state } = await resultOf(deps, survey, now);
  if (state === 'over' && deps.finals && deps.finals.size < mostFinals) deps.finals.set(key, satisfaction);
  return satisfaction;
}

/** So many surveys back another is looked for that is told. */
const mostBack = 3;

/**
 * The newest survey of a year that is told, and the one before it that is: means of each. Undefined where there are no two. A survey belongs to the year of its first
 * day.
 */
export async function readChange(
  deps: Deps & { readonly finals?: Finals },
  service: ServicePlace,
  year: number,
): Promise<{ readonly before: Satisfaction; readonly after: Satisfaction } | undefined> {
  const now = deps.clock.now();
  const surveys = (await deps.services.surveys(service)).filter(
    (survey) => survey.from <= `${year}-12-31` && stateOf(survey, now) !== 'planned',
  );
  if (!surveys[0]?.from.startsWith(String(year))) return undefined;
  const told: { readonly from: string; readonly satisfaction: Satisfaction }[] = [];
  for (const survey of surveys.slice(0, mostBack)) {
    if (told.length === 2) break;
    const satisfaction = await satisfactionAt(deps, survey, now);
    if (satisfaction) told.push({ from: survey.from, satisfaction });
  }
  const [after, before] = told;
  if (!after?.from.startsWith(String(year)) || !before) return undefined;
  return { before: before.satisfaction, after: after.satisfaction };
}

async function viewOf(deps: Deps, service: Service): Promise<ServiceView> {
  const [all, promises] = await Promise.all([
    deps.services.surveys(service),
    deps.services.promises(service),
  ]);
  const now = deps.clock.now();
  const surveys = await Promise.all(all.slice(0, mostRead).map((survey) => resultOf(deps, survey, now)));
  const newest = promises.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  return { service, surveys, promises: newest };
}

async function resultOf(deps: Deps, survey: Survey, now: Date): Promise<SurveyResult> {
  const { counts, comments, standings } = await deps.answers.counts(survey);
  const state = stateOf(survey, now);
  const told = state === 'running' ? standings.shown : counts;
  const satisfaction =
    told && told.answers >= leastAnswers ? satisfactionOf(ruleOf(survey.rule), told) : undefined;
  return {
    ...{ survey, state, answers: counts.answers, comments },
    ...(survey.served !== undefined && { wished: sampleSize(survey.served) }),
    ...(told && satisfaction && { satisfaction, counts: told }),
  };
}
