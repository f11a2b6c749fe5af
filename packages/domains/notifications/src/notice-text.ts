import type { Locale } from '@sinau/kernel';
import type { NoticeContent } from './notice.ts';
import { adoptionEn, adoptionId } from './notice-text/adoption.ts';
import { agencyEn, agencyId } from './notice-text/agency.ts';
import { cohortsEn, cohortsId } from './notice-text/cohorts.ts';
import { collaborationEn, collaborationId } from './notice-text/collaboration.ts';
import { competencyEn, competencyId } from './notice-text/competency.ts';
import { coursesEn, coursesId } from './notice-text/courses.ts';
import { dutiesEn, dutiesId } from './notice-text/duties.ts';
import { enrolmentEn, enrolmentId } from './notice-text/enrolment.ts';
import { evaluationsEn, evaluationsId } from './notice-text/evaluations.ts';
import { eventsEn, eventsId } from './notice-text/events.ts';
import { learningEn, learningId } from './notice-text/learning.ts';
import { providersEn, providersId } from './notice-text/providers.ts';
import { recognitionEn, recognitionId } from './notice-text/recognition.ts';
import type { NoticeText, Texts } from './notice-text/texts.ts';

export type { NoticeText } from './notice-text/texts.ts';

const indonesian: Texts = {
  ...enrolmentId,
  ...dutiesId,
  ...coursesId,
  ...learningId,
  ...eventsId,
  ...cohortsId,
  ...evaluationsId,
  ...recognitionId,
  ...collaborationId,
  ...adoptionId,
  ...competencyId,
  ...agencyId,
  ...providersId,
};

const english: Texts = {
  ...enrolmentEn,
  ...dutiesEn,
  ...coursesEn,
  ...learningEn,
  ...eventsEn,
  ...cohortsEn,
  ...evaluationsEn,
  ...recognitionEn,
  ...collaborationEn,
  ...adoptionEn,
  ...competencyEn,
  ...agencyEn,
  ...providersEn,
};

/** The notice in the reader's language. */
export function noticeText(content: NoticeContent, locale: Locale): NoticeText {
  const texts = locale === 'id' ? indonesian : english;
  // TypeScript does not see that a text and the values beside its kind belong together; the tables above do.
  const write = texts[content.kind] as (params: NoticeContent['params']) => NoticeText;
  return write(content.params);
}
