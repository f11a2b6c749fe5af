import { createHash } from 'node:crypto';
import {
  type Au,
  type CourseStructure,
  contextTemplateOf,
  type MoveOn,
  type StructureNode,
  verbs,
} from '@sinau/cmi5';
import type { AuPrincipal, Digest, PersonId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { mediaLaunchParameters } from '@sinau/media';
import type { Statement } from '@sinau/xapi';
import { authenticateAuToken } from '../authenticate-au-token.ts';
import { checkAuDocumentAccess } from '../check-au-document-access.ts';
import { fetchAuthToken } from '../fetch-auth-token.ts';
import { type LaunchDeps, type LaunchRequest, launchAu } from '../launch-au.ts';
import type { CourseContent, Entitlement, PartContent } from '../ports.ts';
import { memoryDocuments, memoryRecords } from './memory-records.ts';
import { memoryRegistrationStore } from './memory-registration-store.ts';

const digest: Digest = {
  sha256: (content) => createHash('sha256').update(content).digest('hex'),
  sha1: (content) => createHash('sha1').update(content).digest('hex'),
};

export const registration = '9f4f2b9c-0d4b-4f0c-9d40-0c0d4b0f4f2b';
export const sri = 'sri' as PersonId;

/** A structure as one cmi5 module. */
export function contentOf(structure: CourseStructure, over: Partial<PartContent> = {}): CourseContent {
  const part = { moduleId: 'm1', kind: 'cmi5', originHash: 'a'.repeat(32), after: [], ...over } as const;
  return { structure, parts: structure.aus.map(() => part) };
}

function tincanOf(structure: CourseStructure, activityId: string): CourseContent {
  const media = { src: 'index.html', title: 'Etika', captions: [], activityId };
  const launchParameters = mediaLaunchParameters({ kind: 'tincan', media, share: 0.9 });
  const { parts } = contentOf(structure);
  return {
    structure: { ...structure, aus: structure.aus.map((au) => ({ ...au, launchParameters })) },
    parts: parts.map((part) => ({ ...part, kind: 'tincan' })),
  };
}

/** A course of blocks, each with AUs of these criteria. */
export function courseOf(blocks: readonly (readonly MoveOn[])[], over: Partial<Au> = {}): CourseStructure {
  const aus: Au[] = [];
  const words = { title: { id: '-' }, description: { id: '-' }, objectives: [] };
  const children = blocks.map((rules, index): StructureNode => {
    const nodes = rules.map((moveOn): StructureNode => {
      const au = aus.length;
      const id = `https://publisher.example/au/${au}`;
      const url = { url: `au${au}/index.html?lang=id#start`, file: `au${au}/index.html` };
      aus.push({ ...words, index: au, id, ...url, launchMethod: 'AnyWindow', moveOn, ...over });
      return { kind: 'au', au };
    });
    return {
      kind: 'block',
      index,
      id: `https://publisher.example/block/${index}`,
      ...words,
      children: nodes,
    };
  });
  return {
    format: 1,
    course: { id: 'https://publisher.example/course', ...words, children },
    objectives: [],
    aus,
  };
}

/** Delivery on memory, or on the stores that are given, with one learner enrolled in one course. */
export function deliveryWorld(
  structure: CourseStructure,
  stores: Partial<Pick<LaunchDeps, 'registrations' | 'records' | 'ids'>> & {
    readonly registration?: string;
    /** The parts are pages of ours that play a Tin Can package with this activity. */
    readonly tincan?: { readonly activityId: string };
    /** What the course says of its module. */
    readonly part?: Partial<PartContent>;
  } = {},
) {
  const { registration: enrolled = registration, tincan, part, ...given } = stores;
  const content = tincan ? tincanOf(structure, tincan.activityId) : contentOf(structure, part);
  const entitlements = new Map<string, Entitlement>([
    [enrolled, { personId: sri, courseId: 'c1', version: 1, open: true }],
  ]);
  const clock = fixedClock();
  const records = memoryRecords();
  const documents = memoryDocuments();
  const deps = {
    registrations: memoryRegistrationStore(),
    records,
    documents,
    entitlements: { find: async (id: string) => entitlements.get(id) },
    content: {
      find: async (courseId: string) => (courseId === 'c1' ? content : undefined),
    },
    actors: { accountOf: (personId: PersonId) => ({ homePage: 'https://sinau.example', name: personId }) },
    tickets: { issue: (ticket: object) => JSON.stringify(ticket) },
    elsewhere: { open: async ({ moduleId }) => `https://university.example/open/${moduleId}` },
    addresses: {
      portalOrigin: 'https://sinau.example',
      activityBase: 'https://sinau.example/activities',
      contentOriginOf: (hash: string) => `https://${hash}.content.sinau.example`,
    },
    digest,
    clock,
    ids: countedIds(),
    ...given,
  } satisfies LaunchDeps;

  const launch = (request: Partial<LaunchRequest> = {}) =>
    launchAu(deps, { personId: sri, registration: enrolled, auIndex: 0, ...request });

  /** Launches and starts the AU as a conforming one does: token, launch data, preferences. */
  async function start(request: Partial<LaunchRequest> = {}) {
    const launched = await launch(request);
    const answer = await fetchAuthToken(deps, fetchIdIn(launched.url));
    const token = 'auth-token' in answer ? answer['auth-token'] : '';
    const principal = await authenticateAuToken(deps, token);
    if (!principal) throw new Error('the token of a fresh launch does not authenticate');
    await readDocuments(principal, launched.activityId);
    return { launched, token, principal, say: await speaker(principal) };
  }

  async function readDocuments(principal: AuPrincipal, activityId: string): Promise<void> {
    const { registration } = principal;
    const actor = (await deps.registrations.read(registration))?.actor;
    const agent = { account: actor ?? deps.actors.accountOf(sri) };
    const method = 'GET';
    await checkAuDocumentAccess(deps, {
      principal,
      access: { resource: 'state', method, agent, activityId, registration, documentId: 'LMS.LaunchData' },
    });
    await checkAuDocumentAccess(deps, {
      principal,
      access: { resource: 'agent-profile', method, agent, documentId: 'cmi5LearnerPreferences' },
    });
  }

  /** Makes conforming statements of one session. */
  async function speaker(principal: AuPrincipal) {
    const state = await deps.registrations.read(principal.registration);
    const terms = state?.session?.terms;
    if (!terms) throw new Error('no session');
    const template = contextTemplateOf(terms);
    return (verb: keyof typeof results | 'experienced', over: Partial<Statement> = {}): Statement => {
      const result = verb === 'experienced' ? undefined : results[verb];
      const categories =
        verb === 'experienced' ? [] : ['cmi5', ...(result && judging(result) ? ['moveon'] : [])];
      return {
        id: deps.ids.uuid(),
        timestamp: clock.now().toISOString(),
        actor: { account: terms.actor },
        verb: { id: verb === 'experienced' ? 'http://adlnet.gov/expapi/verbs/experienced' : verbs[verb] },
        object: { id: terms.activityId },
        ...(result && { result }),
        context: {
          registration: terms.registration,
          extensions: template.extensions,
          contextActivities: {
            ...template.contextActivities,
            category: categories.map((name) => ({
              id: `https://w3id.org/xapi/cmi5/context/categories/${name}`,
            })),
          },
        },
        ...over,
      };
    };
  }

  return { deps, clock, records, documents, entitlements, launch, start, readDocuments, speaker };
}

/** The one-time id in the fetch URL of a launch. */
export function fetchIdIn(launchUrl: string): string {
  const to = new URL(launchUrl).searchParams.get('to') ?? launchUrl;
  const fetchUrl = new URL(to, 'https://content.example').searchParams.get('fetch') ?? '';
  return fetchUrl.slice(fetchUrl.lastIndexOf('/') + 1);
}

const results = {
  initialized: undefined,
  completed: { completion: true, duration: 'PT1M' },
  passed: { success: true, duration: 'PT1M' },
  failed: { success: false, duration: 'PT1M' },
  terminated: { duration: 'PT1M' },
} satisfies Partial<Record<keyof typeof verbs, Statement['result']>>;

const judging = (result: object) => 'success' in result || 'completion' in result;
