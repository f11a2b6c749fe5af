import {
  type ContentRoom,
  type CourseStore,
  type ImportJobStore,
  type ImportQueue,
  sweepImports,
  sweepRemovals,
} from '@sinau/catalogue';
import { completeSearch, type RebuildSearchDeps } from '@sinau/catalogue/search';
import { closeDueAttempts, closeEnded, type EndedStore, type QuizDeps } from '@sinau/delivery';
import type { BegunSigns, ReleaseTeller } from '@sinau/enrolment';
import { promoteEndedQuotas, releaseUnbegun } from '@sinau/enrolment/quotas';
import { closeLeavers, type OrganisationStore, type PeopleStore } from '@sinau/identity';
import type { Clock } from '@sinau/kernel';
import type { RecordHealer } from '@sinau/lrs/dynamo';
import { scheduleHandler } from '@sinau/platform/lambda';
import type { Log } from '@sinau/platform/log';
import {
  type IncidentStore,
  type RunDeps,
  retentionRules,
  runDueJobs,
  type SweepDeps,
  startRetention,
  sweepIncidents,
  sweepRequests,
} from '@sinau/privacy';
import type { EventStore, GiveBackDeps, RemindStepsDeps } from '@sinau/programmes';
import { type ImportStore, type ImportQueue as ListQueue, sweepListImports } from '@sinau/staffing';
import type { CollaborationRound } from '../shared/collaboration-round.ts';
import type { EvaluationRound } from '../shared/evaluation-round.ts';
import type { RefreshParts } from '../shared/refresh-parts.ts';
import type { AskAgainDeps } from './ask-again.ts';
import { type AuditWork, keepAudit } from './keep-audit.ts';
import type { NudgesRound } from './nudge.ts';
import type { ObligationsRound } from './remind.ts';
import type { OverdueDeps } from './tell-overdue.ts';
import type { OverdueItemsDeps } from './tell-overdue-items.ts';
import type { SealEndsDeps } from './tell-seal-ends.ts';

/** Jobs, requests and incidents that wait for their time. */
export type PrivacyWork = RunDeps & Pick<SweepDeps, 'requests'> & { readonly incidents: IncidentStore };

type SeatsToPass = Omit<GiveBackDeps, 'clock'>;

export interface HousekeepingDeps {
  readonly jobs: ImportJobStore;
  readonly courses: CourseStore;
  readonly content: Pick<ContentRoom, 'discard'>;
  readonly queue: ImportQueue;
  readonly search: RebuildSearchDeps;
  readonly healer: RecordHealer;
  readonly privacy: PrivacyWork;
  /** Who read whose records. */
  readonly audit: AuditWork;
  readonly quizzes: QuizDeps;
  readonly ended: EndedStore;
  /** Lists of agencies, by what they are about. */
  readonly lists: readonly { readonly imports: ImportStore; readonly queue: ListQueue }[];
  /** Loaded when it is this turn. */
  readonly refresh: () => Promise<RefreshParts>;
  /** Counts people for the year that has begun; tells how many agencies are not through. */
  readonly walkPeople: () => Promise<number>;
  /** Quotas, and those who wait for them. */
  readonly seats: Omit<Parameters<typeof promoteEndedQuotas>[0], 'clock'> & {
    readonly organisations: Pick<OrganisationStore, 'listAgencies'>;
  };
  /** Who has begun with a seat, and how those who have not are told; loaded when it is this turn. */
  readonly releases: () => Promise<{ readonly signs: BegunSigns; readonly teller: ReleaseTeller }>;
  /** Loaded when it is this turn. */
  readonly events: () => Promise<
    Omit<SeatsToPass, 'events'> & {
      readonly events: Pick<EventStore, 'find' | 'listOpen' | 'save'>;
      readonly cohorts: SeatsToPass;
    }
  >;
  /** Days of steps of cohorts; loaded when it is this turn. */
  readonly cohortSteps: () => Promise<RemindStepsDeps>;
  /** Loaded when it is this turn. */
  readonly evaluations: () => Promise<EvaluationRound>;
  /** Invitations and signatures that are waited for; loaded when it is this turn. */
  readonly collaboration: () => Promise<CollaborationRound>;
  /** Loaded when it is this turn. */
  readonly nudges: () => Promise<NudgesRound>;
  /** Loaded when it is this turn. */
  readonly obligations: () => Promise<ObligationsRound>;
  /** Whom supervisors keep waiting; loaded when it is this turn. */
  readonly waiting: () => Promise<AskAgainDeps>;
  /** Promises to citizens; loaded when it is this turn. */
  readonly promised: () => Promise<OverdueDeps>;
  /** Development plans; loaded when it is this turn. */
  readonly planned: () => Promise<OverdueItemsDeps>;
  /** Seals of agencies; loaded when it is this turn. */
  readonly seals: () => Promise<SealEndsDeps>;
  readonly people: PeopleStore;
  readonly clock: Clock;
  readonly log: Log;
}

