import { type CourseStore, listCatalogue } from '@sinau/catalogue';
import type { PersonPrincipal } from '@sinau/kernel';
import { type EventStore, makePath, type PathOrder, publishPath } from '@sinau/programmes';
import type { PathDesk } from '../shared/path-parts.ts';
import type { Seeded } from './seed/index.ts';

type Desk = PathDesk & { readonly courses: CourseStore; readonly events: Pick<EventStore, 'listOf'> };

/** A learning path of the seeded agency: one course first, then two of what there is, then the seminar. Once. */
export async function seedPaths(desk: Desk, { tenants, people }: Seeded): Promise<void> {
  const admin = people.find(({ role }) => role === 'agency-admin');
  if (!admin || tenants.agency.kind !== 'agency') throw new Error('nobody administers the agency');
  const { agencyId } = tenants.agency;
  const principal: PersonPrincipal = {
    ...{ kind: 'person', personId: admin.personId, name: admin.name, roles: ['agency-admin'], agencyId },
  };
  if ((await desk.paths.listOf(tenants.agency, { limit: 1 })).paths.length > 0) return;
  const [{ courses }, { events }] = await Promise.all([
    listCatalogue(desk, { limit: 5 }),
    desk.events.listOf(tenants.agency, { limit: 1 }),
  ]);
  const [first, ...others] = courses;
  if (!first || others.length < 2) return;
  const { pathId } = await makePath(desk, { principal, order: orderOf(first, others, events) });
  await publishPath(desk, { principal, pathId });
}

interface Course {
  readonly courseId: string;
}

function orderOf(
  first: Course,
  others: readonly Course[],
  events: readonly { readonly eventId: string }[],
): PathOrder {
  const step = (stepId: string, of: string, after: string[] = []) => ({ stepId, of, after });
  return {
    ...{ title: 'Petugas layanan baru', audience: 'agency', unitIds: [], strict: true },
    about:
      'Untuk pegawai yang mulai bertugas di layanan: satu dasar bersama, dua pilihan, lalu bertemu praktisi.',
    groups: [
      {
        ...{ groupId: 'dasar', title: 'Dasar', needs: 'all' },
        steps: [{ ...step('dasar-1', first.courseId), kind: 'course' }],
      },
      {
        ...{ groupId: 'pilihan', title: 'Pendalaman', needs: Math.min(2, others.length) },
        steps: others.map(({ courseId }, n) => ({
          ...{ ...step(`pilihan-${n + 1}`, courseId, ['dasar']), kind: 'course' as const },
        })),
      },
      ...events.map(({ eventId }) => ({
        ...{ groupId: 'temu', title: 'Bertemu praktisi', needs: 'all' as const },
        steps: [{ ...step('temu-1', eventId), kind: 'event' as const }],
      })),
    ],
  };
}
