import type { PersonId } from '@sinau/kernel';
import { type EventId, presenceOf, type SessionId, showCode } from '@sinau/programmes';
import { eventOf, seatAt } from '@sinau/programmes/testing';
import { expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

const eventId = 'e-1' as EventId;
const sessionId = 'kini' as SessionId;
const here = `/agency/events/${eventId}`;

/** An event of an agency that began ten minutes ago, its administrator, and people of the agency who have a seat. */
async function hall() {
  const world = await portalWorld();
  const { agencyA } = world.tenants;
  if (agencyA.kind !== 'agency') throw new Error('an agency');
  const desk = await world.deps.events();
  const signedIn = async (role: 'agency-admin' | 'learner') => {
    const person = await world.invite(agencyA, [role]);
    const browser = world.browser();
    await browser.signIn(person.email);
    return { ...browser, person };
  };
  const seated = async (role: 'agency-admin' | 'learner' = 'learner') => {
    const one = await signedIn(role);
    const { personId } = one.person;
    await desk.seats.step(undefined, seatAt({ personId, agencyId: agencyA.agencyId }));
    return one;
  };
  const now = world.deps.clock.now().getTime();
  const session = {
    ...{ sessionId, place: 'Aula', startsAt: new Date(now - 600_000).toISOString() },
    endsAt: new Date(now + 3_600_000).toISOString(),
  };
  await desk.events.save(eventOf({ owner: agencyA, capacity: 100, sessions: [session] }));
  const admin = await signedIn('agency-admin');
  const { agencyId } = agencyA;
  const organiser = { kind: 'person', ...admin.person, roles: ['agency-admin'], agencyId } as const;
  const markOf = async ({ person }: { readonly person: { readonly personId: string } }) => {
    const seat = await desk.seats.find(eventId, person.personId as PersonId);
    return presenceOf(seat?.marks ?? []).get(sessionId);
  };
  /** Somebody scans what the organiser's screen shows, and taps. */
  const scan = async (one: Awaited<ReturnType<typeof seated>>) => {
    const { code } = await showCode(
      { ...desk, signer: world.deps.signer, clock: world.deps.clock },
      { principal: organiser, eventId, sessionId },
    );
    const door = `/events/${eventId}/check-in/${sessionId}`;
    const page = await (await one.ask(`${door}?code=${encodeURIComponent(code)}`)).text();
    const [, ticket = ''] = /name="ticket" value="([^"]+)"/.exec(page) ?? [];
    expect((await one.post(door, { ticket })).status).toBe(303);
  };
  return { ...{ desk, agencyId, admin }, signedIn, seated, markOf, scan };
}

/** What a browser would send of the list on a page. */
function listOn(page: string) {
  const shown = [...page.matchAll(/name="shown" value="([^"]+)"/g)].map(([, value = '']) => value);
  const boxes = [...page.matchAll(/<input[^>]*name="present"[^>]*>/g)].map(([box]) => box);
  const ticked = boxes
    .filter((box) => /\schecked/.test(box))
    .map((box) => /value="([^"]+)"/.exec(box)?.[1] ?? '');
  return { shown, ticked, boxes: boxes.length };
}

const pairOf = ({ person }: { readonly person: { readonly personId: string } }): string =>
  `${person.personId}~${sessionId}`;

/** The body of the form with these boxes ticked. */
const formOf = (
  { shown }: ReturnType<typeof listOn>,
  ticked: readonly string[],
  reason = 'Telepon mati',
): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams([
    ...shown.map((value) => ['shown', value]),
    ...ticked.map((value) => ['present', value]),
    ['reason', reason],
  ] as never),
});

it('saving a list that was opened before people scanned the code leaves them present', async () => {
  const { admin, seated, markOf, scan } = await hall();
  const [sri, budi, ani] = [await seated(), await seated(), await seated()];
  const opened = listOn(await (await admin.ask(here)).text());
  expect([opened.shown.length, opened.ticked]).toEqual([3, []]);
  await scan(sri);
  const sent = () => admin.ask(`${here}/attendance`, formOf(opened, [pairOf(budi)]));
  expect((await sent()).headers.get('location')).toBe(`${here}?notice=saved`);
  expect(await markOf(sri)).toMatchObject({ present: true, way: 'code' });
  expect(await markOf(budi)).toMatchObject({ present: true, way: 'staff', reason: 'Telepon mati' });
  expect(await markOf(ani)).toBeUndefined();
  // The old page once more says nothing more.
  const before = await markOf(budi);
  expect((await sent()).status).toBe(303);
  expect(await markOf(budi)).toEqual(before);
  expect(await markOf(sri)).toMatchObject({ present: true, way: 'code' });
});