/** It runs as often. */
const housekeepingMinutes = 5;
/** Commits healed in one run, well within its time. */
const mostHealed = 200;
/** People who leave service on one day, and are met in one run. */
const mostLeavers = 500;
/** Attempts at quizzes of one run; the rest waits for the next, or for their learners. */
const mostJudged = 500;
/** Sessions of ended enrolments that one run closes. */
const mostClosed = 500;
/** People whose sums one run makes anew after a rule. */
const mostRefreshed = 2_000;
/** Of one run; a step takes seconds. */
const privacyMs = 120_000;

/**
 * Settles what was given up halfway: imports whose worker or message was lost, commits that the record store's
 * follower could not heal. One failing does not keep the other from its turn.
 */
export function createHousekeeping(deps: HousekeepingDeps) {
  return scheduleHandler({
    name: 'housekeeping',
    log: deps.log,
    handle: async () => {
      const turns = [
        await settled(healRecords(deps)),
        await settled(closeAccounts(deps)),
        await settled(sweep(deps)),
        await settled(complete(deps)),
        await settled(judgeAttempts(deps)),
        await settled(closeSessions(deps)),
        await settled(walk(deps)),
        await settled(seatFromEndedQuotas(deps)),
        await settled(giveUnbegunBack(deps)),
        await settled(passOffersOn(deps)),
        await settled(closeAttendances(deps)),
        await settled(remind(deps)),
        await settled(remindCohorts(deps)),
        await settled(askSupervisors(deps)),
        await settled(askWhatArrived(deps)),
        await settled(askToSign(deps)),
        await settled(nudge(deps)),
        await settled(tellOfPromises(deps)),
        await settled(tellOfItems(deps)),
        await settled(tellOfSealEnds(deps)),
        await settled(runPrivacy(deps)),
        await settled(followRules(deps)),
        await settled(keepAudit(deps)),
      ];
      const failed = turns.find((turn) => turn.status === 'rejected');
      if (failed) throw failed.reason;
    },
  });
}

/** Sessions count no more from the first second of the day; here the rest follows: roles, duties, seats, and the word to the agency. */
async function closeAccounts({ people, clock, log }: HousekeepingDeps): Promise<void> {
  const closed = await closeLeavers({ people, clock }, { limit: mostLeavers });
  if (closed > 0) log.info('accounts of people who have left service are closed', { closed });
}

async function sweep(deps: HousekeepingDeps): Promise<void> {
  const { requeued, failed } = await sweepImports(deps);
  deps.log.info('imports swept', { requeued, failed });
  for (const lists of deps.lists) {
    const counts = await sweepListImports({ ...lists, clock: deps.clock });
    const { list } = lists.imports;
    if (counts.requeued + counts.failed > 0) deps.log.info('imports of lists swept', { list, ...counts });
  }
  const removed = await sweepRemovals(deps);
  if (removed > 0) deps.log.info('deletions of courses finished', { removed });
}

/** Attempts whose time is up are judged, whether or not their tab is still there. */
async function judgeAttempts({ quizzes, log }: HousekeepingDeps): Promise<void> {
  const { closed, failed } = await closeDueAttempts(quizzes, { limit: mostJudged });
  if (closed > 0) log.info('attempts whose time was up are judged', { closed });
  const [first] = failed;
  if (!first) return;
  log.error('an attempt cannot be judged', first.error, { failed: failed.length });
  throw new Error('attempts at quizzes cannot be judged', { cause: first.error });
}

/** Enrolments that ended while a process died: nothing more is taken from their content. */
async function closeSessions({ quizzes, ended, log }: HousekeepingDeps): Promise<void> {
  const { closed, failed } = await closeEnded({ ...quizzes, ended }, { limit: mostClosed });
  if (closed > 0) log.info('sessions of ended enrolments are closed', { closed });
  const [first] = failed;
  if (first === undefined) return;
  log.error('a session cannot be closed', first, { failed: failed.length });
  throw new Error('sessions of ended enrolments cannot be closed', { cause: first });
}

