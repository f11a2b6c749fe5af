import type { AgencyId } from '@sinau/kernel';
import { type Obligation, type ObligationId, runSpread } from '@sinau/obligations';
import { beforeEach, describe, expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

async function signedIn(role: 'learner' | 'agency-admin', tenant: 'agencyA' | 'agencyB' = 'agencyA') {
  const person = await world.invite(world.tenants[tenant], [role]);
  const browser = world.browser();
  await browser.signIn(person.email);
  return { ...browser, person, page: async (path: string) => (await browser.ask(path)).text() };
}

const path = '/agency/obligations';
const fields = {
  ...{ title: 'Etika tahunan', course1: 'c1', units: '', statuses: 'PNS CPNS', postWords: '' },
  ...{ often: 'once', due: '2026-12-31', note: 'SE 12/2026' },
};

/** Works off what the pages have started. */
async function spread({ obligationId, agencyId }: Pick<Obligation, 'obligationId' | 'agencyId'>) {
  const deps = { ...(await world.deps.obligations()), onFailure: () => {} };
  return runSpread(deps, { obligationId, agencyId, deadlineMs: Number.POSITIVE_INFINITY });
}

describe('obligations of an agency', () => {
  it('are looked at before they are made, spread, and ended with a question', async () => {
    const agus = await signedIn('agency-admin');
    const sri = await signedIn('learner');
    expect(await agus.page(path)).toContain('Belum ada kewajiban');
    const preview = await agus.post(`${path}/new`, fields);
    expect(await preview.text()).toContain('Akan berlaku bagi 2 orang');
    expect(await agus.page(path)).toContain('Belum ada kewajiban');
    const wrong = await agus.post(`${path}/new`, { ...fields, due: '2020-01-01' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('Tulis tanggal yang belum lewat.');

    const made = await agus.post(path, fields);
    const href = made.headers.get('location')?.split('?')[0] ?? '';
    expect(await agus.page(href)).toContain('Sedang disebarkan');
    const agencyId = (agus.person.home as { readonly agencyId: AgencyId }).agencyId;
    await spread({ obligationId: href.split('/').at(-1) as ObligationId, agencyId });
    expect(await agus.page(`${href}?group=enrolled`)).toContain(sri.person.name);
    expect(await agus.page(path)).toContain('0 dari 2');
    const [given] = await world.deps.enrolments.listCurrent(sri.person.personId);
    expect(given).toMatchObject({ state: 'active', assignment: { note: 'Etika tahunan: SE 12/2026' } });

    expect(await agus.page(`${href}/end`)).toContain('Akhiri Etika tahunan?');
    const stale = await agus.post(`${href}/end`, { rev: '9' });
    expect(stale.status).toBe(409);
    await agus.post(`${href}/end`, { rev: '1' });
    await spread({ obligationId: href.split('/').at(-1) as ObligationId, agencyId });
    expect(await agus.page(`${href}?group=released`)).toContain('Kewajiban berakhir.');
    expect(await world.deps.enrolments.listCurrent(sri.person.personId)).toEqual([]);
  });

  it.each(['x', `${'k'.repeat(61)}`])(
    '%j is no word of a post, and is said at its field',
    async (postWords) => {
      const agus = await signedIn('agency-admin');
      const answer = await agus.post(`${path}/new`, { ...fields, postWords });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('id="error-postWords"');
    },
  );

  it.each<[string, Readonly<Record<string, string>>]>([
    ['a course whose name no key has room for', { course1: 'k'.repeat(3_000) }],
    ['a unit that no list offers', { units: '../..' }],
  ])('say that %s cannot be, and that it can without', async (_, wrong) => {
    const agus = await signedIn('agency-admin');
    expect((await agus.post(`${path}/new`, { ...fields, ...wrong })).status).toBe(422);
    expect((await agus.post(`${path}/new`, fields)).status).toBe(200);
  });

  it('C2: are nobody’s matter in another agency, nor a learner’s', async () => {
    const agus = await signedIn('agency-admin');
    const href = (await agus.post(path, fields)).headers.get('location')?.split('?')[0] ?? '';
    const rini = await signedIn('agency-admin', 'agencyB');
    for (const place of [href, `${href}/progress`, `${href}/end`]) {
      expect((await rini.ask(place)).status).toBe(404);
    }
    expect((await rini.post(`${href}/end`, { rev: '1' })).status).toBe(404);
    expect(await rini.page(path)).toContain('Belum ada kewajiban');
    const sri = await signedIn('learner');
    expect((await sri.ask(path)).status).toBe(403);
  });
});

describe('one course of an obligation', () => {
  it('is replaced for everybody after a look, told to whoever owes it, and comes back while nothing else was decided', async () => {
    const agus = await signedIn('agency-admin');
    const sri = await signedIn('learner');
    await world.publish('c2');
    const href = (await agus.post(path, fields)).headers.get('location')?.split('?')[0] ?? '';
    const agencyId = (agus.person.home as { readonly agencyId: AgencyId }).agencyId;
    const place = { obligationId: href.split('/').at(-1) as ObligationId, agencyId };
    await spread(place);
    const course = `${href}/courses/c1`;
    expect(await agus.page(href)).toContain(course);
    expect(await agus.page(course)).toContain('satu-satunya kursus');
    const form = { to: 'c2', reason: 'Kursus ini ditutup penyelenggaranya.', rev: '1' };
    const only = await agus.post(`${course}/preview`, { ...form, to: '' });
    expect(only.status).toBe(422);
    const hostile = await agus.post(`${course}/preview`, { ...form, reason: 'Kursus\u0007 ini ditutup.' });
    expect(hostile.status).toBe(422);
    const short = await agus.post(`${course}/preview`, { ...form, reason: 'x' });
    expect(await short.text()).toContain('Tulis alasan, 5 sampai 300 huruf.');
    const look = await (await agus.post(`${course}/preview`, form)).text();
    expect(look).toContain('2 orang yang belum memulai mendapat kursus pengganti');
    expect((await agus.post(course, form)).status).toBe(303);
    // As it was shown to somebody else meanwhile.
    expect((await agus.post(course, form)).status).not.toBe(303);
    await spread(place);
    const owed = async () =>
      (await world.deps.enrolments.listCurrent(sri.person.personId)).map(({ courseId }) => courseId);
    expect(await owed()).toEqual(['c2']);
    expect(await agus.page(href)).toContain('Diganti dengan');
    expect((await agus.ask(course)).status).toBe(404);
    expect((await agus.post(`${href}/course-changes/0/undo`, { rev: '1' })).status).toBe(409);
    expect((await agus.post(`${href}/course-changes/0/undo`, { rev: '2' })).status).toBe(303);
    await spread(place);
    expect(await owed()).toEqual(['c1']);
    expect(await agus.page(href)).toContain('Dibatalkan oleh');
    const rini = await signedIn('agency-admin', 'agencyB');
    expect((await rini.ask(course)).status).toBe(404);
    expect((await rini.post(course, { ...form, rev: '3' })).status).toBe(404);
  });

  it('is one of many: the form shows more fields as they are asked for', async () => {
    const agus = await signedIn('agency-admin');
    expect(await agus.page(`${path}/new`)).not.toContain('name="course6"');
    const more = await agus.post(`${path}/new`, { ...fields, title: '', more: '1' });
    const page = await more.text();
    expect(page).toContain('name="course10"');
    expect(page).not.toContain('name="course11"');
  });
});

describe('one person of an obligation', () => {
  it('is excepted with a reason that they read, has another day, and terms change after a look', async () => {
    const agus = await signedIn('agency-admin');
    const sri = await signedIn('learner');
    const rini = await signedIn('agency-admin');
    const href = (await agus.post(path, fields)).headers.get('location')?.split('?')[0] ?? '';
    const agencyId = (agus.person.home as { readonly agencyId: AgencyId }).agencyId;
    const place = { obligationId: href.split('/').at(-1) as ObligationId, agencyId };
    await spread(place);
    const one = `${href}/exceptions/${sri.person.personId}`;
    expect(await agus.page(`${href}?group=enrolled`)).toContain(one);
    const noDay = { kind: 'later-day', laterReason: 'Sedang bertugas di luar.', dueOn: '' };
    const asked = await agus.post(one, noDay);
    expect([asked.status, (await asked.text()).includes('id="error-dueOn"')]).toEqual([422, true]);
    expect((await agus.post(one, { kind: 'exempt', until: '', reason: 'Cuti\u0000 besar' })).status).toBe(
      422,
    );
    const unsaid = await agus.post(one, { kind: 'exempt', until: '', reason: '' });
    expect(unsaid.status).toBe(422);
    expect(await unsaid.text()).toContain('Tulis alasan');
    const until = '2099-12-31';
    expect((await agus.post(one, { kind: 'exempt', until, reason: 'Cuti besar' })).status).toBe(303);
    expect(await agus.page(`${href}/exceptions`)).toContain('Dikecualikan sampai 31 Desember 2099');
    const own = await sri.page('/obligations');
    expect(own).toContain('Anda dikecualikan sampai 31 Desember 2099.');
    expect(own).toContain('Alasan: Cuti besar');
    expect(await sri.page('/')).toContain('Alasan: Cuti besar');
    expect((await agus.post(`${one}/undo`, {})).status).toBe(303);
    const early = await agus.post(one, { kind: 'later-day', dueOn: '2026-12-30', laterReason: 'Tugas luar' });
    expect(early.status).toBe(422);
    expect(await early.text()).toContain('lebih lambat daripada batas sekarang');
    const later = await agus.post(one, { kind: 'later-day', dueOn: '2099-06-30', laterReason: 'Tugas luar' });
    expect([later.status, await later.text()]).toEqual([303, '']);
    expect(await sri.page('/obligations')).toContain('Batas khusus bagi Anda');
    const self = `${href}/exceptions/${agus.person.personId}`;
    expect((await agus.post(self, { kind: 'exempt', until: '', reason: 'Saya sibuk' })).status).toBe(422);
    expect(await agus.page(self)).toContain('Anda tidak memutuskan bagi diri sendiri');

    expect(await agus.page(`${href}/terms`)).toContain('value="Etika tahunan"');
    const terms = { title: 'Etika 2099', statuses: 'PPPK', often: 'once', due: '2099-01-31', rev: '1' };
    const look = await (await agus.post(`${href}/terms/preview`, terms)).text();
    expect(look).toContain('3 orang dilepaskan');
    expect(look).toContain('Batas 3 tugas yang masih terbuka berpindah');
    expect((await agus.post(`${href}/terms`, { ...terms, due: '2020-01-31' })).status).toBe(422);
    expect((await agus.post(`${href}/terms`, terms)).status).toBe(303);
    await spread(place);
    expect(await sri.page('/obligations')).toContain('Anda tidak lagi termasuk sasaran.');
    expect((await rini.post(`${href}/terms`, terms)).status).toBe(422);
  });
});

describe('mail', () => {
  it('comes when a person wants it', async () => {
    const sri = await signedIn('learner');
    expect(await sri.page('/account')).toContain('Jam tenang mulai');
    const sent = await sri.post('/account/mail', { quietFrom: '21', quietUntil: '5', wanted: 'digest' });
    expect(sent.headers.get('location')).toBe('/account?notice=saved');
    expect(await world.deps.mailWishes.wishesOf(sri.person.personId)).toEqual({
      ...{ quietFrom: 21, quietUntil: 5, quietWeekends: false, reminders: false, digest: true },
      ...{ nudges: false, team: false },
    });
    expect((await sri.post('/account/mail', { quietFrom: '25', quietUntil: '5' })).status).toBe(422);
  });
});
