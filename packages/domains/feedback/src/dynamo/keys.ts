import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { CommentState } from '../comment.ts';
import type { ServicePlace, SurveyPlace } from '../ports.ts';

/** Agencies that have a service. */
export const agenciesPartition = 'FEEDBACK-AGENCIES';
export const agencyKey = (agencyId: string): Key => ({ pk: agenciesPartition, sk: agencyId });

export const servicesPartition = (agencyId: string): string => composeKey('SERVICES', agencyId);
export const serviceKey = ({ agencyId, serviceId }: ServicePlace): Key => ({
  pk: servicesPartition(agencyId),
  sk: serviceId,
});

/** What hangs on one service. */
export const servicePartition = ({ agencyId, serviceId }: ServicePlace): string =>
  composeKey('SERVICE', agencyId, serviceId);
export const surveyPrefix = keyPrefix('SURVEY');
export const surveyKey = (place: SurveyPlace): Key => ({
  pk: servicePartition(place),
  sk: composeKey('SURVEY', place.surveyId),
});
export const promisePrefix = keyPrefix('PROMISE');
export const promiseKey = (place: ServicePlace, promiseId: string): Key => ({
  pk: servicePartition(place),
  sk: composeKey('PROMISE', promiseId),
});

const ofSurvey = (kind: string, { agencyId, serviceId, surveyId }: SurveyPlace): string =>
  composeKey(kind, agencyId, serviceId, surveyId);

/** A survey is counted in parts, so that many may answer in one moment. */
export const parts = 8;
export const countPartition = (place: SurveyPlace): string => ofSurvey('SURVEY-COUNT', place);
export const countKey = (place: SurveyPlace, part: number): Key => ({
  pk: countPartition(place),
  sk: String(part),
});

/** Beside the parts, so that one read gives both. */
export const standingKey = (place: SurveyPlace): Key => ({ pk: countPartition(place), sk: 'STANDING' });

export const answerKey = (place: SurveyPlace, day: string, formId: string): Key => ({
  pk: ofSurvey('SURVEY-ANSWERS', place),
  sk: composeKey(day, formId),
});

/** That a form was counted; goes when it could no longer be sent. */
export const formKey = (formId: string): Key => ({ pk: composeKey('SURVEY-FORM', formId), sk: 'FORM' });

export const commentPartition = (place: SurveyPlace): string => ofSurvey('SURVEY-COMMENTS', place);
export const commentPrefix = (state: CommentState): string => keyPrefix(state);
export const commentKey = (
  place: SurveyPlace,
  state: CommentState,
  { day, commentId }: { readonly day: string; readonly commentId: string },
): Key => ({ pk: commentPartition(place), sk: composeKey(state, day, commentId) });
