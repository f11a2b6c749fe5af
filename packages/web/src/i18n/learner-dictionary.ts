import { accountId } from './account.ts';
import { catalogueId, courseId, homeId, inboxId, playerId, recordsId } from './learning.ts';
import { noticeId, problemId } from './problem.ts';
import { shellId } from './shell.ts';

/**
 * The words of the frame, of errors, and of pages that everybody opens, in the first language of the interface: in the portal from its start.
 * Those of other languages (`learner-dictionary-en.ts`) are files of their own and are loaded for their first reader.
 */
export const learnerId = {
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

export type LearnerDictionary = typeof learnerId;
