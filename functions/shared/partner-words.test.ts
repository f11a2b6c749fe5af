import { createHmac } from 'node:crypto';
import {
  type Profile,
  type ShareableAttribute,
  shareableAttributes,
  sharedAttributes,
  sharedAttributesOfMany,
} from '@sinau/agreements';
import { memoryAgreements, memoryProfiles, sampleAgreement, sampleProfile } from '@sinau/agreements/testing';
import type { CourseId } from '@sinau/catalogue';
import { courseOf as catalogueCourse } from '@sinau/catalogue/testing';
import { abandonSession, acceptAuStatements, waiveAu } from '@sinau/delivery';
import { readRoster } from '@sinau/delivery/lti-services';
import { courseOf, deliveryWorld, ltiServicesWorld, registration, sri, toolA } from '@sinau/delivery/testing';
import type { PersonId, ProviderId, ToolPrincipal } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { launchClaims, roleUris, substituteVariables } from '@sinau/lti';
import { nodeDigest } from '@sinau/platform/crypto';
import { providerOwner } from '@sinau/push';
import { readFeed } from '@sinau/records';
import { memoryFeedStore } from '@sinau/records/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tellProvider } from '../announcer/tell-providers.ts';
import { learnerDisclosureOf } from './learner-disclosure.ts';
import { launchSharing } from './lti-launches.ts';
import { rosterSharing } from './lti-services.ts';
import { feedOf } from './push-feed.ts';
import type { Sharing } from './shared-attributes.ts';

const providerId = 'p1' as ProviderId;
const issuer = 'https://sinau.example';
/** Takes the course of `ltiServicesWorld`. */
const siti = 'siti' as PersonId;

/** Words that stand nowhere else by chance. NIKs are kept nowhere, so none can leave. */
const word = fc.stringMatching(/^[A-Z][a-z]{9,14}$/);
const people = fc.record({
  given: word,
  family: word,
  mailbox: fc.stringMatching(/^[a-z]{12}$/),
  employeeNumber: fc.stringMatching(/^[1-9]\d{17}$/),
});
type Known = typeof people extends fc.Arbitrary<infer One> ? One : never;

/** What must not leave unless it was agreed, by the attribute of an agreement that lets it. */
const secretsOf = ({ given, family, mailbox, employeeNumber }: Known) => ({
  name: [given, family],
  email: [mailbox],
  'employee-number': [employeeNumber],
});

async function world(known: Known, attributes: readonly ShareableAttribute[]) {
  const { given, family, mailbox, employeeNumber } = known;
  const profile: Profile = sampleProfile(siti, {
    ...{ name: `Dr. ${given} ${family}, M.T.`, email: `${mailbox}@instansi.example`, employeeNumber },
  });
  const stores = memoryAgreements();
  if (attributes.length > 0) {
    const agreement = sampleAgreement({ providerId, attributes: [...attributes] });
    await stores.agreements.add(agreement);
    await stores.agreements.settle({
      providerId,
      changed: [agreement],
      inForce: { terms: [agreement], rev: 0 },
    });
  }
  const deps = {
    ...stores,
    people: memoryProfiles([profile]),
    signer: {
      sign: (purpose: string, text: string) =>
        createHmac('sha256', 'secret').update(`${purpose} ${text}`).digest('base64url'),
    },
    ...{ digest: nodeDigest, clock: fixedClock() },
  };
  const sharing: Sharing = {
    of: (asked) => sharedAttributes(deps, asked),
    ofMany: (asked) => sharedAttributesOfMany(deps, asked),
    note: async () => undefined,
    personOf: async () => siti,
  };
  return { sharing };
}

/** A launch of a tool that asks for everything there is. */
async function launchOf({ sharing }: Awaited<ReturnType<typeof world>>): Promise<object> {
  const { subject, ...person } = await launchSharing(sharing).disclose({ providerId, personId: siti });
  const { employeeNumber, ...told } = person;
  const platform = { guid: 'sinau.example', name: 'Sinau', version: '1.0', url: issuer };
  const values = {
    ...{ platform, roles: [roleUris.learner], locale: 'id' as const, context: { id: 'c1', title: 'Etika' } },
    ...{ sourced: {}, user: { id: subject, ...told, ...(employeeNumber && { sourcedId: employeeNumber }) } },
  };
  const wishes = ['$Person.name.full', '$Person.name.given', '$Person.email.primary', '$Person.sourcedId'];
  return launchClaims({
    ...{ message: 'LtiResourceLinkRequest', issuer, clientId: 'c', deploymentId: 'd', subject, nonce: 'n' },
    ...{ nowSeconds: 1_800_000_000, targetLinkUri: 'https://alat.example', roles: [roleUris.learner] },
    ...{
      person,
      resourceLink: { id: 'm1', title: 'Etika' },
      context: { id: 'c1', title: 'Etika' },
      platform,
    },
    custom: substituteVariables(Object.fromEntries(wishes.map((wish, n) => [`w${n}`, wish])), values),
    ...{ presentation: { target: 'window' as const, locale: 'id' as const }, services: {} },
  });
}

