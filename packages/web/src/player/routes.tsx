import { type Access, DomainError } from '@sinau/kernel';
import type { Context } from 'hono';
import { courseBase } from '../course/paths.ts';
import type { PreviewPlace } from '../course/ports.ts';
import { partsOf, progressOf, withOpened } from '../course/progress.ts';
import type { ToolWorkPorts } from '../tool-work/ports.ts';
import { answerFragment, answerPage, goTo, type PersonVisit, type Portal, type PortalEnv } from '../visit.ts';
import type { PlayerProps } from './page.tsx';
import { PlayerPage, PlayerProgress, ReturnedPage, TrialStatements } from './pages.ts';
import type { CourseAddress, PlayerPorts, ToolTroublePorts, TrialPorts } from './ports.ts';

export interface PlayerOptions {
  /** Origin of the portal, for the address a part returns to. */
  readonly portalOrigin: string;
  /** Makes the 404 page. */
  readonly notFound: () => Error;
  /** Policy of the one page that may be framed, by the portal itself. */
  readonly framedContentSecurityPolicy: string;
  /** Policy of the page that shows a tool of a university inside. */
  readonly toolContentSecurityPolicy: string;
}

/** Where and for whom a preview is played. */
export interface PreviewRoute {
  readonly path: string;
  readonly access: Access;
  readonly placeOf: (context: Context<PortalEnv>) => PreviewPlace;
}

/** The same pages for learners (`/courses/…`) and for whoever previews (`/studio/…/preview/…`, `/reviews/…/preview/…`). */
export function registerPlayer(
  portal: Portal,
  ports: PlayerPorts,
  options: PlayerOptions & {
    readonly preview?: PreviewRoute;
    /** @default nobody looks whether tools answer, as in a preview */
    readonly tools?: ToolTroublePorts;
    /** @default nobody has any work at tools, as in a preview */
    readonly work?: Pick<ToolWorkPorts, 'ownWork'>;
  },
): void {
  const base = options.preview?.path ?? '/courses/:courseId';
  const access: Access = options.preview?.access ?? ['person'];
  const previewOf = (context: Context<PortalEnv>) => options.preview?.placeOf(context);

  const propsOf = async (visit: PersonVisit): Promise<PlayerProps> => {
    const { partId, ...address } = addressOf(visit.context);
    const course = await ports.takenCourseOf(visit.person, address);
    const part = partsOf(course.outline).find(({ id }) => id === partId);
    if (!part) throw options.notFound();
    // The frame opens the part together with this page; a window of its own is opened by a click.
    const outline = part.ownWindow || part.needs ? course.outline : withOpened(course.outline, partId);
    const outlineAt = visit.context.req.query('at');
    return {
      ui: visit.ui,
      course: { ...course, outline },
      part,
      outlineAt,
      preview: previewOf(visit.context),
    };
  };

  /** What a learner is told before a tool that does not answer; `try` opens it all the same. */
  const insteadOf = async ({ ui, person, context }: PersonVisit, { course, part }: PlayerProps) => {
    const { tools } = options;
    const isOpen = part.content === 'lti' && !part.needs && !course.awaitsProvider;
    if (!tools || !isOpen || context.req.query('try') !== undefined) return undefined;
    const { courseId, partId } = addressOf(context);
    const trouble = await tools.troubleOf(person, { courseId, partId });
    if (!trouble) return undefined;
    const { ToolDown } = await import('./tool-down.tsx');
    const launch = `${courseBase(course, undefined)}/learn/${encodeURIComponent(partId)}/launch`;
    return <ToolDown {...{ ui, course, part, trouble, launch }} />;
  };

  if (!options.preview) {
    registerContinue(portal, ports);
    if (options.tools)
      registerTellMe(portal, { awaitBack: options.tools.awaitBack, takenCourseOf: ports.takenCourseOf });
  }
  portal.person({ method: 'GET', path: `${base}/learn/:partId`, access }, async (visit) => {
    try {
      const props = await propsOf(visit);
      if (props.part.content === 'lti' && !props.part.ownWindow) {
        visit.context.header('content-security-policy', options.toolContentSecurityPolicy);
      }
      const work = await workIn(visit, props, options.work);
      const instead = await insteadOf(visit, props);
      return answerPage(visit.context, <PlayerPage {...{ ...props, instead, work }} />);
    } catch (error) {
      // A bookmark, or the link of a colleague: the course says how to enrol.
      if (!(error instanceof DomainError) || error.code !== 'enrolment.not-found') throw error;
      return goTo(visit.context, courseBase(addressOf(visit.context), previewOf(visit.context)));
    }
  });
  portal.person({ method: 'GET', path: `${base}/learn/:partId/progress`, access }, async (visit) =>
    answerFragment(visit.context, <PlayerProgress {...(await propsOf(visit))} />),
  );
  portal.person(
    { method: 'GET', path: `${base}/learn/:partId/launch`, access },
    async ({ context, person, ui: { locale } }) => {
      const { partId, ...address } = addressOf(context);
      // Only the player itself may start a session: a link on another site would end the one that runs.
      const site = context.req.header('sec-fetch-site');
      const player = `${courseBase(address, previewOf(context))}/learn/${encodeURIComponent(partId)}`;
      if (site !== undefined && site !== 'same-origin') return context.redirect(player, 303);
      const returnUrl = `${options.portalOrigin}${player}/returned`;
      const { url } = await ports.launch(person, { ...address, partId, returnUrl, locale });
      return context.redirect(url, 303);
    },
  );
  // A part leads here from inside its frame, where the cookie of another site's page does not travel. It tells nothing
  // but the way out.
  portal.open(
    { method: 'GET', path: `${base}/learn/:partId/returned`, access: ['anyone'] },
    async ({ context, ui }) => {
      const target = courseBase(addressOf(context), previewOf(context));
      context.header('content-security-policy', options.framedContentSecurityPolicy);
      return answerPage(context, <ReturnedPage ui={ui} target={target} />);
    },
  );
}