/** Once an hour is soon enough for what changes at the end of a day. */
async function seatFromEndedQuotas({ seats, clock, log }: HousekeepingDeps): Promise<void> {
  if (clock.now().getUTCMinutes() >= housekeepingMinutes) return;
  const agencies = await seats.organisations.listAgencies();
  const agencyIds = agencies.map(({ agencyId }) => agencyId);
  const promoted = await promoteEndedQuotas({ ...seats, clock }, { agencyIds });
  if (promoted > 0) log.info('seats given to those who waited in a quota that has ended', { promoted });
}

/** People of one run whose seat is told of, given back or off the list: about a minute. */
const mostUnbegun = 500;

/** Once an hour and by day, since people are told by it: seats that nobody begins with. */
async function giveUnbegunBack({ seats, releases, clock, log }: HousekeepingDeps): Promise<void> {
  const now = clock.now();
  if (now.getUTCMinutes() >= housekeepingMinutes || now.getUTCHours() > lastDayHourUtc) return;
  const agencies = await seats.organisations.listAgencies();
  const agencyIds = agencies.map(({ agencyId }) => agencyId);
  const deps = { ...seats, ...(await releases()), clock };
  const { warned, released } = await releaseUnbegun(deps, { agencyIds, most: mostUnbegun });
  if (warned + released > 0) log.info('seats that nobody begins with go back', { warned, released });
}

/** Offers of one run; nobody waits for less than five minutes. */
const mostOffers = 500;

/** Seats of events and cohorts that were kept for people who did not answer. */
async function passOffersOn({ events, clock, log }: HousekeepingDeps): Promise<void> {
  const { lapseOffers } = await import('@sinau/programmes');
  const { cohorts, ...ofEvents } = await events();
  let lapsed = 0;
  for (const seats of [ofEvents, cohorts]) {
    lapsed += await lapseOffers({ ...seats, clock }, { limit: mostOffers });
  }
  if (lapsed > 0) log.info('seats of events and cohorts went on to the next', { lapsed });
}

/** Evaluations whose turn it is, of one run; whoever completed a national course on one day is asked within hours. */
const mostTurns = 500;

/** What of a training arrives at work is asked of learners and supervisors three months later. */
async function askWhatArrived({ evaluations, log }: HousekeepingDeps): Promise<void> {
  const { runTurns } = await import('@sinau/evaluation');
  const asked = await runTurns(await evaluations(), { limit: mostTurns });
  if (asked > 0) log.info('people are asked what of a training they apply', { asked });
}

/** Whoever has not signed a session, or answered an invitation, is asked once more; what nobody did in time lapses. */
async function askToSign({ collaboration, log }: HousekeepingDeps): Promise<void> {
  const { runTurns } = await import('@sinau/collaboration');
  const turned = await runTurns(await collaboration(), { limit: mostTurns });
  if (turned > 0) log.info('invitations and sessions that waited were looked at', { turned });
}

/** Behind reminders of duties, from which nobody is held out. */
async function nudge({ nudges, log }: HousekeepingDeps): Promise<void> {
  const { runNudgesRound } = await import('./nudge.ts');
  await runNudgesRound(await nudges(), log);
}

/** Once a day: attendance that no organiser has closed a week after the last session. */
async function closeAttendances(deps: HousekeepingDeps): Promise<void> {
  if (!isAskHour(deps)) return;
  const { closeOverdue } = await import('@sinau/programmes');
  const { events } = await deps.events();
  const agencies = await deps.seats.organisations.listAgencies();
  const agencyIds = agencies.map(({ agencyId }) => agencyId);
  const closed = await closeOverdue({ events, clock: deps.clock }, { agencyIds });
  if (closed > 0) deps.log.info('attendance of events closed by itself', { closed });
}

/** A year begins for everybody, also for those to whom nothing happens. */
async function walk({ walkPeople, log }: HousekeepingDeps): Promise<void> {
  const unfinished = await walkPeople();
  if (unfinished > 0) log.info('people are counted for the new year', { unfinished });
}

/** Sums of JP follow new rules. */
async function followRules({ refresh, log }: HousekeepingDeps): Promise<void> {
  const { refreshAfterRules } = await import('@sinau/credit');
  const people = await refreshAfterRules(await refresh(), { limit: mostRefreshed });
  if (people > 0) log.info('sums of JP followed a rule', { people });
}

