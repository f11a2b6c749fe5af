import type { Access } from '@sinau/kernel';
import type { Context } from 'hono';
import { courseBase } from '../course/page.tsx';
import { partsOf, withOpened } from '../course/progress.ts';
import { answerFragment, answerPage, type PersonVisit, type Portal, type PortalEnv } from '../visit.ts';
import { PlayerPage, PlayerProgress, type PlayerProps, ReturnedPage } from './page.tsx';
import type { PlayerPorts } from './ports.ts';

export interface PlayerOptions {
  /** Origin of the portal, for the address a part returns to. */
  readonly portalOrigin: string;
  /** Makes the 404 page. */
  readonly notFound: () => Error;
  /** Policy of the one page that may be framed, by the portal itself. */
  readonly framedContentSecurityPolicy: string;
}

/** The same pages for learners (`/courses/…`) and for a provider's preview (`/studio/courses/…/preview/…`). */
export function registerPlayer(
  portal: Portal,
  ports: PlayerPorts,
  options: PlayerOptions & { readonly preview: boolean },
): void {
  const { preview } = options;
  const base = preview ? '/studio/courses/:courseId/preview' : '/courses/:courseId';
  const access: Access = preview ? ['role:provider-author'] : ['person'];

  const propsOf = async (visit: PersonVisit): Promise<PlayerProps> => {
    const { courseId, partId } = addressOf(visit.context);
    const course = await ports.takenCourseOf(visit.person, courseId);
    const part = partsOf(course.outline).find(({ id }) => id === partId);
    if (!part) throw options.notFound();
    // The frame opens the part together with this page; a window of its own is opened by a click.
    const outline = part.ownWindow ? course.outline : withOpened(course.outline, partId);
    return { ui: visit.ui, course: { ...course, outline }, part, preview };
  };

  portal.person({ method: 'GET', path: `${base}/learn/:partId`, access }, async (visit) =>
    answerPage(visit.context, <PlayerPage {...(await propsOf(visit))} />),
  );
  portal.person({ method: 'GET', path: `${base}/learn/:partId/progress`, access }, async (visit) =>
    answerFragment(visit.context, <PlayerProgress {...(await propsOf(visit))} />),
  );
  portal.person(
    { method: 'GET', path: `${base}/learn/:partId/launch`, access },
    async ({ context, person }) => {
      const { courseId, partId } = addressOf(context);
      // Only the player itself may start a session: a link on another site would end the one that runs.
      const site = context.req.header('sec-fetch-site');
      const player = `${courseBase({ courseId }, preview)}/learn/${encodeURIComponent(partId)}`;
      if (site !== undefined && site !== 'same-origin') return context.redirect(player, 303);
      const returnUrl = `${options.portalOrigin}${player}/returned`;
      const { url } = await ports.launch(person, { courseId, partId, returnUrl });
      return context.redirect(url, 303);
    },
  );
  // A part leads here from inside its frame, where the cookie of another site's page does not travel. It tells nothing
  // but the way out.
  portal.open(
    { method: 'GET', path: `${base}/learn/:partId/returned`, access: ['anyone'] },
    async ({ context, ui }) => {
      const { courseId } = addressOf(context);
      context.header('content-security-policy', options.framedContentSecurityPolicy);
      return answerPage(context, <ReturnedPage ui={ui} target={courseBase({ courseId }, preview)} />);
    },
  );
}

function addressOf(context: Context<PortalEnv>): { readonly courseId: string; readonly partId: string } {
  return { courseId: context.req.param('courseId') ?? '', partId: context.req.param('partId') ?? '' };
}
