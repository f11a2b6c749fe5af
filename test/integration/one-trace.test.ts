import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { type RunningServer, startServer } from '../server/start-server.ts';
import { type BrowserSession, signInOverHttp } from './browser-session.ts';
import { until } from './until.ts';

let dataDir: string;
let server: RunningServer;
let learner: BrowserSession;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sinau-trace-'));
  server = await startServer({ dataDir, logLevel: 'INFO', deadlineMs: 180_000 });
  const email = server.dev.people.find(({ role }) => role === 'learner')?.email ?? '';
  learner = await signInOverHttp(server.dev.portal, email);
}, 240_000);
afterAll(async () => {
  await server?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const adl = (verb: string) => `http://adlnet.gov/expapi/verbs/${verb}`;
const cmi5 = ['https://w3id.org/xapi/cmi5/context/categories/cmi5'];
const moveOn = [...cmi5, 'https://w3id.org/xapi/cmi5/context/categories/moveon'];

const mastery = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';
const template = z.object({
  contextTemplate: z.looseObject({ extensions: z.looseObject({}) }),
  masteryScore: z.number().optional(),
});

/** What the page of a part would do, from its launch to its end; the request that completes it carries `trace`. */
async function learn(course: string, part: number, trace: string): Promise<void> {
  const launched = await learner.leadsTo(`${course}/learn/${part}/launch`);
  // Behind the gate of the content's origin.
  const { searchParams } = new URL(new URL(launched).searchParams.get('to') ?? '', launched);
  const asked = (name: string) => searchParams.get(name) ?? '';
  const fetched = await fetch(asked('fetch'), { method: 'POST' });
  const token = z.object({ 'auth-token': z.string() }).parse(await fetched.json())['auth-token'];
  const endpoint = asked('endpoint').replace(/\/$/, '');
  const headers = { authorization: `Basic ${token}`, 'x-experience-api-version': '1.0.3' };
  const [activityId, registration, agent] = [asked('activityId'), asked('registration'), asked('actor')];
  const state = new URLSearchParams({ stateId: 'LMS.LaunchData', activityId, registration, agent });
  const launchData = await fetch(`${endpoint}/activities/state?${state}`, { headers });
  const { contextTemplate, masteryScore } = template.parse(await launchData.json());
  await fetch(
    `${endpoint}/agents/profile?${new URLSearchParams({ profileId: 'cmi5LearnerPreferences', agent })}`,
    {
      headers,
    },
  );
  const statementOf = ({ verb, category, result }: Said) => ({
    ...{ id: randomUUID(), actor: JSON.parse(agent), timestamp: new Date().toISOString() },
    ...{ verb: { id: adl(verb) }, object: { id: activityId }, ...(result && { result }) },
    context: {
      ...{ ...contextTemplate, registration },
      extensions: {
        ...contextTemplate.extensions,
        // cmi5 9.6.3.2: with what is measured against it.
        ...(result && 'score' in result && masteryScore !== undefined && { [mastery]: masteryScore }),
      },
      contextActivities: {
        ...(contextTemplate.contextActivities as object),
        category: category.map((id) => ({ id })),
      },
    },
  });
  const say = async (said: readonly Said[], more: Readonly<Record<string, string>> = {}) => {
    const answer = await fetch(`${endpoint}/statements`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', ...more },
      body: JSON.stringify(said.map(statementOf)),
    });
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  };
  const duration = 'PT1M';
  await say([
    { verb: 'initialized', category: cmi5 },
    { verb: 'completed', category: moveOn, result: { completion: true, duration } },
  ]);
  // Passed and gone: what completes the course, and what its lesson hours follow from.
  await say(
    [
      { verb: 'passed', category: moveOn, result: { success: true, score: { scaled: 1 }, duration } },
      { verb: 'terminated', category: cmi5, result: { duration } },
    ],
    { traceparent: `00-${trace}-00f067aa0ba902b7-01` },
  );
}

interface Said {
  readonly verb: string;
  readonly category: readonly string[];
  readonly result?: object;
}

interface Line {
  readonly service: string;
  readonly message: string;
  readonly [name: string]: unknown;
}

const linesOf = (trace: string): readonly Line[] =>
  server
    .output()
    .split('\n')
    .filter((line) => line.includes(trace))
    .map((line) => JSON.parse(line) as Line);

it('R15: one action of a learner is found by one id in the logs of all functions that follow it, without NIP and names', async () => {
  const course = /href="(\/courses\/[\w-]+)"/.exec(await learner.get('/catalogue'))?.[1] ?? '';
  await learner.post(`${course}/enrol`, {});
  const parts = [
    ...new Set([...(await learner.get(course)).matchAll(/\/learn\/(\d+)/g)].map(([, n]) => Number(n))),
  ];
  expect(parts.length).toBeGreaterThan(0);
  const traces = parts.map(() => randomUUID().replaceAll('-', ''));
  for (const [n, part] of parts.entries()) await learn(course, part, traces[n] ?? '');
  const [last = ''] = traces.slice(-1);
  const has = (service: string, message: string) =>
    linesOf(last).some((line) => line.service === service && line.message === message);
  await until('the certificate is made', () => has('certifier', 'certificate'), [server.output()]);
  const isFact = (type: string) => linesOf(last).some((line) => line.type === type);
  await until('the JP follow', () => isFact('credit-changed'), [server.output()]);
  await until('the certificate is told', () => isFact('certificate-issued'), [server.output()]);
  await until('the mail about it is sent', () => has('mailer', 'mail'), [server.output()]);

  const lines = linesOf(last);
  // From the door over both streams and two queues.
  expect(new Set(lines.map(({ service }) => service))).toEqual(
    new Set(['xapi', 'projector', 'announcer', 'certifier', 'mailer']),
  );
  expect(lines.filter(({ service }) => service === 'xapi')).toMatchObject([
    { message: 'request', requestId: expect.any(String), status: 200, trace: last },
  ]);
  const facts = lines.filter(({ message }) => message === 'fact').map(({ type }) => type);
  const followed = ['progress-made', 'course-satisfied', 'enrolment-completed', 'credit-changed'];
  expect(facts).toEqual(expect.arrayContaining([...followed, 'certificate-issued']));
  // The other actions of the same person have their own.
  for (const other of traces.slice(0, -1)) {
    expect(linesOf(other).some(({ service }) => service === 'certifier')).toBe(false);
  }
}, 120_000);

it('R15: no line of any function holds a NIP, a name or an address of a person', async () => {
  const printed = server.output();
  expect(printed.split('\n').filter((line) => line.startsWith('{')).length).toBeGreaterThan(20);
  expect(printed).not.toMatch(/\b\d{18}\b/);
  const json = printed
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .join('\n');
  for (const { name, email } of server.dev.people) {
    expect(json).not.toContain(name);
    expect(json).not.toContain(email);
  }
});
