import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../server/start-server.ts';
import { type BrowserSession, signInOverHttp } from './browser-session.ts';

let dataDir: string;
let server: RunningServer;
let course: string;
const people = new Map<string, BrowserSession>();

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sinau-enrolment-'));
  server = await startServer({ dataDir });
  for (const { email } of server.dev.people) {
    const key = email.split('@')[0] ?? '';
    people.set(key, await signInOverHttp(server.dev.portal, email));
  }
}, 420_000);
afterAll(async () => {
  await server?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

function as(key: 'sri' | 'bima' | 'wulan' | 'agus' | 'hadi' | 'maya'): BrowserSession {
  const session = people.get(key);
  if (!session) throw new Error(`nobody is called ${key}`);
  return session;
}

/** As its author does on the page of the course. */
async function admit(fields: { readonly mode: string; readonly seats: string }): Promise<void> {
  const owner = course.replace('/courses/', '/studio/courses/');
  for (const key of ['hadi', 'maya'] as const) {
    const page = await as(key)
      .get(owner)
      .catch(() => undefined);
    const rev = /name="rev" value="(\d+)"/.exec(page ?? '')?.[1];
    if (rev === undefined) continue;
    const more = { opensAt: '', closesAt: '', versionRule: 'stay' };
    await as(key).post(`${owner}/settings`, { rev, ...more, ...fields });
    return;
  }
  throw new Error('the course has no author among the people');
}

/** What the announcer makes of a change is there soon. */
async function noticeOf(key: Parameters<typeof as>[0], title: string): Promise<string> {
  for (let n = 0; n < 100; n += 1) {
    const inbox = await as(key).get('/inbox');
    if (inbox.includes(title)) return inbox;
    await sleep(100);
  }
  throw new Error(`${key} was not told: ${title}`);
}

describe('enrolment on a running server', () => {
  it('asks, approves, queues and promotes, and tells everybody what was done to their place', async () => {
    const catalogue = await as('sri').get('/catalogue');
    course = /href="(\/courses\/[\w-]+)"/.exec(catalogue)?.[1] ?? '';
    await admit({ mode: 'approval', seats: '1' });
    expect(await as('sri').get(course)).toContain('Minta persetujuan');
    await as('sri').post(`${course}/enrol`, {});
    await as('bima').post(`${course}/enrol`, {});
    await noticeOf('wulan', 'Perlu persetujuan: Sri Contoh');
    await noticeOf('wulan', 'Perlu persetujuan: Bima Contoh');
    const open = [
      ...(await as('wulan').get('/team/approvals')).matchAll(/href="(\/team\/approvals\/[\w-]+)"/g),
    ];
    expect(open).toHaveLength(2);
    // The oldest first: Sri's, then Bima's.
    for (const [, address = ''] of open) await as('wulan').post(address, { decision: 'approve' });
    await noticeOf('sri', 'Disetujui: ');
    await noticeOf('bima', 'Disetujui, menunggu kursi: ');
    expect(await as('bima').get(course)).toContain('urutan ke-1');
    await as('sri').post(`${course}/cancel`, {});
    await noticeOf('bima', 'Anda mendapat kursi: ');
    expect(await as('bima').get('/')).toContain(`href="${course}/learn/1"`);
  }, 60_000);

  it('promotes who waits when the author raises the seats, and lets the agency require the course', async () => {
    await as('sri').post(`${course}/enrol`, {});
    await noticeOf('wulan', 'Perlu persetujuan: Sri Contoh');
    const page = await as('wulan').get('/team/approvals');
    const address = /href="(\/team\/approvals\/[\w-]+)"/.exec(page)?.[1] ?? '';
    await as('wulan').post(address, { decision: 'approve' });
    expect(await as('sri').get(course)).toContain('urutan ke-1');
    await admit({ mode: 'approval', seats: '2' });
    await noticeOf('sri', 'Anda mendapat kursi: ');
    const order = { course: course.split('/').at(-1) ?? '', people: 'sri@badan-contoh.example' };
    const done = await as('agus').post('/agency/assignments', { ...order, dueOn: '2099-12-31', note: '' });
    expect(done).toContain('Ditugaskan dan diberi tahu');
    expect(await noticeOf('sri', 'Kursus wajib: ')).toContain('31 Desember 2099');
    expect(await as('sri').get('/')).toContain('Ditugaskan instansi Anda');
    await expect(as('sri').post(`${course}/cancel`, {})).rejects.toThrow('409');
  }, 60_000);
});
