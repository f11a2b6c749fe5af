import type { AgencyId, PersonId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

async function signedIn(role: 'learner' | 'supervisor' | 'agency-admin', name: string) {
  const person = await world.invite(world.tenants.agencyA, [role], { name });
  const browser = world.browser();
  await browser.signIn(person.email);
  return { ...browser, personId: person.personId, email: person.email };
}

async function operator() {
  const browser = world.browser();
  await browser.signIn('operator@contoh.example');
  return browser;
}

type Reader = Awaited<ReturnType<typeof signedIn>>;

/** What somebody can ask their supervisor for, but a course. */
async function askForEverything(
  asker: Reader,
  { boss, admin }: { readonly boss: string; readonly admin: Reader },
): Promise<void> {
  const next = (path: string, response: Response) => {
    const to = response.headers.get('location') ?? '';
    expect([path, response.status, to]).toEqual([path, 303, expect.stringContaining('/')]);
    return new URL(to, 'https://sinau.example').pathname;
  };
  const post = async (by: Reader, path: string, fields: Record<string, string>) =>
    next(path, await by.ask(path, form(fields)));
  const planned = new FormData();
  const learning = {
    ...{ way: 'planned', form: 'KL06', title: 'Seminar arsip', organiser: 'Universitas Contoh' },
    ...{ startsOn: '2099-12-01', endsOn: '2099-12-01', place: 'national', count: '1', stated: '' },
    ...{ certificateNumber: '', certificateIssuer: '', letterNumber: '', letterDate: '', notes: '' },
  };
  for (const [name, value] of Object.entries(learning)) planned.set(name, value);
  const added = await asker.ask('/jp/external', { method: 'POST', body: planned });
  await post(asker, `${next('/jp/external', added)}/step`, { action: 'send', rev: '1' });
  await post(asker, '/competency/plan/new', {
    ...{ competencyId: 'M7', form: 'KL06', title: 'Memimpin perubahan', targetLevel: '3' },
    ...{ dueOn: '2026-12-05', evidence: 'Laporan rapat', commitment: 'Satu rapat sebulan' },
    ...{ courseId: '', rev: '0' },
  });
  const event = await post(admin, '/agency/events/new', {
    ...{ title: 'Lokakarya', about: '', form: 'KL06', mode: 'online', abroad: 'no', zone: 'Asia/Jakarta' },
    ...{ s0date: '2029-12-01', s0from: '09:00', s0until: '12:00', s0link: 'https://rapat.contoh.ac.id' },
    ...{ capacity: '20', opensAt: '2020-01-01T08:00', closesAt: '2029-11-30T16:00', audience: 'agency' },
    ...{ approval: 'supervisor', confirmHours: '24' },
  });
  await post(admin, `${event}/act`, { act: 'publish' });
  await post(asker, `${event.replace('/agency', '')}/register`, {});
  const cohort = await post(admin, '/agency/cohorts/new', {
    ...{ name: 'Angkatan I', subject: 'course:c1', about: '', zone: 'Asia/Jakarta', capacity: '9' },
    ...{ startsOn: '2029-12-01', endsOn: '2029-12-31', applyUntil: '2029-12-05', confirmHours: '24' },
    ...{ admission: 'supervisor', audience: 'agency', facilitator: '' },
  });
  await post(admin, `${cohort}/act`, { act: 'open' });
  await post(asker, `${cohort.replace('/agency', '')}/apply`, {});
  await post(asker, '/coaching/new', {
    kind: 'coaching',
    as: 'learner',
    partner: boss,
    goal: 'Memimpin rapat dengan tenang',
  });
}

const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) });

