import { createReadingLog } from '@sinau/audit/dynamo';
import { nodeDigest } from '@sinau/platform/crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { names } from '../../functions/dev-server/services.ts';
import { startWorld, type World } from './world/start-world.ts';

/**
 * What staff and machines open without being shown records of single people: courses, settings, sums, and what providers see of
 * learners whom nobody names. A new door that shows people declares it beside its access; one that does not comes here.
 */
const showNobody: readonly RegExp[] = [
  /^\/(agency|operator|outbox|reviews)$/,
  /^\/(agency|operator)\/(clients|push|pull|sharing|agreements|keys|lms|tools|connections|providers)(\/|$)/,
  /^\/(agency|operator)\/(agencies|units|quotas|jp-rules|ratings|health|health\.json)(\/|$)/,
  /^\/agency\/citizens(\/|$)/,
  // Money, and in the history of a line courses and officers.
  /^\/agency\/budget(\/(new|indicators|quotas|unit-costs|lines\.csv|lines\.xlsx)|\/lines\/:lineId(\/(change|book|bookings\/:bookingId))?)?$/,
  // Counts of people who are to learn, and of groups that the map tells.
  /^\/agency\/annual-plan(\/|$)/,
  // Counts of the nine boxes, for those alone who may open each; and lists that officers have brought.
  /^\/talent(\/(list(\/.*)?|find|thresholds|people\/:personId\/withdraw))?$/,
  // Sums of five answers at least, and words with nobody behind them.
  /^\/agency\/evaluations(\/|$)/,
  // Sums by unit with small groups hidden, and communities by name.
  /^\/agency\/coaching$/,
  /^\/(agency\/adoption|operator\/nudges)$/,
  /^\/api\/evaluations(\/words)?$/,
  // Numbers of five at least.
  /^\/api\/recognitions\/counts$/,
  /^\/api\/budget\/(lines(\/:lineId(\/entries)?)?|course-costs|unit-costs|indicators)$/,
  /^\/api\/(annual-plans|need-signals)(\/|$)/,
  /^\/api\/competence\/(map|dictionary|standards)$/,
  // Events and how many seats are taken, without whose.
  /^\/api\/events(\/|$)/,
  // Dictionaries.
  /^\/ims\/case\/v1p1\//,
  // Counts of complaints, and lists of counts.
  /^\/api\/complaint-(lists|themes|list-template)(\/|$)/,
  // The map hides small groups; lists are what the administrator has brought.
  /^\/agency\/competency(\/(dictionary|standards|bands|lists|files\/(map|dictionary))(\/|$)|$)/,
  /^\/api\/learning-paths(\/:pathId)?$/,
  /^\/agency\/cohorts(\/new|\/:cohortId\/change)?$/,
  /^\/agency\/paths(\/new|\/:pathId\/(change|move))?$/,
  /^\/agency\/events(\/new|\/:eventId\/(change|cancel|codes\/:sessionId))?$/,
  /^\/agency\/(partner-events|event-payments)$/,
  /^\/agency\/courses\/:courseId\/invitations/,
  /^\/agency\/exports(\/new|\/:exportId(\/cancel|\/progress)?)?$/,
  /^\/agency\/external\/policy$/,
  /^\/api\/reports$/,
  /^\/agency\/reports(\/:reportId(\/progress)?)?$/,
  /^\/agency\/siasn(\/settings)?$/,
  // Numbers of documents, and nobody's name.
  /^\/(agency\/seal(\/settings|\/documents)?|operator\/seals)$/,
  /^\/agency\/obligations(\/new|\/:obligationId\/(progress|pause|end|terms|courses\/:courseId))?$/,
  /^\/api\/obligations(\/:obligationId)?$/,
  /^\/agency\/people\/imports(\/template)?$/,
  /^\/agency\/external\/import(\/lists\/template)?$/,
  /^\/operator\/(people\/invite|privacy\/incidents|privacy\/retention)$/,
  /^\/reviews\/:courseId/,
  /^\/studio(?!\/(connections|tools\/:clientId\/reconciliation|events\/:eventId$))/,
  /^\/studio\/connections(?!.*\/(enrolments|results|learners|reconciliation))/,
  /^\/api\/(catalogue|classifications|course-sheet|courses|dispatches|imports|uploads|jp-rules|lti|providers|sharing)(\/|$)/,
  /^\/api\/(question-bank|questions|quizzes|quotas|reviews|table-templates|webhooks)(\/|$)/,
  /^\/api\/(compliance|costs|units|(people|external-learning)-imports|(people|external-learning)-import-template)$/,
  /^\/api\/connections(\/:connectionId)?$/,
  /^\/api\/readings\/(chains|anchors)$/,
  /^\/api\/connections\/:connectionId\/(failed-work|item-batches|item-preview|items|packages|sync-runs|tables)/,
  /^\/api\/connections\/:connectionId\/(reconciliations|repairs|result-polls)$/,
  /^\/records\/exports$/,
  // Units, and what the door says of itself.
  /^\/scim\/v2\/(Groups|Me|ResourceTypes|Schemas|ServiceProviderConfig)(\/|$)/,
  /^\/xapi\/(activities|activities\/profile|agents)$/,
];

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('P4: who read whose record', () => {
  it('every door of staff and machines declares whose records it shows, or is known to show none', () => {
    const undeclared = world.routes
      .filter(({ method, access, reads }) => {
        const isStaffs = access.some((grant) => grant.startsWith('role:') || grant.startsWith('scope:'));
        return method === 'GET' && isStaffs && reads === undefined;
      })
      .map(({ path }) => path)
      .filter((path) => !showNobody.some((pattern) => pattern.test(path)));
    expect([...new Set(undeclared)].sort()).toEqual([]);
  });

  it('looks of an officer, an operator and a machine leave lines, and the person sees them', async () => {
    const { personId } = world.people.learner;
    const look = async (path: string, headers: Record<string, string>) => {
      const response = await world.ask(path, { headers: { accept: 'text/html', ...headers } });
      return [response.status, await response.text()] as const;
    };
    const client = await world.client(world.tenants.agencyA, 'credit/read');
    for (const [path, headers] of [
      [`/agency/people/${personId}`, await world.signedIn('agency-admin')],
      [`/agency/people/${personId}`, await world.signedIn('agency-admin')],
      [`/operator/people/${personId}`, await world.signedIn('operator')],
      [`/api/people/${personId}/jp`, client.headers],
    ] as const) {
      expect((await look(path, headers))[0], path).toBe(200);
    }
    const lms = { dynamo: world.parts.dynamo, table: names.lmsTable, digest: nodeDigest };
    const log = createReadingLog({ ...lms, sleep: async () => undefined, random: () => 0 });
    const { lines } = await log.listAbout({ kind: 'person', personId }, { limit: 9 });
    expect(lines.map(({ purpose, what }) => [purpose, what]).sort()).toEqual([
      ['integration', 'lesson-hours'],
      ['personnel', 'person'],
      ['support', 'person'],
    ]);
    const [, mine] = await look('/account/data', await world.signedIn('learner'));
    for (const words of ['Urusan kepegawaian', 'Pengelolaan sistem', 'Sistem instansi']) {
      expect(mine).toContain(words);
    }
    const auditor = await world.signedIn('auditor');
    await look('/operator/privacy/access', auditor);
    const file = await look('/operator/privacy/access/file?office=platform', auditor);
    expect(file[1]).toMatch(/Log akses data/);
    expect((await look('/operator/privacy/access', await world.signedIn('agency-admin')))[0]).toBe(403);
  });
});
