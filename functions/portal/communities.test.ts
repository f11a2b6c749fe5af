import { forgetMember, meetingShareId, memberIn, openCommunity } from '@sinau/collaboration/communities';
import { followAttendance, readLedger } from '@sinau/credit';
import { changingCode } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { personStandingsOf } from '../shared/person-standings.ts';
import { sharedAttendancesOf } from '../shared/shared-attendances.ts';
import { portalWorld } from './testing/portal-world.ts';

const day = 86_400_000;
const minutes = 'Tiga surat dinas dibaca dan dipendekkan <b>bersama</b>.';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

async function signedIn(
  tenant: keyof typeof world.tenants = 'agencyA',
  roles: Parameters<typeof world.invite>[1] = ['learner'],
) {
  const person = await world.invite(world.tenants[tenant], roles);
  const browser = world.browser();
  await browser.signIn(person.email);
  return { ...browser, person, page: async (path: string) => (await browser.ask(path)).text() };
}
type Reader = Awaited<ReturnType<typeof signedIn>>;

const pathIn = (answer: Response): string => {
  expect(answer.status).toBe(303);
  return new URL(answer.headers.get('location') ?? '', 'https://sinau.example').pathname;
};

const found = async (by: Reader, joining = 'open'): Promise<string> =>
  pathIn(
    await by.post('/communities/new', {
      ...{ name: 'Penulis telaahan', about: 'Menulis <b>lebih</b> jelas', values: 'kompeten', joining },
    }),
  );

/** Yesterday from nine to a quarter past eleven: three whole lesson hours. */
const times = (over: Record<string, string> = {}) => ({
  ...{ topic: 'Kalimat pendek', startsAt: '09:00', endsAt: '11:15', place: 'Aula', link: '' },
  date: new Date(world.deps.clock.now().getTime() - day).toISOString().slice(0, 10),
  ...over,
});
const plan = async (by: Reader, community: string, over: Record<string, string> = {}): Promise<string> =>
  pathIn(await by.post(`${community}/meetings/new`, times(over)));

async function recordedOf(path: string): Promise<string> {
  const [, , communityId = '', , meetingId = ''] = path.split('/');
  const { communities } = await world.deps.collaboration();
  const place = { communityId, meetingId } as Parameters<typeof communities.findMeeting>[0];
  return String((await communities.findMeeting(place))?.recorded ?? 0);
}

const record = async (by: Reader, path: string, present: readonly Reader[]) =>
  by.post(`${path}/record`, [
    ['minutes', minutes],
    ['recorded', await recordedOf(path)],
    ...present.map(({ person }) => ['present', person.personId]),
  ] as never);

/** JP of somebody this year, as the ledger counts them from meetings. */
async function jpOf({ person: { personId } }: Reader): Promise<number> {
  const { deps } = world;
  const { pairs, communities } = await deps.collaboration();
  const { credit } = await deps.credit();
  const ledger = { credit, standings: personStandingsOf(deps), clock: deps.clock };
  const attendances = sharedAttendancesOf({ ...deps, pairs, communities });
  for (const { meetings } of await memberIn(communities, personId)) {
    for (const meeting of meetings) {
      world.clock.advance(1);
      await followAttendance({ ...ledger, attendances }, { personId, learningId: meetingShareId(meeting) });
    }
  }
  const year = deps.clock.now().getUTCFullYear();
  const read = await readLedger(ledger, { personId, year });
  return (read?.total.recognised ?? 0) / 100;
}