/** What its services tell the same tool. */
async function rosterOf({ sharing }: Awaited<ReturnType<typeof world>>): Promise<object> {
  const { deps } = ltiServicesWorld();
  const tool: ToolPrincipal = { kind: 'tool', clientId: toolA, providerId, scopes: [] };
  const roster = { ...deps, people: rosterSharing(sharing) };
  return readRoster(roster, { tool, courseId: 'c1', query: { limit: 10 } });
}

/** Everything the platform says in statements of a course, and what content of a partner is opened with. */
async function statementsOf() {
  const { deps, records, documents, start } = deliveryWorld(
    courseOf([['Completed'], ['Completed'], ['Completed']]),
  );
  const { launched, principal, say } = await start();
  const statements = [say('initialized'), say('completed'), say('terminated')];
  await acceptAuStatements(deps, { principal, statements });
  const second = await start({ auIndex: 1 });
  await abandonSession(deps, { registration, sessionId: second.launched.sessionId });
  await waiveAu(deps, { registration, auIndex: 2, reason: 'Administrative' });
  const shown = [launched.url, ...documents.launchData.values(), ...documents.preferences.values()];
  return { statements: records.statements, shown };
}

/** Every agent in it, wherever it stands. */
function agentsIn(value: unknown): readonly Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'account' in value || 'mbox' in value ? [value as Record<string, unknown>] : [];
  return [...own, ...Object.values(value).flatMap(agentsIn)];
}

describe('what leaves to partners', () => {
  it('invariant 9: statements call the learner by an account of ours, and hold no number, address or name', async () => {
    const { statements, shown } = await statementsOf();
    const verbs = statements.map(({ verb }) => verb.id.split('/').at(-1));
    expect(new Set(verbs)).toEqual(
      new Set(['launched', 'initialized', 'completed', 'terminated', 'abandoned', 'waived', 'satisfied']),
    );
    const learner = { account: { homePage: issuer, name: sri } };
    const agents = agentsIn(statements);
    expect(agents.length).toBeGreaterThanOrEqual(statements.length);
    for (const { objectType: _, ...agent } of agents) expect(agent).toEqual(learner);
    // An 18-digit NIP, a 16-digit NIK, an address: whatever they would be called.
    expect(JSON.stringify([statements, shown])).not.toMatch(/\d{16}|[\w.]@\w/);
  });

  it('invariant 9: of what a provider is told of people, each attribute leaves by an agreement that names it, and never else', async () => {
    const agreed = fc.subarray([...shareableAttributes]);
    await fc.assert(
      fc.asyncProperty(people, agreed, async (known, attributes) => {
        const made = await world(known, attributes);
        const asked = { providerId, personId: siti };
        const leaving = {
          launch: await launchOf(made),
          enrolment: await learnerDisclosureOf(made.sharing).discloseForEnrolment(providerId, siti),
          roster: await rosterOf(made),
        };
        const { subject } = await made.sharing.of(asked);
        for (const [door, told] of Object.entries(leaving)) {
          const text = JSON.stringify(told);
          expect(text, door).toContain(subject);
          expect(text, door).not.toContain(`"${siti}"`);
          for (const [attribute, secrets] of Object.entries(secretsOf(known))) {
            const isAgreed = (attributes as readonly string[]).includes(attribute);
            for (const secret of secrets)
              expect(text.includes(secret), `${door} ${attribute}`).toBe(isAgreed);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('invariant 9: what a provider is sent of completions calls the learner by a name of that enrolment alone', async () => {
    const feed = memoryFeedStore(fixedClock());
    const course = { ...catalogueCourse(), courseId: 'c1' as CourseId };
    const deps = {
      ...{ feed, digest: nodeDigest, courses: { find: async () => course } },
      registrations: { read: async () => undefined },
    };
    await tellProvider(deps, {
      ...{ type: 'enrolment-completed', eventId: 'e', occurredAt: '2026-03-02T01:00:00.000Z' },
      ...{ enrolmentId: 'e1', personId: sri, courseId: 'c1', courseVersion: 1, registration },
    });
    const owner = feedOf(providerOwner(course.providerId));
    const page = await readFeed(
      { feed, bodies: { find: async () => undefined } },
      { agencyId: owner, places: new Map(), limit: 10, maxBytes: 100_000 },
    );
    expect(page.lines).toHaveLength(1);
    const told = JSON.parse(page.lines[0] ?? '{}').data;
    expect(Object.keys(told).toSorted()).toEqual(['completedAt', 'courseId', 'learner', 'version']);
    expect(told.learner).toMatch(/^[0-9a-f]{32}$/);
    for (const ours of [sri, registration]) expect(JSON.stringify(told)).not.toContain(`"${ours}"`);
  });
});
