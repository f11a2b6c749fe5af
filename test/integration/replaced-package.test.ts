import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CourseId,
  changeSettings,
  editDraft,
  freezeDraft,
  ownCourse,
  publishCourse,
  runImport,
  submitPackage,
  type VersionRule,
} from '@sinau/catalogue';
import { createContentRoom, createUploadRoom } from '@sinau/catalogue/adapters';
import { createCourseStore, createImportJobStore } from '@sinau/catalogue/dynamo';
import { createPackageOpener } from '@sinau/catalogue/package-reader';
import { contextTemplateOf, verbs } from '@sinau/cmi5';
import {
  acceptAuStatements,
  authenticateAuToken,
  checkAuDocumentAccess,
  fetchAuthToken,
  launchAu,
  openRegistration,
} from '@sinau/delivery';
import { createGuestStore, createRegistrationStore } from '@sinau/delivery/dynamo';
import { fetchIdIn } from '@sinau/delivery/testing';
import { completeEnrolment, type Enrolment, enrolLearner } from '@sinau/enrolment';
import { createInvitationStore } from '@sinau/enrolment/dynamo';
import { createOrganisationStore } from '@sinau/identity/dynamo';
import type { AuPrincipal, Jp, PersonId, PersonPrincipal, Principal, ProviderId } from '@sinau/kernel';
import { queryStatements } from '@sinau/lrs';
import { createRecordStore, localSettings, soleHorizon } from '@sinau/lrs/dynamo';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { createMemoryObjectStore, type TestTables, withTables } from '@sinau/platform/testing';
import { parseStatementQuery, type Statement } from '@sinau/xapi';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { courseViewOf } from '../../functions/portal/course-view.ts';
import { createCourseContent } from '../../functions/shared/course-content.ts';
import {
  activityBaseOf,
  actorsOf,
  createDeliveryAddresses,
} from '../../functions/shared/delivery-addresses.ts';
import { createDocumentWriter } from '../../functions/shared/document-writer.ts';
import { createEnrolmentStore } from '../../functions/shared/enrolment-store.ts';
import { createEntitlements } from '../../functions/shared/entitlements.ts';
import { readMoveEffect } from '../../functions/shared/move-effect.ts';
import { createOpenCourses } from '../../functions/shared/open-courses.ts';
import { createRecordWriter, lmsAuthority } from '../../functions/shared/record-writer.ts';
import { createVersionMoves } from '../../functions/shared/version-moves.ts';

const issuer = 'https://sinau.example';
const maxPackageBytes = 1_000_000;
const system = { clock: systemClock, ids: systemIds, digest: nodeDigest };
const author: Principal = {
  ...{
    kind: 'client',
    clientId: 'p1',
    name: 'p1',
    scopes: ['courses/read', 'courses/write', 'courses/publish'],
  },
  tenant: { kind: 'provider', providerId: 'p1' as ProviderId },
};

/** What a learner has done when the new version comes; twenty of each. */
const stages = ['not-started', 'launched', 'in-session', 'half', 'satisfied'] as const;
type Stage = (typeof stages)[number];

/** The first version has `keep`, `gone` and `stay`; the second has them in another order, without `gone`, with `new`. */
const before = ['keep', 'gone', 'stay'];
const after = ['new', 'stay', 'keep'];
const auId = (name: string) => `https://publisher.example/au/${name}`;

function packageOf(names: readonly string[]): Uint8Array {
  const words = (text: string) =>
    `<title><langstring lang="id">${text}</langstring></title><description><langstring lang="id">-</langstring></description>`;
  const aus = names.map(
    (name) => `<au id="${auId(name)}" moveOn="Completed">${words(name)}<url>${name}.html</url></au>`,
  );
  const structure = `<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
<course id="https://publisher.example/course">${words('Etika')}</course>${aus.join('')}</courseStructure>`;
  const bytes = (text: string) => new TextEncoder().encode(text);
  const pages = names.map((name) => [`${name}.html`, bytes(`<h1>${name}</h1>`)] as const);
  return zipSync({ 'cmi5.xml': bytes(structure), ...Object.fromEntries(pages) });
}

