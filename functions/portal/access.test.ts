import { noteAct, noteOfficeAct, noteReading } from '@sinau/audit';
import type { Person } from '@sinau/identity';
import type { PersonPrincipal } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});

async function officer(tenant: 'agencyA' | 'agencyB', name: string) {
  const person = await world.invite(world.tenants[tenant], ['agency-admin'], { name });
  const browser = world.browser();
  await browser.signIn(person.email);
  return { person, ask: browser.ask, page: async (path: string) => (await browser.ask(path)).text() };
}

const principalOf = ({ personId, name, home }: Person): PersonPrincipal => ({
  ...{ kind: 'person', personId, name, roles: ['agency-admin'] },
  ...(home.kind === 'agency' && { agencyId: home.agencyId }),
});

const look = async (reader: Person, at: Person) =>
  noteReading(await world.deps.audit(), {
    ...{ principal: principalOf(reader), what: 'lesson-hours' },
    about: { kind: 'person', personId: at.personId },
  });

describe('P4: what an agency’s own office looked at', () => {
  it('is shown to its administrators, who of them looked at whom and why, as a page and a file', async () => {
    const [agus, budi] = [await officer('agencyA', 'Agus Contoh'), await officer('agencyA', 'Budi Contoh')];
    const [sri, foreign] = [
      await world.invite(world.tenants.agencyA, ['learner'], { name: 'Sri Contoh' }),
      await world.invite(world.tenants.agencyB, ['learner'], { name: 'Orang Lain' }),
    ];
    await look(budi.person, sri);
    await look(budi.person, foreign);
    const html = await agus.page('/agency/access');
    for (const word of ['Budi Contoh', 'Sri Contoh', 'Urusan kepegawaian', 'Buku besar JP']) {
      expect(html).toContain(word);
    }
    // Whoever is at another agency now is not named.
    expect(html).not.toContain('Orang Lain');
    expect(html).toContain('pegawai yang kini di instansi lain');
    const file = await agus.page('/agency/access/file?what=lesson-hours');
    expect(file).toContain('Budi Contoh');
    expect(file).not.toContain('Orang Lain');
    expect(await agus.page(`/agency/access?who=${sri.personId}`)).toContain('Sri Contoh');
    expect((await agus.ask(`/agency/access?who=${foreign.personId}`)).status).toBe(422);
    // That somebody looked at the log stands in it.
    expect(await budi.page('/agency/access')).toContain('Log akses data');
  });

  it('tells whose account was closed and opened, by whom and at whose word, to the office and to the person', async () => {
    const agus = await officer('agencyA', 'Agus Contoh');
    const sri = await world.invite(world.tenants.agencyA, ['learner'], { name: 'Sri Contoh' });
    const audit = { ...(await world.deps.audit()), clock: world.deps.clock };
    const act = (more: object) =>
      noteAct(audit, {
        ...{ id: JSON.stringify(more), at: '2026-03-02T01:00:00.000Z', what: 'account-closed' },
        ...{ because: 'legal-standing', actor: { kind: 'platform' }, personId: sri.personId },
        ...{ home: world.tenants.agencyA, ...more },
      } as never);
    await act({});
    const by = { kind: 'person', personId: agus.person.personId };
    await act({ what: 'account-opened', because: 'administrator', actor: by });
    const html = await agus.page('/agency/access?what=account-closed');
    expect(html).toContain('Akun ditutup karena kedudukan hukum');
    expect(html).toContain('Sinau dengan sendirinya');
    expect(html).not.toContain('Akun dibuka oleh');
    const file = await agus.page('/agency/access/file?what=account-opened');
    expect(file).toContain('Akun dibuka oleh administrator instansi');
    const browser = world.browser();
    await browser.signIn(sri.email);
    const own = await (await browser.ask('/account/data')).text();
    expect(own).toContain('Akun ditutup karena kedudukan hukum');
    expect(own).not.toContain('Agus Contoh');
  });

  it('tells who has taken which step of an annual plan, to the office and to nobody else', async () => {
    const agus = await officer('agencyA', 'Agus Contoh');
    const sri = await world.invite(world.tenants.agencyA, ['learner'], { name: 'Sri Contoh' });
    const { home, personId } = agus.person;
    if (home.kind !== 'agency') throw new Error('of no agency');
    await noteOfficeAct(
      { ...(await world.deps.audit()), clock: world.deps.clock },
      {
        ...{ id: 'set', at: '2026-03-02T01:00:00.000Z', what: 'plan-set', thing: 'annual-plan:2027:1' },
        ...{ personId, agencyId: home.agencyId },
      },
    );
    const html = await agus.page('/agency/access?what=plan-set');
    expect(html).toContain('Rencana tahunan ditetapkan (2027/1)');
    expect(html).toContain('Agus Contoh');
    expect(await agus.page('/agency/access?what=plan-agreed')).not.toContain('(2027/1)');
    const browser = world.browser();
    await browser.signIn(sri.email);
    expect(await (await browser.ask('/account/data')).text()).not.toContain('Rencana tahunan');
  });

  it('C3: tells another agency nothing, whatever office its address names', async () => {
    const [agus, other] = [await officer('agencyA', 'Agus Contoh'), await officer('agencyB', 'Tamu Contoh')];
    await look(agus.person, await world.invite(world.tenants.agencyA, ['learner'], { name: 'Sri Contoh' }));
    const office = agus.person.home.kind === 'agency' ? `agency:${agus.person.home.agencyId}` : '';
    for (const path of ['', `?office=${office}`, '?office=all', `/file?office=${office}`]) {
      const html = await other.page(`/agency/access${path}`);
      expect(html, path).not.toContain('Sri Contoh');
      expect(html, path).not.toContain('Agus Contoh');
    }
  });
});
