import { createHmac } from 'node:crypto';
import {
  type Channel,
  noteDisclosures,
  noticeChanges,
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
import type { AgencyId, PersonId, ToolPrincipal } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { providerOwner } from '@sinau/push';
import { readFeed } from '@sinau/records';
import { memoryFeedStore } from '@sinau/records/testing';
import fc from 'fast-check';
import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { tellProvider } from '../announcer/tell-providers.ts';
import { formIn, issuer, launchOrder, ltiWorld, providerId } from '../lti/testing/lti-world.ts';
import { learnerDisclosureOf } from './learner-disclosure.ts';
import { launchSharing } from './lti-launches.ts';
import { customBy, rosterSharing } from './lti-services.ts';
import { feedOf } from './push-feed.ts';
import type { Sharing } from './shared-attributes.ts';

/** Takes the course of `ltiServicesWorld`. */
const siti = 'siti' as PersonId;

/** Words that stand nowhere else by chance. NIKs are kept nowhere, so none can leave. */
const word = fc.stringMatching(/^[A-Z][a-z]{9,14}$/);
const people = fc.record({
  given: word,
  family: word,
  agency: word,
  unit: word,
  mailbox: fc.stringMatching(/^[a-z]{12}$/),
  employeeNumber: fc.stringMatching(/^[1-9]\d{17}$/),
});
type Known = typeof people extends fc.Arbitrary<infer One> ? One : never;

/** Says of each attribute of an agreement whether it stands in what left. Everybody here reads English. */
const leftIn = (
  { given, family, mailbox, employeeNumber, agency, unit }: Known,
  told: object,
): readonly ShareableAttribute[] => {
  const texts = textsIn(told);
  const has = (secret: string) => texts.some((text) => text.includes(secret));
  const left: Readonly<Record<ShareableAttribute, boolean>> = {
    name: has(given) || has(family),
    email: has(mailbox),
    'employee-number': has(employeeNumber),
    agency: has(agency),
    unit: has(unit),
    locale: texts.includes('en'),
  };
  return shareableAttributes.filter((attribute) => left[attribute]);
};

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

async function world(known: Known, attributes: readonly ShareableAttribute[]) {
  const { given, family, mailbox, employeeNumber } = known;
  const profile: Profile = sampleProfile(siti, {
    ...{ name: `Dr. ${given} ${family}, M.T.`, email: `${mailbox}@instansi.example`, employeeNumber },
    ...{ unitId: 'u1', locale: 'en' },
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
  const named = {
    ...memoryProfiles([profile]),
    ...{ agencyName: async () => known.agency, unitName: async () => known.unit },
  };
  const deps = {
    ...{ ...stores, people: named },
    signer: {
      sign: (purpose: string, text: string) =>
        createHmac('sha256', 'secret').update(`${purpose} ${text}`).digest('base64url'),
    },
    ...{ digest: nodeDigest, clock: fixedClock() },
  };
  const sharing: Sharing = {
    of: (asked) => sharedAttributes(deps, asked),
    ofMany: (asked) => sharedAttributesOfMany(deps, asked),
    note: (disclosed) => noteDisclosures(deps, disclosed),
    changes: (asked) => noticeChanges(deps, asked),
    personOf: async () => siti,
  };
  /** What the person's own page says has left, and their agency's page by one way. */
  const noted = async (channel: Channel) => {
    const ofAgency = (await stores.disclosures.ofAgency(profile.agencyId as AgencyId)).find(
      (one) => one.channel === channel,
    );
    const [ofPerson] = await stores.disclosures.ofPerson(siti);
    return { ofAgency: ofAgency?.attributes ?? {}, ofPerson: ofPerson?.attributes ?? {} };
  };
  return { sharing, noted };
}
type World = Awaited<ReturnType<typeof world>>;

/** Everything personal that a tool can ask for by a variable. */
const wishes = [
  ...['$Person.name.full', '$Person.name.given', '$Person.name.family', '$Person.email.primary'],
  ...['$Person.sourcedId', '$User.username', '$Message.locale', '$Sinau.Person.agency', '$Sinau.Person.unit'],
];
const customOf = (asked: readonly string[]) => Object.fromEntries(asked.map((wish, n) => [`w${n}`, wish]));

/** The id_token of a launch whose link asks for these, as the tool reads it. */
async function launchOf({ sharing }: World, asked: readonly string[]): Promise<object> {
  const made = ltiWorld({ sharing: launchSharing(sharing) });
  await made.addTool();
  const { link } = launchOrder;
  const placement = { clientId: 'c1', deploymentId: 'd1', custom: customOf(asked) };
  const order = { ...launchOrder, personId: siti, locale: 'en' as const };
  const begun = await made.begin(
    await made.order({ ...order, ...(link && { link: { ...link, placement } }) }),
  );
  const { fields } = formIn(await (await made.authorize(begun.asked, begun.cookie)).text());
  return decodeJwt(fields.id_token ?? '');
}

/** What its services tell the same tool, for that link or for all. */
async function rosterOf({ sharing }: World, asked: readonly string[] | undefined): Promise<object> {
  const { deps, links } = ltiServicesWorld();
  const [first] = links;
  if (first) links[0] = { ...first, placement: { ...first.placement, custom: customOf(asked ?? wishes) } };
  const tool: ToolPrincipal = { kind: 'tool', clientId: toolA, providerId, scopes: [] };
  const roster = { ...deps, people: rosterSharing(sharing), custom: customBy(issuer) };
  const query = { limit: 10, ...(asked && { resourceLinkId: 'l1' }) };
  return (await readRoster(roster, { tool, courseId: 'c1', query })).members;
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

  it('invariant 9: of what a provider is told of people, each attribute leaves by an agreement that names it and is noted, and nothing else is either', async () => {
    const agreed = fc.subarray([...shareableAttributes]);
    const asked = fc.subarray(wishes);
    const facts = fc.subarray([...shareableAttributes]);
    const wishing = fc.record({ custom: asked, facts });
    await fc.assert(
      fc.asyncProperty(people, agreed, wishing, async (known, attributes, { custom, facts }) => {
        const doors = {
          launch: (made: World) => launchOf(made, custom),
          roster: (made: World) => rosterOf(made, undefined),
          'roster of a link': (made: World) => rosterOf(made, custom),
          enrolment: async ({ sharing }: World) => {
            const learner = await learnerDisclosureOf(sharing).discloseForEnrolment(providerId, siti);
            return { subject: learner.subject, ...(await learner.tell(facts)) };
          },
        };
        for (const [door, open] of Object.entries(doors)) {
          const made = await world(known, attributes);
          const told = await open(made);
          const { subject } = await made.sharing.of({ providerId, personId: siti });
          expect(textsIn(told), door).toContain(subject);
          expect(textsIn(told), door).not.toContain(siti);
          const left = leftIn(known, told);
          for (const attribute of left) expect(attributes, `${door} ${attribute}`).toContain(attribute);
          const { ofAgency, ofPerson } = await made.noted(door.split(' ')[0] as Channel);
          const exactly = new Set(['pseudonym', ...left]);
          expect(new Set(Object.keys(ofAgency)), door).toEqual(exactly);
          expect(new Set(Object.keys(ofPerson)), door).toEqual(exactly);
          expect(
            Object.values(ofAgency).map(({ times }) => times),
            door,
          ).toEqual([...exactly].map(() => 1));
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each(shareableAttributes)(
    'invariant 9: %s leaves by every way that has a place for it, once it is agreed',
    async (attribute) => {
      const known: Known = {
        ...{ given: 'Sitirahmah', family: 'Dewantara', agency: 'Kementerianku', unit: 'Biroumumku' },
        ...{ mailbox: 'abcdefghijkl', employeeNumber: '199001012015032001' },
      };
      const left = async (agreed: readonly ShareableAttribute[]) => {
        const of = async (open: (made: World) => Promise<object>) =>
          leftIn(known, await open(await world(known, agreed)));
        return {
          launch: await of((made) => launchOf(made, [])),
          asked: await of((made) => launchOf(made, wishes)),
          roster: await of((made) => rosterOf(made, undefined)),
          rosterAsked: await of((made) => rosterOf(made, wishes)),
        };
      };
      const nothing = { launch: [], asked: [], roster: [], rosterAsked: [] };
      expect(await left([])).toEqual(nothing);
      expect(await left(shareableAttributes.filter((one) => one !== attribute))).toEqual({
        ...{
          launch: expect.not.arrayContaining([attribute]),
          asked: expect.not.arrayContaining([attribute]),
        },
        ...{
          roster: expect.not.arrayContaining([attribute]),
          rosterAsked: expect.not.arrayContaining([attribute]),
        },
      });
      const byVariable = attribute === 'agency' || attribute === 'unit';
      expect(await left([attribute])).toEqual({
        ...{ asked: [attribute], rosterAsked: [attribute] },
        launch: byVariable ? [] : [attribute],
        roster: byVariable || attribute === 'locale' ? [] : [attribute],
      });
    },
  );

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
