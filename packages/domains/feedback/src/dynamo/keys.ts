import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { CommentState } from '../comment.ts';
import type { ServicePlace, SurveyPlace } from '../ports.ts';
import { type ThemePlace, themeKey } from '../themes/theme.ts';

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

/** Themes of one service by the first day of their period. */
export const themesPartition = ({ agencyId, serviceId }: ServicePlace): string =>
  composeKey('COMPLAINT-THEMES', agencyId, serviceId);
export const themeKeyOf = (place: ThemePlace): Key => ({
  pk: themesPartition(place),
  sk: composeKey(place.from, place.period, place.channel, themeKey(place.theme)),
});

export const themeListsPartition = (agencyId: string): string => composeKey('THEME-LISTS', agencyId);
export const themeListPrefix = keyPrefix('LIST');
/** Ids begin with the moment they were made at. */
export const themeListKey = (agencyId: string, listId: string): Key => ({
  pk: themeListsPartition(agencyId),
  sk: composeKey('LIST', listId),
});
export const themeListHoldKey = (agencyId: string): Key => ({
  pk: themeListsPartition(agencyId),
  sk: 'HOLD',
});
export const themeRowsKey = (agencyId: string, listId: string, piece: string): Key => ({
  pk: composeKey('THEME-LIST-ROWS', agencyId, listId),
  sk: piece,
});

/** Consultations of an agency. Ids begin with the moment they were entered at. */
export const forumsPartition = (agencyId: string): string => composeKey('FEEDBACK-FORUMS', agencyId);
export const forumKey = (agencyId: string, forumId: string): Key => ({
  pk: forumsPartition(agencyId),
  sk: forumId,
});