it('a box whose tick was taken out says that somebody was not there, also of those who scanned', async () => {
  const { admin, seated, markOf, scan } = await hall();
  const [sri, budi] = [await seated(), await seated()];
  for (const one of [sri, budi]) await scan(one);
  const opened = listOn(await (await admin.ask(here)).text());
  expect(opened.ticked.toSorted()).toEqual([pairOf(sri), pairOf(budi)].toSorted());
  expect((await admin.ask(`${here}/attendance`, formOf(opened, [pairOf(sri)]))).status).toBe(303);
  expect(await markOf(sri)).toMatchObject({ present: true, way: 'code' });
  expect(await markOf(budi)).toMatchObject({ present: false, way: 'staff' });
});

it('C7: an organiser with a seat saves the list of the others, and has no box for themselves', async () => {
  const { desk, agencyId, admin, signedIn, seated, markOf } = await hall();
  const sri = await seated();
  const { personId } = admin.person;
  await desk.seats.step(undefined, seatAt({ personId, agencyId }));
  const page = await (await admin.ask(here)).text();
  const opened = listOn(page);
  expect(opened.shown).toEqual([`${pairOf(sri)}~0`]);
  expect([page.includes(admin.person.name), page.includes('minta rekan Anda mencatatnya')]).toEqual([
    true,
    true,
  ]);
  expect((await admin.ask(`${here}/attendance`, formOf(opened, [pairOf(sri)]))).status).toBe(303);
  expect(await markOf(sri)).toMatchObject({ present: true });
  // A box that somebody has made for themselves marks nobody.
  const own = { ...opened, shown: [`${pairOf(admin)}~0`] };
  const refused = await admin.ask(`${here}/attendance`, formOf(own, [pairOf(admin)]));
  expect([refused.status, await refused.text()]).toEqual([
    422,
    expect.stringContaining('Kehadiran Anda sendiri dicatat orang lain.'),
  ]);
  expect(await markOf(admin)).toBeUndefined();
  // A colleague has the box.
  const colleague = await signedIn('agency-admin');
  const theirs = listOn(await (await colleague.ask(here)).text());
  expect(theirs.shown).toContain(`${pairOf(admin)}~0`);
  const both = formOf(theirs, [pairOf(sri), pairOf(admin)]);
  expect((await colleague.ask(`${here}/attendance`, both)).status).toBe(303);
  expect(await markOf(admin)).toMatchObject({ present: true, by: colleague.person.personId });
});

it('a list that is refused keeps its ticks, and what came since; its reason says how long it has to be', async () => {
  const { admin, seated, markOf, scan } = await hall();
  const [sri, budi, ani] = [await seated(), await seated(), await seated()];
  await scan(ani);
  const first = await (await admin.ask(here)).text();
  expect(first).toContain('Paling sedikit 5 huruf');
  await scan(sri);
  // Budi is ticked, and the tick of Ani taken out.
  const refused = await admin.ask(`${here}/attendance`, formOf(listOn(first), [pairOf(budi)], 'hp'));
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain('value="hp"');
  const back = listOn(page);
  expect(back.ticked.toSorted()).toEqual([pairOf(sri), pairOf(budi)].toSorted());
  expect(back.shown.toSorted()).toEqual(
    [`${pairOf(sri)}~1`, `${pairOf(budi)}~0`, `${pairOf(ani)}~1`].toSorted(),
  );
  expect(await markOf(budi)).toBeUndefined();
  expect((await admin.ask(`${here}/attendance`, formOf(back, back.ticked))).status).toBe(303);
  expect(await markOf(sri)).toMatchObject({ present: true, way: 'code' });
  expect(await markOf(budi)).toMatchObject({ present: true, way: 'staff' });
  expect(await markOf(ani)).toMatchObject({ present: false, way: 'staff' });
});

it('whoever gave their seat back meanwhile is left out by name, and the others are noted', async () => {
  const { admin, seated, markOf } = await hall();
  const [sri, budi] = [await seated(), await seated()];
  const opened = listOn(await (await admin.ask(here)).text());
  expect((await budi.post(`/events/${eventId}/leave`)).status).toBe(303);
  const all = [pairOf(sri), pairOf(budi)];
  const answer = await admin.ask(`${here}/attendance`, formOf(opened, all));
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain(
    `Tidak dicatat karena kursinya sudah tidak ada: ${budi.person.name}; yang lain tersimpan.`,
  );
  // Said of somebody else, not to them.
  expect([page.includes('Membatalkan sendiri'), page.includes('Anda membatalkan')]).toEqual([true, false]);
  expect(listOn(page)).toMatchObject({ shown: [`${pairOf(sri)}~1`], ticked: [pairOf(sri)] });
  expect(await markOf(sri)).toMatchObject({ present: true });
  expect(await markOf(budi)).toBeUndefined();
});

