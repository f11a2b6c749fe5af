import {
  addService,
  answerRequestSchema,
  type Comment,
  type CommentId,
  changeService,
  endSurvey,
  FeedbackNotFound,
  giveAnswer,
  lastDayOf,
  listComments,
  listPublicServices,
  listServices,
  moderateComment,
  openForm,
  openOrClose,
  type PromiseId,
  type PublicTotals,
  planSurvey,
  promiseRequestSchema,
  readNewestSurvey,
  readPublicService,
  readPublicThemes,
  readPublicTotals,
  readService,
  ruleOf,
  type Service,
  type ServiceId,
  type ServicePlace,
  type SurveyId,
  type SurveyResult,
  serviceRequestSchema,
  setPromise,
  surveyRequestSchema,
  type ServiceView as View,
} from '@sinau/feedback';
import { type ForumId, type LearningPlans, publicForums, readPublicMinutes } from '@sinau/feedback/forums';
import { organisationName } from '@sinau/identity';
import type { AgencyId, Jp, PersonPrincipal } from '@sinau/kernel';
import type {
  CitizenServiceView,
  CitizensDeskPorts,
  CitizensPorts,
  CodeView,
  SurveyView,
  TotalsView,
  TrainingView,
} from '@sinau/web';
import { learningPlansOf } from '../shared/learning-plans.ts';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { ReadTrainingResults, TrainingResults } from '../shared/training-results.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';
import { publicForumView } from './join-forums.ts';
import { requestOfForm } from './request-of-form.ts';
import { senderIn } from './sender-in.ts';
import { surveyResultsFile } from './survey-results-file.ts';

type Deps = Pick<
  PortalDeps,
  | ('annualPlan' | 'budget' | 'citizens' | 'clock' | 'compliance')
  | ('courses' | 'minutesFiles' | 'organisations' | 'portalOrigin' | 'signer')
>;

const pageSize = 30;

const plansOf = ({ annualPlan }: Deps): { readonly learning: LearningPlans } => ({
  learning: learningPlansOf(annualPlan),
});

