import type { CourseId } from '@sinau/catalogue';
import { createCourseStore } from '@sinau/catalogue/dynamo';
import type { ConnectionId } from '@sinau/connectors';
import {
  createConnectionStore,
  createProviderEnrolmentStore,
  createResultStore,
  createSyncStore,
} from '@sinau/connectors/dynamo';
import { type FakeMoodle, startFakeMoodle } from '@sinau/connectors/testing';
import { createRegistrationStore } from '@sinau/delivery/dynamo';
import type { ProviderId } from '@sinau/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { names } from '../../functions/dev-server/services.ts';
import { createEnrolmentStore } from '../../functions/shared/enrolment-store.ts';
import { startWorld, type World } from '../security/world/start-world.ts';
import { origin, system } from '../security/world/system.ts';
import { until as untilThere } from './until.ts';

let world: World;
let moodle: FakeMoodle;
let courseId: CourseId;
let moodleId: ConnectionId;
let workers: Awaited<ReturnType<World['startWorkers']>>;
let providerId: ProviderId;

beforeAll(async () => {
  [world, moodle] = await Promise.all([startWorld(), startFakeMoodle()]);
  workers = await world.startWorkers({ connectorClock: system.clock });
  const { providerA } = world.tenants;
  if (providerA.kind !== 'provider') throw new Error('providers are providers');
  providerId = providerA.providerId;
});
afterAll(async () => {
  await workers?.stop();
  await moodle?.close();
  await world?.close();
});

type Who = Parameters<World['signedIn']>[0];
const stores = () => ({ dynamo: world.parts.dynamo, table: names.lmsTable });
const results = () => createResultStore({ ...stores(), digest: system.digest });
const studio = '/studio/connections';

/** Of the course over there. */
const there = '2';

/** A form of the portal; resolves with the page that answers, empty where it leads on. */
async function post(who: Who, path: string, fields: Fields = []) {
  const headers = { ...(await world.signedIn(who)), origin, accept: 'text/html' };
  const body = new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value]));
  const answer = await world.ask(path, { method: 'POST', headers, body });
  const page = await answer.text();
  if (answer.status >= 400) throw new Error(`${path}: ${/role="alert".*?<\/ul>/.exec(page)?.[0] ?? page}`);
  return page;
}

async function get(who: Who, path: string): Promise<string> {
  const headers = { ...(await world.signedIn(who)), accept: 'text/html' };
  return (await world.ask(path, { headers })).text();
}

const until = <Value>(what: string, look: () => Promise<Value | undefined | false> | Value | false) =>
  untilThere(what, look, world.logged);

type Learner = 'learner' | 'other-learner';
type Fields = readonly (readonly [string, string])[];

/** Makes a connection; gives its id and the secret that is shown once. */
async function connect(kind: string, fields: Readonly<Record<string, string>>) {
  const connections = createConnectionStore(stores());
  const known = (await connections.listOfProvider(providerId)).map(({ connectionId }) => connectionId);
  const common = { name: `Koneksi ${kind}`, contactEmail: 'admin@kampus.example' };
  const page = await post(
    'provider-author',
    `${studio}/new/${kind}`,
    Object.entries({ ...common, ...fields }),
  );
  const made = (await connections.listOfProvider(providerId)).find(
    (one) => !known.includes(one.connectionId),
  );
  if (!made) throw new Error(`no connection of the kind ${kind} was made`);
  const secret = /whsec_[\w+/=]+|<code[^>]*>([^<]+)<\/code>/.exec(page);
  return { connectionId: made.connectionId, secret: secret?.[1] ?? secret?.[0] ?? '' };
}

type Sender = Awaited<ReturnType<typeof connect>>;