it('forms of a later page of people come back to it, saved or refused', async () => {
  const { desk, agencyId, admin, seated } = await hall();
  const ids = Array.from({ length: 51 }, (_, n) => `orang-${String(n).padStart(2, '0')}` as PersonId);
  for (const personId of ids) await desk.seats.step(undefined, seatAt({ personId, agencyId }));
  const guest = await seated();
  const first = await (await admin.ask(here)).text();
  expect(first).toContain(`action="${here}/attendance"`);
  const later = `${here}?page=${/\?page=([\w.-]+)/.exec(first)?.[1]}`;
  const second = await (await admin.ask(later)).text();
  const on = (below: string) => later.replace('?', `/${below}?`);
  for (const below of ['attendance', 'door', 'seats']) expect(second).toContain(`action="${on(below)}"`);
  const opened = listOn(second);
  const [last = ''] = opened.shown.map((shown) => shown.slice(0, -2));
  const refused = await admin.ask(on('attendance'), formOf(opened, [last], 'hp'));
  expect([refused.status, listOn(await refused.text())]).toEqual([422, { ...opened, ticked: [last] }]);
  const saved = await admin.ask(on('attendance'), formOf(opened, [last]));
  expect(saved.headers.get('location')).toBe(`${later}&notice=saved`);
  const said = { who: guest.person.email, doorReason: 'Menggantikan rekan' };
  expect((await admin.post(on('door'), said)).headers.get('location')).toBe(`${later}&notice=saved`);
});

it('a reason that is too short to take a seat back is refused at its own field, with what was typed', async () => {
  const { desk, admin, seated } = await hall();
  const [sri, budi] = [await seated(), await seated()];
  const { personId } = sri.person;
  const take = (takeBackReason: string) => admin.post(`${here}/seats`, { personId, takeBackReason });
  const stateOf = async () => (await desk.seats.find(eventId, personId))?.state;
  const before = await (await admin.ask(here)).text();
  const fieldOf = (page: string) => /<input[^>]*id="field-takeBackReason"[^>]*>/.exec(page)?.[0] ?? '';
  expect([/<details[^>]*\sopen/.test(before), fieldOf(before)]).toEqual([false, '']);
  const refused = await take('mau');
  expect([refused.status, await stateOf()]).toEqual([422, 'confirmed']);
  const page = await refused.text();
  expect(fieldOf(page)).toContain('value="mau"');
  expect(fieldOf(page)).toContain('aria-describedby="error-takeBackReason"');
  const form = page.slice(page.indexOf(`value="${personId}"`), page.indexOf('id="error-takeBackReason"'));
  expect([form.includes(sri.person.name), form.includes('</form>')]).toEqual([true, false]);
  expect(page.match(/<details[^>]*\sopen/g)).toHaveLength(1);
  expect(page.match(/value="mau"/g)).toHaveLength(1);
  expect(page).toContain(`id="why-${budi.person.personId}"`);
  expect(page).not.toContain('id="error-reason"');
  expect((await take('Tidak jadi datang')).headers.get('location')).toBe(`${here}?notice=saved`);
  expect(await stateOf()).toBe('removed');
});

it('the office opens the page of an event for other units from its desk, and is not asked to register', async () => {
  const { desk, admin, signedIn } = await hall();
  const event = await desk.events.find(eventId);
  const term = { audience: 'units', unitIds: ['unit-lain'], opensAt: '2020-01-01T00:00:00.000Z' } as const;
  const closesAt = event?.sessions[0]?.endsAt ?? '';
  if (event) await desk.events.save({ ...event, ...term, closesAt });
  const path = `/events/${eventId}`;
  expect(await (await admin.ask(here)).text()).toContain(`href="${path}"`);
  const answer = await admin.ask(path);
  const page = await answer.text();
  expect(answer.status).toBe(200);
  expect(page).toContain('pendaftarannya tidak terbuka bagi Anda');
  expect(page).not.toContain(`${path}/register`);
  expect((await admin.post(`${path}/register`)).status).toBe(404);
  expect((await (await signedIn('learner')).ask(path)).status).toBe(404);
});
