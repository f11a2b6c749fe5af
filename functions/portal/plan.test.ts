import { beforeEach, describe, expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

async function learner() {
  const person = await world.invite(world.tenants.agencyA, ['learner']);
  const browser = world.browser();
  await browser.signIn(person.email);
  const page = async (path: string) => (await browser.ask(path)).text();
  return { ...browser, person, page };
}

const toOf = (response: Response) => response.headers.get('location');

describe('the week that somebody plans', () => {
  it('is made, shows what was learned and what to do when, is given up and taken up again', async () => {
    const sri = await learner();
    expect(await sri.page('/')).toContain('Belum ada rencana');
    const days = ['1', '2', '3', '4', '5', '6', '7'];
    const form = new URLSearchParams({ minutes: '420', rev: '0' });
    for (const day of days) form.append('days', day);
    expect(toOf(await sri.ask('/plan', { method: 'POST', body: form }))).toBe('/plan?notice=saved');
    await sri.post('/courses/c1/enrol', {});
    const now = world.deps.clock.now().getTime();
    const plans = await world.deps.plans();
    await plans.noteSession(sri.person.personId, {
      sessionId: 's1',
      from: new Date(now - 600_000).toISOString(),
      to: new Date(now).toISOString(),
    });
    const home = await sri.page('/');
    expect(home).toContain('10 menit dari 7 jam');
    expect(home).toContain('href="/courses/c1/continue"');
    expect(await sri.page('/plan')).toContain('Belajar 10 menit');
    const calendar = await sri.ask('/plan/calendar.ics');
    expect(calendar.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await calendar.text()).toContain(
      'BYDAY=MO,TU,WE,TH,FR,SA,SU\r\nSUMMARY:Belajar di Sinau\\, 1 jam',
    );
    expect(toOf(await sri.post('/plan/stop', {}))).toBe('/plan?notice=saved');
    expect(await sri.page('/')).toContain('Rencana Anda sedang tidak dipakai');
    await sri.post('/plan/resume', {});
    expect(await sri.page('/')).toContain('10 menit dari 7 jam');
  });

  it('C1, C6: is nobody else’s, takes no other field, and says what is wrong with a form', async () => {
    const [sri, budi] = [await learner(), await learner()];
    const given = { days: '1', minutes: '60', rev: '0' };
    expect((await sri.post('/plan', { ...given, personId: budi.person.personId })).status).toBe(400);
    for (const wrong of [{ minutes: '5' }, { minutes: 'banyak' }, { days: '8' }]) {
      expect((await sri.post('/plan', { ...given, ...wrong })).status).toBe(422);
    }
    await sri.post('/plan', given);
    const again = await sri.post('/plan', given);
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('diubah di tempat lain');
    expect(await budi.page('/plan')).toContain('Buat rencana');
    expect(toOf(await budi.ask('/plan/calendar.ics'))).toBe('/plan');
  });
});
