import type { PersonId, ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { claims as names } from '@sinau/lti';
import type { AddressCheck, CourseOpening, ToolCourse } from '../ports.ts';
import { memoryLtiToolStores } from './memory-lti-tool-stores.ts';
import { memoryScoreStore } from './memory-score-stores.ts';

const origin = 'https://sinau.example';

/** Everything that use cases ask for, on memory; a JWT is its claims as JSON, signed by writing `signed:` before it. */
export function ltiToolWorld() {
  const clock = fixedClock();
  const counted = countedIds();
  const ids = { ...counted, token: (bytes: number) => `${counted.token(bytes)}-of-this-many-characters` };
  const stores = { ...memoryLtiToolStores(), scores: memoryScoreStore() };
  const courses = new Map<string, ToolCourse>();
  const openings = new Map<string, CourseOpening>();
  const forbidden = new Set<string>();
  const asked: string[] = [];
  const answers = new Map<string, unknown>();
  const signed: Readonly<Record<string, unknown>>[] = [];
  const answer = async (address: string) => {
    asked.push(address);
    const found = answers.get(address);
    if (found instanceof Error) throw found;
    return found;
  };
  const addCourse = (courseId: string, over: Partial<ToolCourse> = {}) =>
    courses.set(courseId, {
      ...{ courseId, providerId: 'p1' as ProviderId, title: { id: `Kursus ${courseId}` }, published: true },
      ...over,
    });
  addCourse('k1');
  const deps = {
    ...{ ...stores, clock, ids },
    digest: {
      sha256: (text: string | Uint8Array) => `sha256(${text})`,
      sha1: (text: string | Uint8Array) => `${text}`,
    },
    redirectUri: `${origin}/tool/launch`,
    courseAddress: `${origin}/tool/courses`,
    ownIssuer: origin,
    toolName: 'Sinau',
    addresses: {
      ...{ login: `${origin}/tool/login`, launch: `${origin}/tool/launch` },
      ...{ choose: `${origin}/tool/choose`, jwks: `${origin}/tool/jwks` },
    },
    signatures: {
      verify: async (_: unknown, jwt: string) =>
        jwt.startsWith('signed:')
          ? (JSON.parse(jwt.slice('signed:'.length)) as Readonly<Record<string, unknown>>)
          : undefined,
    },
    signer: {
      sign: async (claims: Readonly<Record<string, unknown>>) => {
        signed.push(claims);
        return JSON.stringify(claims);
      },
    },
    addressCheck: {
      refusal: async (address) => (forbidden.has(address) ? 'forbidden' : undefined),
    } satisfies AddressCheck,
    door: { read: answer, register: answer },
    courses: {
      find: async (courseId: string) => courses.get(courseId),
      search: async ({ words, providerId }: { readonly words: string; readonly providerId?: ProviderId }) =>
        [...courses.values()].filter(
          (one) =>
            (one.title.id ?? '').includes(words) &&
            (providerId === undefined || one.providerId === providerId),
        ),
    },
    opening: {
      open: async ({ personId, courseId }: { readonly personId: PersonId; readonly courseId: string }) =>
        openings.get(courseId) ?? { outcome: 'open' as const, registration: `reg-${personId}-${courseId}` },
    },
  };
  return { ...deps, deps, addCourse, openings, forbidden, asked, answers, signed };
}

/** A launch of `samplePlatform`, as a signature says it; `undefined` takes a claim away. */
export function launchJwt(
  given: { readonly nonce: string; readonly nowSeconds: number },
  over: Readonly<Record<string, unknown>> = {},
): string {
  return `signed:${JSON.stringify({
    ...{ iss: 'https://lms.kampus.example', aud: 'klien-1', sub: '42', nonce: given.nonce },
    ...{ iat: given.nowSeconds, exp: given.nowSeconds + 60, name: 'Siti Dewi' },
    [names.messageType]: 'LtiResourceLinkRequest',
    [names.version]: '1.3.0',
    [names.deploymentId]: '1',
    [names.targetLinkUri]: `${origin}/tool/courses/k1`,
    [names.resourceLink]: { id: '17', title: 'Etika ASN' },
    [names.context]: { id: '4', title: 'Kelas Etika' },
    ...over,
  })}`;
}
