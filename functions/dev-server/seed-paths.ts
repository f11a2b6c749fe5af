import { type CourseStore, listCatalogue } from '@sinau/catalogue';
import type { PersonPrincipal } from '@sinau/kernel';
import { type EventStore, makePath, type PathOrder, publishPath } from '@sinau/programmes';
import type { PathDesk } from '../shared/path-parts.ts';
import type { Seeded } from './seed/index.ts';

type Desk = PathDesk & { readonly courses: CourseStore; readonly events: Pick<EventStore, 'listOf'> };

/** A learning path of the seeded agency: the course first, then the seminar. Once. */
export async function seedPaths(desk: Desk, { tenants, people }: Seeded): Promise<void> {
  const admin = people.find(({ role }) => role === 'agency-admin');
  if (!admin || tenants.agency.kind !== 'agency') throw new Error('nobody administers the agency');
  const { agencyId } = tenants.agency;
  const principal: PersonPrincipal = {
    ...{ kind: 'person', personId: admin.personId, name: admin.name, roles: ['agency-admin'], agencyId },
  };
  if ((await desk.paths.listOf(tenants.agency, { limit: 1 })).paths.length > 0) return;
  const [{ courses }, { events }] = await Promise.all([
    listCatalogue(desk, { limit: 1 }),
    desk.events.listOf(tenants.agency, { limit: 1 }),
  ]);
  const [[course], [event]] = [courses, events];
  if (!course || !event) return;
  const order = orderOf(course.courseId, event.eventId);
  const { pathId } = await makePath(desk, { principal, order });
  await publishPath(desk, { principal, pathId });
}

const orderOf = (courseId: string, eventId: string): PathOrder => ({
  ...{ title: 'Petugas layanan baru', audience: 'agency', unitIds: [], strict: true },
  about: 'Untuk pegawai yang mulai bertugas di layanan: satu dasar bersama, lalu bertemu praktisi.',
  groups: [
    {
      ...{ groupId: 'dasar', title: 'Dasar', needs: 'all' },
      steps: [{ stepId: 'dasar-1', kind: 'course', of: courseId, after: [] }],
    },
    {
      ...{ groupId: 'temu', title: 'Bertemu praktisi', needs: 'all' },
      steps: [{ stepId: 'temu-1', kind: 'event', of: eventId, after: ['dasar'] }],
    },
  ],
});
