import type { Locale } from '@sinau/kernel';
import { clientsEn, clientsId } from './clients.ts';
import { exportsEn, exportsId } from './exports.ts';
import { healthEn, healthId } from './health.ts';
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
import { privacyEn, privacyId } from './privacy.ts';
import { noticeEn, noticeId, problemEn, problemId } from './problem.ts';
import { pushEn, pushId } from './push.ts';
import { shellEn, shellId } from './shell.ts';
import { accountEn, accountId, agencyEn, agencyId, operatorEn, operatorId } from './staff.ts';
import { statementsEn, statementsId } from './statements.ts';
import { studioEn, studioId } from './studio.ts';

const id = {
  shell: shellId,
  home: homeId,
  catalogue: catalogueId,
  course: courseId,
  player: playerId,
  records: recordsId,
  inbox: inboxId,
  studio: studioId,
  agency: agencyId,
  statements: statementsId,
  clients: clientsId,
  push: pushId,
  privacy: privacyId,
  exports: exportsId,
  operator: operatorId,
  health: healthId,
  account: accountId,
  problem: problemId,
  notice: noticeId,
};

/** Every word of the interface. A key missing in one language does not compile. */
export type Dictionary = typeof id;

const en: Dictionary = {
  shell: shellEn,
  home: homeEn,
  catalogue: catalogueEn,
  course: courseEn,
  player: playerEn,
  records: recordsEn,
  inbox: inboxEn,
  studio: studioEn,
  agency: agencyEn,
  statements: statementsEn,
  clients: clientsEn,
  push: pushEn,
  privacy: privacyEn,
  exports: exportsEn,
  operator: operatorEn,
  health: healthEn,
  account: accountEn,
  problem: problemEn,
  notice: noticeEn,
};

export const dictionaries: Readonly<Record<Locale, Dictionary>> = { id, en };
