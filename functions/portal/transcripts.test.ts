import { type CertificateMessage, makeTranscript } from '@sinau/credentials';
import { createTranscriptPrinter, loadCertificateFonts } from '@sinau/credentials/adapters';
import { type Completion, eLearning, followCompletion, readLedger, refreshYears } from '@sinau/credit';
import { memoryLearningStore } from '@sinau/external-learning/testing';
import type { Person } from '@sinau/identity';
import { formatJp, type Jp } from '@sinau/kernel';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createTranscriptSource } from '../shared/transcript-source.ts';
import { portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
let sent: CertificateMessage[];
const fonts = await loadCertificateFonts();
beforeEach(async () => {
  world = await portalWorld();
  sent = [];
  const { queue } = await world.deps.credentials();
  vi.spyOn(queue, 'send').mockImplementation(async (message) => void sent.push(message));
});

type Tenant = 'agencyA' | 'agencyB';

async function signedIn(role: 'learner' | 'agency-admin' | 'supervisor', tenant: Tenant = 'agencyA') {
  const person = await world.invite(world.tenants[tenant], [role]);
  const browser = world.browser();
  await browser.signIn(person.email);
  return { ...browser, person, page: async (path: string) => (await browser.ask(path)).text() };
}

/** Four JP in so many minutes: three count, or none where that is too short. */
async function complete({ personId, home }: Person, of: { title: string; minutes: number }): Promise<void> {
  const { clock, credit } = world.deps;
  const from = clock.now().getTime() - 3 * 3_600_000;
  const time = (after: number) => new Date(from + after * 60_000).toISOString();
  const completion: Completion = {
    ...{ personId, registration: of.title, courseId: 'c1', version: 1, title: { id: of.title } },
    ...(home.kind === 'agency' && { agencyId: home.agencyId }),
    ...{ form: eLearning, abroad: false, stated: 400 as Jp, stands: true },
    shown: { here: 1, elsewhere: 0, waived: 0 },
    ...{ enrolledAt: time(0), completedAt: time(of.minutes) },
    moments: [{ kind: 'launched', sessionId: of.title, at: time(0), storedAt: time(0) }],
  };
  const parts = { ...(await credit()), clock, completions: { completionOf: async () => completion } };
  await followCompletion(parts, completion.registration);
  await refreshYears(parts, personId);
}

/** What the worker does with what was sent. */
async function work(): Promise<void> {
  const { deps } = world;
  const source = { ...deps, ...(await deps.credit()), learnings: memoryLearningStore() };
  const worker = {
    ...{ ...(await deps.credentials()), clock: deps.clock },
    transcriptSource: createTranscriptSource(source),
    transcriptPrinter: createTranscriptPrinter(fonts),
    credentialSigner: { prove: async (document: object) => ({ ...document }), jwt: async () => 'a.b.c' },
    ids: deps.ids,
  };
  for (const message of sent.splice(0)) {
    if (message.kind === 'transcript')
      await makeTranscript(worker, { ...message, personId: message.personId as never });
  }
}

async function textOf(file: Response): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const page = await (await getDocument({ data: bytes }).promise).getPage(1);
  const { items } = await page.getTextContent();
  return items.flatMap((item) => ('str' in item && item.str.trim() ? [item.str] : [])).join(' ');
}

const toOf = (response: Response) => response.headers.get('location');
const own = '/jp/transcript';

