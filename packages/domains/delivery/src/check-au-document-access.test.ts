import { describe, expect, it } from 'vitest';
import { abandonSession } from './abandon-session.ts';
import { acceptAuStatements } from './accept-au-statements.ts';
import { authenticateAuToken } from './authenticate-au-token.ts';
import { type AuAccess, type AuDocumentAccess, checkAuDocumentAccess } from './check-au-document-access.ts';
import { fetchAuthToken } from './fetch-auth-token.ts';
import { courseOf, deliveryWorld, fetchIdIn, registration } from './testing/delivery-world.ts';

const agent = { account: { homePage: 'https://sinau.example', name: 'sri' } };
const budi = { account: { homePage: 'https://sinau.example', name: 'budi' } };
const other = '00000000-0000-4000-8000-000000000000';
const bytes = (text: string) => new TextEncoder().encode(text);
const preferences = JSON.stringify({ languagePreference: 'id-ID,en', audioPreference: 'off' });

/** A change to an access; undefined leaves the parameter out. */
type Over = { readonly [Key in keyof AuDocumentAccess]?: AuDocumentAccess[Key] | undefined };

function access(base: AuDocumentAccess, over: Over): AuDocumentAccess {
  const given = Object.entries({ ...base, ...over }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as unknown as AuDocumentAccess;
}

async function running() {
  const world = deliveryWorld(courseOf([['Completed', 'Completed']]));
  const started = await world.start();
  const { activityId } = started.launched;
  const check = (access: AuAccess) =>
    checkAuDocumentAccess(world.deps, { principal: started.principal, access });
  const state = (over: Over = {}) =>
    access(
      { resource: 'state', method: 'GET', agent, activityId, registration, documentId: 'bookmark' },
      over,
    );
  const profile = (over: Over = {}) =>
    access(
      {
        resource: 'agent-profile',
        method: 'PUT',
        agent,
        documentId: 'cmi5LearnerPreferences',
        contentType: 'application/json',
        body: bytes(preferences),
      },
      over,
    );
  return { ...world, ...started, activityId, check, state, profile };
}

describe('checkAuDocumentAccess', () => {
  it('lets an AU at its own documents', async () => {
    const { check, state, profile, activityId } = await running();
    for (const method of ['GET', 'PUT', 'POST', 'DELETE'] as const) await check(state({ method }));
    await check(state({ documentId: undefined }));
    await check(state({ registration: undefined }));
    await check(state({ documentId: 'LMS.LaunchData' }));
    await check(state({ activityId: 'https://publisher.example/shared', method: 'PUT' }));
    await check(profile());
    await check(profile({ documentId: 'notes', contentType: 'text/plain', body: bytes('x') }));
    await check({ resource: 'activity-profile', method: 'PUT', activityId });
    await check({
      resource: 'activity-profile',
      method: 'GET',
      activityId: 'https://publisher.example/shared',
    });
    await check({ resource: 'statements', registration });
    await check({ resource: 'agents', agent });
    await check({ resource: 'activities' });
  });

  it.each([
    ['10.2.1.0-5', 'writes the launch data', { method: 'PUT', documentId: 'LMS.LaunchData' }],
    ['10.2.1.0-5', 'merges into the launch data', { method: 'POST', documentId: 'LMS.LaunchData' }],
    ['10.2.1.0-5', 'deletes the launch data', { method: 'DELETE', documentId: 'LMS.LaunchData' }],
    ['10.2.1.0-5', 'deletes all documents', { method: 'DELETE', documentId: undefined }],
    [
      '10.1.0.0-3',
      'reads launch data of another AU',
      { documentId: 'LMS.LaunchData', activityId: 'https://x.example/' },
    ],
    ['8.1.3.0-3', 'reads state of another learner', { agent: budi }],
    ['8.1.4.0-3', 'reads state of another registration', { registration: other }],
    [
      '8.1.4.0-3',
      'reads state of another activity over all registrations',
      { activityId: 'https://x.example/', registration: undefined },
    ],
  ] as const)('%s: refuses an AU that %s', async (requirement, _, over) => {
    const { check, state } = await running();
    await expect(check(state(over))).rejects.toMatchObject({
      code: 'delivery.rule-broken',
      issues: [{ requirement }],
    });
  });

  it.each([
    ['11.0.0.0-1', 'names another learner', { agent: budi }],
    [
      '11.0.0.0-1',
      'reads the profile of another learner',
      { agent: budi, method: 'GET', documentId: 'notes' },
    ],
    ['11.0.0.0-5', 'sends no content type', { contentType: undefined }],
    ['11.0.0.0-5', 'sends no JSON', { body: bytes('just some text'), contentType: 'text/plain' }],
    ['11.0.0.0-5', 'deletes the preferences', { method: 'DELETE' }],
    [
      '11.1.0.0-1',
      'sends languages that are none',
      { body: bytes(preferences.replace('id-ID,en', 'not a list')) },
    ],
  ] as const)('%s: refuses preferences of an AU that %s', async (requirement, _, over) => {
    const { check, profile } = await running();
    await expect(check(profile(over))).rejects.toMatchObject({
      code: 'delivery.rule-broken',
      issues: [{ requirement }],
    });
  });

  it('11.0.0.0-1: an agent that is missing is a malformed request', async () => {
    const { check, profile, state } = await running();
    await expect(check(profile({ agent: undefined }))).rejects.toMatchObject({ code: 'request.invalid' });
    await expect(check(state({ agent: undefined }))).rejects.toMatchObject({ code: 'request.invalid' });
  });

  it('refuses statements of other registrations and writes to other activities', async () => {
    const { check } = await running();
    for (const request of [
      { resource: 'statements', registration: other },
      { resource: 'statements' },
      { resource: 'agents', agent: budi },
      { resource: 'activity-profile', method: 'PUT', activityId: 'https://x.example/' },
      { resource: 'activity-profile', method: 'DELETE' },
    ] as const) {
      await expect(check(request)).rejects.toMatchObject({ code: 'delivery.rule-broken' });
    }
  });

  it('11.0.0.0-3, 10.2.1.0-4: statements wait until both documents were read in this session', async () => {
    const world = deliveryWorld(courseOf([['Completed']]));
    await world.start();
    const { url, activityId } = await world.launch();
    const answer = await fetchAuthToken(world.deps, fetchIdIn(url));
    const principal = await authenticateAuToken(
      world.deps,
      'auth-token' in answer ? answer['auth-token'] : '',
    );
    if (!principal) throw new Error('no principal');
    const reads: readonly AuAccess[] = [
      { resource: 'state', method: 'GET', agent, activityId, registration, documentId: 'LMS.LaunchData' },
      { resource: 'agent-profile', method: 'GET', agent, documentId: 'cmi5LearnerPreferences' },
    ];
    const statements = [{ actor: agent, verb: { id: 'https://x.example/' }, object: { id: activityId } }];
    const refused = async (requirement: string) =>
      expect(acceptAuStatements(world.deps, { principal, statements })).rejects.toMatchObject({
        issues: [{ requirement }],
      });
    await refused('10.2.1.0-4');
    for (const [index, read] of reads.entries()) {
      await checkAuDocumentAccess(world.deps, { principal, access: read });
      await refused(index === 0 ? '11.0.0.0-3' : '9.1.0.0-1');
    }
  });

  it('E9: a session that has ended reads nothing more', async () => {
    const ended = await running();
    const statements = [ended.say('initialized'), ended.say('terminated')];
    await acceptAuStatements(ended.deps, { principal: ended.principal, statements });
    await expect(ended.check(ended.state())).rejects.toMatchObject({ code: 'delivery.session-ended' });
    const abandoned = await running();
    await abandonSession(abandoned.deps, { registration, sessionId: abandoned.launched.sessionId });
    await expect(abandoned.check(abandoned.state())).rejects.toMatchObject({
      code: 'delivery.session-ended',
    });
  });
});
