import { readMoodleSite } from '@sinau/rostering/moodle';
import type { MoodleSettings } from '../../moodle-settings.ts';
import { AdapterFailure, type Capability } from '../../ports.ts';
import type { MoodleCall, MoodleClient } from './moodle-client.ts';

const signIn = 'core_webservice_get_site_info';

/** Functions each ability takes, as the administrator over there finds them in the list of functions of a service. */
function needs({ createsLearners }: MoodleSettings) {
  return {
    catalogue: ['core_course_get_categories', 'core_course_get_courses'],
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

/** Questions that change nothing and are about nobody, to see whether the account may ask them. */
const probes: Readonly<Partial<Record<Capability['name'], MoodleCall>>> = {
  catalogue: { name: 'core_course_get_categories' },
  enrolment: {
    name: 'core_user_get_users_by_field',
    parameters: { field: 'idnumber', values: ['sinau-uji-koneksi'] },
  },
};

/** Signs in, and then tells of everything at once what is missing. */
export async function testSite(
  client: MoodleClient,
  settings: MoodleSettings,
): Promise<readonly Capability[]> {
  const site = await readSite(client);
  if ('state' in site) return [site];
  const wanted = Object.entries(needs(settings)) as [keyof ReturnType<typeof needs>, readonly string[]][];
  const found: Capability[] = [{ name: 'sign-in', state: 'works' }];
  for (const [name, functions] of wanted) {
    const missing = functions.filter((one) => !site.functions.has(one));
    found.push(missing.length > 0 ? { name, state: 'missing', missing } : await probe(client, name));
  }
  return found;
}

async function readSite(client: MoodleClient) {
  try {
    const site = readMoodleSite(await client.read({ name: signIn }));
    return site ?? failed('sign-in', 'other-service');
  } catch (error) {
    if (!(error instanceof AdapterFailure)) throw error;
    if (error.reason === 'function-missing') {
      return { name: 'sign-in', state: 'missing', missing: [signIn], reason: error.reason } as const;
    }
    // A page instead of data: an address that leads to another part of the site, or to another program.
    return failed('sign-in', error.reason === 'broken-answer' ? 'other-service' : error.reason);
  }
}

async function probe(client: MoodleClient, name: Capability['name']): Promise<Capability> {
  const call = probes[name];
  if (!call) return { name, state: 'works' };
  try {
    await client.read(call);
    return { name, state: 'works' };
  } catch (error) {
    if (!(error instanceof AdapterFailure)) throw error;
    return failed(name, error.reason);
  }
}

const failed = (name: Capability['name'], reason: AdapterFailure['reason']): Capability => ({
  ...{ name, state: 'failed', reason },
});