describe('the transcript of a year', () => {
  it('prints of a PPPK the year of the contract that runs when it is made', async () => {
    const { personId } = (await signedIn('learner')).person;
    const { deps } = world;
    const known = await deps.people.find(personId);
    const contract = { from: '2025-07-01', to: '2027-06-30' };
    const career = {
      employment: [{ status: 'PPPK', from: contract.from, contract }],
      ...{ posts: [], stations: [] },
    };
    if (known) await deps.people.replace(known, { ...known, career } as Person);
    const source = createTranscriptSource({
      ...{ ...deps, ...(await deps.credit()), learnings: memoryLearningStore() },
    });
    const periodOf = async (year: number) => {
      const { from, to } = (await source.read({ personId, year }))?.maximum ?? {};
      return [from, to];
    };
    expect(await periodOf(2026)).toEqual(['2025-07-01', '2026-06-30']);
    world.clock.advance(Date.parse('2026-08-03T02:00:00.000Z') - world.clock.now().getTime());
    expect(await periodOf(2026)).toEqual(['2026-07-01', '2027-06-30']);
    expect(await periodOf(2025)).toEqual(['2025-07-01', '2026-06-30']);
  });

  it('is made for whoever asks at their JP, and says what the ledger says, with the NIP masked', async () => {
    const sri = await signedIn('learner');
    await complete(sri.person, { title: 'Etika pelayanan', minutes: 60 });
    await complete(sri.person, { title: 'Anggaran', minutes: 1 });
    expect(await sri.page('/jp')).toContain('href="/jp/transcript?year=2026"');
    expect(await sri.page(`${own}?year=2026`)).toContain('Buat transkrip');
    expect(toOf(await sri.ask(`${own}/pdf?year=2026`))).toBe(`${own}?year=2026`);
    expect(toOf(await sri.post(own, { year: '2026' }))).toBe(`${own}?year=2026`);
    expect(await sri.page(`${own}?year=2026`)).toContain('sedang dibuat');
    await work();
    const page = await sri.page(own);
    const number = /SINAU-JP-[-0-9A-Z]+-1/.exec(page)?.[0] ?? '';
    const file = await sri.ask(`${own}/pdf?year=2026`);
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="Transkrip-${number}.pdf"`);
    expect(file.headers.get('cache-control')).toBe('no-store');
    const record = await sri.ask(`${own}/clr?year=2026`);
    expect(record.headers.get('content-disposition')).toBe(`attachment; filename="Transkrip-${number}.json"`);
    const machines = JSON.stringify(await record.json());
    expect(machines).toContain('"creditsEarned":3');
    for (const secret of [sri.person.name, sri.person.personId]) expect(machines).not.toContain(secret);
    expect(await (await sri.ask(`${own}/jwt?year=2026`)).text()).toBe('a.b.c');
    const text = await textOf(file);
    const ledger = await readLedger(await world.deps.credit(), { personId: sri.person.personId, year: 2026 });
    const { recognised, computed, stated, held } = ledger?.total ?? {};
    const told = (jp: Jp | undefined) => formatJp(jp ?? (0 as Jp), 'id');
    expect([recognised, held]).toEqual([300, 400]);
    for (const words of [
      ...[number, sri.person.name, `JP diakui ${told(recognised)}`, `JP dihitung ${told(computed)}`],
      ...[`JP tertera ${told(stated)}`, `JP ditahan ${told(held)}`, 'Etika pelayanan', 'batas harian'],
      ...['Anggaran', 'ditahan', 'Minimal 20 JP setahun: belum terpenuhi', 'dihitung sebagai PNS'],
    ])
      expect(text).toContain(words);
    for (const { value } of sri.person.employeeNumbers) {
      expect(text).toContain(value.slice(-4));
      expect(text).not.toContain(value.slice(0, 14));
    }
  });

  it('is verified by its number: name, year, recognised JP, and that there is a newer one, nothing else', async () => {
    const sri = await signedIn('learner');
    await complete(sri.person, { title: 'Etika pelayanan', minutes: 60 });
    await sri.post(own, { year: '2026' });
    await work();
    const number = /SINAU-JP-[-0-9A-Z]+-1/.exec(await sri.page(own))?.[0] ?? '';
    const stranger = world.browser();
    const seen = await (await stranger.ask(`/verify/${number}`)).text();
    for (const words of ['dibuat oleh Sinau', sri.person.name, '3 JP', number]) expect(seen).toContain(words);
    expect(seen).not.toContain('Etika pelayanan');
    expect(seen).not.toContain('lebih baru');
    const typed = number.toLowerCase().replaceAll('-', ' ');
    expect(toOf(await stranger.ask(`/verify?number=${encodeURIComponent(typed)}`))).toBe(`/verify/${number}`);
    await complete(sri.person, { title: 'Anggaran', minutes: 1 });
    await sri.post(own, { year: '2026' });
    await work();
    expect(await (await stranger.ask(`/verify/${number}`)).text()).toContain('Ada terbitan yang lebih baru');
    const facts = await stranger.ask(`/verify/${number}`, { headers: { accept: 'application/json' } });
    expect(await facts.json()).toMatchObject({
      kind: 'transcript',
      state: 'replaced',
      newer: { edition: 2 },
    });
    expect((await stranger.ask(`/verify/${number.slice(0, -1)}9`)).status).toBe(404);
  });

  it('C1, C2: an administrator has one made of their agency’s people, and nobody else of somebody', async () => {
    const sri = await signedIn('learner');
    const theirs = `/agency/people/${sri.person.personId}/transcript`;
    const admin = await signedIn('agency-admin');
    expect(await admin.page(`/agency/people/${sri.person.personId}`)).toContain(theirs);
    expect(toOf(await admin.post(theirs, { year: '2026' }))).toBe(`${theirs}?year=2026`);
    await work();
    expect(await admin.page(`${theirs}?year=2026`)).toContain(`Atas nama ${sri.person.name}`);
    expect(await textOf(await admin.ask(`${theirs}/pdf?year=2026`))).toContain('Belum ada pembelajaran');
    const foreign = await signedIn('agency-admin', 'agencyB');
    const absent = '/agency/people/00000000-0000-4000-8000-000000000000/transcript';
    for (const path of [theirs, absent]) {
      expect((await foreign.ask(`${path}?year=2026`)).status).toBe(404);
      for (const file of ['pdf', 'clr', 'jwt'])
        expect((await foreign.ask(`${path}/${file}?year=2026`)).status).toBe(404);
      expect((await foreign.post(path, { year: '2026' })).status).toBe(404);
      expect((await sri.ask(`${path}?year=2026`)).status).toBe(403);
    }
    expect(sent).toEqual([]);
  });

  it('is of no year that has not begun, nor of what is no year', async () => {
    const sri = await signedIn('learner');
    const later = await sri.post(own, { year: '2028' });
    expect([later.status, await later.text()]).toEqual([422, expect.stringContaining('belum dimulai')]);
    expect((await sri.post(own, { year: 'apa' })).status).toBe(422);
    expect(sent).toEqual([]);
  });
});
