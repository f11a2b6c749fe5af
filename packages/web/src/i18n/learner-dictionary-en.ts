import { accountEn } from './account-en.ts';
import type { LearnerDictionary } from './learner-dictionary.ts';
import { catalogueEn, courseEn, homeEn, inboxEn, playerEn, recordsEn } from './learning-en.ts';
import { noticeEn, problemEn } from './problem-en.ts';
import { shellEn } from './shell-en.ts';

export const learnerEn: LearnerDictionary = {
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
