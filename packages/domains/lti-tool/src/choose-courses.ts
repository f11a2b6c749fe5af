import type { Ids } from '@sinau/kernel';
import { deepLinkingResponse, type ToolChoiceAsked } from '@sinau/lti/tool';
import { refuseUnready } from './begin-login.ts';
import { wrongAddress } from './check-addresses.ts';
import { LaunchRefused } from './errors.ts';
import { mayOpen } from './open-course.ts';
import type { ForeignPlatform } from './platform.ts';
import type {
  AddressCheck,
  ForeignPlatformStore,
  ToolCourse,
  ToolCoursePort,
  ToolSigner,
  ToolVisitStore,
} from './ports.ts';
import { type OpenVisitDeps, openVisit, type ToolVisit } from './visit.ts';

export interface ChoiceDeps extends OpenVisitDeps {
  readonly platforms: Pick<ForeignPlatformStore, 'find'>;
  readonly visits: Pick<ToolVisitStore, 'find' | 'move'>;
  readonly courses: ToolCoursePort;
  readonly signer: ToolSigner;
  readonly addressCheck: AddressCheck;
  /** Courses are at this address and their id behind a slash. */
  readonly courseAddress: string;
  readonly ids: Ids;
}

/** More at once is no choice of a person. */
export const mostChosen = 20;
const mostShown = 50;

export interface Choosing {
  readonly visit: ToolVisit;
  readonly platform: ForeignPlatform;
  readonly asked: ToolChoiceAsked;
}

/** The choice that waits for somebody. The pass is the credential: in a frame of others there may be no cookie. */
export async function readChoosing(
  deps: OpenVisitDeps & Pick<ChoiceDeps, 'platforms'>,
  pass: string,
): Promise<Choosing> {
  const visit = await openVisit(deps, pass, 'told');
  const platform = await deps.platforms.find(visit.platformId);
  if (!platform) throw new LaunchRefused('unknown-platform', 'This registration was removed.');
  refuseUnready(platform);
  const { message } = visit;
  if (message?.kind !== 'choice') throw new LaunchRefused('ended', 'state: is no choice of courses.');
  return { visit, platform, asked: message };
}

/** Courses that the platform may open and that fit the words; none given: the latest. */
export async function offerCourses(
  deps: Pick<ChoiceDeps, 'courses'>,
  { platform, words }: { readonly platform: ForeignPlatform; readonly words: string },
): Promise<readonly ToolCourse[]> {
  const { owner } = platform;
  const found = await deps.courses.search({
    ...{ words: words.trim().slice(0, 200), limit: mostShown },
    ...(owner.kind === 'provider' && { providerId: owner.providerId }),
  });
  return found.filter((course) => mayOpen(platform, course));
}

/** What goes back to the platform, by the person's browser: the chosen courses, or none. Counts once. */
export async function answerChoice(
  deps: ChoiceDeps,
  input: { readonly pass: string; readonly courseIds: readonly string[] },
): Promise<{ readonly returnUrl: string; readonly jwt: string }> {
  const { visit, platform, asked } = await readChoosing(deps, input.pass);
  const wrong = await wrongAddress(deps, { deep_link_return_url: asked.returnUrl });
  if (wrong) throw new LaunchRefused('message', `${wrong.field}: ${wrong.because}`);
  const chosen = await chosenOf(deps, { platform, asked, courseIds: input.courseIds });
  const jwt = await deps.signer.sign(
    deepLinkingResponse({
      ...{ issuer: platform.issuer, clientId: platform.clientId, deploymentId: asked.deploymentId },
      ...{ nonce: deps.ids.token(16), nowSeconds: Math.floor(deps.clock.now().getTime() / 1000) },
      ...{ chosen, lineItems: asked.lineItems },
      ...(asked.data !== undefined && { data: asked.data }),
    }),
  );
  if ((await deps.visits.move({ ...visit, state: 'done' }, 'told')) === 'elsewhere') {
    throw new LaunchRefused('ended', 'state: was used.');
  }
  return { returnUrl: asked.returnUrl, jwt };
}

async function chosenOf(
  deps: ChoiceDeps,
  given: {
    readonly platform: ForeignPlatform;
    readonly asked: ToolChoiceAsked;
    readonly courseIds: readonly string[];
  },
): Promise<Parameters<typeof deepLinkingResponse>[0]['chosen']> {
  const { platform, asked } = given;
  const wanted = [...new Set(given.courseIds)].slice(0, asked.multiple ? mostChosen : 1);
  const courses = await Promise.all(wanted.map((courseId) => deps.courses.find(courseId)));
  return courses.map((course) => {
    if (!course || !mayOpen(platform, course)) {
      throw new LaunchRefused('course', 'A chosen course is not one that this registration may open.');
    }
    const { courseId, title, text } = course;
    const url = `${deps.courseAddress}/${courseId}`;
    const words = text && nameIn(text).trim();
    return { courseId, title: nameIn(title), url, ...(words && { text: words }) };
  });
}

const nameIn = (map: ToolCourse['title']): string => map.id ?? map.en ?? Object.values(map)[0] ?? '';