function openWorld({ dynamo, lms, lrs: table }: TestTables, temporaryFolder: string) {
  const stores = { dynamo, table: lms };
  const [uploads, content] = [createMemoryObjectStore(), createMemoryObjectStore()];
  const courses = createCourseStore(stores);
  const imports = {
    ...system,
    courses,
    jobs: createImportJobStore(stores),
    uploads: createUploadRoom({ uploads }),
    content: createContentRoom({ content }),
    packages: createPackageOpener({ uploads, content, temporaryFolder, maxPackageBytes }),
    allowedOrigins: [],
    activityBase: activityBaseOf(issuer),
  };
  const enrolments = createEnrolmentStore(stores);
  const lrs = {
    ...createRecordStore({
      ...{ ...system, dynamo, table, objects: createMemoryObjectStore(), sleep, settings: localSettings },
      horizon: soleHorizon(system),
    }),
    ...system,
    visibility: { agenciesOf: async (all: readonly unknown[]) => all.map(() => []) },
  };
  return {
    ...system,
    imports,
    lrs,
    courses,
    enrolments,
    activityBase: imports.activityBase,
    contentRoom: createContentRoom({ content }),
    uploads: createUploadRoom({ uploads }),
    queue: { send: async () => undefined },
    maxPackageBytes,
    invitations: createInvitationStore(stores),
    organisations: createOrganisationStore(stores),
    registrations: createRegistrationStore(stores),
    content: createCourseContent({ courses, content: createContentRoom({ content }) }),
    entitlements: createEntitlements({ enrolments, guests: createGuestStore(stores) }),
    moves: createVersionMoves({ courses, enrolments }),
    records: createRecordWriter(lrs, { authority: lmsAuthority(issuer), version: '1.0.3' }),
    documents: createDocumentWriter(lrs),
    tickets: { issue: () => 'ticket' },
    elsewhere: { open: async () => 'https://university.example/' },
    actors: actorsOf(issuer),
    addresses: createDeliveryAddresses({
      ...{ portalOrigin: issuer, contentOriginTemplate: 'https://{hash}.content.sinau.example', issuer },
    }),
  };
}
type World = ReturnType<typeof openWorld>;

/** Imports a package through the real importer: a new course, or in the place of the module of one. */
async function importInto(world: World, names: readonly string[], courseId?: CourseId): Promise<CourseId> {
  const job = await submitPackage(
    { ...world, jobs: world.imports.jobs },
    {
      ...{ principal: author, fileName: 'etika.zip', contentType: 'application/zip', body: packageOf(names) },
      ...(courseId && { courseId }),
    },
  );
  expect(await runImport(world.imports, { jobId: job.jobId })).toBe('passed');
  const made = (await world.imports.jobs.find(job.jobId))?.result?.courseId;
  if (!made) throw new Error('a passed import has a course');
  return made;
}

/** Sets JP and rule, freezes the draft and opens it to learners. */
async function publish(
  world: World,
  courseId: CourseId,
  of: { readonly jp: string; readonly rule: VersionRule },
) {
  const own = { principal: author, courseId };
  const drafts = { ...world, content: world.contentRoom };
  const { rev } = await editDraft(world, {
    ...own,
    edit: { rev: (await ownCourse(world, own)).rev, jp: of.jp },
  });
  await changeSettings(world, { ...own, settings: { rev, versionRule: of.rule } });
  const { version } = await freezeDraft(drafts, own);
  return {
    version: version.version,
    open: () => publishCourse(world, { ...own, request: { version: version.version } }),
  };
}

interface Learner {
  readonly personId: PersonId;
  readonly stage: Stage;
  readonly registration: Enrolment['registration'];
  readonly session?: Session;
}

interface Session {
  readonly principal: AuPrincipal;
  readonly say: (verb: 'initialized' | 'completed' | 'terminated' | 'experienced') => Promise<unknown>;
}

const refOf = ({ personId, registration }: Pick<Learner, 'personId' | 'registration'>) => ({
  personId,
  registration,
});

/** Launches as the portal does, and fetches token, launch data and preferences as a conforming AU does. */
async function start(world: World, who: ReturnType<typeof refOf>, auIndex: number): Promise<Session> {
  const launched = await launchAu(world, { ...who, auIndex });
  const answer = await fetchAuthToken(world, fetchIdIn(launched.url));
  const principal = await authenticateAuToken(world, 'auth-token' in answer ? answer['auth-token'] : '');
  const terms = (await world.registrations.read(who.registration))?.session?.terms;
  if (!principal || !terms) throw new Error('a fresh launch has a token and a session');
  const [agent, method] = [{ account: terms.actor }, 'GET' as const];
  const { activityId, registration } = terms;
  for (const access of [
    { resource: 'state', method, agent, activityId, registration, documentId: 'LMS.LaunchData' } as const,
    { resource: 'agent-profile', method, agent, documentId: 'cmi5LearnerPreferences' } as const,
  ]) {
    await checkAuDocumentAccess(world, { principal, access });
  }
  const { extensions, contextActivities } = contextTemplateOf(terms);
  const say = (verb: Parameters<Session['say']>[0]) => {
    const defined = verb !== 'experienced';
    const category = [...(defined ? ['cmi5'] : []), ...(verb === 'completed' ? ['moveon'] : [])];
    const ended = verb === 'completed' || verb === 'terminated';
    const statement: Statement = {
      ...{ id: randomUUID(), timestamp: new Date().toISOString(), actor: agent, object: { id: activityId } },
      verb: { id: defined ? verbs[verb] : 'http://adlnet.gov/expapi/verbs/experienced' },
      ...(ended && { result: { ...(verb === 'completed' && { completion: true }), duration: 'PT1M' } }),
      context: {
        ...{ registration, extensions },
        contextActivities: {
          ...contextActivities,
          category: category.map((name) => ({ id: `https://w3id.org/xapi/cmi5/context/categories/${name}` })),
        },
      },
    };
    return acceptAuStatements(world, { principal, statements: [statement] });
  };
  return { principal, say };
}