describe('nudges', () => {
  it('are started and stopped by operators, one version at a time', async () => {
    const desk = await operator();
    const path = '/operator/nudges';
    expect(await (await desk.ask(path)).text()).toContain('Belum pernah dijalankan');
    for (const share of ['4', '51', 'x']) {
      const refused = await desk.ask(path, form({ nudge: 'begin:0', share }));
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain('bilangan bulat dari 5 sampai 50');
    }
    for (const share of ['1e1', '4', '51', '5.5', '٢٠'])
      expect((await desk.ask(path, form({ nudge: 'begin:0', share }))).status).toBe(422);
    const started = await desk.ask(path, form({ nudge: 'begin:0', share: '25' }));
    expect([started.status, started.headers.get('location')]).toEqual([303, `${path}?notice=saved`]);
    const page = await (await desk.ask(path)).text();
    for (const word of ['25%', 'Berjalan', 'begin/1/stop', 'value="continue:0"'])
      expect(page).toContain(word);
    expect(page).not.toContain('value="begin:');
    const again = await desk.ask(path, form({ nudge: 'begin:0', share: '25' }));
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('baru saja dijalankan');
    expect((await desk.ask(`${path}/begin/1/stop`, form({}))).status).toBe(303);
    expect((await desk.ask(`${path}/begin/1/stop`, form({}))).status).toBe(422);
    for (const none of ['begin/2', 'begin/x', 'other/1']) {
      expect((await desk.ask(`${path}/${none}/stop`, form({}))).status).toBe(404);
    }
    expect(await (await desk.ask(path)).text()).toContain('value="begin:1"');
  });

  it('are refused to everybody else', async () => {
    for (const role of ['learner', 'supervisor', 'agency-admin'] as const) {
      const browser = await signedIn(role, `Seorang ${role}`);
      const asked = [
        await browser.ask('/operator/nudges'),
        await browser.ask('/operator/nudges', form({ nudge: 'begin:0', share: '20' })),
        await browser.ask('/operator/nudges/begin/1/stop', form({})),
      ];
      expect(asked.map(({ status }) => status)).toEqual([403, 403, 403]);
      expect((await browser.ask('/agency/adoption')).status).toBe(role === 'agency-admin' ? 200 : 403);
    }
  });

  it('tell an agency of its own people alone, and once five of each group learned and five did not', async () => {
    const admin = await signedIn('agency-admin', 'Agus Admin');
    const { nudges } = await world.deps.adoption();
    const { agencyA } = world.tenants;
    const agencyId = agencyA.kind === 'agency' ? agencyA.agencyId : ('' as AgencyId);
    const at = '2026-01-02T00:00:00.000Z';
    const experiment = { kind: 'begin', version: 1, share: 20, salt: 's'.repeat(43) } as const;
    await nudges.addExperiment({
      ...{ ...experiment, window: { fromDays: 5, untilDays: 30 } },
      ...{ startedAt: at, startedBy: 'op' as PersonId },
    });
    let n = 0;
    const meet = async (
      group: 'told' | 'held-out',
      agencyId: AgencyId,
      [count, returned]: readonly [number, number],
    ) => {
      for (let k = 0; k < count; k += 1) {
        n += 1;
        const met = {
          ...{ personId: `p${n}` as PersonId, kind: 'begin' as const, version: 1, group, agencyId },
          ...{ at, turnAt: at, settleAt: at },
        };
        await nudges.meet(met);
        await nudges.settle(met, k < returned);
      }
    };
    const page = async () => (await admin.ask('/agency/adoption')).text();
    await meet('told', agencyId, [50, 45]);
    await meet('held-out', agencyId, [19, 4]);
    await meet('held-out', 'lain' as AgencyId, [50, 25]);
    expect(await page()).toContain('Sedikitnya 60 orang memenuhi syarat');
    expect(await page()).not.toContain('poin persentase');
    await meet('held-out', agencyId, [1, 1]);
    expect(await page()).toContain('Selisih +65 poin persentase');
    expect(await page()).toContain('Yang diajak lebih banyak kembali belajar.');
  });
});

describe('the week of a team', () => {
  it('shows the supervisor alone what waits, is due and was finished, with one thing to begin with', async () => {
    const boss = await signedIn('supervisor', 'Bu Kepala');
    const sri = await signedIn('learner', 'Sri Wahyuni');
    const other = await signedIn('learner', 'Orang Lain');
    const page = async () => (await boss.ask('/team/week')).text();
    expect(await page()).toContain('Belum ada anggota tim');
    const person = await world.deps.people.find(sri.personId);
    if (!person) throw new Error('nobody');
    await world.deps.people.replace(person, { ...person, supervisorId: boss.personId });
    expect(await page()).toContain('Tidak ada yang menunggu');
    const { enrolments, clock } = world.deps;
    const at = clock.now().toISOString();
    const enrol = (personId: PersonId, courseId: string, over: Record<string, unknown>) =>
      enrolments.move({
        after: {
          ...{ enrolmentId: `e-${personId}-${courseId}`, registration: `r-${personId}-${courseId}` },
          ...{ personId, courseId, version: 1, state: 'active', enrolledAt: at, ...over },
        } as never,
      });
    await enrol(sri.personId, 'c1', { state: 'completed', completedAt: at });
    await enrol(other.personId, 'c1', { state: 'completed', completedAt: at });
    const finished = await page();
    for (const word of ['Ucapkan selamat', 'Sri Wahyuni']) expect(finished).toContain(word);
    expect(finished).not.toContain('Orang Lain');
    await enrol(sri.personId, 'c2', { state: 'requested', requestedAt: at });
    const asked = await page();
    for (const word of ['Jawab permintaan yang menunggu', '1 permintaan kursus menunggu']) {
      expect(asked).toContain(word);
    }
    expect((await sri.ask('/team/week')).status).toBe(403);
  });

  it('counts whatever waits for the supervisor’s word, each number with the list that holds as many', async () => {
    const boss = await signedIn('supervisor', 'Bu Kepala');
    const admin = await signedIn('agency-admin', 'Pak Pengelola');
    const [sri, other] = [await signedIn('learner', 'Sri'), await signedIn('learner', 'Orang Lain')];
    const person = await world.deps.people.find(sri.personId);
    if (!person) throw new Error('nobody');
    await world.deps.people.replace(person, { ...person, supervisorId: boss.personId });
    const page = async () => (await boss.ask('/team/week')).text();
    expect(await page()).toContain('Tidak ada yang menunggu');
    for (const asker of [sri, other]) await askForEverything(asker, { boss: boss.email, admin });
    const told = await page();
    for (const [text, href] of [
      ['1 pembelajaran di luar Sinau menunggu keputusan Anda', '/team/external'],
      ['1 usulan rencana pengembangan menunggu persetujuan Anda', '/team/competency'],
      ['1 pendaftaran kegiatan menunggu persetujuan Anda', '/team/events'],
      ['1 pendaftaran angkatan menunggu persetujuan Anda', '/team/cohorts'],
      // Asked for coaching by both: whom a supervisor coaches is not only the team.
      ['2 coaching atau mentoring menunggu jawaban Anda', '/coaching'],
    ] as const) {
      expect(told).toContain(text);
      expect(told).toMatch(new RegExp(`href="${href}"[^>]*>${text}`));
    }
    // What the page of the one thing opens is the first list in which something waits.
    expect(told).toMatch(/href="\/team\/external"[^>]*>Jawab permintaan yang menunggu/);
    expect(told).not.toContain('permintaan kursus menunggu');
    for (const list of ['external', 'competency', 'events', 'cohorts']) {
      const shown = await (await boss.ask(`/team/${list}`)).text();
      expect(shown).toContain('Sri');
      expect(shown).not.toContain('Orang Lain');
    }
  });
});

