import { InvalidInput, type PersonId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { acceptAuStatements } from './accept-au-statements.ts';
import { authenticateAuToken } from './authenticate-au-token.ts';
import { fetchAuthToken } from './fetch-auth-token.ts';
import { type GuestLaunchRequest, launchGuest } from './launch-guest.ts';
import { courseOf, deliveryWorld, registration as enrolled, fetchIdIn } from './testing/delivery-world.ts';
import { memoryGuestStore } from './testing/memory-guest-store.ts';

const actor = { homePage: 'https://other.example/lms', name: 'peserta-1' };

function guestWorld() {
  const world = deliveryWorld(courseOf([['Completed'], ['NotApplicable']]));
  const deps = { ...world.deps, guests: memoryGuestStore() };
  const launch = (request: Partial<GuestLaunchRequest> = {}) =>
    launchGuest(deps, { clientId: 'client-1', courseId: 'c1', version: 1, actor, auIndex: 0, ...request });
  return { ...world, deps, launch };
}

describe('launchGuest', () => {
  it('begins a registration for any account, whose statements carry it', async () => {
    const { launch, deps, records } = guestWorld();
    const first = await launch();
    expect(new URL(first.url).host).toMatch(/content\.sinau\.example$/);
    expect(await deps.guests.find(first.registration)).toMatchObject({
      actor,
      clientId: 'client-1',
      version: 1,
    });
    for (const statement of records.statements) expect(statement.actor).toMatchObject({ account: actor });
    expect(records.statements.map(({ verb }) => verb.id.split('/').at(-1))).toEqual([
      'satisfied',
      'launched',
    ]);
    const state = await deps.registrations.read(first.registration);
    expect(state).toMatchObject({ actor, courseId: 'c1' });
    expect(state).not.toHaveProperty('personId');
  });

  it('goes on with a registration it knows, whatever its letters, and abandons the open session', async () => {
    const { launch, records } = guestWorld();
    const registration = '6F9619FF-8B86-4011-B42D-00CF4FC964FF';
    const first = await launch({ registration });
    const again = await launch({ registration: registration.toLowerCase(), version: 9, auIndex: 1 });
    expect(again.registration).toBe(first.registration);
    expect(records.statements.map(({ verb }) => verb.id.split('/').at(-1))).toContain('abandoned');
  });

  it('C3: launches for nobody who has an account here, and begins nothing', async () => {
    const { launch, deps, records } = guestWorld();
    const own = deps.actors.accountOf('p1' as PersonId);
    for (const actor of [own, { ...own, name: 'client:c1' }]) {
      await expect(launch({ actor, registration: enrolled })).rejects.toBeInstanceOf(InvalidInput);
    }
    expect(await deps.guests.find(enrolled)).toBeUndefined();
    expect(records.statements).toEqual([]);
  });

  it('C3: takes no account of those who try courses here either', async () => {
    const { launch, records } = guestWorld();
    const trial = { homePage: 'https://sinau.example/trial', name: 'maya' };
    await expect(launch({ actor: trial })).rejects.toBeInstanceOf(InvalidInput);
    expect(records.statements).toEqual([]);
  });

  it('takes no registration of another learner, another course or an enrolment', async () => {
    const { launch, records } = guestWorld();
    const { registration } = await launch();
    const before = records.statements.length;
    for (const request of [
      { registration, actor: { ...actor, name: 'peserta-2' } },
      { registration, actor: { ...actor, homePage: 'https://third.example' } },
      { registration, courseId: 'c2' },
      { registration: enrolled },
    ]) {
      await expect(launch(request)).rejects.toMatchObject({ code: 'delivery.registration-taken' });
    }
    expect(records.statements).toHaveLength(before);
  });

  it('refuses a part that is not there, and leaves nothing launched', async () => {
    const { launch, records } = guestWorld();
    await expect(launch({ auIndex: 7 })).rejects.toMatchObject({ code: 'delivery.not-found' });
    expect(records.statements).toHaveLength(0);
  });

  it('sends the learner back to the system they came from, and to the portal where none is named', async () => {
    const { launch, documents } = guestWorld();
    const back = async (request: Partial<GuestLaunchRequest>) => {
      const { activityId, registration } = await launch(request);
      return documents.launchData.get(`${activityId} ${registration}`);
    };
    const returnUrl = 'https://lms.example/course/7?a=1#b';
    expect(await back({ returnUrl })).toMatchObject({ returnURL: returnUrl });
    expect(await back({})).toMatchObject({ returnURL: 'https://sinau.example/' });
  });

  it('F2: begins nothing for an address that nobody can be sent back to', async () => {
    const { launch, deps, records } = guestWorld();
    const refusal = launch({ registration: enrolled, returnUrl: 'https://sinau.example@evil.example/' });
    await expect(refusal).rejects.toMatchObject({
      code: 'request.invalid',
      issues: [{ path: '/returnUrl' }],
    });
    expect(await deps.guests.find(enrolled)).toBeUndefined();
    expect(records.statements).toEqual([]);
  });

  it('runs the AU under the rules of every session', async () => {
    const { launch, deps } = guestWorld();
    const { url } = await launch({ mode: 'Browse' });
    const answer = await fetchAuthToken(deps, fetchIdIn(url));
    const token = 'auth-token' in answer ? answer['auth-token'] : '';
    const principal = await authenticateAuToken(deps, token);
    if (!principal) throw new Error('no session');
    const voiding = {
      actor: { account: actor },
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
      object: { objectType: 'StatementRef' as const, id: '6f9619ff-8b86-4011-b42d-00cf4fc964ff' },
    };
    await expect(acceptAuStatements(deps, { principal, statements: [voiding] })).rejects.toMatchObject({
      code: 'delivery.rule-broken',
    });
  });
});