/** As a record store of an LMS is sent to. */
async function send({ connectionId, secret }: Sender, statements: readonly object[]) {
  const answer = await world.ask(`/api/connections/${connectionId}/xapi/statements`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa(`${connectionId}:${secret}`)}`,
      'content-type': 'application/json',
      'x-experience-api-version': '1.0.3',
    },
    body: JSON.stringify(statements),
  });
  return { status: answer.status, body: await answer.text() };
}

async function enrolmentOf(name: Learner) {
  const found = await createEnrolmentStore(stores()).findCurrent(world.people[name].personId, courseId);
  if (!found) throw new Error('nobody has enrolled');
  return found;
}

async function partOf(name: Learner) {
  const { registration } = await enrolmentOf(name);
  return (await createRegistrationStore(stores()).read(registration))?.aus[0];
}

/** Enrols by the page of the course; gives the account at the university. */
async function enrol(name: Learner) {
  await post(name, `/courses/${courseId}/enrol`);
  const { registration } = await enrolmentOf(name);
  const id = await until('the confirmation', async () => {
    const found = await createProviderEnrolmentStore(stores()).find(registration);
    return found?.state === 'confirmed' && found.externalLearnerId;
  });
  const account = moodle.site.users.get(Number(id));
  if (!account) throw new Error('nobody was enrolled over there');
  return { id, subject: account.idnumber };
}

const latest = async () => (await results().list({ providerId, limit: 20 })).results;

/** As logstore_xapi of Moodle writes a course that was completed: without an id. */
const ofMoodle = (userId: string) => ({
  actor: { name: 'Nama Rahasia', account: { homePage: moodle.baseUrl, name: userId } },
  verb: { id: 'http://id.tincanapi.com/verb/completed', display: { en: 'completed' } },
  object: {
    id: `${moodle.baseUrl}/course/view.php?id=${there}`,
    definition: { type: 'http://id.tincanapi.com/activitytype/lms/course', name: { en: 'Kursus' } },
  },
  timestamp: '2026-11-24T14:31:41+07:00',
  context: { platform: 'Moodle', language: 'en' },
});

const key = 'course-v1:UNIV+ADM310+2026';
const anonymous = '32e08e30-f8ae-4ce2-94a8-c2bfe38a70cb';

/** As event-routing-backends of Open edX writes of a course: actors have ids of their own. */
const ofOpenEdx = (n: number, verb: string, over: object = {}) => ({
  id: `6d1f033b-3f70-558c-b53a-e6bb63cbae0${n}`,
  version: '1.0.3',
  actor: { objectType: 'Agent', account: { homePage: 'https://mooc.kampus.example', name: anonymous } },
  verb: { id: verb, display: { en: verb.split('/').at(-1) } },
  object: {
    id: `https://mooc.kampus.example/course/${key}`,
    objectType: 'Activity',
    definition: { type: 'http://adlnet.gov/expapi/activities/course' },
  },
  timestamp: `2026-11-24T06:3${n}:01.917775+00:00`,
  ...over,
});
const adl = (verb: string) => `http://adlnet.gov/expapi/verbs/${verb}`;