/** Whoever is due is told. */
async function remind({ obligations, log }: HousekeepingDeps): Promise<void> {
  const { runObligations } = await import('./remind.ts');
  await runObligations(await obligations(), log);
}

/** Cohorts whose morning has come, of one run; the others wait five minutes. */
const mostCohorts = 100;

async function remindCohorts({ cohortSteps, log }: HousekeepingDeps): Promise<void> {
  const { remindSteps } = await import('@sinau/programmes');
  const { told, teams } = await remindSteps(await cohortSteps(), { limit: mostCohorts });
  if (told + teams > 0) log.info('people were told of days of cohorts', { told, teams });
}

/** From seven in the morning to five in the afternoon in Jakarta. */
const lastDayHourUtc = 9;
/** Seven in the morning in Jakarta. */
const askHourUtc = 0;

function isAskHour({ clock }: Pick<HousekeepingDeps, 'clock'>): boolean {
  const now = clock.now();
  return now.getUTCHours() === askHourUtc && now.getUTCMinutes() < housekeepingMinutes;
}

/** Once a day. */
async function tellOfPromises(deps: HousekeepingDeps): Promise<void> {
  if (!isAskHour(deps)) return;
  const { tellOverdue } = await import('./tell-overdue.ts');
  const told = await tellOverdue(await deps.promised());
  if (told > 0) deps.log.info('agencies were told of overdue commitments', { told });
}

/** Once a day. */
async function tellOfItems(deps: HousekeepingDeps): Promise<void> {
  if (!isAskHour(deps)) return;
  const { tellOverdueItems } = await import('./tell-overdue-items.ts');
  const told = await tellOverdueItems(await deps.planned());
  if (told > 0) deps.log.info('people were told of overdue items of their plans', { told });
}

/** Once a day. */
async function tellOfSealEnds(deps: HousekeepingDeps): Promise<void> {
  if (!isAskHour(deps)) return;
  const { tellSealEnds } = await import('./tell-seal-ends.ts');
  const told = await tellSealEnds(await deps.seals());
  if (told > 0) deps.log.info('agencies were told that their seal ends', { told });
}

/** Once a day. */
async function askSupervisors(deps: HousekeepingDeps): Promise<void> {
  const { waiting, log } = deps;
  if (!isAskHour(deps)) return;
  const { askAgain } = await import('./ask-again.ts');
  const told = await askAgain(await waiting());
  if (told > 0) log.info('supervisors are asked again', { told });
}

/** The search of the catalogue is made once; from then on the announcer keeps it. */
async function complete({ search, log }: HousekeepingDeps): Promise<void> {
  if ((await completeSearch(search)) === 'rebuilt') log.info('search rebuilt');
}

/** Goes on with erasures and exports. Each failure is tried again later; it alarms all the same. */
export async function runPrivacy({
  privacy,
  clock,
  log,
}: Pick<HousekeepingDeps, 'privacy' | 'clock' | 'log'>): Promise<void> {
  const begun = await startRetention({ ...privacy, rules: retentionRules });
  if (begun > 0) log.info('retention is looked at', { rules: begun });
  const { steps, failed } = await runDueJobs(privacy, { untilMs: clock.now().getTime() + privacyMs });
  const incidents = await sweepIncidents(privacy);
  if (incidents > 0) log.info('incidents of which nobody was told are due', { incidents });
  const swept = await sweepRequests(privacy);
  if (swept.warned + swept.ended > 0) log.info('requests of people swept', swept);
  if (steps > 0) log.info('privacy jobs went on', { steps, failed: failed.length });
  const [first] = failed;
  if (!first) return;
  log.error('a privacy job failed', first.error, { jobId: first.jobId, failed: failed.length });
  throw new Error('a privacy job failed', { cause: first.error });
}

/** Fails when a commit stays held, since Consistent-Through then stands still for everybody: that must alarm. */
async function healRecords({ healer, clock, log }: HousekeepingDeps): Promise<void> {
  const { healed, failed } = await healer.healHeld(mostHealed);
  const [oldest] = failed;
  if (!oldest) return log.info('records healed', { healed });
  const oldestSeconds = Math.round((clock.now().getTime() - oldest.storedMs) / 1000);
  const { position } = oldest;
  log.error('records stay held', oldest.error, { healed, held: failed.length, oldestSeconds, position });
  throw new Error('commits of the record store stay held', { cause: oldest.error });
}

async function settled(turn: Promise<void>): Promise<PromiseSettledResult<void>> {
  const [result] = await Promise.allSettled([turn]);
  return result;
}
