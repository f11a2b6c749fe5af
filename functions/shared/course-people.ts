import type { CoursePeoplePort, CoursePerson } from '@sinau/delivery/lti-services';
import { type Enrolment, type EnrolmentStore, isTaken, rosterShards } from '@sinau/enrolment';
import * as z from 'zod';

/** Who completes while pages are read moves forward in it, and is met twice rather than never. */
const lists = ['listRunning', 'listDone', 'listLeft'] as const;

const placeSchema = z.strictObject({
  list: z.int().min(0).max(2),
  shard: z.int().min(0),
  after: z.string().exactOptional(),
});
type Place = z.output<typeof placeSchema>;

/** Who takes a course, as enrolment knows it. */
export function createCoursePeople(deps: {
  readonly enrolments: Pick<EnrolmentStore, 'findCurrent' | (typeof lists)[number]>;
}): CoursePeoplePort {
  const { enrolments } = deps;

  async function read(place: Place, piece: Parameters<CoursePeoplePort['list']>[0], limit: number) {
    const { courseId, leftSince = '' } = piece;
    const page = { limit, ...(place.after !== undefined && { after: place.after }) };
    const list = lists[place.list] ?? 'listRunning';
    if (list === 'listLeft') return enrolments.listLeft(courseId, place.shard, { ...page, since: leftSince });
    return enrolments[list](courseId, place.shard, page);
  }

  /** Whoever has come back has not left. */
  async function stillGone(enrolment: Enrolment): Promise<boolean> {
    if (enrolment.state !== 'cancelled') return true;
    const current = await enrolments.findCurrent(enrolment.personId, enrolment.courseId);
    return !(current && isTaken(current));
  }

  return {
    async registrationOf(personId, courseId) {
      const enrolment = await enrolments.findCurrent(personId, courseId);
      return enrolment && isTaken(enrolment) ? enrolment.registration : undefined;
    },
    async list(piece) {
      const last = piece.leftSince === undefined ? 1 : 2;
      let place: Place | undefined =
        piece.after === undefined ? { list: 0, shard: 0 } : placeSchema.parse(JSON.parse(piece.after));
      const people: CoursePerson[] = [];
      while (place && people.length < piece.limit) {
        const page = await read(place, piece, piece.limit - people.length);
        const told = await Promise.all(
          page.enrolments.map(async (one) => ((await stillGone(one)) ? [personOf(one)] : [])),
        );
        people.push(...told.flat());
        place = page.next === undefined ? placeAfter(place, last) : { ...place, after: page.next };
      }
      return { people, ...(place && { next: JSON.stringify(place) }) };
    },
  };
}

function placeAfter({ list, shard }: Place, last: number): Place | undefined {
  if (shard + 1 < rosterShards) return { list, shard: shard + 1 };
  return list < last ? { list: list + 1, shard: 0 } : undefined;
}

function personOf({ personId, version, state, enrolledAt, movedAt, cancelledAt }: Enrolment): CoursePerson {
  const hasLeft = state === 'cancelled';
  const changedAt = [enrolledAt, movedAt ?? '', cancelledAt ?? ''].toSorted().at(-1) ?? enrolledAt;
  return { personId, version, changedAt, ...(movedAt !== undefined && { movedAt }), hasLeft };
}
