import type { CourseId } from '@sinau/catalogue';
import { createCourseStore } from '@sinau/catalogue/dynamo';
import { type ConnectionId, scheduledKinds } from '@sinau/connectors';
import {
  createConnectionStore,
  createProviderEnrolmentStore,
  createReconciliationStore,
  createRepairOrderStore,
  createResultStore,
  createSyncStore,
} from '@sinau/connectors/dynamo';
import type { Mismatch, RepairAction } from '@sinau/connectors/reconciliation';
import { type ResultEvent, resultIdOf } from '@sinau/connectors/results';
import { type FakeMoodle, startFakeMoodle } from '@sinau/connectors/testing';
import { createRegistrationStore } from '@sinau/delivery/dynamo';
import type { Enrolment } from '@sinau/enrolment';
import type { ProviderId } from '@sinau/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeConnectorParts } from '../../functions/connector/compose.ts';
import { envSchema as connectorEnv } from '../../functions/connector/env.ts';
import { connectorJobs } from '../../functions/connector/jobs.ts';
import { names } from '../../functions/dev-server/services.ts';
import { createEnrolmentStore } from '../../functions/shared/enrolment-store.ts';
import { startWorld, type World } from '../security/world/start-world.ts';
import { origin, system } from '../security/world/system.ts';
import { until as untilThere } from './until.ts';

type Learner = 'learner' | 'other-learner' | 'foreign-learner' | 'supervisor' | 'agency-admin';

let world: World;
let moodle: FakeMoodle;
let workers: Awaited<ReturnType<World['startWorkers']>>;
let connectionId: ConnectionId;
let providerId: ProviderId;
let courseId: CourseId;
/** How far the clock of connections is ahead. */
let aheadMs = 0;
const clock = { now: () => new Date(Date.now() + aheadMs) };
const tomorrow = () => {
  aheadMs += 24 * 3_600_000;
};
/** Of the course over there. */
const there = 2;

beforeAll(async () => {
  [world, moodle] = await Promise.all([startWorld(), startFakeMoodle()]);
  workers = await world.startWorkers({ connectorClock: clock });
  const { providerA } = world.tenants;
  if (providerA.kind !== 'provider') throw new Error('providers are providers');
  providerId = providerA.providerId;
});
afterAll(async () => {
  await workers?.stop();
  await moodle?.close();
  await world?.close();
});

const stores = () => ({ dynamo: world.parts.dynamo, table: names.lmsTable });
const results = () => createResultStore({ ...stores(), digest: system.digest });
const reconciliation = () => createReconciliationStore(stores());
const repairs = () => createRepairOrderStore(stores());

/** A form of the portal; resolves with where it leads, or with its page. */
async function post(
  who: Parameters<World['signedIn']>[0],
  path: string,
  fields: Record<string, string> = {},
) {
  const headers = { ...(await world.signedIn(who)), origin, accept: 'text/html' };
  const answer = await world.ask(path, { method: 'POST', headers, body: new URLSearchParams(fields) });
  const page = await answer.text();
  if (answer.status >= 400) throw new Error(`${path} answered ${answer.status}: ${page}`);
  return answer.headers.get('location') ?? page;
}

async function get(who: Parameters<World['signedIn']>[0], path: string): Promise<string> {
  const answer = await world.ask(path, { headers: { ...(await world.signedIn(who)), accept: 'text/html' } });
  return answer.text();
}

const until = <Value>(what: string, look: () => Promise<Value | undefined | false> | Value | false) =>
  untilThere(what, look, world.logged);

async function enrolmentOf(name: Learner): Promise<Enrolment> {
  const found = await createEnrolmentStore(stores()).findCurrent(world.people[name].personId, courseId);
  if (!found) throw new Error('nobody has enrolled');
  return found;
}

async function partOf(name: Learner) {
  const { registration } = await enrolmentOf(name);
  return (await createRegistrationStore(stores()).read(registration))?.aus[0];
}

/** Enrols by the page of the course, and waits for the university. */
async function enrol(name: Learner): Promise<string> {
  await post(name, `/courses/${courseId}/enrol`);
  const { registration } = await enrolmentOf(name);
  return until('the confirmation', async () => {
    const found = await createProviderEnrolmentStore(stores()).find(registration);
    return found?.state === 'confirmed' && found.externalLearnerId;
  });
}

const seatOf = (userId: string) =>
  moodle.site.enrolments.find(({ courseid, userid }) => courseid === there && userid === Number(userId));

