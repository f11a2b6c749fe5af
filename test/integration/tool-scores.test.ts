import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRegistrationStore } from '@sinau/delivery/dynamo';
import {
  createAccountLinkStore,
  createAttemptStore,
  createForeignPlatformStore,
  createPlacementStore,
  createScoreStore,
} from '@sinau/lti-tool/dynamo';
import { samplePlacement, samplePlatform } from '@sinau/lti-tool/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { names } from '../../functions/dev-server/services.ts';
import { createEnrolmentStore } from '../../functions/shared/enrolment-store.ts';
import { createToolSigner } from '../../functions/shared/tool-signer.ts';
import { startWorld, type World } from '../security/world/start-world.ts';
import { startUniversityPlatform, type UniversityPlatform } from '../server/university-platform.ts';
import { until as untilThere } from './until.ts';

let world: World;
let kampus: UniversityPlatform;
let workers: Awaited<ReturnType<World['startWorkers']>>;
const ends: (() => unknown)[] = [];
/** So far is the worker ahead: a change need not settle for five seconds. Platforms let clocks be behind as far. */
const clock = { now: () => new Date(Date.now() + 4_500) };
const stores = () => ({ dynamo: world.parts.dynamo, table: names.lmsTable });

beforeAll(async () => {
  [world, kampus] = await Promise.all([startWorld(), startUniversityPlatform()]);
  workers = await world.startWorkers({ connectorClock: clock });
  const signer = createToolSigner({
    parts: world.parts,
    env: { LMS_TABLE: names.lmsTable, PUSH_KEY_ID: String(world.environment.PUSH_KEY_ID) },
  });
  const keys = createServer((_, response) => {
    signer.publicKeys().then((all) => response.end(JSON.stringify({ keys: all })));
  });
  await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
  ends.push(() => keys.close());
  const jwksUri = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/`;
  kampus.addTool({ clientId: 'klien-1', loginUrl: jwksUri, redirectUris: [], jwksUri, target: jwksUri });
  await createForeignPlatformStore(stores()).add(
    samplePlatform({
      ...{ issuer: kampus.origin, authorizationUrl: `${kampus.origin}/auth` },
      ...{ tokenUrl: `${kampus.origin}/token`, jwksUri: `${kampus.origin}/jwks` },
    }),
  );
}, 60_000);
afterAll(async () => {
  await workers?.stop();
  await kampus?.stop();
  await world?.close();
  for (const end of ends) await end();
});

const until = <Value>(what: string, look: () => Promise<Value | undefined | false> | Value | false) =>
  untilThere(what, look, world.logged);

/** Enrols and launches here, by a link over there. */
async function openedFromKampus() {
  await world.launch();
  const { personId } = world.people.learner;
  const { courseId } = world.course;
  const enrolment = await createEnrolmentStore(stores()).findCurrent(personId, courseId);
  if (!enrolment) throw new Error('nobody is enrolled');
  const { registration } = enrolment;
  kampus.gradebook.knows('42');
  const placement = samplePlacement({
    courseId,
    grades: { scopes: samplePlatformScopes, lineItems: kampus.lineItemsUrl },
  });
  await createPlacementStore(stores()).put(placement);
  const { platformId, placementId } = placement;
  const at = new Date().toISOString();
  const link = { platformId, subject: '42', personId };
  await createAccountLinkStore(stores()).add({ ...link, linkedAt: at });
  const attempt = { ...link, registration, courseId, placementId, startedAt: at, launchedAt: at };
  await createAttemptStore(stores()).note(attempt);
  return { attempt, registration, personId };
}
const samplePlatformScopes = [
  'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
  'https://purl.imsglobal.org/spec/lti-ags/scope/score',
] as const;

/** As the last statement of the part does. */
async function complete(registration: string, score: number): Promise<void> {
  const registrations = createRegistrationStore(stores());
  const state = await registrations.read(registration);
  if (!state) throw new Error('nothing was launched');
  const at = new Date().toISOString();
  const done = { completed: true, waived: false, judged: 'passed' as const, score, launchedAt: at };
  await registrations.save({
    ...{ ...state, aus: { 0: done }, satisfaction: { ...state.satisfaction, course: true } },
    courseSatisfiedAt: at,
  });
}

const scoreOf = (attempt: Awaited<ReturnType<typeof openedFromKampus>>['attempt']) =>
  createScoreStore(stores()).find(attempt);

describe('scores for the learning system of a university', () => {
  it('tell it of a course that was opened there: begun, then done, once each, through its quirks', async () => {
    const { attempt, registration } = await openedFromKampus();
    await until('the first score', () => kampus.gradebook.scores.length > 0);
    expect(kampus.gradebook.scores[0]).toMatchObject({ userId: '42', activityProgress: 'Started' });
    const [item] = kampus.gradebook.items.values();
    expect(item).toMatchObject({ label: 'Etika ASN', scoreMaximum: 100, resourceLinkId: '17' });

    // The token is taken back, then the platform has a bad minute.
    kampus.quirks.push({ at: 'scores', status: 401 }, { at: 'scores', status: 429, retryAfter: '1' });
    await complete(registration, 0.8);
    const refused = await until('the bad minute', async () => {
      const row = await scoreOf(attempt);
      return row?.because === 'throttled' && row;
    });
    // It asked for a second; nobody is asked again before a minute. That one is over now.
    expect(Date.parse(refused.dueAt ?? '')).toBeGreaterThan(Date.now() + 30_000);
    await createScoreStore(stores()).save({ ...refused, dueAt: new Date().toISOString() });
    await until('the final score', async () => (await scoreOf(attempt))?.sent?.saying.scoreGiven === 80);
    await until('the end', async () => (await scoreOf(attempt))?.state === 'sent');
    const final = kampus.gradebook.scores.filter(({ gradingProgress }) => gradingProgress === 'FullyGraded');
    expect(final).toMatchObject([
      { userId: '42', scoreGiven: 80, scoreMaximum: 100, activityProgress: 'Completed' },
    ]);
    expect(kampus.gradebook.items.size).toBe(1);
    expect(kampus.quirks).toEqual([]);
    expect(kampus.failures).toEqual([]);

    // The person takes the link back: what is owed is gone with it.
    await createAttemptStore(stores()).remove(attempt);
    await until('the row to go', async () => (await scoreOf(attempt)) === undefined);
  }, 60_000);
});
