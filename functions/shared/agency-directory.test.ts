import { identityWorld } from '@sinau/identity/testing';
import { expect, it } from 'vitest';
import { createAgencyDirectory, visibilityBy } from './agency-directory.ts';

const issuer = 'https://sinau.example';

it('knows the agencies of people of this deployment and of nobody else', async () => {
  const world = await identityWorld();
  const a = await world.principal(world.tenants.agencyA, 'learner');
  const b = await world.principal(world.tenants.agencyB, 'learner');
  const directory = createAgencyDirectory({ people: world.people, issuer });
  const agent = (name: string, homePage = issuer) => ({ account: { homePage, name } });
  const group = { objectType: 'Group', member: [agent(a.personId), agent(b.personId)] } as const;
  expect(
    await directory.agenciesOf([
      agent(a.personId),
      agent(b.personId, 'https://other.example'),
      agent('not an id!'),
      agent('unknown-person'),
      { mbox: 'mailto:sri@example.go.id' },
      group,
    ]),
  ).toEqual([[a.agencyId], [], [], [], [], [a.agencyId, b.agencyId]]);
});

it('shows a statement to the agencies of its actor', async () => {
  const world = await identityWorld();
  const a = await world.principal(world.tenants.agencyA, 'learner');
  const visibility = visibilityBy(createAgencyDirectory({ people: world.people, issuer }));
  const statement = {
    actor: { account: { homePage: issuer, name: a.personId } },
    verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
    object: { id: 'https://kampus.example/modul/1' },
  };
  expect(await visibility.agenciesOf([statement])).toEqual([[a.agencyId]]);
});