/** What the tool of a part has said of the learner's work. */
async function workIn(
  { ui, person, context }: PersonVisit,
  { course, part }: PlayerProps,
  ports: Pick<ToolWorkPorts, 'ownWork'> | undefined,
) {
  if (!ports || part.content !== 'lti') return undefined;
  const { courseId, partId } = addressOf(context);
  const work = await ports.ownWork(person, { courseId, partId });
  if (!work) return undefined;
  const { OwnWork } = await import('../tool-work/own-work.tsx');
  const review = `${courseBase(course, undefined)}/learn/${encodeURIComponent(partId)}/work`;
  return <OwnWork {...{ ui, work, review }} provider={course.provider} />;
}

/** Somebody wants to know when the tool of a part is back. */
function registerTellMe(
  portal: Portal,
  ports: Pick<PlayerPorts, 'takenCourseOf'> & Pick<ToolTroublePorts, 'awaitBack'>,
): void {
  const path = '/courses/:courseId/learn/:partId/tell-me';
  portal.person({ method: 'POST', path, access: ['person'] }, async ({ context, person }) => {
    const { courseId, partId } = addressOf(context);
    // Refuses whoever does not take the course.
    await ports.takenCourseOf(person, { courseId });
    await ports.awaitBack(person, { courseId, partId });
    return goTo(context, `/courses/${courseId}/learn/${encodeURIComponent(partId)}`);
  });
}

/** Where notices lead: straight into the part that is next, or to the page of the course, which says why nothing can be opened. */
function registerContinue(portal: Portal, ports: PlayerPorts): void {
  portal.person(
    { method: 'GET', path: '/courses/:courseId/continue', access: ['person'] },
    async ({ context, person }) => {
      const { partId: _none, ...address } = addressOf(context);
      const page = courseBase(address, undefined);
      try {
        const course = await ports.takenCourseOf(person, address);
        const { next, missing } = progressOf(course);
        const isOpen = next && missing.length > 0 && !next.needs;
        return goTo(context, isOpen ? `${page}/learn/${encodeURIComponent(next.id)}` : page);
      } catch (error) {
        // They wait for a place, or have left.
        if (!(error instanceof DomainError) || error.code !== 'enrolment.not-found') throw error;
        return goTo(context, page);
      }
    },
  );
}

/** What a preview adds to the player: the statements of its test session, and a new beginning. */
export function registerTrial(
  portal: Portal,
  ports: TrialPorts,
  options: PlayerOptions & { readonly preview: PreviewRoute },
): void {
  const { path, access, placeOf } = options.preview;
  registerPlayer(portal, ports, options);
  portal.person({ method: 'GET', path: `${path}/statements`, access }, async ({ context, ui, person }) => {
    const { partId: _none, ...address } = addressOf(context);
    const statements = await ports.statements(person, address);
    return answerFragment(context, <TrialStatements ui={ui} statements={statements} />);
  });
  portal.person({ method: 'POST', path: `${path}/restart`, access }, async ({ context, person }) => {
    const { partId: _none, ...address } = addressOf(context);
    await ports.restart(person, address);
    return goTo(context, placeOf(context).base, 'saved');
  });
}

function addressOf(context: Context<PortalEnv>): CourseAddress & { readonly partId: string } {
  const { courseId = '', partId = '', version } = context.req.param();
  const number = version !== undefined && /^[1-9]\d{0,5}$/.test(version) ? Number(version) : 0;
  return { courseId, partId, ...(version !== undefined && { version: number }) };
}