/** What happens over there, at a moment of the clock of connections. */
function change(userId: string, to: Parameters<typeof Object.assign>[1]): void {
  const seat = seatOf(userId);
  if (!seat) throw new Error('nobody of that id is enrolled there');
  Object.assign(seat, to);
}
const seconds = () => Math.floor(clock.now().getTime() / 1_000);

/**
 * Lets a day go by, and waits until all work of the night has ended: what was still under way would have asked before the next
 * change over there, and count for the next night.
 */
async function night(): Promise<void> {
  // One that still runs would be taken for tonight's: it ends tonight, and began before.
  await until('the comparison before', async () => {
    const [last] = await reconciliation().listRuns(connectionId, 1);
    return last?.state !== 'running';
  });
  tomorrow();
  const since = clock.now().toISOString();
  await until('the work of the night', async () => {
    const runs = (await createConnectionStore(stores()).find(connectionId))?.runs;
    return scheduledKinds.every(
      (kind) => runs?.[kind]?.lastOutcome === 'done' && (runs[kind]?.lastAt ?? '') >= since,
    );
  });
  await until('the comparison', async () => {
    const [last] = await reconciliation().listRuns(connectionId, 1);
    return last !== undefined && last.startedAt >= since && last.state !== 'running';
  });
}

const mismatches = async (): Promise<readonly Mismatch[]> =>
  (await reconciliation().list(connectionId, { limit: 100 })).mismatches;

const open = async () => (await mismatches()).filter(({ handled }) => !handled);

const order = (mismatch: Mismatch | undefined, action: RepairAction) =>
  post('provider-author', `/studio/connections/${connectionId}/reconciliation/repair`, {
    ...{ mismatch: mismatch?.mismatchId ?? '', action, confirmed: 'yes' },
  });

/** Ordered, and carried out by the worker. */
async function repair(mismatch: Mismatch | undefined, action: RepairAction): Promise<void> {
  await order(mismatch, action);
  await until('the repair', async () => {
    const [last] = await repairs().list(connectionId, 1);
    return (
      last?.state === 'done' && last.action === action && last.lines[0]?.mismatchId === mismatch?.mismatchId
    );
  });
}

const unused = () => Promise.reject(new Error('comparing records nothing'));

/** As the worker does it, while no other work goes on. */
async function reconcileNow(): Promise<void> {
  const env = connectorEnv.parse(world.environment);
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const parts = composeConnectorParts({ parts: world.parts, lrs: unused, env, log, clock });
  await connectorJobs(parts).reconcile?.prepare({ kind: 'reconcile', connectionId }).run();
}

