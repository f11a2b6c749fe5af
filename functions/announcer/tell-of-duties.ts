import type { CourseStore } from '@sinau/catalogue';
import type { DutyChanged, DutyExceptionChanged } from '@sinau/domain-events';
import type { AgencyId, LanguageMap } from '@sinau/kernel';
import type { NoticeContent } from '@sinau/notifications';
import { isOpen, type ObligationId } from '@sinau/obligations';
import type { DutyParts } from '../shared/obligation-parts.ts';
import { titleOfRequired } from '../shared/required-paths.ts';
import { type TellDeps, tell } from '../shared/tell.ts';

interface Deps extends TellDeps {
  readonly duties: () => Promise<Pick<DutyParts, 'obligations' | 'paths'>>;
}

interface CourseDeps extends Deps {
  readonly courses: Pick<CourseStore, 'find'>;
}

type Changed = Extract<NoticeContent, { kind: 'duty-changed' }>['params'];
type Place = Pick<DutyExceptionChanged, 'agencyId' | 'obligationId' | 'personId'>;

/** What an agency has decided for one person: they read it with the reason. */
export async function tellOfException(deps: Deps, fact: DutyExceptionChanged): Promise<void> {
  const { kind, state, reason, until, dueOn } = fact;
  // The day that holds again is told with the duty.
  if (kind === 'later-day' && state !== 'open') return;
  const told: Omit<Changed, 'obligation'> =
    kind === 'later-day'
      ? { what: 'day', reason, ...(dueOn !== undefined && { dueOn }) }
      : state === 'open'
        ? { what: 'exempted', reason, ...(until !== undefined && { until }) }
        : { what: state === 'over' ? 'exemption-over' : 'exemption-undone' };
  await tellOf(deps, fact, { eventId: fact.eventId, told });
}

/** Another last day by other terms, told once a day, however many courses have it. */
export async function tellOfDay(deps: Deps, { before, after }: DutyChanged): Promise<void> {
  if (!before || !isOpen(before) || !isOpen(after)) return;
  if (before.dueOn === after.dueOn || after.extended) return;
  const { obligationId, period, dueOn, changedAt } = after;
  const eventId = `duty-day:${after.personId}:${obligationId}:${period}:${dueOn}:${changedAt.slice(0, 10)}`;
  await tellOf(deps, after, { eventId, told: { what: 'day', dueOn } });
}

/** A course that everybody is freed of, that another one stands for now, or that is back: told once a decision. */
export async function tellOfCourse(deps: CourseDeps, { before, after }: DutyChanged): Promise<void> {
  const { obligationId, courseId, personId } = after;
  const { obligations } = await deps.duties();
  if (after.released && !before?.released) {
    const obligation = await obligations.find(after.agencyId as AgencyId, obligationId as ObligationId);
    const change = obligation?.courseHistory?.changes.findLast(
      (one) => one.courseId === courseId && !one.undone,
    );
    // Its replacement is taken back: what they owe instead is told with that.
    if (!change) return;
    const { reason, to, at } = change;
    const eventId = `duty-course:${personId}:${obligationId}:${courseId}:${at}`;
    const otherTitle = to === undefined ? undefined : await titleOf(deps, to);
    const courseTitle = await titleOf(deps, courseId);
    const told = { what: after.released, reason, courseTitle, ...(otherTitle && { otherTitle }) } as const;
    await tellOf(deps, after, { eventId, told });
  }
  if (before?.released && !after.released && isOpen(after)) {
    const eventId = `duty-course-back:${personId}:${obligationId}:${courseId}:${after.since}`;
    const told = { what: 'course-back', courseTitle: await titleOf(deps, courseId) } as const;
    await tellOf(deps, after, { eventId, told });
  }
}

const titleOf = async ({ courses, duties }: CourseDeps, courseId: string): Promise<LanguageMap> =>
  (await titleOfRequired({ courses, paths: duties }, courseId)) ?? { id: '–' };

/** Whoever has set the terms is told once of a course that takes nobody any more, however many people meet it. */
export async function tellOfClosed(deps: Deps, { before, after }: DutyChanged): Promise<void> {
  if (!after.closed || before?.closed) return;
  const { obligations } = await deps.duties();
  const { agencyId, obligationId, courseId } = after;
  const obligation = await obligations.find(agencyId as AgencyId, obligationId as ObligationId);
  if (obligation?.state !== 'active') return;
  const { changedBy, createdBy, edition, title } = obligation;
  const maker = [changedBy, createdBy].find(({ kind }) => kind === 'person');
  if (!maker) return;
  const eventId = `obligation-course-closed:${obligationId}:${courseId}:${edition}`;
  const params = { obligation: title };
  const link = `/agency/obligations/${obligationId}`;
  await tell(deps, { eventId, personId: maker.id }, { kind: 'obligation-course-closed', params, link });
}

async function tellOf(
  deps: Deps,
  { agencyId, obligationId, personId }: Place,
  { eventId, told }: { readonly eventId: string; readonly told: Omit<Changed, 'obligation'> },
): Promise<void> {
  const { obligations } = await deps.duties();
  const obligation = await obligations.find(agencyId as AgencyId, obligationId as ObligationId);
  if (!obligation || obligation.state === 'ended') return;
  const params = { obligation: obligation.title, ...told };
  await tell(deps, { eventId, personId }, { kind: 'duty-changed', params, link: '/obligations' });
}