describe('statements of a university’s LMS, on the whole way to a course that is finished', () => {
  let sri: Awaited<ReturnType<typeof enrol>>;
  let budi: typeof sri;
  let plugin: Sender;
  let router: Sender;

  it('a course is taken over from its Moodle and published, and two learners enrol', async () => {
    const fields = {
      baseUrl: moodle.baseUrl,
      secret: moodle.site.token,
      createsLearners: 'yes',
      syncHour: '',
    };
    moodleId = (await connect('moodle', fields)).connectionId;
    const base = `${studio}/${moodleId}/catalogue`;
    await post('provider-author', `${base}/start`);
    const sync = createSyncStore(stores());
    const item = await until('the catalogue', async () => {
      const [run] = await sync.listRuns(moodleId, 1);
      return run?.state === 'done' && sync.findItem(moodleId, there);
    });
    const decision = { id: there, rev: String(item.rev), decision: 'accept', submit: 'yes' };
    await post('provider-author', `${base}/decide`, Object.entries(decision));
    courseId = ((await sync.findItem(moodleId, there))?.courseId ?? '') as CourseId;
    const { inReview = 0 } = (await createCourseStore(stores()).find(courseId)) ?? {};
    const review = `/reviews/${courseId}/${inReview}`;
    const rev = /name="rev" value="(\d+)"/.exec(await get('reviewer', review))?.[1] ?? '';
    const checked = ['content', 'wording', 'jp', 'accessibility', 'rights', 'privacy'];
    const form: Fields = [['rev', rev], ...checked.map((one) => ['checked', one] as const)];
    await post('reviewer', `${review}/approve`, form);
    sri = await enrol('learner');
    budi = await enrol('other-learner');
  });

  it('logstore_xapi beside that Moodle: who is enrolled there is known, and has finished', async () => {
    plugin = await connect('xapi', { beside: moodleId });
    expect(await send({ ...plugin, secret: 'salah' }, [ofMoodle(sri.id)])).toMatchObject({ status: 401 });
    const viewed = { ...ofMoodle(sri.id), verb: { id: 'http://id.tincanapi.com/verb/viewed' } };
    expect(await send(plugin, [viewed, ofMoodle(sri.id)])).toMatchObject({ status: 200 });
    await until('the completion', async () => (await enrolmentOf('learner')).state === 'completed');
    expect(await partOf('learner')).toMatchObject({ completed: true });
    expect((await enrolmentOf('other-learner')).state).toBe('active');
    const inbox = await latest();
    expect(inbox).toHaveLength(1);
    expect(JSON.stringify(inbox)).not.toContain('Rahasia');
    // The plugin sends again what it got no answer for.
    await send(plugin, [ofMoodle(sri.id)]);
    expect(await latest()).toEqual(inbox);
  });

  it('event-routing-backends alone: an anonymous id waits in the inbox until somebody says who it is', async () => {
    router = await connect('xapi', { courses: `${key} = ${courseId}` });
    const score = { score: { scaled: 0.75, raw: 0.75, min: 0, max: 1 } };
    const earned = ofOpenEdx(1, 'http://id.tincanapi.com/verb/earned', { result: score });
    expect(await send(router, [earned, ofOpenEdx(2, adl('passed'))])).toMatchObject({ status: 200 });
    await until('two that wait', async () => {
      const waiting = (await latest()).filter(({ decision }) => decision.state === 'unmatched');
      return (
        waiting.length === 2 &&
        waiting.every(
          ({ decision }) => decision.state === 'unmatched' && decision.reason === 'learner-unknown',
        )
      );
    });
    expect((await enrolmentOf('other-learner')).state).toBe('active');

    const learners = `${studio}/${router.connectionId}/learners`;
    const line = [key, anonymous, budi.subject].join(';');
    expect(await post('provider-author', learners, [['learners', line]])).toContain('2 hasil');
    await until('the completion', async () => (await enrolmentOf('other-learner')).state === 'completed');
    expect(await partOf('other-learner')).toMatchObject({ completed: true });
    const page = await until('the page', async () => {
      const shown = await get('other-learner', `/courses/${courseId}`);
      return shown.includes('Anda telah menyelesaikan kursus') && shown;
    });
    expect(page).not.toContain(anonymous);
  });

  it('known from then on: a grade that is taken back is flagged, and what was reached stays', async () => {
    await send(router, [ofOpenEdx(3, adl('failed'))]);
    const failed = await until('the third', async () => {
      const found = (await latest()).find(({ event }) => event.eventId.endsWith('3'));
      return found?.decision.state === 'placed' && found;
    });
    const page = await get('provider-author', `${studio}/${router.connectionId}/results/${failed.resultId}`);
    expect(page).toContain('notice-warning');
    expect((await enrolmentOf('other-learner')).state).toBe('completed');
    expect(await partOf('other-learner')).toMatchObject({ completed: true });
    const contradicts = ofOpenEdx(3, adl('passed'));
    expect(await send(router, [contradicts])).toMatchObject({ status: 409 });
  });
});
