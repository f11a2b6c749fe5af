import type { PersonId } from '@sinau/kernel';
import type { ToolLaunch } from '@sinau/lti/tool';
import { mostLinks } from './account-link.ts';
import { refuseUnready } from './begin-login.ts';
import { AccountTaken, LaunchRefused, TooManyPlatforms } from './errors.ts';
import { type OpenDeps, type OpenedLaunch, openLaunch } from './open-course.ts';
import type { ForeignPlatform } from './platform.ts';
import type { AccountLinkStore, ForeignPlatformStore, ToolVisitStore } from './ports.ts';
import { type OpenVisitDeps, openVisit, refuseOtherBrowser, type ToolVisit } from './visit.ts';

export interface LinkDeps extends OpenVisitDeps {
  readonly platforms: Pick<ForeignPlatformStore, 'find'>;
  readonly visits: Pick<ToolVisitStore, 'find' | 'move'>;
  readonly links: AccountLinkStore;
}

interface LinkInput {
  readonly pass: string;
  readonly browser?: string;
}

export interface Linking {
  readonly visit: ToolVisit;
  readonly platform: ForeignPlatform;
  readonly launch: ToolLaunch;
}

/** The launch that waits for its person, in the browser it came in. Rejects with `LaunchRefused`. */
export async function readLinking(deps: LinkDeps, input: LinkInput): Promise<Linking> {
  const visit = await openVisit(deps, input.pass, 'told');
  refuseOtherBrowser(deps, visit, input.browser);
  const platform = await deps.platforms.find(visit.platformId);
  if (!platform) throw new LaunchRefused('unknown-platform', 'This registration was removed.');
  refuseUnready(platform);
  const { message } = visit;
  if (message?.kind !== 'launch') throw new LaunchRefused('ended', 'state: is no launch of a course.');
  return { visit, platform, launch: message };
}

/**
 * The person who is signed in agrees to be the subject of this launch, and goes on into its course. `shownTo`: whom the page asked;
 * somebody who signed in meanwhile has not been asked.
 */
export async function linkAccount(
  deps: LinkDeps & OpenDeps,
  input: LinkInput & { readonly personId: PersonId; readonly shownTo: string },
): Promise<OpenedLaunch> {
  const { personId, shownTo } = input;
  const { visit, platform, launch } = await readLinking(deps, input);
  if (shownTo !== personId) {
    throw new AccountTaken(
      'Another person is signed in than the one whom this page asked. Look at it again.',
    );
  }
  const link = {
    ...{ platformId: platform.platformId, subject: launch.subject, personId },
    linkedAt: deps.clock.now().toISOString(),
  };
  if ((await deps.links.listOf(personId)).length >= mostLinks) {
    throw new TooManyPlatforms(
      `An account is linked to at most ${mostLinks} others. Remove one of these first.`,
    );
  }
  if ((await deps.links.add(link)) === 'taken') {
    const known = await deps.links.find(link.platformId, link.subject);
    if (known?.personId !== personId) {
      throw new AccountTaken('This account over there is linked to another person here.');
    }
  }
  await deps.visits.move({ ...visit, state: 'done' }, 'told');
  return openLaunch(deps, { platform, launch });
}
