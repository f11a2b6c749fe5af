import type { AgencyId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Comment, CommentId } from '../comment.ts';
import type { Answer, AnswerStore, ServiceStore, SurveyPlace } from '../ports.ts';
import type { PromiseId, ServicePromise } from '../promise.ts';
import { elementCodes } from '../rule.ts';
import type { Service, ServiceId } from '../service.ts';
import type { Survey, SurveyId } from '../survey.ts';

interface Stores {
  readonly services: ServiceStore;
  readonly answers: AnswerStore;
}

const createdAt = '2026-11-28T01:00:00.000Z';
const formEndsAt = 1_795_900_000;

/** What every adapter of services and answers keeps. */
export function feedbackStoresContract(adapter: string, open: () => Promise<Stores>): void {
  describe(`feedback on ${adapter}`, () => {
    let stores: Stores;
    let count = 0;
    let place: SurveyPlace;
    beforeEach(async () => {
      stores = await open();
      count += 1;
      place = {
        ...{ agencyId: `bkn-${count}` as AgencyId, serviceId: 'ktp' as ServiceId },
        surveyId: '2026-11-01' as SurveyId,
      };
    });
    const serviceOf = (over: Partial<Service> = {}): Service => ({
      ...{ agencyId: place.agencyId, serviceId: place.serviceId, name: 'KTP elektronik' },
      ...{ state: 'open', createdAt, rev: 0, ...over },
    });
    const surveyOf = (over: Partial<Survey> = {}): Survey => ({
      ...{ ...place, from: '2026-11-01', to: '2026-11-30', rule: 'permenpanrb-14-2017' },
      elements: [{ code: 'u1', subject: 'requirements', label: 'Persyaratan' }],
      ...{ createdAt, rev: 0, ...over },
    });
    const answerOf = (formId: string, score: number, over: Partial<Answer> = {}): Answer => ({
      ...{ ...place, formId, day: '2026-11-02', ...over },
      scores: Object.fromEntries(elementCodes.map((code) => [code, score])) as Answer['scores'],
    });
    const commentOf = (n: number, over: Partial<Comment> = {}): Comment => ({
      ...{ ...place, commentId: `c-${n}` as CommentId, day: `2026-11-0${n}` },
      ...{ text: `Antre lama ${n}`, state: 'waiting', ...over },
    });

    it('writes a service only over what was read, and tells which agencies have one', async () => {
      const { services } = stores;
      expect(await services.find(place)).toBeUndefined();
      const outcomes = await Promise.all([services.save(serviceOf()), services.save(serviceOf())]);
      expect(outcomes.toSorted()).toEqual(['conflict', 'saved']);
      expect(await services.find(place)).toEqual(serviceOf({ rev: 1 }));
      expect(await services.save(serviceOf({ rev: 1, unit: 'Dukcapil', state: 'closed' }))).toBe('saved');
      expect(await services.save(serviceOf({ rev: 1 }))).toBe('conflict');
      expect(await services.list(place.agencyId)).toEqual([
        serviceOf({ rev: 2, unit: 'Dukcapil', state: 'closed' }),
      ]);
      expect(await services.list(`${place.agencyId}x` as AgencyId)).toEqual([]);
      expect(await services.agencies()).toContain(place.agencyId);
    });

    it('lets one of two surveys that are planned at once through', async () => {
      const { services } = stores;
      await services.save(serviceOf());
      const read = serviceOf({ rev: 1 });
      const later = surveyOf({ surveyId: '2026-11-20' as SurveyId, from: '2026-11-20' });
      const outcomes = await Promise.all([
        services.saveSurvey(surveyOf(), read),
        services.saveSurvey(later, read),
      ]);
      expect(outcomes.toSorted()).toEqual(['conflict', 'saved']);
      expect(await services.surveys(place)).toHaveLength(1);
    });

    it('lists surveys newest first, changes and removes them as they were read', async () => {
      const { services } = stores;
      await services.save(serviceOf());
      const later = surveyOf({ surveyId: '2026-12-01' as SurveyId, from: '2026-12-01', served: 4_000 });
      expect(await services.saveSurvey(surveyOf(), serviceOf({ rev: 1 }))).toBe('saved');
      expect(await services.saveSurvey(later, serviceOf({ rev: 2 }))).toBe('saved');
      expect(await services.surveys(place)).toEqual([{ ...later, rev: 1 }, surveyOf({ rev: 1 })]);
      expect(await services.saveSurvey(surveyOf(), serviceOf({ rev: 3 }))).toBe('conflict');
      expect(await services.removeSurvey({ ...later, rev: 2 }, serviceOf({ rev: 3 }))).toBe('conflict');
      expect(await services.removeSurvey({ ...later, rev: 1 }, serviceOf({ rev: 3 }))).toBe('removed');
      expect(await services.find(place)).toEqual(serviceOf({ rev: 4 }));
      const ended = surveyOf({ rev: 1, endedAt: createdAt });
      expect(await services.saveSurvey(ended, serviceOf({ rev: 4 }))).toBe('saved');
      expect(await services.surveys(place)).toEqual([{ ...ended, rev: 2 }]);
    });

    it('keeps promises of a service', async () => {
      const { services } = stores;
      const { agencyId, serviceId } = place;
      const promise: ServicePromise = {
        ...{ agencyId, serviceId, promiseId: 'p-1' as PromiseId, said: 'Antre lama' },
        ...{ action: 'Loket kedua', due: '2026-12-31', state: 'planned', updatedAt: createdAt, rev: 0 },
      };
      expect(await services.savePromise(promise)).toBe('saved');
      expect(await services.savePromise(promise)).toBe('conflict');
      expect(await services.savePromise({ ...promise, state: 'kept', rev: 1 })).toBe('saved');
      expect(await services.findPromise(place, promise.promiseId)).toEqual({
        ...promise,
        state: 'kept',
        rev: 2,
      });
      expect(await services.promises(place)).toHaveLength(1);
      expect(await services.surveys(place)).toEqual([]);
      expect(await services.promises({ ...place, serviceId: 'ktpx' as ServiceId })).toEqual([]);
    });

    it('counts a form once, however often and however fast it comes', async () => {
      const { answers } = stores;
      const form = `form-${count}`;
      const tries = Array.from({ length: 6 }, () => answers.keep(answerOf(form, 3), { formEndsAt }));
      const outcomes = await Promise.all(tries);
      expect(outcomes.filter((outcome) => outcome === 'kept')).toHaveLength(1);
      const others = Array.from({ length: 11 }, (_, n) =>
        answers.keep(answerOf(`${form}-${n}`, 1 + (n % 4)), { formEndsAt }),
      );
      await Promise.all(others);
      const { counts, comments } = await answers.counts(place);
      expect(counts.answers).toBe(12);
      expect(counts.scores.u1).toEqual([3, 3, 4, 2]);
      expect(counts.scores.u9).toEqual([3, 3, 4, 2]);
      expect(comments).toEqual({ waiting: 0, shown: 0, hidden: 0 });
      const elsewhere = { ...place, surveyId: '2026-11' as SurveyId };
      expect((await answers.counts(elsewhere)).counts.answers).toBe(0);
    });

    it('keeps two standings beside the counters, over what was read and nothing newer', async () => {
      const { answers } = stores;
      const standing = (n: number) => ({
        answers: n,
        scores: Object.fromEntries(elementCodes.map((code) => [code, [0, 0, n, 0]])) as never,
      });
      const [first, second] = [{ next: standing(10) }, { shown: standing(10), next: standing(21) }];
      expect((await answers.counts(place)).standings).toEqual({});
      await Promise.all([1, 2].map(() => answers.noteStandings(place, { from: {}, next: first })));
      await answers.noteStandings(place, { from: first, next: second });
      // Late ones, of who read before.
      await answers.noteStandings(place, { from: {}, next: first });
      await answers.noteStandings(place, { from: first, next: { ...second, next: standing(20) } });
      const { counts, standings } = await answers.counts(place);
      expect(standings).toEqual(second);
      expect(counts.answers).toBe(0);
    });

    it('moves comments between states with their counters, one moderator at a time', async () => {
      const { answers } = stores;
      const form = `words-${count}`;
      for (const n of [1, 2, 3]) {
        await answers.keep(answerOf(`${form}-${n}`, 4), { comment: commentOf(n), formEndsAt });
      }
      expect(await answers.keep(answerOf(`${form}-1`, 4), { comment: commentOf(4), formEndsAt })).toBe(
        'repeated',
      );
      const first = await answers.comments(place, 'waiting', { limit: 2 });
      expect(first.comments).toEqual([commentOf(3), commentOf(2)]);
      const rest = await answers.comments(place, 'waiting', { limit: 2, after: first.next ?? '' });
      expect(rest.comments).toEqual([commentOf(1)]);
      const decided = { by: 'Rina', at: createdAt };
      const shown = commentOf(2, { state: 'shown', decided });
      const hidden = commentOf(2, { state: 'hidden', reason: 'insult', decided });
      const outcomes = await Promise.all([
        answers.moveComment('waiting', shown),
        answers.moveComment('waiting', hidden),
      ]);
      expect(outcomes.toSorted()).toEqual(['conflict', 'moved']);
      const { comments } = await answers.counts(place);
      expect(comments.waiting).toBe(2);
      expect(comments.shown + comments.hidden).toBe(1);
      const winner = outcomes[0] === 'moved' ? shown : hidden;
      expect(await answers.findComment(place, winner.state, winner)).toEqual(winner);
      expect(await answers.findComment(place, 'waiting', winner)).toBeUndefined();
      const again = { ...winner, decided: { by: 'Budi', at: createdAt } };
      expect(await answers.moveComment(winner.state, again)).toBe('moved');
      expect((await answers.comments(place, winner.state, { limit: 5 })).comments).toEqual([again]);
    });
  });
}
