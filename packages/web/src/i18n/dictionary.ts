import type { Locale } from '@sinau/kernel';
import { accessEn, accessId } from './access.ts';
import { agreementsEn, agreementsId } from './agreements.ts';
import { approvalsEn, approvalsId } from './approvals.ts';
import { certificatesEn, certificatesId } from './certificates.ts';
import { clientsEn, clientsId } from './clients.ts';
import { complianceEn, complianceId } from './compliance.ts';
import { connectionEnrolmentsEn, connectionEnrolmentsId } from './connection-enrolments.ts';
import { connectionsEn, connectionsId } from './connections.ts';
import { creditEn, creditId } from './credit.ts';
import { dispatchEn, dispatchId } from './dispatch.ts';
import { editorEn, editorId } from './editor.ts';
import { exportsEn, exportsId } from './exports.ts';
import { externalEn, externalId } from './external.ts';
import { healthEn, healthId } from './health.ts';
import { historyEn, historyId } from './history.ts';
import { type LearnerDictionary, learnerId } from './learner-dictionary.ts';
import { learnerEn } from './learner-dictionary-en.ts';
import { lmsEn, lmsId } from './lms.ts';
import { ltiEn, ltiId } from './lti.ts';
import { mailWishesEn, mailWishesId } from './mail-wishes.ts';
import { obligationsEn, obligationsId } from './obligations.ts';
import { outcomesEn, outcomesId } from './outcomes.ts';
import { packagesEn, packagesId } from './packages.ts';
import { peopleId } from './people.ts';
import { peopleEn } from './people-en.ts';
import { privacyEn, privacyId } from './privacy.ts';
import { staffRefusalsId } from './problem-staff.ts';
import { staffRefusalsEn } from './problem-staff-en.ts';
import { pushEn, pushId } from './push.ts';
import { questionsEn, questionsId } from './questions.ts';
import { quizzesEn, quizzesId } from './quizzes.ts';
import { quotasEn, quotasId } from './quotas.ts';
import { ratingsEn, ratingsId } from './ratings.ts';
import { reportsEn, reportsId } from './reports.ts';
import { requestsEn, requestsId } from './requests.ts';
import { sealsEn, sealsId } from './seals.ts';
import { searchEn, searchId } from './search.ts';
import { sheetEn, sheetId } from './sheet.ts';
import { siasnEn, siasnId } from './siasn.ts';
import { signingKeysEn, signingKeysId } from './signing-keys.ts';
import { agencyEn, agencyId, operatorEn, operatorId } from './staff.ts';
import { staffingEn, staffingId } from './staffing.ts';
import { standingEn, standingId } from './standing.ts';
import { statementsEn, statementsId } from './statements.ts';
import { statisticsEn, statisticsId } from './statistics.ts';
import { studioEn, studioId } from './studio.ts';
import { syncEn, syncId } from './sync.ts';
import { tablesEn, tablesId } from './tables.ts';
import { toolsEn, toolsId } from './tools.ts';
import { transcriptsEn, transcriptsId } from './transcripts.ts';

/** The learner's words with the refusals of staff pages. */
function withRefusals(words: LearnerDictionary, refusals: typeof staffRefusalsId): LearnerDictionary {
  const { problem } = words;
  return { ...words, problem: { ...problem, code: { ...problem.code, ...refusals } } };
}

const id = {
  ...withRefusals(learnerId, staffRefusalsId),
  studio: studioId,
  questions: questionsId,
  quizzes: quizzesId,
  quotas: quotasId,
  connectionEnrolments: connectionEnrolmentsId,
  compliance: complianceId,
  reports: reportsId,
  seals: sealsId,
  siasn: siasnId,
  credit: creditId,
  certificates: certificatesId,
  transcripts: transcriptsId,
  editor: editorId,
  dispatch: dispatchId,
  agency: agencyId,
  agreements: agreementsId,
  approvals: approvalsId,
  standing: standingId,
  statements: statementsId,
  clients: clientsId,
  push: pushId,
  connections: connectionsId,
  sync: syncId,
  outcomes: outcomesId,
  obligations: obligationsId,
  mailWishes: mailWishesId,
  lms: lmsId,
  lti: ltiId,
  signingKeys: signingKeysId,
  privacy: privacyId,
  access: accessId,
  requests: requestsId,
  exports: exportsId,
  external: externalId,
  operator: operatorId,
  people: peopleId,
  search: searchId,
  ratings: ratingsId,
  statistics: statisticsId,
  sheet: sheetId,
  tables: tablesId,
  staffing: staffingId,
  history: historyId,
  packages: packagesId,
  health: healthId,
  tools: toolsId,
};

/**
 * Every word of the interface. A key missing in one language does not compile. Loaded with the first page that is not for
 * everybody; until then a reader has the learner's words alone.
 */
export type Dictionary = LearnerDictionary & typeof id;

const en: Dictionary = {
  ...withRefusals(learnerEn, staffRefusalsEn),
  studio: studioEn,
  questions: questionsEn,
  quizzes: quizzesEn,
  quotas: quotasEn,
  connectionEnrolments: connectionEnrolmentsEn,
  compliance: complianceEn,
  reports: reportsEn,
  seals: sealsEn,
  siasn: siasnEn,
  credit: creditEn,
  certificates: certificatesEn,
  transcripts: transcriptsEn,
  editor: editorEn,
  dispatch: dispatchEn,
  agency: agencyEn,
  agreements: agreementsEn,
  approvals: approvalsEn,
  standing: standingEn,
  statements: statementsEn,
  clients: clientsEn,
  push: pushEn,
  connections: connectionsEn,
  sync: syncEn,
  outcomes: outcomesEn,
  obligations: obligationsEn,
  mailWishes: mailWishesEn,
  lms: lmsEn,
  lti: ltiEn,
  signingKeys: signingKeysEn,
  privacy: privacyEn,
  access: accessEn,
  requests: requestsEn,
  exports: exportsEn,
  external: externalEn,
  operator: operatorEn,
  people: peopleEn,
  search: searchEn,
  ratings: ratingsEn,
  statistics: statisticsEn,
  sheet: sheetEn,
  tables: tablesEn,
  staffing: staffingEn,
  history: historyEn,
  packages: packagesEn,
  health: healthEn,
  tools: toolsEn,
};

export const dictionaries: Readonly<Record<Locale, Dictionary>> = { id, en };
