import { nodeDigest } from '@sinau/platform/crypto';
import { createOutbound } from '@sinau/platform/outbound';
import { createMoodleAdapter } from '../../adapters/moodle/moodle-adapter.ts';
import { createOneRosterAdapter } from '../../adapters/one-roster/one-roster-adapter.ts';
import { createOpenEdxAdapter } from '../../adapters/openedx/openedx-adapter.ts';
import { createSchemaOrgAdapter } from '../../adapters/schema-org/schema-org-adapter.ts';
import { courseData, startFakeCoursePages } from '../fake-course-pages.ts';
import { startFakeMoodle } from '../fake-moodle.ts';
import { sampleFakeSite } from '../fake-moodle-site.ts';
import { startFakeOneRoster } from '../fake-one-roster.ts';
import { startFakeOpenEdx } from '../fake-openedx.ts';
import type { Connector } from './situation.ts';

/** Connectors that ask a server, which stands on loopback here. */
export const servers: readonly Connector[] = [
  { name: 'Moodle', start: startMoodle, impossible: {} },
  { name: 'Open edX', start: (count) => startOpenEdx(count, 'site'), impossible: {} },
  { name: 'Open edX catalogue service', start: (count) => startOpenEdx(count, 'catalogue'), impossible: {} },
  { name: 'OneRoster REST', start: startOneRoster, impossible: {} },
  {
    ...{ name: 'schema.org pages', start: startPages },
    impossible: { 'wrong secret': 'public pages are read without any secret' },
  },
];

const outbound = createOutbound({ allowLoopback: true });
const clock = { now: () => new Date('2026-11-28T04:00:00.000Z') };
const sleep = async () => undefined;
const unavailable = { kind: 'status', status: 503 } as const;

async function startMoodle(count: number) {
  const site = { ...sampleFakeSite(), courses: new Map() };
  const moodle = await startFakeMoodle(site);
  moodle.addCourses(count);
  const { baseUrl } = moodle;
  const { token } = site;
  const ids = { uuid: () => '00000000-0000-4000-8000-000000000001', token: () => 'tidak-ada-yang-tahu' };
  const courses = { name: 'core_course_get_courses' };
  return {
    adapter: () =>
      createMoodleAdapter({ outbound, clock, ids, sleep, digest: nodeDigest }, { baseUrl, token }),
    idOf: (n: number) => String(n + 1),
    rename: (n: number, fullname: string) => void Object.assign(site.courses.get(n + 1) ?? {}, { fullname }),
    withdraw: (n: number) => void site.courses.delete(n + 1),
    breakDown: () => moodle.trouble(unavailable),
    changeSecret: () => {
      site.token = 'baru';
    },
    halve: () => moodle.trouble({ kind: 'half' }, courses),
    repeat: () => moodle.trouble({ kind: 'twice' }, courses),
    heal() {
      moodle.heal();
      site.token = token;
    },
    close: moodle.close,
  };
}

async function startOpenEdx(count: number, what: 'site' | 'catalogue') {
  const edx = await startFakeOpenEdx();
  const { site, baseUrl } = edx;
  site.runs.length = 0;
  edx.addRuns(count);
  site.pageSize = 3;
  const { clientSecret } = site;
  const settings = {
    ...({ clientId: 'sinau', learnersBy: 'pseudonym', mode: 'audit' } as const),
    ...(what === 'catalogue' && { catalogueUrl: `${baseUrl}/catalogue` }),
  };
  const at = what === 'catalogue' ? '/course_runs' : '/courses/v1';
  const idOf = (n: number) => `course-v1:KampusX+ADM${n}+2026`;
  return {
    adapter: () =>
      createOpenEdxAdapter(
        { outbound, clock, sleep, digest: nodeDigest },
        { baseUrl, clientSecret, settings },
      ),
    idOf,
    rename: (n: number, name: string) =>
      void Object.assign(site.runs.find(({ id }) => id === idOf(n)) ?? {}, { name }),
    withdraw: (n: number) =>
      void site.runs.splice(
        site.runs.findIndex(({ id }) => id === idOf(n)),
        1,
      ),
    breakDown: () => edx.trouble({ kind: 'status', status: 503 }),
    changeSecret() {
      site.clientSecret = 'baru';
      edx.forgetTokens();
    },
    // The last of its pages says so too early.
    halve: () => edx.trouble({ kind: 'last' }, { at }),
    repeat: () => edx.trouble({ kind: 'twice' }, { at }),
    heal() {
      edx.heal();
      site.clientSecret = clientSecret;
    },
    close: edx.close,
  };
}

async function startOneRoster(count: number) {
  const server = await startFakeOneRoster(count);
  const { site, tokenUrl, origin } = server;
  const { secret } = site;
  site.pageSize = 3;
  let changes = 0;
  // Whoever asks for what is new since has a cursor, so every change has its time.
  const change = (n: number, to: object) => {
    changes += 1;
    const dateLastModified = new Date(Date.UTC(2026, 8, changes)).toISOString();
    const found = site.classes.find(({ sourcedId }) => sourcedId === `class-${n}`);
    Object.assign(found ?? {}, { ...to, dateLastModified });
  };
  const settings = { tokenUrl, clientId: 'sinau' };
  return {
    adapter: () => createOneRosterAdapter({ outbound, clock, sleep }, { baseUrl: origin, settings, secret }),
    idOf: (n: number) => `class-${n}`,
    rename: (n: number, title: string) => change(n, { title }),
    withdraw: (n: number) => change(n, { status: 'tobedeleted' }),
    breakDown: () => server.trouble(unavailable),
    changeSecret() {
      site.secret = 'baru';
      server.endTokens();
    },
    halve: () => server.trouble({ kind: 'half' }, { path: '/classes' }),
    repeat() {
      for (const name of ['classes', 'courses', 'academicSessions'] as const) {
        site[name].push(...site[name].map((one) => ({ ...one })));
      }
      // On one page, with a total of those that differ.
      site.pageSize = 100;
      site.repeats = true;
    },
    heal() {
      server.heal();
      site.secret = secret;
    },
    close: server.close,
  };
}

async function startPages(count: number) {
  const site = await startFakeCoursePages(count);
  return {
    adapter: () => createSchemaOrgAdapter({ outbound, clock, sleep }, { baseUrl: site.sitemapUrl }),
    idOf: (n: number) => `${site.origin}/kuliah/${n}`,
    rename: (n: number, name: string) => void site.pages.set(`/kuliah/${n}`, [courseData(n, { name })]),
    withdraw: (n: number) => void site.pages.delete(`/kuliah/${n}`),
    breakDown: () => site.trouble(unavailable),
    halve: () => site.trouble({ kind: 'half' }, { path: `/kuliah/${Math.ceil(count / 2)}` }),
    repeat: () => void site.pages.set('/semua', [...site.pages.values()].flat()),
    heal: site.heal,
    close: site.close,
  };
}