describe('weeks and pledges', () => {
  it('are made, shared, let go and renewed on one page, and nobody reads another’s', async () => {
    const boss = await signedIn('supervisor', 'Bu Kepala');
    const sri = await signedIn('learner', 'Sri Wahyuni');
    const person = await world.deps.people.find(sri.personId);
    if (!person) throw new Error('nobody');
    await world.deps.people.replace(person, { ...person, supervisorId: boss.personId });
    const page = async () => (await sri.ask('/habits')).text();
    expect(await page()).toContain('Belum ada komitmen');
    const time = { days: '2', minutes: '15', weeks: '4', share: 'nobody' };
    const wrong = await sri.ask('/habits/time', form({ ...time, minutes: '3' }));
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('bilangan bulat dari 5 sampai 240');
    expect((await sri.ask('/habits/time', form(time))).status).toBe(303);
    expect(await page()).toContain('Belajar 15 menit setiap Selasa');
    expect(await (await boss.ask('/team/week')).text()).not.toContain('Belajar 15 menit');
    const [pledge] = await (await world.deps.adoption()).habits.pledgesOf(sri.personId);
    const at = `/habits/pledges/${pledge?.pledgeId}`;
    for (const step of ['renew', 'let-go']) {
      expect((await boss.ask(`${at}/${step}`, form({}))).status).toBe(404);
    }
    await sri.ask(`${at}/share`, form({ share: 'supervisor' }));
    const seen = await (await boss.ask('/team/week')).text();
    expect(seen).toContain('Belajar 15 menit setiap Selasa');
    expect(seen).not.toContain('dari 15 menit');
    await sri.ask(`${at}/let-go`, form({}));
    expect(await page()).toContain('Dilepas');
    expect(await (await boss.ask('/team/week')).text()).not.toContain('Belajar 15 menit');
    await sri.ask(`${at}/renew`, form({}));
    // Its week ends on the day before the one on which it began.
    expect(await page()).toMatch(
      /Minggu ini 0 dari 15 menit, masih sampai hari (Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu)\./,
    );
    // A learner gives no team any time; who leads them does.
    const team = { teamDays: '5', teamMinutes: '60', teamWeeks: '4' };
    expect((await sri.ask('/habits/team-time', form(team))).status).toBe(422);
    expect((await boss.ask('/habits/team-time', form(team))).status).toBe(303);
    expect(await page()).toContain('Waktu belajar dari atasan Anda');
  });

  it('are on the home page until they are hidden', async () => {
    const sri = await signedIn('learner', 'Sri Wahyuni');
    const home = async () => (await sri.ask('/')).text();
    expect(await home()).toContain('Irama saya');
    await sri.ask('/habits/hide', form({ hidden: 'yes' }));
    expect(await home()).not.toContain('Irama saya');
    await sri.ask('/habits/hide', form({ hidden: 'no' }));
    expect(await home()).toContain('Irama saya');
    const away = { awayFrom: '2026-03-02', awayUntil: '2026-03-01' };
    const refused = await sri.ask('/habits/away', form(away));
    expect(refused.status).toBe(422);
    const told = await refused.text();
    expect(told).toContain('paling lama 120 hari, dan dalam satu tahun');
    expect(told).not.toContain('tidak dapat dijadikan komitmen');
    await sri.ask('/habits/away', form({ ...away, awayUntil: '2026-03-06' }));
    expect(await (await sri.ask('/habits')).text()).toContain('value="2026-03-02"');
    await sri.ask('/habits/away/remove', form({ from: '2026-03-02' }));
    const { habits } = await world.deps.adoption();
    expect((await habits.settingsOf(sri.personId))?.away).toEqual([]);
  });
});

