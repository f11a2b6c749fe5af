import type { EventId, SessionId } from '@sinau/programmes';
import { eventOf, seatAt } from '@sinau/programmes/testing';
import { expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

const eventId = 'e-1' as EventId;
const here = `/agency/events/${eventId}`;

/** An event that is on in the agency of an administrator, and somebody of it who has a seat. */
async function world() {
  const made = await portalWorld();
  const { agencyA } = made.tenants;
  const signedIn = async (role: 'agency-admin' | 'learner') => {
    const person = await made.invite(agencyA, [role]);
    const browser = made.browser();
    await browser.signIn(person.email);
    return { ...browser, person };
  };
  if (agencyA.kind !== 'agency') throw new Error('an agency');
  const desk = await made.deps.events();
  const now = made.deps.clock.now().getTime();
  const session = {
    ...{ sessionId: 'kini' as SessionId, place: 'Aula', startsAt: new Date(now - 600_000).toISOString() },
    endsAt: new Date(now + 3_600_000).toISOString(),
  };
  await desk.events.save(eventOf({ owner: agencyA, sessions: [session] }));
  const [admin, sri, budi] = [
    await signedIn('agency-admin'),
    await signedIn('learner'),
    await signedIn('learner'),
  ];
  await desk.seats.step(undefined, seatAt({ personId: sri.person.personId, agencyId: agencyA.agencyId }));
  const send = (file?: File) => {
    const body = new FormData();
    if (file) body.set('file', file);
    return admin.ask(`${here}/materials`, { method: 'POST', body });
  };
  return { desk, admin, sri, budi, send };
}

const pdf = new File(['%PDF-1.7 paparan'], 'paparan "x".pdf', { type: 'application/pdf' });

it('files are for those who take part; what is no PDF, nothing, or too much is refused with the reason', async () => {
  const { desk, admin, sri, budi, send } = await world();
  expect(await (await send(new File(['<script>'], 'a.pdf'))).text()).toContain('bukan PDF yang dapat dibaca');
  expect(await (await send()).text()).toContain('Pilih berkas PDF lebih dahulu');
  const large = new File(['%PDF-', 'x'.repeat(4 * 1024 * 1024)], 'besar.pdf');
  expect(await (await send(large)).text()).toContain('lebih besar dari 4 MB');
  expect((await send(pdf)).headers.get('location')).toBe(`${here}?notice=saved`);
  const [material] = (await desk.events.find(eventId))?.materials ?? [];
  const path = `/events/${eventId}/materials/${material?.materialId}`;
  expect(await (await sri.ask(`/events/${eventId}`)).text()).toContain(path);
  expect(await (await budi.ask(`/events/${eventId}`)).text()).not.toContain(path);
  const file = await sri.ask(path);
  expect(await file.text()).toBe('%PDF-1.7 paparan');
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="materi-[\w-]+\.pdf"$/);
  expect(file.headers.get('content-security-policy')).toContain('sandbox');
  expect((await budi.ask(path)).status).toBe(404);
  const removed = await admin.post(`${here}/materials/${material?.materialId}/remove`);
  expect(removed.headers.get('location')).toBe(`${here}?notice=deleted`);
  expect((await sri.ask(path)).status).toBe(404);
});

it('somebody who came without a seat is registered by their address, and nobody who is unknown', async () => {
  const { desk, admin, budi } = await world();
  const said = { who: budi.person.email, doorReason: 'Menggantikan rekan' };
  expect((await admin.post(`${here}/door`, { ...said, who: 'tidak@ada.example' })).status).toBe(422);
  const hostile = 'Datang\u0000 tanpa kursi';
  expect((await admin.post(`${here}/door`, { ...said, doorReason: hostile })).status).toBe(422);
  expect((await admin.post(`${here}/cancel`, { reason: hostile })).status).toBe(422);
  expect((await admin.post(`${here}/door`, { ...said, doorReason: 'a' })).status).toBe(422);
  expect((await admin.post(`${here}/door`, said)).headers.get('location')).toBe(`${here}?notice=saved`);
  const seat = await desk.seats.find(eventId, budi.person.personId);
  expect(seat).toMatchObject({ state: 'confirmed', walkIn: true, reason: 'Menggantikan rekan' });
  expect((await admin.post(`${here}/door`, { ...said, who: admin.person.email })).status).toBe(422);
});