/** Sums of what was learned. Made at the first look, as few pages show them; it remembers what was told for a while. */
function trainingOf(deps: Deps): () => Promise<ReadTrainingResults> {
  let made: Promise<ReadTrainingResults> | undefined;
  const make = async () => {
    const { createTrainingResults } = await import('../shared/training-results.ts');
    const [{ compliance }, { realised }, { budgets }] = await Promise.all([
      deps.compliance(),
      deps.annualPlan(),
      deps.budget(),
    ]);
    return createTrainingResults({ compliance, realised, budgets, courses: deps.courses, clock: deps.clock });
  };
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

/** What everybody sees of services and says of them. */
export function joinCitizens(deps: Deps): CitizensPorts {
  const training = trainingOf(deps);
  return {
    async agencies() {
      const { services } = await deps.citizens();
      const having = new Set<string>(await services.agencies());
      const named = (await deps.organisations.listAgencies()).filter(({ agencyId }) => having.has(agencyId));
      const found = await inTurns(named, async ({ agencyId, name }) => {
        const open = await listPublicServices({ services }, agencyId);
        return open.length > 0 ? [{ agencyId, name }] : [];
      });
      return found.flat().toSorted((a, b) => a.name.localeCompare(b.name, 'id'));
    },
    async servicesOf(given) {
      const agencyId = given as AgencyId;
      const desk = await deps.citizens();
      const services = await listPublicServices(desk, agencyId);
      const agency = services.length > 0 ? await nameOf(deps, agencyId) : undefined;
      if (agency === undefined) return undefined;
      const [told, learned] = await Promise.all([
        readPublicTotals({ ...desk, ...plansOf(deps) }, { agencyId, services }),
        training().then((read) => read(agencyId)),
      ]);
      return {
        ...{ agency, services: services.map(publicService), totals: totalsView(told, services) },
        training: trainingView(learned),
      };
    },
    async serviceOf(place) {
      const desk = await deps.citizens();
      const view = await readPublicService(desk, placeOf(place));
      const forums = await publicForums({ ...desk, ...plansOf(deps) }, view.service);
      const complaints = await readPublicThemes(desk, view.service);
      const now = desk.clock.now();
      return {
        ...(await serviceViewOf(deps, view)),
        comments: view.comments.map(publicComment),
        forums: forums.map((forum) => publicForumView(forum, { agencyId: place.agencyId, now })),
        ...(complaints && { complaints }),
      };
    },
    async minutesOf(agencyId, forumId) {
      const at = { agencyId: agencyId as AgencyId, forumId: forumId as ForumId };
      const desk = { ...(await deps.citizens()), files: await deps.minutesFiles() };
      const { heldOn, bytes } = await readPublicMinutes(desk, at);
      return { day: heldOn, bytes };
    },
    async resultsOf(place, wish) {
      return surveyResultsFile(await readPublicService(await deps.citizens(), placeOf(place)), wish);
    },
    async formOf(place) {
      const { service, survey, form } = await openForm(await deps.citizens(), placeOf(place));
      const { agencyId, serviceId, name } = service;
      return {
        ...{ agencyId, serviceId, name, agency: (await nameOf(deps, agencyId)) ?? '–' },
        ...(survey && form && { survey: { to: survey.to, elements: survey.elements, form } }),
      };
    },
    async answer(place, order, arrival) {
      const request = requestOfForm(answerRequestSchema, order);
      const desk = await deps.citizens();
      const sender = await senderIn(arrival, desk.edge);
      await giveAnswer(desk, { place: placeOf(place), request, sender });
    },
  };
}

/** Services of an agency, for its administrators. */
export function joinCitizensDesk(deps: Deps): CitizensDeskPorts {
  return {
    ...serviceDesk(deps),
    plan: async (principal, serviceId, order) => {
      const request = requestOfForm(surveyRequestSchema, order);
      await planSurvey(await deps.citizens(), { principal, serviceId: serviceId as ServiceId, request });
    },
    end: async (principal, serviceId, surveyId) =>
      endSurvey(await deps.citizens(), {
        ...{ principal, serviceId: serviceId as ServiceId, surveyId: surveyId as SurveyId },
      }),
    async comments(principal, at, { state, after }) {
      const pages = sealedPages(deps, { list: 'citizens-comments', by: principal, of: [at, state] });
      const { comments, next } = await listComments(await deps.citizens(), {
        ...{ principal, ...surveyOf(at), state, ...pages.open(after), limit: pageSize },
      });
      return {
        comments: comments.map(commentView),
        ...(next !== undefined && { next: pages.seal(next) }),
      };
    },
    moderate: async (principal, at, { commentId, day, was, reason }) =>
      moderateComment(await deps.citizens(), {
        ...{ principal, ...surveyOf(at) },
        comment: { commentId: commentId as CommentId, day, state: was },
        decision: reason === undefined ? { state: 'shown' } : { state: 'hidden', reason },
      }),
    async setPromise(principal, serviceId, { order, existing }) {
      const request = requestOfForm(promiseRequestSchema, order);
      await setPromise(await deps.citizens(), {
        ...{ principal, serviceId: serviceId as ServiceId, request },
        ...(existing && { existing: { ...existing, promiseId: existing.promiseId as PromiseId } }),
      });
    },
  };
}

type ServiceDesk = Pick<
  CitizensDeskPorts,
  'list' | 'serviceOf' | 'resultsOf' | 'posterOf' | 'add' | 'change' | 'openOrClose'
>;

function serviceDesk(deps: Deps): ServiceDesk {
  const viewOf = async (principal: PersonPrincipal, serviceId: string) =>
    serviceViewOf(
      deps,
      await readService(await deps.citizens(), { principal, serviceId: serviceId as ServiceId }),
    );
  return {
    async list(principal) {
      const desk = await deps.citizens();
      return inTurns(await listServices(desk, { principal }), async (service) => {
        const { serviceId, name, unit, state } = service;
        const result = await readNewestSurvey(desk, service);
        const newest = result && surveyView(result);
        return { serviceId, name, state, ...(unit !== undefined && { unit }), ...(newest && { newest }) };
      });
    },
    serviceOf: viewOf,
    async resultsOf(principal, serviceId, wish) {
      const at = { principal, serviceId: serviceId as ServiceId };
      return surveyResultsFile(await readService(await deps.citizens(), at), wish);
    },
    async posterOf(principal, serviceId) {
      const service = await viewOf(principal, serviceId);
      const parts = [service.agencyId, service.serviceId].map(encodeURIComponent);
      const url = `${deps.portalOrigin}/services/${parts.join('/')}/survey`;
      return { service, url, code: await codeOf(url) };
    },
    async add(principal, words) {
      const request = requestOfForm(serviceRequestSchema, words);
      return (await addService(await deps.citizens(), { principal, request })).serviceId;
    },
    async change(principal, serviceId, { words, rev }) {
      const request = requestOfForm(serviceRequestSchema, words);
      await changeService(await deps.citizens(), {
        ...{ principal, serviceId: serviceId as ServiceId, request, rev },
      });
    },
    openOrClose: async (principal, serviceId, state) =>
      openOrClose(await deps.citizens(), { principal, serviceId: serviceId as ServiceId, state }),
  };
}

/** Without how often it was changed. */
const publicService = ({ agencyId, serviceId, name, about, unit }: Service) => ({
  ...{ agencyId, serviceId, name },
  ...(about !== undefined && { about }),
  ...(unit !== undefined && { unit }),
});

function totalsView({ done, ...totals }: PublicTotals, services: readonly Service[]): TotalsView {
  const names = new Map(services.map(({ serviceId, name }) => [serviceId, name]));
  return {
    ...totals,
    done: done.map(({ at: _, ...one }) => ({ ...one, service: names.get(one.serviceId) ?? '–' })),
  };
}

const trainingView = ({ asOf, years }: TrainingResults): TrainingView => ({
  asOf,
  years: years.map(({ jp, ...year }) => ({ ...year, ...(jp !== undefined && { jp: jp as Jp }) })),
});

const placeOf = ({ agencyId, serviceId }: { readonly agencyId: string; readonly serviceId: string }) =>
  ({ agencyId, serviceId }) as ServicePlace;

const surveyOf = (at: { readonly serviceId: string; readonly surveyId: string }) => ({
  serviceId: at.serviceId as ServiceId,
  surveyId: at.surveyId as SurveyId,
});

const nameOf = (deps: Deps, agencyId: AgencyId): Promise<string | undefined> =>
  organisationName(deps, { kind: 'agency', agencyId });

async function serviceViewOf(deps: Deps, view: View): Promise<CitizenServiceView> {
  const { agencyId, serviceId, name, about, unit, state, rev } = view.service;
  const agency = await nameOf(deps, agencyId);
  if (agency === undefined) throw new FeedbackNotFound();
  return {
    ...{ agencyId, serviceId, agency, name, state, rev },
    ...(about !== undefined && { about }),
    ...(unit !== undefined && { unit }),
    surveys: view.surveys.map(surveyView),
    promises: view.promises.map(({ agencyId: _, serviceId: __, ...promise }) => promise),
  };
}

function surveyView({ survey, state, answers, wished, satisfaction, comments }: SurveyResult): SurveyView {
  const { surveyId, from, elements, rule } = survey;
  return {
    ...{ surveyId, from, to: lastDayOf(survey), state, answers, comments },
    legalBasis: ruleOf(rule).legalBasis,
    ...(wished !== undefined && { wished }),
    ...(satisfaction && { ikm: satisfaction.ikm, grade: satisfaction.grade }),
    ...(satisfaction && state === 'running' && { asOf: satisfaction.answers }),
    elements: elements.map(({ code, subject }) => ({
      ...{ code, subject },
      ...(satisfaction && { mean: satisfaction.means[code] }),
    })),
  };
}

function commentView({ commentId, day, text, state, reason, decided }: Comment) {
  return {
    ...{ commentId, day, text, state },
    ...(reason !== undefined && { reason }),
    ...(decided && { decidedBy: decided.by }),
  };
}

/** Without who let it through. */
const publicComment = (comment: Comment) => {
  const { decidedBy: _, ...told } = commentView(comment);
  return told;
};

/** Dark squares as one path, row by row. */
async function codeOf(text: string): Promise<CodeView> {
  const { create } = await import('qrcode');
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const squares = [...data].flatMap((dark, index) =>
    dark ? [`M${index % size} ${Math.floor(index / size)}h1v1h-1z`] : [],
  );
  return { size, path: squares.join('') };
}
