import {
  changePerson,
  disablePerson,
  enablePerson,
  movePerson,
  openSession,
  principalOf,
  readSession,
  signInPerson,
} from '@sinau/identity';
import { claimsFor } from '@sinau/identity/testing';
import type { PersonId } from '@sinau/kernel';
import { expect, it } from 'vitest';
import { enterprise, scimWorld, sri } from './testing/scim-world.ts';

async function signedIn() {
  const world = await scimWorld();
  const { id } = (await world.ask('POST /Users', sri)).body;
  const person = await signInPerson(world, claimsFor('sri@contoh.example'));
  expect(person.personId).toBe(id);
  const { token } = await openSession(world, { person });
  const isIn = async () => (await readSession(world, token)) !== undefined;
  expect(await isIn()).toBe(true);
  return { ...world, id: String(id), isIn };
}

const refusal = 'There is no active account';

it('E13: whoever the identity provider switches off is out with the next request, and in again when it says so', async () => {
  const { patch, id, isIn, ask, find, ...world } = await signedIn();
  await patch(id, { op: 'Replace', path: 'active', value: 'False' });
  expect(await isIn()).toBe(false);
  await expect(signInPerson(world, claimsFor('sri@contoh.example'))).rejects.toThrow(refusal);
  // Switched off is not gone: the provider goes on looking after it.
  expect((await ask(`GET /Users/${id}`)).body.active).toBe(false);
  expect((await find('userName eq "sri@contoh.example"')).body.totalResults).toBe(1);
  await patch(id, { op: 'Replace', path: 'active', value: 'True' });
  expect(await isIn()).toBe(false);
  expect((await signInPerson(world, claimsFor('sri@contoh.example'))).personId).toBe(id);
});

it.each([
  ['PATCH', 'Su\u200eharto', 'Su\u200eharto'],
  ['PUT', 'Su\u200eharto', 'Suharto'],
])('E13: %s switches off whoever has a mark of direction in a name that is kept', async (how, kept, then) => {
  const { patch, id, isIn, ask, stored, people } = await signedIn();
  const before = await stored(id);
  const provisioned = (before.provisioned ?? []).map((one) => ({
    ...{ ...one, givenName: kept, familyName: kept, externalId: kept, userName: `${kept}@contoh.example` },
  }));
  await people.replace(before, { ...before, provisioned });
  const { meta: _, ...whole } = (await ask(`GET /Users/${id}`)).body;
  const said = { ...whole, active: false, name: { ...whole.name, givenName: 'Suharto' } };
  const done =
    how === 'PATCH'
      ? await patch(id, { op: 'Replace', path: 'active', value: 'False' })
      : await ask(`PUT /Users/${id}`, said);
  expect(done).toMatchObject({ status: 200, body: { active: false } });
  expect(await isIn()).toBe(false);
  expect(await stored(id)).toMatchObject({
    status: 'disabled',
    provisioned: [{ givenName: then, familyName: kept, externalId: kept }],
  });
});

it('E13: whoever it deletes is gone for it, refused at sign-in, and keeps person, number and records here', async () => {
  const { ask, id, isIn, find, stored, ...world } = await signedIn();
  expect((await ask(`DELETE /Users/${id}`)).status).toBe(204);
  expect(await isIn()).toBe(false);
  for (const request of [`GET /Users/${id}`, `DELETE /Users/${id}`]) {
    expect((await ask(request)).status).toBe(404);
  }
  expect((await find('userName eq "sri@contoh.example"')).body.totalResults).toBe(0);
  expect((await ask('GET /Users')).body.totalResults).toBe(0);
  for (const subject of ['subject of sri@contoh.example', 'a new one']) {
    const claims = claimsFor('sri@contoh.example', { subject });
    await expect(signInPerson(world, claims)).rejects.toThrow(refusal);
  }
  expect(await stored(id)).toMatchObject({
    ...{ status: 'disabled', name: sri.displayName },
    employeeNumbers: [{ value: '199005172015032999' }],
  });
});

it('E13: whoever comes back is the same person, with a new account at the provider and no ghost beside', async () => {
  const { ask, id, stored, ...world } = await signedIn();
  await world.patch(id, { op: 'Replace', path: 'active', value: false });
  await ask(`DELETE /Users/${id}`);
  const back = await ask('POST /Users', {
    ...{ ...sri, userName: 'sri.rahayu@contoh.example', externalId: 'ext-2' },
    emails: [{ value: 'sri.rahayu@contoh.example' }],
  });
  expect([back.status, back.body.id, back.body.active, back.body.externalId]).toEqual([
    201,
    id,
    true,
    'ext-2',
  ]);
  const claims = claimsFor('sri.rahayu@contoh.example', { subject: 'new subject' });
  expect((await signInPerson(world, claims)).personId).toBe(id);
  expect((await ask('GET /Users')).body.totalResults).toBe(1);
  expect((await stored(id)).status).toBe('active');
});

