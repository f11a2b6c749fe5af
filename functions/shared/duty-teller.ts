import type { CourseStore } from '@sinau/catalogue';
import { contactOf, type PeopleStore } from '@sinau/identity';
import type { Clock, PersonId } from '@sinau/kernel';
import {
  type LetterStore,
  type MailQueue,
  type NoticeContent,
  type NoticeId,
  type NoticeStore,
  notify,
  sendLetter,
} from '@sinau/notifications';
import { type DigestContent, type DutyTeller, isOverdue, pathOf } from '@sinau/obligations';
import type { PathStore } from '@sinau/programmes';
import { hrefOfRequired, titleOfRequired } from './required-paths.ts';

interface Deps {
  readonly people: PeopleStore;
  readonly courses: Pick<CourseStore, 'find'>;
  readonly paths: () => Promise<{ readonly paths: Pick<PathStore, 'find'> }>;
  readonly notices: NoticeStore;
  readonly letters: LetterStore;
  readonly mail: MailQueue;
  readonly clock: Clock;
  readonly onMailFailure: (error: unknown) => void;
}

/** A letter is read on a phone. */
const mostLines = 5;

/** Notifications as obligations ask them. Whoever has left is told nothing. */
export function createDutyTeller(deps: Deps): DutyTeller {
  const tell = async (personId: PersonId, id: string, content: NoticeContent & { readonly link: string }) => {
    const contact = await contactOf(deps, personId);
    if (!contact) return;
    const email = { to: contact.email, locale: contact.locale };
    await notify(deps, { ...content, personId, noticeId: id as NoticeId, email });
  };
  return {
    async tellLearner({ personId, step, duties, id }) {
      const [first, ...rest] = duties;
      if (!first) return;
      const { courseId, dueOn, title } = first;
      const named = rest.slice(0, mostLines - 1);
      const others = await Promise.all(
        named.map(async (one) => ({ courseTitle: await titleOf(deps, one.courseId), dueOn: one.dueOn })),
      );
      const params = {
        ...{ courseTitle: await titleOf(deps, courseId), obligation: title, step, dueOn },
        ...(others.length > 0 && { others, more: rest.length - named.length }),
        ...requiredIn(duties),
      };
      const link = rest.length > 0 ? '/' : hrefOfRequired(courseId);
      await tell(personId, id, { kind: 'duty-reminder', params, link });
    },
    tellSupervisor: ({ supervisorId, step, people, id }) =>
      tell(supervisorId, id, { kind: 'team-duties', params: { step, people }, link: '/team' }),
    async sendDigest(personId, id, { duties, courseIds, jp, team }) {
      const contact = await contactOf(deps, personId);
      if (!contact) return;
      const [required, begun] = [duties.slice(0, mostLines), courseIds.slice(0, mostLines)];
      const params = {
        duties: await Promise.all(
          required.map(async ({ courseId, ...duty }) => ({
            ...{ courseTitle: await titleOf(deps, courseId), dueOn: duty.dueOn },
            isOverdue: isOverdue(duty, deps.clock.now()),
          })),
        ),
        unfinished: await Promise.all(
          begun.map(async (courseId) => ({ courseTitle: await titleOf(deps, courseId) })),
        ),
        more: duties.length + courseIds.length - required.length - begun.length,
        ...{ jp, ...requiredIn(duties) },
        ...(team?.action !== undefined && { team: teamParams({ ...team, action: team.action }) }),
      };
      const email = { to: contact.email, locale: contact.locale };
      const letter = { kind: 'weekly-digest', params, link: '/', personId, email } as const;
      await sendLetter(deps, { ...letter, noticeId: id as NoticeId });
    },
  };
}

/** How what is required is called; nothing of courses alone. */
function requiredIn(duties: readonly { readonly courseId: string }[]): {
  readonly required?: 'paths' | 'both';
} {
  const paths = duties.filter(({ courseId }) => pathOf(courseId) !== undefined).length;
  return paths === 0 ? {} : { required: paths === duties.length ? 'paths' : 'both' };
}

type Team = NonNullable<DigestContent['team']>;

/** A team in a letter: some lines of each list, and how many are left out. */
function teamParams({
  duties,
  planItems,
  finished,
  recognised,
  ...team
}: Team & Required<Pick<Team, 'action'>>) {
  const all = [duties, planItems, finished, recognised];
  const { requests, evaluations, action } = team;
  return {
    ...{ requests, evaluations, action },
    duties: duties.slice(0, mostLines),
    planItems: planItems.slice(0, mostLines),
    finished: finished.slice(0, mostLines),
    recognised: recognised.slice(0, mostLines).map(({ name }) => ({ name })),
    more: all.reduce((sum, { length }) => sum + Math.max(0, length - mostLines), 0),
  };
}

const titleOf = async (deps: Pick<Deps, 'courses' | 'paths'>, courseId: string) =>
  (await titleOfRequired(deps, courseId)) ?? { id: '–' };
