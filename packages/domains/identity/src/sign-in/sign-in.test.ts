import { beforeEach, describe, expect, it } from 'vitest';
import {
  beginSignIn,
  changePerson,
  disablePerson,
  finishSignIn,
  NotInvited,
  type OidcClient,
  readSession,
  type SignInClaims,
  SignInFailed,
  signInPerson,
} from '../index.ts';
import { claimsFor, identityWorld } from '../testing/identity-world.ts';
import { memoryPeopleStore } from '../testing/memory-people-store.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;

beforeEach(async () => {
  world = await identityWorld();
});

const nip = '199005172015031999';
const withNumber = { employeeNumber: { kind: 'NIP' as const, value: nip } };

describe('signInPerson', () => {
  it('makes one operator of twenty parallel first sign-ins with the bootstrap address', async () => {
    const deps = { ...world, people: memoryPeopleStore() };
    const signIns = Array.from({ length: 20 }, (_, index) =>
      signInPerson(deps, claimsFor('Operator@contoh.example', { subject: `s${index}` })),
    );
    const results = await Promise.allSettled(signIns);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const operators = (await deps.people.listByHome({ kind: 'platform' }, { limit: 50 })).people;
    expect(operators).toMatchObject([{ roles: ['operator'], status: 'active' }]);
  });

  it('gives the same operator to twenty parallel sign-ins of one account', async () => {
    const deps = { ...world, people: memoryPeopleStore() };
    const signIns = Array.from({ length: 20 }, () =>
      signInPerson(deps, claimsFor('operator@contoh.example')),
    );
    const ids = new Set((await Promise.all(signIns)).map((person) => person.personId));
    expect(ids.size).toBe(1);
  });

  it('makes no second operator, even after the first one got another address', async () => {
    const { personId } = world.operator;
    const request = { email: 'lain@contoh.example' };
    await changePerson(world, { principal: world.operator, personId, request });
    const claims = claimsFor('operator@contoh.example', { subject: 'somebody else' });
    await expect(signInPerson(world, claims)).rejects.toBeInstanceOf(NotInvited);
  });

  it('makes no operator of an address that is not verified', async () => {
    const deps = { ...world, people: memoryPeopleStore() };
    const claims = claimsFor('operator@contoh.example', { emailVerified: false });
    await expect(signInPerson(deps, claims)).rejects.toBeInstanceOf(NotInvited);
  });

  it('binds an invited person by verified address, once, and knows the account from then on', async () => {
    const invited = await world.invite(world.tenants.agencyA, ['learner']);
    const person = await signInPerson(world, claimsFor(invited.email.toUpperCase(), { subject: 's1' }));
    expect(person).toMatchObject({
      personId: invited.personId,
      status: 'active',
      account: { subject: 's1' },
    });
    // The issuer may change the address; the account stays the person.
    const moved = claimsFor('baru@contoh.example', { subject: 's1' });
    expect((await signInPerson(world, moved)).personId).toBe(invited.personId);
    const other = claimsFor(invited.email, { subject: 's2' });
    await expect(signInPerson(world, other)).rejects.toBeInstanceOf(NotInvited);
    const sameSubjectElsewhere = claimsFor(invited.email, { subject: 's1', issuer: 'https://other.example' });
    await expect(signInPerson(world, sameSubjectElsewhere)).rejects.toBeInstanceOf(NotInvited);
  });

  it('binds nobody by an address that is not verified', async () => {
    const invited = await world.invite(world.tenants.agencyA, ['learner']);
    const claims = claimsFor(invited.email, { emailVerified: false });
    await expect(signInPerson(world, claims)).rejects.toBeInstanceOf(NotInvited);
    expect((await world.stored(invited.personId)).status).toBe('invited');
  });

  it('binds by employee number only where the issuer checks it', async () => {
    const invited = await world.invite(world.tenants.agencyA, ['learner'], withNumber);
    const { email: _, ...claims } = claimsFor('x', { emailVerified: false, preferredUsername: nip });
    await expect(signInPerson(world, claims)).rejects.toBeInstanceOf(NotInvited);
    const trusting = { ...world, usernameIsEmployeeNumber: true };
    expect((await signInPerson(trusting, claims)).personId).toBe(invited.personId);
  });

  it('binds nobody when address and number belong to two people', async () => {
    await world.invite(world.tenants.agencyA, ['learner'], withNumber);
    const { email } = await world.invite(world.tenants.agencyA, ['learner']);
    const trusting = { ...world, usernameIsEmployeeNumber: true };
    const claims = claimsFor(email, { preferredUsername: nip });
    await expect(signInPerson(trusting, claims)).rejects.toBeInstanceOf(NotInvited);
  });

  it('E13: lets in neither strangers nor disabled people, with one answer, and makes no account', async () => {
    const { personId, email } = await world.active(world.tenants.agencyA, ['learner']);
    await disablePerson(world, { principal: world.operator, personId });
    await expect(signInPerson(world, claimsFor(email))).rejects.toEqual(new NotInvited());
    await expect(signInPerson(world, claimsFor('asing@contoh.example'))).rejects.toEqual(new NotInvited());
    const people = await world.people.listByHome(world.tenants.agencyA, { limit: 50 });
    expect(people.people.map((person) => person.status)).toEqual(['disabled']);
  });

  it('never binds a person who was disabled before the first sign-in', async () => {
    const { personId, email } = await world.invite(world.tenants.agencyA, ['learner']);
    await disablePerson(world, { principal: world.operator, personId });
    await expect(signInPerson(world, claimsFor(email))).rejects.toBeInstanceOf(NotInvited);
  });
});