async function learn(world: World, who: ReturnType<typeof refOf>, auIndex: number): Promise<void> {
  const { say } = await start(world, who, auIndex);
  for (const verb of ['initialized', 'completed', 'terminated'] as const) await say(verb);
}

/** One more learner, enrolled as the portal does it and taken as far as the stage says. */
async function enrolAt(world: World, courseId: CourseId, n: number): Promise<Learner> {
  const stage = stages[n % stages.length] ?? 'half';
  const personId = `${courseId}-${n}` as PersonId;
  const principal: PersonPrincipal = { kind: 'person', personId, name: `Peserta ${n}`, roles: ['learner'] };
  const catalogue = { ...world, courses: createOpenCourses(world) };
  const { registration } = await enrolLearner(catalogue, { principal, request: { courseId } });
  const who = { personId, registration };
  const learner = { ...who, stage };
  // Enrolment opens the registration a moment later; some are caught in between.
  if (n % 2 === 0) await openRegistration(world, { registration });
  if (stage === 'launched') await launchAu(world, { ...who, auIndex: 0 });
  if (stage === 'in-session') {
    const session = await start(world, who, 2);
    await session.say('initialized');
    return { ...learner, session };
  }
  if (stage === 'half') for (const index of [0, 1]) await learn(world, who, index);
  if (stage === 'satisfied') {
    for (const index of [0, 1, 2]) await learn(world, who, index);
    const completed = { registration, completedAt: new Date().toISOString() };
    // The enrolment follows a fact of delivery; some are still behind.
    if (n % 2 === 0)
      await completeEnrolment({ ...world, hours: { statedJp: async () => 400 as Jp } }, completed);
  }
  return learner;
}

/** Statements of one registration as they were stored, each with its verb and session. */
async function statementsOf({ lrs }: World, registration: string) {
  const parsed = parseStatementQuery(
    new Map([
      ['registration', registration],
      ['ascending', 'true'],
      ['limit', '0'],
    ]),
    '1.0.3',
  );
  if (!parsed.ok || parsed.query.kind !== 'list') throw new Error('not a query');
  const { filter } = parsed.query;
  const page = await queryStatements(lrs, { store: 'national', reader: { kind: 'all' }, filter });
  return page.statements.map(({ statement }) => ({
    verb: statement.verb.id.split('/').at(-1) ?? '',
    object: 'id' in statement.object ? statement.object.id : '',
    session: String(
      statement.context?.extensions?.['https://w3id.org/xapi/cmi5/context/extensions/sessionid'],
    ),
  }));
}

type Told = Awaited<ReturnType<typeof statementsOf>>;

/** What holds in every registration, whatever was published meanwhile. */
function expectConsistent(told: Told): void {
  const sessions = Map.groupBy(told, ({ session }) => session);
  for (const said of sessions.values()) {
    const said$ = said.map(({ verb }) => verb);
    const end = said$.findIndex((verb) => verb === 'abandoned' || verb === 'terminated');
    // What is satisfied by the last statement is told after it; nothing else follows the end of a session.
    if (end >= 0) expect(said$.slice(end + 1).filter((verb) => verb !== 'satisfied')).toEqual([]);
    if (said$.includes('launched')) expect(said$[0]).toBe('launched');
  }
  const once = (verb: string) => {
    const objects = told.filter((one) => one.verb === verb).map(({ object }) => object);
    expect(objects).toEqual([...new Set(objects)]);
  };
  once('completed');
  once('satisfied');
}

/** Publisher's ids of what a learner has completed, on the version they are on. */
async function resultsOf(world: World, courseId: CourseId, registration: string): Promise<readonly string[]> {
  const state = await world.registrations.read(registration);
  const content = state && (await world.content.find(courseId, state.version));
  return Object.entries(state?.aus ?? {}).flatMap(([index, { completed }]) =>
    completed ? [content?.structure.aus[Number(index)]?.id ?? 'lost'] : [],
  );
}

async function comeBy(world: World, courseId: CourseId, { personId, registration }: Learner) {
  const enrolment = await world.enrolments.findByRegistration(registration);
  return courseViewOf(world, { personId, courseId, enrolment });
}