describe('a community of practice', () => {
  it('T7: is founded, joined, meets, is written down, confirmed and closed; of three hours two count', async () => {
    const budi = await signedIn();
    const members = [await signedIn(), await signedIn(), await signedIn()];
    expect(await budi.page('/communities')).toContain('Belum ada komunitas');
    const community = await found(budi);
    for (const one of members) {
      expect(await one.page('/communities')).toContain('Penulis telaahan');
      expect((await one.post(`${community}/join`, {})).status).toBe(303);
    }
    const meeting = await plan(budi, community);
    expect((await record(budi, meeting, members)).status).toBe(303);
    const early = await budi.post(`${meeting}/close`, {});
    expect(early.status).toBe(422);
    expect(await early.text()).toContain('paling sedikit 3 orang');
    for (const one of members) {
      expect(await one.page(community)).toContain('Nyatakan kehadiran');
      expect((await one.post(`${meeting}/attendance`, { present: 'yes' })).status).toBe(303);
    }
    const [sri] = members as [Reader];
    expect(await jpOf(sri)).toBe(0);
    expect((await budi.post(`${meeting}/close`, {})).status).toBe(303);
    expect([await jpOf(sri), await jpOf(budi)]).toEqual([2, 0]);
    expect(await sri.page('/jp')).toContain(`href="${meeting}"`);
    expect(await sri.page(meeting)).toContain('&lt;b&gt;bersama&lt;/b&gt;');
    const undo = { to: 'open', reason: 'Notula keliru' };
    expect((await budi.post(`${meeting}/undo`, undo)).status).toBe(303);
    expect(await jpOf(sri)).toBe(0);
  });

  it('says of a meeting that is yet to come that it is ahead, and of one that has begun that it is not closed', async () => {
    const budi = await signedIn();
    const community = await found(budi);
    const date = new Date(world.deps.clock.now().getTime() + 3 * day).toISOString().slice(0, 10);
    const ahead = await plan(budi, community, { date });
    for (const path of [community, ahead]) {
      expect(await budi.page(path)).toContain('Akan datang');
      expect(await budi.page(path)).not.toContain('Belum ditutup');
    }
    const begun = await plan(budi, community);
    expect(await budi.page(begun)).toContain('Belum ditutup');
    expect(await budi.page(begun)).not.toContain('Akan datang');
  });

  it('is called as it reads, whatever turns what follows', async () => {
    const budi = await signedIn();
    const name = `Penulis ${String.fromCharCode(0x202e)}naahalet`;
    const community = pathIn(
      await budi.post('/communities/new', {
        name,
        about: 'Menulis lebih jelas',
        values: 'kompeten',
        joining: 'open',
      }),
    );
    const page = await budi.page(community);
    expect(page).toContain('Penulis naahalet');
    expect(page).not.toContain(String.fromCharCode(0x202e));
  });

  it('is checked in at by the code on the screen of a facilitator, which is enough for JP', async () => {
    const budi = await signedIn();
    const members = [await signedIn(), await signedIn(), await signedIn()];
    const community = await found(budi);
    for (const one of members) await one.post(`${community}/join`, {});
    const [{ communities }, now] = [await world.deps.collaboration(), world.deps.clock.now()];
    const meeting = await plan(budi, community);
    const [, , communityId = '', , meetingId = ''] = meeting.split('/');
    const place = { communityId, meetingId } as Parameters<typeof communities.findMeeting>[0];
    // It ended ten minutes ago.
    const of = await communities.findMeeting(place);
    if (!of) throw new Error('it is planned');
    const at = (minutesAgo: number) => new Date(now.getTime() - minutesAgo * 60_000).toISOString();
    await communities.saveMeeting({ ...of, startsAt: at(145), endsAt: at(10) });
    const screen = await budi.ask(`${meeting}/code`);
    expect([screen.status, screen.headers.get('refresh')]).toEqual([200, '15']);
    expect(await screen.text()).toContain('Kode QR kehadiran');
    expect((await members[0]?.ask(`${meeting}/code`))?.status).toBe(409);
    const shown = () =>
      changingCode(
        world.deps.signer,
        { purpose: 'community-check-in', parts: [communityId, meetingId, budi.person.personId] },
        world.deps.clock.now(),
      );
    for (const one of members) {
      const door = await one.page(`${meeting}/check-in?code=${shown()}`);
      const [, ticket = ''] = /name="ticket" value="([^"]+)"/.exec(door) ?? [];
      expect((await one.post(`${meeting}/check-in`, { ticket })).status).toBe(303);
    }
    expect(await members[0]?.page(`${meeting}/check-in?code=${shown()}`)).toContain('sudah tercatat');
    const old = shown();
    world.clock.advance(60_000);
    expect(await members[0]?.page(`${meeting}/check-in?code=${old}`)).toContain('foto kode tidak berlaku');
    const stranger = await signedIn();
    expect(await stranger.page(`${meeting}/check-in?code=${shown()}`)).toContain('Bergabunglah dulu');
    // Taken out with a reason alone, which all of them read.
    const [sri, tuti, wulan] = members as [Reader, Reader, Reader];
    const ids = members.map(({ person }) => person.personId);
    const form = async (reason: string) =>
      budi.post(`${meeting}/record`, [
        ['minutes', minutes],
        ['recorded', await recordedOf(meeting)],
        ['reason', reason],
        ...ids.map((id) => ['shown', id]),
        ...ids.slice(1).map((id) => ['present', id]),
      ] as never);
    const bare = await form('');
    expect([bare.status, await bare.text()]).toEqual([422, expect.stringContaining('Tulis alasan mencabut')]);
    expect((await form('Pulang lebih awal')).status).toBe(303);
    expect(await tuti.page(meeting)).toContain('dicabut oleh');
    await record(budi, meeting, members);
    expect((await budi.post(`${meeting}/close`, {})).status).toBe(303);
    expect([await jpOf(sri), await jpOf(wulan)]).toEqual([2, 2]);
  });

  it('keeps files for its members alone, serves them in a sandbox under a name of ours, and takes them away', async () => {
    const [budi, sri, tuti] = [await signedIn(), await signedIn(), await signedIn()];
    const community = await found(budi);
    await sri.post(`${community}/join`, {});
    const meeting = await plan(budi, community);
    const send = (by: Reader, file?: File) => {
      const body = new FormData();
      if (file) body.set('file', file);
      return by.ask(`${meeting}/materials`, { method: 'POST', body });
    };
    const refusals = [
      [await send(budi, new File(['<script>'], 'a.pdf')), 'bukan PDF yang dapat dibaca'],
      [await send(budi), 'Pilih berkas PDF lebih dahulu'],
      [await send(budi, new File(['%PDF-', 'x'.repeat(4 * 1024 * 1024)], 'b.pdf')), 'lebih besar dari 4 MB'],
    ] as const;
    for (const [answer, words] of refusals)
      expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(words)]);
    const pdf = new File(['%PDF-1.7 paparan'], 'paparan <b>"x".pdf', { type: 'application/pdf' });
    expect((await send(sri, pdf)).status).toBe(422);
    expect((await send(tuti, pdf)).status).toBe(404);
    const sent = async () => (await send(budi, pdf)).headers.get('location');
    expect(await sent()).toBe(`${meeting}?notice=saved`);
    // The same file once more is no second one, and nobody is told that it was kept.
    expect(await sent()).toBe(`${meeting}?notice=fileKnown`);
    expect(await budi.page(`${meeting}?notice=fileKnown`)).toContain(
      'Berkas ini sudah ada di pertemuan ini.',
    );
    const page = await sri.page(meeting);
    expect(page).toContain('paparan &lt;b&gt;&quot;x&quot;.pdf');
    const path = /href="([^"]+\/materials\/[^"]+)"/.exec(page)?.[1] ?? '';
    const file = await sri.ask(path);
    expect(await file.text()).toBe('%PDF-1.7 paparan');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="materi-[\w-]+\.pdf"$/);
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await tuti.ask(path)).status).toBe(404);
    // Who is no facilitator removes nothing.
    expect(page).not.toContain('/remove"');
    expect((await sri.post(`${path}/remove`, {})).status).toBe(422);
    expect((await sri.ask(path)).status).toBe(200);
    expect((await budi.post(`${path}/remove`, {})).headers.get('location')).toBe(`${meeting}?notice=deleted`);
    expect((await sri.ask(path)).status).toBe(404);
    // Whoever leaves reads none of them.
    await send(budi, pdf);
    await sri.post(`${community}/leave`, {});
    const again = /href="([^"]+\/materials\/[^"]+)"/.exec(await budi.page(meeting))?.[1] ?? '';
    expect([(await budi.ask(again)).status, (await sri.ask(again)).status]).toEqual([200, 404]);
  });

  it('takes no characters that control, and nobody as having taught who was not there', async () => {
    const [budi, sri] = [await signedIn(), await signedIn()];
    const bell = String.fromCharCode(7);
    const form = {
      name: `Penulis${bell}`,
      about: 'Menulis lebih jelas',
      values: 'kompeten',
      joining: 'open',
    };
    const refused = await budi.post('/communities/new', form);
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Tulis nama, 3')]);
    const community = await found(budi);
    await sri.post(`${community}/join`, {});
    for (const over of [{ topic: `Rapat${bell}` }, { place: `Aula${bell}` }])
      expect((await budi.post(`${community}/meetings/new`, times(over))).status).toBe(422);
    const meeting = await plan(budi, community);
    const taught = { minutes, recorded: '0', taught: sri.person.personId };
    const absent = await budi.post(`${meeting}/record`, taught);
    expect(absent.status).toBe(422);
    expect(await absent.text()).toContain('Yang memandu atau berbicara juga ditandai hadir.');
    for (const text of [`${minutes}${bell}`, `${minutes}${String.fromCharCode(0)}`])
      expect((await budi.post(`${meeting}/record`, { minutes: text, recorded: '0' })).status).toBe(422);
  });

  it('lets nobody else write, close or confirm', async () => {
    const [budi, sri, tuti] = [await signedIn(), await signedIn(), await signedIn()];
    const community = await found(budi);
    await sri.post(`${community}/join`, {});
    const meeting = await plan(budi, community);
    for (const [path, form] of [
      [`${meeting}/record`, { minutes, recorded: '0', present: sri.person.personId }],
      [`${meeting}/close`, {}],
      [`${meeting}/undo`, { to: 'cancelled', reason: 'Tidak jadi' }],
      [`${meeting}/attendance`, { present: 'yes' }],
      [`${community}/state`, { state: 'closed' }],
      [`${community}/members`, { personId: sri.person.personId, step: 'facilitator' }],
      [`${community}/meetings/new`, times()],
    ] as const) {
      expect([path, (await sri.post(path, form)).status]).toEqual([path, 422]);
    }
    // A link that looks like one to somewhere else is none, also from whoever leads.
    for (const link of ['https://sinau.example@jahat.example/', 'javascript:alert(1)']) {
      expect((await budi.post(`${community}/meetings/new`, times({ link }))).status).toBe(422);
    }
    await plan(budi, community, { link: 'https://rapat.example/@ruang' });
    // Who is not in it finds no meeting, and another agency no community.
    expect((await tuti.ask(meeting)).status).toBe(404);
    expect((await tuti.post(`${meeting}/attendance`, { present: 'yes' })).status).toBe(404);
    const other = await signedIn('agencyB');
    expect((await other.ask(community)).status).toBe(404);
    expect((await other.post(`${community}/join`, {})).status).toBe(404);
  });

  it('lets people in once a facilitator says so, also of other agencies where its own has opened it', async () => {
    const [budi, guest] = [await signedIn(), await signedIn('agencyB')];
    const community = await found(budi, 'approval');
    const { agencyA } = world.tenants;
    if (agencyA.kind !== 'agency') throw new Error('agencies are agencies');
    const { agencyId } = agencyA;
    await openCommunity(await world.deps.collaboration(), {
      principal: {
        ...({ kind: 'person', name: 'x', roles: ['agency-admin'], agencyId } as const),
        personId: budi.person.personId,
      },
      ...{ communityId: community.split('/').at(-1) as never, openTo: 'all' },
    });
    await guest.post(`${community}/join`, {});
    expect(await guest.page(community)).toContain('menunggu keputusan fasilitator');
    const { personId } = guest.person;
    expect((await budi.post(`${community}/members`, { personId, step: 'approve' })).status).toBe(303);
    expect(await guest.page(community)).toContain('Anggota');
    const last = await budi.post(`${community}/leave`, {});
    expect(await last.text()).toContain('Anda satu-satunya fasilitator');
    expect((await guest.post(`${community}/leave`, {})).status).toBe(303);
  });

  it('are led by whom an administrator names after the last facilitator was erased', async () => {
    const [budi, sri, guest] = [await signedIn(), await signedIn(), await signedIn('agencyB')];
    const admin = await signedIn('agencyA', ['agency-admin']);
    const desk = '/agency/coaching';
    const community = await found(budi, 'approval');
    const communityId = community.split('/').at(-1) ?? '';
    const named = (who: string, by = admin) =>
      by.post(`/agency/communities/${communityId}/facilitator`, { [`who-${communityId}`]: who });
    await sri.post(`${community}/join`, {});
    expect(await admin.page(desk)).not.toContain('tanpa fasilitator');
    expect((await named(sri.person.email)).status).toBe(422);
    const { communities } = await world.deps.collaboration();
    await forgetMember(communities, budi.person.personId);
    const page = await admin.page(desk);
    expect(page).toContain('tanpa fasilitator');
    expect(page).toContain('Tunjuk fasilitator: Penulis telaahan');
    // Who is in it is theirs to know.
    expect(page).not.toContain(sri.person.name);
    for (const who of ['tidak@ada.example', guest.person.email, budi.person.email, '']) {
      const refused = await named(who);
      expect([who, refused.status]).toEqual([who, 422]);
      expect(await refused.text()).toContain('Minta ia bergabung dahulu');
    }
    expect((await named(sri.person.email, sri)).status).toBe(403);
    expect((await named(sri.person.email, await signedIn('agencyB', ['agency-admin']))).status).toBe(404);
    expect((await named(sri.person.email)).headers.get('location')).toBe(`${desk}?notice=saved`);
    expect(await admin.page(desk)).not.toContain('tanpa fasilitator');
    expect(await sri.page(community)).toContain('Fasilitator');
    expect((await sri.ask(`${community}/change`)).status).toBe(200);
    // Who went to another agency leads it no more, sees nobody in it, and can leave it.
    const there = await world.deps.people.find(sri.person.personId);
    if (!there) throw new Error('nobody');
    const home = world.tenants.agencyB;
    expect((await world.deps.people.replace(there, { ...there, home })).outcome).toBe('stored');
    expect(await admin.page(desk)).toContain('tanpa fasilitator');
    const outside = await sri.page(community);
    for (const word of ['Anda kini di instansi lain', `${community}/leave`]) expect(outside).toContain(word);
    for (const word of [
      'id="members"',
      `${community}/state`,
      `${community}/change`,
      `${community}/questions`,
    ])
      expect(outside).not.toContain(word);
    expect(await sri.page('/communities')).toContain('Milik instansi lain');
    expect((await sri.ask(`${community}/change`)).status).toBe(303);
    expect((await sri.post(`${community}/state`, { state: 'closed' })).status).toBe(422);
    const moved = await world.deps.people.find(sri.person.personId);
    if (!moved) throw new Error('nobody');
    await world.deps.people.replace(moved, { ...moved, home: there.home });
    expect((await sri.ask(`${community}/change`)).status).toBe(200);
    // Whose account is closed leads it no more.
    const person = await world.deps.people.find(sri.person.personId);
    if (!person) throw new Error('nobody');
    await world.deps.people.replace(person, { ...person, status: 'disabled' });
    expect(await admin.page(desk)).toContain('tanpa fasilitator');
  });
});
