import { type MoodleSite, readMoodleSite } from '@sinau/rostering/moodle';
import { AdapterFailure, type Capability } from '../../ports.ts';
import type { MoodleClient } from './moodle-client.ts';
import { lacksOfEnrolment, lacksOfResults } from './probe-rights.ts';
import { enterRight } from './read-allowed.ts';
import { type CatalogueDeps, readCatalogue } from './read-catalogue.ts';

const signIn = 'core_webservice_get_site_info';

/** Functions each ability takes, as the administrator over there finds them in the list of functions of a service. */
function needs({ createsLearners }: TestDeps['settings']) {
  return {
    catalogue: [
      'core_course_get_categories',
      'core_course_get_courses',
      'core_course_get_courses_by_field',
      'core_course_search_courses',
    ],
    enrolment: [
      'core_user_get_users_by_field',
      ...(createsLearners ? ['core_user_create_users'] : []),
      'core_course_get_courses_by_field',
      'core_enrol_get_users_courses',
      'core_enrol_get_enrolled_users',
      'enrol_manual_enrol_users',
      'enrol_manual_unenrol_users',
    ],
    results: ['core_completion_get_course_completion_status', 'gradereport_user_get_grade_items'],
  } as const;
}

export interface TestDeps extends CatalogueDeps {
  readonly settings: CatalogueDeps['settings'] & { readonly createsLearners: boolean };
}

/** Signs in, and then tells of everything at once which functions and which rights are missing. */
export async function testSite(deps: TestDeps): Promise<readonly Capability[]> {
  const site = await readSite(deps.client);
  if ('state' in site) return [site];
  const missing = (name: keyof ReturnType<typeof needs>) =>
    needs(deps.settings)[name].filter((one) => !site.functions.has(one));
  const found: Capability[] = [{ name: 'sign-in', state: 'works' }];
  const catalogue = missing('catalogue');
  // Rights are tried on one course that would be offered here, if there is one.
  let courseId: string | undefined;
  const ofCatalogue =
    catalogue.length > 0
      ? lacking('catalogue', catalogue)
      : await tried('catalogue', async () => {
          courseId = await firstCourse(deps);
          return [];
        });
  found.push(ofCatalogue);
  const at = { client: deps.client, account: site.account, courseId };
  const others = [
    ['enrolment', () => lacksOfEnrolment(at, deps.settings)],
    ['results', () => lacksOfResults(at)],
  ] as const;
  for (const [name, ask] of others) {
    const functions = missing(name);
    found.push(functions.length > 0 ? lacking(name, functions) : await tried(name, ask));
  }
  return found;
}

async function firstCourse(deps: CatalogueDeps): Promise<string | undefined> {
  for await (const { externalId } of readCatalogue(deps)) return externalId;
  return undefined;
}

async function readSite(client: MoodleClient): Promise<MoodleSite | Capability> {
  try {
    const site = readMoodleSite(await client.read({ name: signIn }));
    return site ?? failed('sign-in', 'other-service');
  } catch (error) {
    if (!(error instanceof AdapterFailure)) throw error;
    if (error.reason === 'function-missing') {
      return { name: 'sign-in', state: 'missing', missing: [signIn], reason: error.reason };
    }
    // A page instead of data: an address that leads to another part of the site, or to another program.
    return failed('sign-in', error.reason === 'broken-answer' ? 'other-service' : error.reason);
  }
}

/** `ask` tells the rights that are missing. */
async function tried(name: Capability['name'], ask: () => Promise<readonly string[]>): Promise<Capability> {
  try {
    const rights = await ask();
    return rights.length === 0
      ? { name, state: 'works' }
      : { ...lacking(name, rights), reason: 'not-permitted' };
  } catch (error) {
    if (!(error instanceof AdapterFailure)) throw error;
    // The account may enter no course at all.
    if (name === 'catalogue' && error.reason === 'not-permitted') {
      return { ...lacking(name, [enterRight]), reason: error.reason };
    }
    return failed(name, error.reason);
  }
}

const lacking = (name: Capability['name'], missing: readonly string[]): Capability => ({
  ...{ name, state: 'missing', missing },
});

const failed = (name: Capability['name'], reason: AdapterFailure['reason']): Capability => ({
  ...{ name, state: 'failed', reason },
});
