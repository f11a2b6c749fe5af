import type { PersonPrincipal } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { speakerRows, speakersFrom } from './speakers.ts';
import { portalWorld } from './testing/portal-world.ts';

let world: Awaited<ReturnType<typeof portalWorld>>;
beforeEach(async () => {
  world = await portalWorld();
});
const rows = (email: string) => ({ speakers: [{ name: 'Dr. Tamu' }, { name: 'Sri', email }], known: [] });

describe('speakers who are people of the organiser', () => {
  it('are found by their address within the agency, and nobody else is', async () => {
    const { agencyA, agencyB } = world.tenants;
    if (agencyA.kind !== 'agency') throw new Error('it is an agency');
    const { agencyId } = agencyA;
    const [admin, sri, foreign] = [
      await world.invite(agencyA, ['agency-admin']),
      await world.invite(agencyA, ['learner']),
      await world.invite(agencyB, ['learner']),
    ];
    const principal: PersonPrincipal = {
      ...{ kind: 'person', personId: admin.personId, name: admin.name, roles: ['agency-admin'], agencyId },
    };
    const from = (email: string) => speakersFrom(world.deps, principal, rows(email));
    const [guest, own] = await from(sri.email);
    expect(guest).toEqual({ name: 'Dr. Tamu' });
    expect(own).toEqual({ name: 'Sri', person: { personId: sri.personId, agencyId } });
    // C7: nobody names themselves; of another agency and nobody at all are answered alike.
    for (const email of [admin.email, foreign.email, 'tidak@ada.example']) {
      await expect(from(email)).rejects.toMatchObject({ issues: [{ path: '/speakers/1/email' }] });
    }
    const known = [{ name: 'Admin', person: { personId: admin.personId, agencyId } }];
    const named = await speakersFrom(world.deps, principal, { ...rows(admin.email), known });
    expect(named[1]?.person?.personId).toBe(admin.personId);
    expect(await speakerRows(world.deps, own ? [own] : [])).toEqual([{ name: 'Sri', email: sri.email }]);
    const left = { name: 'Lina', person: { personId: foreign.personId, agencyId } };
    expect(await speakerRows(world.deps, [left])).toEqual([{ name: 'Lina' }]);
  });
});
