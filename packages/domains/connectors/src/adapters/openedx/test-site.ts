import { readOpenEdxPage } from '@sinau/rostering/openedx';
import { AdapterFailure, type Capability } from '../../ports.ts';
import { brokenAnswer } from '../failures.ts';
import type { TokenSource } from './access-token.ts';
import { enrolmentTermsOf } from './enrolment-terms.ts';
import { catalogueOf, type OpenEdxSiteDeps } from './read-catalogue.ts';

/** What an account lacks that is refused, as administrators over there find it: a mark of a user, or a scope. */
const rights = { catalogue: 'catalogue access', enrolment: 'is_staff', results: 'grades:read' } as const;

/** Signs in, and then asks one question of each kind that changes nothing and is about nobody. */
export async function testSite(
  deps: OpenEdxSiteDeps,
  tokens: Pick<TokenSource, 'current'>,
): Promise<readonly Capability[]> {
  const signIn = await probe('sign-in', () => tokens.current());
  if (signIn.state !== 'works') return [signIn];
  let courseIds: readonly string[] = [];
  const catalogue = await probe('catalogue', async () => {
    courseIds = await firstCourses(deps);
  });
  return [
    signIn,
    catalogue,
    await askEnrolment(deps, courseIds),
    await probe('results', () => askGrades(deps, courseIds[0])),
  ];
}

async function probe(name: Capability['name'], ask: () => Promise<unknown>): Promise<Capability> {
  try {
    await ask();
    return { name, state: 'works' };
  } catch (error) {
    if (!(error instanceof AdapterFailure)) throw error;
    const { reason } = error;
    if (name !== 'sign-in' && reason === 'not-permitted') {
      return { name, state: 'missing', missing: [rights[name]], reason };
    }
    return { name, state: 'failed', reason };
  }
}

/** A mode that none of the first courses offers is a setting that does not fit: each learner would wait for nothing. */
async function askEnrolment(deps: OpenEdxSiteDeps, courseIds: readonly string[]): Promise<Capability> {
  let isOffered = true;
  const found = await probe('enrolment', async () => {
    await askPeople(deps);
    const all = await Promise.all(courseIds.map((courseId) => enrolmentTermsOf(deps, courseId)));
    const terms = all.filter((one) => one !== undefined);
    isOffered = terms.length === 0 || terms.some(({ modes }) => modes.includes(deps.settings.mode));
  });
  if (found.state !== 'works' || isOffered) return found;
  return { ...found, state: 'missing', missing: [`mode: ${deps.settings.mode}`], reason: 'not-accepted' };
}

async function firstCourses(deps: OpenEdxSiteDeps): Promise<readonly string[]> {
  const { url, query, read } = catalogueOf(deps);
  const { value } = await deps.client.read({ url: `${url}${query(5)}` });
  const courses = read(readOpenEdxPage(value)?.items ?? [undefined]);
  if (!courses) throw brokenAnswer('the list of courses is none');
  return courses.slice(0, 5).map(({ externalId }) => externalId);
}

async function askPeople({ client, baseUrl, settings }: OpenEdxSiteDeps): Promise<void> {
  await client.read({ url: `${baseUrl}/api/enrollment/v1/enrollments/?page_size=1` });
  if (settings.learnersBy === 'pseudonym') return;
  const nobody = new URLSearchParams({ email: 'sinau-uji-koneksi@peserta.invalid' });
  await client.read({ url: `${baseUrl}/api/user/v1/accounts?${nobody}`, answers: [404] });
}

/** Of a site without courses there is no way to know. */
async function askGrades({ client, baseUrl }: OpenEdxSiteDeps, courseId: string | undefined): Promise<void> {
  if (courseId === undefined) return;
  const url = `${baseUrl}/api/grades/v1/courses/${encodeURIComponent(courseId)}/?page_size=1`;
  // The catalogue service may know courses that this site does not have.
  await client.read({ url, answers: [404] });
}
