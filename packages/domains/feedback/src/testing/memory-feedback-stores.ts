import type { AgencyId } from '@sinau/kernel';
import { type Comment, commentStates } from '../comment.ts';
import type {
  Answer,
  AnswerStore,
  CommentCounts,
  ServicePlace,
  ServiceStore,
  SurveyPlace,
} from '../ports.ts';
import type { ServicePromise } from '../promise.ts';
import { elementCodes } from '../rule.ts';
import { addCounts, type Counts, noCounts, type Standings } from '../satisfaction.ts';
import type { Service } from '../service.ts';
import type { Survey } from '../survey.ts';

const at = ({ agencyId, serviceId }: ServicePlace): string => JSON.stringify([agencyId, serviceId]);
const atSurvey = ({ agencyId, serviceId, surveyId }: SurveyPlace): string =>
  JSON.stringify([agencyId, serviceId, surveyId]);

/** What citizens say, without a table. */
export function memoryFeedbackStores(): { readonly services: ServiceStore; readonly answers: AnswerStore } {
  return { services: memoryServices(), answers: memoryAnswers() };
}

function memoryServices(): ServiceStore {
  const services = new Map<string, Service>();
  const surveys = new Map<string, Survey>();
  const promises = new Map<string, ServicePromise>();
  const fits = <Kept extends { readonly rev: number }>(kept: Kept | undefined, rev: number) =>
    (kept?.rev ?? 0) === rev;
  return {
    agencies: async () =>
      [...new Set([...services.values()].map(({ agencyId }) => agencyId as AgencyId))].toSorted(),
    find: async (place) => services.get(at(place)),
    list: async (agencyId) => [...services.values()].filter((one) => one.agencyId === agencyId),
    async save(next) {
      if (!fits(services.get(at(next)), next.rev)) return 'conflict';
      services.set(at(next), { ...next, rev: next.rev + 1 });
      return 'saved';
    },
    surveys: async (place) =>
      [...surveys.values()]
        .filter((one) => at(one) === at(place))
        .toSorted((a, b) => b.surveyId.localeCompare(a.surveyId)),
    async saveSurvey(next, service) {
      const kept = services.get(at(service));
      if (!kept || !fits(kept, service.rev) || !fits(surveys.get(atSurvey(next)), next.rev))
        return 'conflict';
      services.set(at(service), { ...kept, rev: kept.rev + 1 });
      surveys.set(atSurvey(next), { ...next, rev: next.rev + 1 });
      return 'saved';
    },
    async removeSurvey(survey, service) {
      const kept = services.get(at(service));
      if (!kept || !fits(kept, service.rev) || !fits(surveys.get(atSurvey(survey)), survey.rev))
        return 'conflict';
      services.set(at(service), { ...kept, rev: kept.rev + 1 });
      surveys.delete(atSurvey(survey));
      return 'removed';
    },
    promises: async (place) => [...promises.values()].filter((one) => at(one) === at(place)),
    findPromise: async (place, promiseId) => promises.get(`${at(place)} ${promiseId}`),
    async savePromise(next) {
      const key = `${at(next)} ${next.promiseId}`;
      if (!fits(promises.get(key), next.rev)) return 'conflict';
      promises.set(key, { ...next, rev: next.rev + 1 });
      return 'saved';
    },
  };
}

function memoryAnswers(): AnswerStore {
  const answers = new Map<string, Answer>();
  const comments = new Map<string, Comment>();
  const standings = new Map<string, Standings>();
  const of = (place: SurveyPlace) =>
    [...comments.values()].filter((one) => atSurvey(one) === atSurvey(place));
  return {
    async keep(answer, { comment }) {
      if (answers.has(answer.formId)) return 'repeated';
      answers.set(answer.formId, answer);
      if (comment) comments.set(comment.commentId, comment);
      return 'kept';
    },
    async counts(place) {
      const given = [...answers.values()].filter((one) => atSurvey(one) === atSurvey(place));
      return {
        counts: given.map(countsOf).reduce(addCounts, noCounts),
        comments: Object.fromEntries(
          commentStates.map((state) => [state, of(place).filter((one) => one.state === state).length]),
        ) as CommentCounts,
        standings: standings.get(atSurvey(place)) ?? {},
      };
    },
    async noteStandings(place, { from, next }) {
      const kept = standings.get(atSurvey(place));
      if (kept?.next?.answers === from.next?.answers) standings.set(atSurvey(place), next);
    },
    async comments(place, state, { limit, after }) {
      const all = of(place)
        .filter((one) => one.state === state)
        .toSorted((a, b) => keyOf(b).localeCompare(keyOf(a)));
      const from = after === undefined ? 0 : Number(after);
      const page = all.slice(from, from + limit);
      return { comments: page, ...(from + limit < all.length && { next: String(from + limit) }) };
    },
    async findComment(place, state, { commentId, day }) {
      return of(place).find((one) => one.commentId === commentId && one.state === state && one.day === day);
    },
    async moveComment(from, next) {
      if (comments.get(next.commentId)?.state !== from) return 'conflict';
      comments.set(next.commentId, next);
      return 'moved';
    },
  };
}

const keyOf = ({ day, commentId }: Comment): string => `${day} ${commentId}`;

const countsOf = ({ scores }: Answer): Counts => ({
  answers: 1,
  scores: Object.fromEntries(
    elementCodes.map((code) => [code, [1, 2, 3, 4].map((score) => (scores[code] === score ? 1 : 0))]),
  ) as unknown as Counts['scores'],
});