/** Running sessions go on after the publication; half of them end, the others are taken over by the next launch. */
async function finishSessions(
  world: World,
  of: {
    readonly courseId: CourseId;
    readonly learners: readonly Learner[];
    readonly rule: VersionRule;
    readonly firstVersion: number;
  },
): Promise<void> {
  const { courseId, learners, rule, firstVersion } = of;
  for (const [n, learner] of learners.filter(({ session }) => session).entries()) {
    const { session } = learner;
    if (!session) continue;
    const view = await comeBy(world, courseId, learner);
    expect(view.version).toBe(firstVersion);
    await session.say('experienced');
    await session.say('completed');
    if (n % 2 === 0) {
      await session.say('terminated');
      continue;
    }
    // By its place in the version that the learner still saw.
    await launchAu(world, { ...refOf(learner), auIndex: 2 });
    const state = await world.registrations.read(learner.registration);
    expect(state?.session?.auIndex).toBe(rule === 'move-with-results' ? 1 : 2);
    await expect(session.say('experienced')).rejects.toMatchObject({ code: 'delivery.session-ended' });
  }
}

withTables(
  (engine, tables) => {
    let temporaryFolder = '';
    beforeAll(async () => {
      temporaryFolder = await mkdtemp(join(tmpdir(), 'sinau-replaced-'));
    });
    afterAll(() => rm(temporaryFolder, { recursive: true, force: true }));

    describe(`a package that is replaced while 100 learners run it, on ${engine}`, () => {
      it.each(['stay', 'move-not-started', 'move-with-results'] as const)(
        'does what its preview said, by the rule %s',
        { timeout: 240_000 },
        async (rule) => {
          const world = openWorld(tables(), temporaryFolder);
          const courseId = await importInto(world, before);
          const first = await publish(world, courseId, { jp: '4', rule: 'stay' });
          await first.open();
          const learners: Learner[] = [];
          for (let n = 0; n < 100; n += 1) learners.push(await enrolAt(world, courseId, n));
          const had = new Map<string, readonly string[]>();
          for (const { registration } of learners) {
            had.set(registration, await resultsOf(world, courseId, registration));
          }

          await importInto(world, after, courseId);
          const next = await publish(world, courseId, { jp: '6', rule });
          const preview = await readMoveEffect(world, { courseId, version: next.version });
          expect(preview).toEqual({
            ...{ running: 80, notStarted: 20, partly: false },
            moving: { stay: 0, 'move-not-started': 20, 'move-with-results': 80 },
          });
          await next.open();

          await finishSessions(world, { courseId, learners, rule, firstVersion: first.version });
          // Who only launched never said a word; their next launch finds the part wherever it now stands.
          for (const learner of learners.filter(({ stage }) => stage === 'launched')) {
            await launchAu(world, { ...refOf(learner), auIndex: 0 });
          }
          let moved = 0;
          for (const learner of learners) {
            const { registration, stage } = learner;
            const view = await comeBy(world, courseId, learner);
            const enrolment = await world.enrolments.findByRegistration(registration);
            const onNext = enrolment?.version === next.version;
            expect(view.version).toBe(enrolment?.version);
            if (onNext) moved += 1;
            const mine = await resultsOf(world, courseId, registration);
            const kept = had.get(registration)?.filter((id) => !onNext || id !== auId('gone'));
            expect(mine).toEqual(expect.arrayContaining([...(kept ?? [])]));
            if (stage === 'in-session') expect(mine).toEqual([auId('stay')]);
            if (stage === 'satisfied') {
              expect(view).toMatchObject({
                version: first.version,
                jp: 400,
                enrolment: { state: 'completed' },
              });
            }
            expectConsistent(await statementsOf(world, registration));
          }
          expect(moved).toBe(preview.moving[rule]);
          // Nobody is left for the same publication to move once more.
          for (const learner of learners) await comeBy(world, courseId, learner);

          const [, , , half] = learners;
          if (!half) throw new Error('there are 100 learners');
          const { structure } = (await world.content.find(
            courseId,
            rule === 'move-with-results' ? next.version : first.version,
          )) ?? { structure: undefined };
          for (const { index, id } of structure?.aus ?? []) {
            if (!had.get(half.registration)?.includes(id)) await learn(world, refOf(half), index);
          }
          const told = await statementsOf(world, half.registration);
          expectConsistent(told);
          expect(
            told.filter(({ verb, object }) => verb === 'satisfied' && object.includes('/course/')),
          ).toHaveLength(1);
          expect(await comeBy(world, courseId, half)).toMatchObject({ enrolment: { state: 'completed' } });
        },
      );
    });
  },
  { onlyEmbedded: true },
);