describe('the board of a unit', () => {
  it('is joined and left by one click, and opened by whoever leads in the unit', async () => {
    const [boss, sri] = [await signedIn('supervisor', 'Bu Kepala'), await signedIn('learner', 'Sri')];
    const page = async () => (await sri.ask('/habits/board')).text();
    expect(await page()).toContain('belum tercatat di unit');
    expect((await sri.ask('/habits/board/join', form({}))).status).toBe(422);
    for (const { personId } of [boss, sri]) {
      const person = await world.deps.people.find(personId);
      if (person) await world.deps.people.replace(person, { ...person, unitId: 'u-1' as never });
    }
    expect((await sri.ask('/habits/board/set', form({ state: 'open' }))).status).toBe(422);
    expect((await boss.ask('/habits/board/set', form({ state: 'compared' }))).status).toBe(303);
    expect((await sri.ask('/habits/board/join', form({}))).status).toBe(303);
    const joined = await page();
    for (const word of ['Anda ikut dihitung.', 'Berhenti ikut', 'Kurang dari 5 orang']) {
      expect(joined).toContain(word);
    }
    expect(joined).not.toContain('Atur papan unit');
    expect((await sri.ask('/habits/board/leave', form({}))).status).toBe(303);
    expect(await page()).toContain('Anda tidak ikut dihitung.');
    const { boards } = await world.deps.adoption();
    expect(await boards.membershipOf(sri.personId)).toBeUndefined();
  });
});

it('an administrator who looks after each person sees results move by five of each kind, and nobody else sees any', async () => {
  const admin = await signedIn('agency-admin', 'Rina');
  const desk = await operator();
  await desk.ask('/operator/nudges', form({ nudge: 'continue:0', share: '50' }));
  const { nudges } = await world.deps.adoption();
  const { agencyA } = world.tenants;
  if (agencyA.kind !== 'agency') throw new Error('an agency');
  const at = world.deps.clock.now().toISOString();
  const seen: number[][] = [[0, 0, 0, 0]];
  const told: string[] = [];
  const kinds = [...'abcd'].flatMap((kind) => Array.from({ length: 11 }, () => kind));
  const orders = [...kinds, ...Array.from({ length: 24 }, (_, n) => 'abcd'[n % 4] ?? 'a')];
  for (const [n, kind] of orders.entries()) {
    const met = {
      ...{ personId: `p${n}` as PersonId, kind: 'continue' as const, version: 1, agencyId: agencyA.agencyId },
      ...{
        group: 'ab'.includes(kind) ? ('told' as const) : ('held-out' as const),
        at,
        turnAt: at,
        settleAt: at,
      },
    };
    await nudges.meet(met);
    await nudges.settle(met, 'ac'.includes(kind));
    const page = await (await admin.ask('/agency/adoption')).text();
    told.push(/Sedikitnya (\d+) orang/.exec(page)?.[1] ?? '');
    const cells = [...page.matchAll(/data-label="(?:Orang|Belajar dalam 7 hari)">(\d+)</g)].map(([, one]) =>
      Number(one),
    );
    const [all = 0, back = 0, held = 0, heldBack = 0] = cells;
    const now = [back, all - back, heldBack, held - heldBack];
    if (`${now}` !== `${seen.at(-1)}`) seen.push(now);
  }
  expect(new Set(told)).toEqual(new Set(['', '10', '20', '30', '40', '50', '60']));
  expect(seen.length).toBeGreaterThan(2);
  for (const [n, now] of seen.slice(1).entries()) {
    for (const [k, one] of now.entries()) expect(one - (seen[n]?.[k] ?? 0)).toBeGreaterThanOrEqual(5);
  }
  const other = await world.invite(world.tenants.agencyB, ['agency-admin'], { name: 'Lain' });
  const browser = world.browser();
  await browser.signIn(other.email);
  expect(await (await browser.ask('/agency/adoption')).text()).not.toContain('Sedikitnya');
  const learner = await signedIn('learner', 'Sri');
  expect((await learner.ask('/agency/adoption')).status).toBe(403);
});
