import type { PersonId, ProviderId, Signer, ToolPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { type LtiPlacement, type PersonalAttribute, serviceScopes } from '@sinau/lti';
import type { LtiClientId, LtiTool } from '../lti/index.ts';
import type {
  ContextLink,
  CoursePerson,
  CustomParameters,
  KnownPerson,
  ToolResult,
} from '../lti-services/ports.ts';
import { memoryGradeStore } from './memory-grade-store.ts';
import { memorySeenMessages } from './memory-lti.ts';

/** Text itself stands for its digest: a collision would show. */
const plainDigest = {
  sha256: (text: string | Uint8Array) => String(text),
  sha1: (text: string | Uint8Array) => String(text),
};

const plainSigner: Signer = {
  sign: (purpose, text) =>
    String(
      [...JSON.stringify([purpose, text])].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 1e9, 7),
    ),
  verify: (purpose, text, signature) => plainSigner.sign(purpose, text) === signature,
};

export const toolA = 'tool-a' as LtiClientId;
export const toolB = 'tool-b' as LtiClientId;

const toolOf = (clientId: LtiClientId, providerId: string): LtiTool => ({
  ...{ clientId, providerId: providerId as ProviderId, name: clientId, status: 'active' },
  deployments: [{ deploymentId: 'd1', name: 'D' }],
  ...{
    initiateLoginUri: 'https://tool.example/login',
    redirectUris: [],
    targetLinkUri: 'https://tool.example',
  },
  ...{ messages: [], keys: { kind: 'pasted', keys: [] }, scopes: serviceScopes, custom: {} },
  ...{ wishes: [], registeredBy: 'sri' },
  ...{ createdAt: '2026-03-02T01:00:00.000Z', updatedAt: '2026-03-02T01:00:00.000Z', rev: 1 },
});

const linkOf = (
  resourceLinkId: string,
  over: Partial<LtiPlacement> & { versions?: number[] } = {},
): ContextLink => {
  const { versions = [1], ...placement } = over;
  return {
    ...{ resourceLinkId, courseId: 'c1', title: resourceLinkId, completion: { by: 'score' }, versions },
    placement: { clientId: toolA, deploymentId: 'd1', custom: {}, ...placement },
  };
};

/**
 * A course `c1` with two links of tool A (`l1` declares a line item, `l2` none) and one of tool B; Siti takes it, Budi has never enrolled,
 * and a tool knows both. Assertions are JSON, signed by whom they name as `signedBy`.
 */
export function ltiServicesWorld() {
  const clock = fixedClock();
  const tools = new Map([toolOf(toolA, 'p1'), toolOf(toolB, 'p2')].map((tool) => [tool.clientId, tool]));
  const links = [
    linkOf('l1', {
      lineItem: { scoreMaximum: 100, label: 'Ujian', resourceId: 'cs230', tag: 'Final' },
      custom: { a: '1' },
    }),
    linkOf('l2'),
    linkOf('l3', { clientId: toolB }),
  ];
  const enrolled = new Map<string, string>([['siti', 'r-siti']]);
  const people: CoursePerson[] = [
    { personId: 'siti' as PersonId, version: 1, changedAt: '2026-03-01T00:00:00.000Z', hasLeft: false },
  ];
  const results: ToolResult[] = [];
  const disclosed: string[][] = [];
  const changes = new Map<string, { readonly at: string; readonly reading: string }>();
  const grades = memoryGradeStore();
  const claimsIn = (jwt: string): Record<string, unknown> => JSON.parse(jwt);
  const deps = {
    ...{ clock, ids: countedIds(), digest: plainDigest, signer: plainSigner, grades },
    tools: { find: async (clientId: LtiClientId) => tools.get(clientId) },
    seen: memorySeenMessages(),
    audiences: ['https://sinau.example/lti/token', 'https://sinau.example'],
    issuer: 'https://sinau.example',
    signatures: {
      claimedClient: (jwt: string) => String(claimsIn(jwt).iss),
      verify: async (tool: LtiTool, jwt: string) =>
        claimsIn(jwt).signedBy === tool.clientId ? claimsIn(jwt) : undefined,
    },
    contexts: {
      find: async (courseId: string) => (courseId === 'c1' ? { title: 'Kursus', links } : undefined),
    },
    coursePeople: {
      registrationOf: async (personId: PersonId) => enrolled.get(personId),
      list: async ({
        limit,
        after = '0',
        leftSince,
      }: {
        limit: number;
        after?: string;
        leftSince?: string;
      }) => {
        const found = people.filter((one) => !one.hasLeft || leftSince !== undefined);
        const end = Number(after) + limit;
        return { people: found.slice(Number(after), end), ...(end < found.length && { next: String(end) }) };
      },
    },
    people: {
      personOf: async (providerId: ProviderId, subject: string) => {
        const [of, personId] = subject.split('/');
        return of === providerId && ['siti', 'budi'].includes(personId ?? '')
          ? (personId as PersonId)
          : undefined;
      },
      lookAt: async (
        providerId: ProviderId,
        personIds: readonly PersonId[],
      ): Promise<readonly KnownPerson[]> =>
        personIds.map((personId) => {
          const changed = changes.get(personId);
          const told = { subject: `${providerId}/${personId}`, name: personId, employeeNumber: '1' };
          return { personId, ...told, ...(changed && { changed }) };
        }),
      noteTold: async (
        _: ProviderId,
        told: readonly { readonly person: KnownPerson; readonly attributes: readonly PersonalAttribute[] }[],
      ) => {
        disclosed.push(told.map(({ person, attributes }) => [person.personId, ...attributes].join(' ')));
      },
      subjectsOf: async (providerId: ProviderId, personIds: readonly PersonId[]) =>
        personIds.map((personId) => `${providerId}/${personId}`),
    },
    inbox: {
      taking: (event: ToolResult) => ({
        writes: [
          {
            holds: () => !results.some(({ eventId }) => eventId === event.eventId),
            apply: () => void results.push(event),
          },
        ],
      }),
    },
    courseIds: { sourcedIdsOf: async () => ({ offering: 'HKM-301' }) },
    custom: {
      wishesOf: ({ link }) => link.placement.custom,
      fillIn: ({ link, person, sourced }) => ({
        ...link.placement.custom,
        person: person.subject,
        ...(sourced.offering !== undefined && { course: sourced.offering }),
      }),
    } satisfies CustomParameters,
  };
  const as = (clientId: LtiClientId): ToolPrincipal => {
    const providerId = (tools.get(clientId)?.providerId ?? '') as ProviderId;
    return { kind: 'tool', clientId, providerId, scopes: ['lineitem', 'score', 'result.readonly'] };
  };
  return {
    clock,
    tools,
    links,
    enrolled,
    people,
    results,
    disclosed,
    changes,
    grades,
    deps,
    a: as(toolA),
    b: as(toolB),
  };
}
