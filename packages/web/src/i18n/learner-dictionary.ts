import type { Locale } from '@sinau/kernel';
import { accountEn, accountId } from './account.ts';
import {
  catalogueEn,
  catalogueId,
  courseEn,
  courseId,
  homeEn,
  homeId,
  inboxEn,
  inboxId,
  playerEn,
  playerId,
  recordsEn,
  recordsId,
} from './learning.ts';
import { noticeEn, noticeId, problemEn, problemId } from './problem.ts';
import { shellEn, shellId } from './shell.ts';

const id = {
  shell: shellId,
  home: homeId,
  catalogue: catalogueId,
  course: courseId,
  player: playerId,
  records: recordsId,
  inbox: inboxId,
  account: accountId,
  problem: problemId,
  notice: noticeId,
};

/** The words of the frame, of errors, and of pages that everybody opens: in the portal from its start. */
export type LearnerDictionary = typeof id;

const en: LearnerDictionary = {
  shell: shellEn,
  home: homeEn,
  catalogue: catalogueEn,
  course: courseEn,
  player: playerEn,
  records: recordsEn,
  inbox: inboxEn,
  account: accountEn,
  problem: problemEn,
  notice: noticeEn,
};

export const learnerDictionaries: Readonly<Record<Locale, LearnerDictionary>> = { id, en };