it('opens nothing that the agency has closed, by PATCH, PUT or POST, and says who does', async () => {
  const { ask, patch, id, stored, ...world } = await signedIn();
  const principal = await world.principal(world.tenants.agencyA, 'agency-admin');
  const personId = id as PersonId;
  await disablePerson(world, { principal, personId });
  const on = await patch(id, { op: 'Replace', path: 'active', value: true });
  expect([on.status, on.body.detail]).toEqual([
    403,
    expect.stringContaining('An administrator opens it again'),
  ]);
  expect((await ask(`PUT /Users/${id}`, { ...sri, active: true })).status).toBe(403);
  // What is not about the account goes on.
  expect((await ask(`PUT /Users/${id}`, { ...sri, active: false, displayName: 'Sri R.' })).status).toBe(200);
  expect((await patch(id, { op: 'Replace', path: 'displayName', value: 'Sri Rahayu' })).status).toBe(200);
  // Deleted over there it stays closed by the agency, and comes back closed at most.
  await ask(`DELETE /Users/${id}`);
  expect((await ask('POST /Users', sri)).status).toBe(403);
  expect((await stored(id)).status).toBe('disabled');
  await enablePerson(world, { principal, personId });
  expect((await patch(id, { op: 'Replace', path: 'active', value: true })).status).toBe(200);
});

it('opens nobody who has left service by their legal standing', async () => {
  const { patch, id, stored, ...world } = await signedIn();
  const principal = await world.principal(world.tenants.agencyA, 'agency-admin');
  const personId = id as PersonId;
  await patch(id, { op: 'Replace', path: 'active', value: false });
  await changePerson(world, { principal, personId, request: { legalStanding: { standing: 'retired' } } });
  expect((await patch(id, { op: 'Replace', path: 'active', value: true })).status).toBe(403);
  await changePerson(world, { principal, personId, request: { legalStanding: { standing: 'active' } } });
  // An administrator opens what the legal standing has closed, also where the provider had closed it before.
  expect((await patch(id, { op: 'Replace', path: 'active', value: true })).status).toBe(403);
  expect((await stored(id)).accountChanges?.map(({ act, because }) => `${act} ${because}`)).toEqual([
    'closed identity-provider',
    'closed legal-standing',
  ]);
});

it('gives the address of somebody who left to nobody with another number', async () => {
  const { ask, id } = await signedIn();
  await ask(`DELETE /Users/${id}`);
  const namesake = { ...sri, [enterprise]: { employeeNumber: '199105172016032999' } };
  expect(await ask('POST /Users', namesake)).toMatchObject({ status: 409, body: { scimType: 'uniqueness' } });
});

it('E13: gives the record and the roles of somebody who left to nobody who does not prove to be them', async () => {
  const { ask, id, stored, ...world } = await signedIn();
  const before = await stored(id);
  await world.people.replace(before, { ...before, roles: ['learner', 'agency-admin'] });
  await ask(`DELETE /Users/${id}`);
  const { [enterprise]: _, ...nameless } = sri;
  const refused = await ask('POST /Users', nameless);
  expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('employeeNumber')]);
  expect((await stored(id)).status).toBe('disabled');
  const back = await ask('POST /Users', sri);
  expect([back.status, back.body.id, (await stored(id)).roles]).toEqual([201, id, ['learner']]);
});

it('an administrator who opens the account again brings it back for the provider, until it is deleted anew', async () => {
  const { ask, id, stored, ...world } = await signedIn();
  await ask(`DELETE /Users/${id}`);
  const { disabledAt: _, ...person } = await stored(id);
  await world.people.replace(await stored(id), { ...person, status: 'active' });
  expect((await ask(`GET /Users/${id}`)).body.active).toBe(true);
  await ask(`DELETE /Users/${id}`);
  expect((await ask(`GET /Users/${id}`)).status).toBe(404);
});

it('changes nobody who works for the platform itself, and leaves people of elsewhere to their operators', async () => {
  const { ask, patch, invite, tenants, operator, people, stored } = await scimWorld();
  const auditor = await invite(tenants.agencyA, ['auditor', 'learner']);
  const off = await patch(auditor.personId, { op: 'replace', path: 'active', value: false });
  expect(off.status).toBe(403);
  expect((await ask(`DELETE /Users/${auditor.personId}`)).status).toBe(403);
  const admin = await invite(tenants.agencyA, ['agency-admin']);
  await patch(admin.personId, { op: 'replace', path: 'displayName', value: 'Admin Baru' });
  expect(await stored(admin.personId)).toMatchObject({ name: 'Admin Baru', roles: ['agency-admin'] });
  expect(principalOf((await people.find(operator.personId)) ?? admin).roles).toEqual(['operator']);
});

it('C11: a move to another agency takes the person out of the hands of the old provider, names and all', async () => {
  const { ask, id, agencyB, operator, ...world } = await signedIn();
  await movePerson(world, { principal: operator, personId: id as PersonId, request: { agencyId: agencyB } });
  expect((await ask(`GET /Users/${id}`)).status).toBe(404);
  const theirs = await ask(`GET /Users/${id}`, undefined, { as: 'other' });
  expect([theirs.status, theirs.body.externalId]).toEqual([200, undefined]);
  const next = { userName: 'ani@contoh.example', displayName: 'Ani', externalId: 'ext-1' };
  expect((await ask('POST /Users', next)).status).toBe(201);
  expect((await ask('POST /Users', { ...sri, externalId: 'ext-9' })).status).toBe(409);
});