describe('the way to the issuer and back', () => {
  /** An issuer at which one person signs in; it gives its code to whoever asks and checks what comes back. */
  function issuerFor(claims: SignInClaims) {
    const seen: { state: string; nonce: string; verifier: string }[] = [];
    const oidc: OidcClient = {
      authorizationUrl: async (request) => {
        seen.push(request);
        return `https://issuer.example/auth?state=${request.state}`;
      },
      redeem: async ({ code, nonce, verifier }) => {
        const known = seen.some((one) => one.nonce === nonce && one.verifier === verifier);
        if (code !== 'good code' || !known) throw new SignInFailed();
        return claims;
      },
      endSessionUrl: async () => undefined,
    };
    return oidc;
  }

  async function setup(returnTo = '/courses') {
    const { email } = await world.invite(world.tenants.agencyA, ['learner']);
    const deps = { ...world, oidc: issuerFor(claimsFor(email)), portalOrigin: 'https://sinau.example' };
    const begun = await beginSignIn(deps, { returnTo });
    const state = new URL(begun.url).searchParams.get('state') ?? '';
    return { deps, state, code: 'good code', browserToken: begun.browserToken };
  }

  it('opens a session for the person and returns to where they were going', async () => {
    const { deps, ...answer } = await setup('/courses/1?tab=2');
    const finished = await finishSignIn(deps, answer);
    expect(finished.returnPath).toBe('/courses/1?tab=2');
    const session = await readSession(deps, finished.sessionToken);
    expect(session?.principal.personId).toBe(finished.person.personId);
  });

  it('F2: never returns to another origin', async () => {
    const { deps, ...answer } = await setup('https://sinau.example@evil/');
    expect((await finishSignIn(deps, answer)).returnPath).toBe('/');
  });

  it.each([
    ['without state', { state: undefined }],
    ['with an unknown state', { state: 'made up' }],
    ['without the cookie of the browser that left', { browserToken: undefined }],
    ["with another browser's cookie", { browserToken: 'another' }],
    ['without a code', { code: undefined }],
    ['with a wrong code', { code: 'bad code' }],
  ])('E4: refuses to come back %s', async (_, over) => {
    const { deps, ...answer } = await setup();
    const input = Object.fromEntries(Object.entries({ ...answer, ...over }).filter(([, value]) => value));
    await expect(finishSignIn(deps, input)).rejects.toBeInstanceOf(SignInFailed);
  });

  it('E4: takes each state once and not after ten minutes', async () => {
    const { deps, ...answer } = await setup();
    await finishSignIn(deps, answer);
    await expect(finishSignIn(deps, answer)).rejects.toBeInstanceOf(SignInFailed);
    const late = await setup();
    world.clock.advance(600_000);
    const { deps: lateDeps, ...lateAnswer } = late;
    await expect(finishSignIn(lateDeps, lateAnswer)).rejects.toBeInstanceOf(SignInFailed);
  });

  it('E5: lets two quick genuine sign-ins of one browser both through', async () => {
    const first = await setup();
    const begun = await beginSignIn(first.deps, {});
    const { deps, ...answer } = first;
    await finishSignIn(deps, answer);
    const state = new URL(begun.url).searchParams.get('state') ?? '';
    const second = { state, code: 'good code', browserToken: begun.browserToken };
    await expect(finishSignIn(deps, second)).resolves.toBeDefined();
  });

  it('closes the session the browser brought along', async () => {
    const { deps, ...answer } = await setup();
    const { sessionToken } = await finishSignIn(deps, answer);
    const again = await beginSignIn(deps, {});
    const state = new URL(again.url).searchParams.get('state') ?? '';
    const { sessionToken: fresh } = await finishSignIn(deps, {
      state,
      code: 'good code',
      browserToken: again.browserToken,
      earlierSessionToken: sessionToken,
    });
    expect(fresh).not.toBe(sessionToken);
    expect(await readSession(deps, sessionToken)).toBeUndefined();
    expect(await readSession(deps, fresh)).toBeDefined();
  });
});
