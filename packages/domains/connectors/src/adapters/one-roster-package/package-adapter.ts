import { catalogueOf, type RosterFile, rosterOf } from '@sinau/rostering/one-roster-package';
import type { ConnectionId } from '../../connection.ts';
import type { PackageStore } from '../../packages/ports.ts';
import { filesOf } from '../../packages/roster-data.ts';
import { AdapterFailure, type Capability, type ProviderAdapter } from '../../ports.ts';
import { withoutServices } from '../without-services.ts';

type Store = Pick<PackageStore, 'findSlot' | 'readRows'>;

/** A university that sends packages of OneRoster: what counted last is what it says. It can be told nothing. */
export function createPackageAdapter(packages: Store, connectionId: ConnectionId): ProviderAdapter {
  const read = async <File extends RosterFile>(
    needed: readonly File[],
    files: readonly RosterFile[] = needed,
  ): Promise<Awaited<ReturnType<typeof filesOf>>> => {
    const slot = await packages.findSlot(connectionId);
    if (!slot || needed.some((file) => !slot.contents[file])) {
      throw new AdapterFailure('function-missing', { passing: false });
    }
    return filesOf(packages, slot, files);
  };
  // Asked class by class; its rows are read once.
  let roster: ReturnType<typeof rosterOf> | undefined;
  return {
    ...withoutServices(),
    test: () => testPackages(packages, connectionId),
    async *readCourses() {
      yield* catalogueOf(await read(['courses', 'classes'], ['courses', 'classes', 'academicSessions']));
    },
    async rosterSent() {
      const slot = await packages.findSlot(connectionId);
      const kept = slot?.contents.enrollments;
      if (!slot || !kept) return undefined;
      const last = slot.packages.find(({ files }) => files.some(({ file }) => file === 'enrollments'));
      // Bulk is everything, and a delta is laid over it.
      return { at: last?.at ?? kept.at, isWhole: true };
    },
    async *readEnrolments(externalCourseId) {
      roster ??= rosterOf(await read(['enrollments'], ['enrollments', 'users']));
      yield* roster.of(externalCourseId);
    },
  };
}

/** What packages have brought so far; what they have not is named as the file that brings it. */
async function testPackages(packages: Store, connectionId: ConnectionId): Promise<readonly Capability[]> {
  const contents = (await packages.findSlot(connectionId))?.contents ?? {};
  const capability = (name: Capability['name'], needed: readonly RosterFile[]): Capability => {
    const missing = needed.flatMap((file) => (contents[file] ? [] : [`${file}.csv`]));
    return missing.length > 0 ? { name, state: 'missing', missing } : { name, state: 'works' };
  };
  return [
    capability('catalogue', ['academicSessions', 'courses', 'classes']),
    { name: 'enrolment', state: 'not-offered' },
    capability('results', ['lineItems', 'results']),
  ];
}