describe('results of a university’s Moodle, on the whole way', () => {
  let siti: string;
  let budi: string;
  let ani: string;
  let dewi: string;
  let agus: string;

  it('its course is connected, read, taken over, reviewed and published', async () => {
    await post('provider-author', '/studio/connections/new/moodle', {
      ...{ name: 'Moodle Universitas Contoh', baseUrl: moodle.baseUrl, secret: moodle.site.token },
      ...{ contactEmail: 'admin@kampus.example', createsLearners: 'yes' },
      ...{ syncHour: '1', pollMinutes: '30', reconcileHour: '3' },
    });
    const [connection] = await createConnectionStore(stores()).listOfProvider(providerId);
    if (!connection) throw new Error('the connection was not made');
    ({ connectionId } = connection);
    const base = `/studio/connections/${connectionId}/catalogue`;
    await post('provider-author', `${base}/start`);
    const sync = createSyncStore(stores());
    const item = await until('the catalogue', async () => {
      const [run] = await sync.listRuns(connectionId, 1);
      return run?.state === 'done' && sync.findItem(connectionId, String(there));
    });
    const decision = { id: String(there), rev: String(item.rev), decision: 'accept', submit: 'yes' };
    await post('provider-author', `${base}/decide`, decision);
    courseId = ((await sync.findItem(connectionId, String(there)))?.courseId ?? '') as CourseId;
    const { inReview = 0 } = (await createCourseStore(stores()).find(courseId)) ?? {};
    const review = `/reviews/${courseId}/${inReview}`;
    const rev = /name="rev" value="(\d+)"/.exec(await get('reviewer', review))?.[1] ?? '';
    const checked = ['content', 'wording', 'jp', 'accessibility', 'rights', 'privacy'];
    const headers = { ...(await world.signedIn('reviewer')), origin };
    const body = new URLSearchParams([
      ['rev', rev],
      ...checked.map((one) => ['checked', one] as [string, string]),
    ]);
    await world.ask(`${review}/approve`, { method: 'POST', headers, body });
    expect((await createCourseStore(stores()).find(courseId))?.status).toBe('published');
  });

  it('who enrols here is enrolled there, by the pseudonym alone', async () => {
    siti = await enrol('learner');
    budi = await enrol('other-learner');
    ani = await enrol('foreign-learner');
    dewi = await enrol('supervisor');
    const account = moodle.site.users.get(Number(siti));
    expect(account).toMatchObject({ firstname: 'Peserta' });
    expect(JSON.stringify(account)).not.toContain(world.people.learner.name);
    expect([seatOf(siti), seatOf(budi)]).toMatchObject([{ by: 'manual' }, { by: 'manual' }]);
  });

  it('who leaves here is ended there', async () => {
    agus = await enrol('agency-admin');
    expect(seatOf(agus)).toMatchObject({ by: 'manual' });
    await post('agency-admin', `/courses/${courseId}/cancel`);
    await until('the end there', () => seatOf(agus) === undefined);
  });

  it('what was reached there completes the part, the course and the enrolment here', async () => {
    change(siti, { grade: 88, gradedAt: seconds(), completed: true, timecompleted: seconds() });
    await night();
    await until('the completion', async () => (await enrolmentOf('learner')).state === 'completed');
    expect(await partOf('learner')).toMatchObject({ completed: true, score: 0.88 });
    expect((await enrolmentOf('other-learner')).state).toBe('active');
    expect(
      await until('the page', async () => {
        const page = await get('learner', `/courses/${courseId}`);
        return page.includes('Selesai') && page;
      }),
    ).toContain('Selesai');
  });

  it('a grade that is lowered later is another version, flagged; the completion stays', async () => {
    change(siti, { grade: 40, gradedAt: seconds() + 60 });
    await night();
    await until('the correction', async () => (await partOf('learner'))?.score === 0.4);
    expect(await partOf('learner')).toMatchObject({ completed: true });
    expect((await enrolmentOf('learner')).state).toBe('completed');
    const { results: all } = await results().list({ providerId, limit: 20 });
    const scores = all.filter(({ event }) => event.result.kind === 'score');
    expect(scores).toHaveLength(2);
    const page = await get(
      'provider-author',
      `/studio/connections/${connectionId}/results/${scores[0]?.resultId}`,
    );
    expect(page).toContain('lebih rendah');
    const shown = (of: 'learner' | 'agency-admin', path: string) =>
      until(`the mark for the ${of}`, async () => (await get(of, path)).includes('Nilai dikoreksi'));
    await shown('learner', `/courses/${courseId}`);
    await shown('agency-admin', '/agency/learning');
  });

  it('a completion that is taken back takes JP and certificate with it, and both come back when it is given again', async () => {
    const reads = (path: string, words: string, of: 'learner' | 'agency-admin' = 'learner') =>
      until(`“${words}” at ${path}`, async () => (await get(of, path)).includes(words));
    const say = async (eventId: string, completed: boolean) => {
      const at = clock.now().toISOString();
      const about = { connectionId, externalCourseId: String(there), externalLearnerId: siti };
      await results().take({
        ...{ providerId, source: 'poll', eventId, about: { kind: 'external', ...about } },
        ...{
          result: { kind: 'completion', completed, occurredAt: at },
          receivedAt: at,
          sent: { text: '{}', contentType: 'application/json' },
        },
      });
    };
    await reads('/certificates', 'Berlaku');
    await say('taken-back', false);
    await reads(`/courses/${courseId}`, 'Kelulusan ditarik penyelenggara');
    await reads('/certificates', 'Dicabut');
    await reads('/inbox', 'Kelulusan ditarik');
    await reads('/agency/learning', 'Kelulusan ditarik', 'agency-admin');
    await reads('/inbox', 'Kelulusan ditarik', 'agency-admin');
    await reads('/jp', 'Ditarik kembali oleh penyelenggara');
    expect((await enrolmentOf('learner')).state).toBe('completed');
    // To its end: work that is still under way would be taken for that of the next night.
    await night();
    await say('given-again', true);
    await reads('/certificates', 'Berlaku');
    await reads('/inbox', 'Kelulusan diberikan kembali');
    await until('the JP', async () => !(await get('learner', '/jp')).includes('Ditarik kembali'));
    expect(await get('learner', `/courses/${courseId}`)).not.toContain('Kelulusan ditarik penyelenggara');
  });

  it('polls that hear nothing new take nothing, a completion marked by hand without a time too', async () => {
    change(budi, { grade: 75, gradedAt: undefined, completed: true, timecompleted: undefined });
    await night();
    await until('the completion', async () => (await enrolmentOf('other-learner')).state === 'completed');
    const known = (await results().list({ providerId, limit: 50 })).results;
    world.logged.length = 0;
    await night();
    expect((await results().list({ providerId, limit: 50 })).results).toEqual(known);
    const polls = world.logged.filter((line) => line.includes('results polled'));
    expect(polls.at(-1)).toContain('"taken":0');
  });

  it('a night that finds everything the same lists nothing', async () => {
    await night();
    expect(await mismatches()).toEqual([]);
  });

  it('who was removed there is listed, enrolled again by one click, and gone from the list the next night', async () => {
    moodle.site.enrolments = moodle.site.enrolments.filter((seat) => seat !== seatOf(ani));
    await night();
    const [found, ...others] = await open();
    expect(others).toEqual([]);
    expect(found).toMatchObject({ kind: 'ours-not-theirs', externalLearnerId: ani });
    await repair(found, 'enrol-again');
    expect(seatOf(ani)).toMatchObject({ by: 'manual' });
    expect((await mismatches())[0]?.handled).toMatchObject({ action: 'enrol-again' });
    await night();
    expect(await mismatches()).toEqual([]);
  });

  it('whose account was deleted there gets a new one, and results of it count', async () => {
    moodle.site.enrolments = moodle.site.enrolments.filter((seat) => seat !== seatOf(ani));
    moodle.site.users.delete(Number(ani));
    // Ids are never given a second time.
    moodle.addUser();
    await night();
    await repair((await open())[0], 'enrol-again');
    const before = ani;
    ani = String(moodle.site.enrolments.at(-1)?.userid);
    expect(ani).not.toBe(before);
    await night();
    expect(await mismatches()).toEqual([]);
    change(ani, { grade: 91, gradedAt: seconds(), completed: true, timecompleted: seconds() });
    await night();
    await until('the completion', async () => (await enrolmentOf('foreign-learner')).state === 'completed');
  });

  it('a student of the university’s own is a number, by no name and with nothing to repair', async () => {
    const { id: userid } = moodle.addUser({ username: 'mahasiswa' });
    moodle.site.enrolments.push({ courseid: there, userid, roleid: 5, by: 'manual' });
    await night();
    const found = await mismatches();
    expect(found).toMatchObject([{ kind: 'others-there', learners: 1 }]);
    expect(JSON.stringify(found)).not.toContain('mahasiswa');
    expect(found[0]).not.toHaveProperty('externalLearnerId');
    moodle.site.enrolments.splice(
      moodle.site.enrolments.findIndex((one) => one.userid === userid),
      1,
    );
    await night();
    expect(await mismatches()).toEqual([]);
  });

  it('who left here and was enrolled there again by hand is listed, and can be ended there', async () => {
    moodle.site.enrolments.push({ courseid: there, userid: Number(agus), roleid: 5, by: 'manual' });
    await night();
    const [found, ...others] = await open();
    expect(others).toEqual([]);
    expect(found).toMatchObject({ kind: 'theirs-not-ours', externalLearnerId: agus });
    expect(JSON.stringify(found)).not.toContain(world.people['agency-admin'].name);
    await repair(found, 'end-there');
    expect(seatOf(agus)).toBeUndefined();
    await night();
    expect(await mismatches()).toEqual([]);
  });

  it('a completion that lies in the inbox and was never recorded is listed, and taken over', async () => {
    const { registration } = await enrolmentOf('supervisor');
    const known = (await results().list({ providerId, limit: 1 })).results[0]?.decision;
    const moduleId = known?.state === 'placed' ? known.place.moduleId : '';
    // What follows from a result broke off for good, as a message that was given up.
    await workers.stop();
    const at = clock.now().toISOString();
    const about = { connectionId, externalCourseId: String(there), externalLearnerId: dewi };
    const event: ResultEvent = {
      ...{ providerId, source: 'poll', eventId: 'e-1', about: { kind: 'external', ...about } },
      ...{
        result: { kind: 'completion', completed: true, occurredAt: at },
        receivedAt: at,
        sent: { text: '{}', contentType: 'application/json' },
      },
    };
    await results().take(event);
    const taken = await results().find(resultIdOf(system.digest, event));
    if (!taken) throw new Error('it was taken');
    await results().decide(taken, { state: 'placed', place: { registration, moduleId }, at });
    tomorrow();
    await reconcileNow();
    const [found] = await open();
    expect(found).toMatchObject({ kind: 'completed-there-not-here', registration, moduleId });
    await order(found, 'take-over');
    expect(await partOf('supervisor')).not.toMatchObject({ completed: true });
    workers = await world.startWorkers({ connectorClock: clock });
    await until('the completion', async () => (await enrolmentOf('supervisor')).state === 'completed');
    await night();
    expect(await mismatches()).toEqual([]);
  });
});
