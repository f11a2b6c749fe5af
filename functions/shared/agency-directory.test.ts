import { identityWorld } from '@sinau/identity/testing';
import { nodeDigest } from '@sinau/platform/crypto';
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

it('E10: knows whose person it is by every name that an agent can have, and nobody by an OpenID', async () => {
  const world = await identityWorld();
  const { personId, agencyId } = await world.principal(world.tenants.agencyB, 'learner');
  const before = await world.people.find(personId);
  if (!before) throw new Error('nobody');
  const email = 'Sri.Wahyuni@b.example';
  const number = '199005172015031999';
  const employeeNumbers = [{ kind: 'NIP' as const, value: number, validFrom: '2015-03-01' }];
  const account = { issuer: 'https://masuk.example', subject: 's-1' };
  await world.people.replace(before, { ...before, email, employeeNumbers, account });
  const directory = createAgencyDirectory({ people: world.people, issuer });
  const hashOf = (address: string) => nodeDigest.sha1(`mailto:${address}`);
  const names = (name: string, homePage = 'https://lms.example') => ({ account: { homePage, name } });
  for (const agent of [
    { mbox: 'mailto:sri.wahyuni@B.example' },
    { mbox_sha1sum: hashOf(email) },
    { mbox_sha1sum: hashOf(email.toLowerCase()).toUpperCase() },
    names('s-1', 'https://masuk.example'),
    names(number),
    names('19900517 201503 1 999'),
  ]) {
    expect(await directory.agenciesOfNamed(agent), JSON.stringify(agent)).toEqual([agencyId]);
    // It shows nothing to anybody: who acted is proven by the account of this deployment alone.
    expect(await directory.agenciesOf([agent])).toEqual([[]]);
  }
  for (const agent of [
    { mbox: 'mailto:sri@b.example' },
    { mbox_sha1sum: hashOf('sri@b.example') },
    names('s-1'),
    names('199005172015031998'),
    { openid: 'https://sri.example' },
  ]) {
    expect(await directory.agenciesOfNamed(agent), JSON.stringify(agent)).toBeUndefined();
  }
});
