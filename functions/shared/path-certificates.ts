import type { CompletedCourse } from '@sinau/credentials';
import type { OrganisationStore, PeopleStore } from '@sinau/identity';
import type { PersonId, ProviderId } from '@sinau/kernel';
import type { PathId, PathMemberStore, PathStore } from '@sinau/programmes';
import { ownerName } from './event-attendances.ts';

export interface PathCertificateDeps {
  readonly paths: Pick<PathStore, 'find' | 'version'>;
  readonly members: Pick<PathMemberStore, 'find'>;
  readonly people: Pick<PeopleStore, 'find'>;
  readonly organisations: OrganisationStore;
}

/** A finished learning path, as certificates ask for it. It states no JP: those are counted at its steps, and once. */
export async function finishedPath(
  deps: PathCertificateDeps,
  asked: { readonly pathId: string; readonly personId: string },
): Promise<CompletedCourse | 'taken-back' | undefined> {
  const [pathId, personId] = [asked.pathId as PathId, asked.personId as PersonId];
  const [path, member, person] = await Promise.all([
    deps.paths.find(pathId),
    deps.members.find(pathId, personId),
    deps.people.find(personId),
  ]);
  if (!path || !member || !person) return undefined;
  const version = await deps.paths.version(pathId, member.version);
  if (!version || member.completedAt === undefined) return 'taken-back';
  const { owner } = path;
  const held = owner.kind === 'agency' ? owner.agencyId : owner.providerId;
  const { title, about } = version.terms;
  // Finished before it was begun: by courses from earlier years.
  const startedAt = [member.joinedAt, ...member.done.map(({ at }) => at)].toSorted()[0] ?? member.joinedAt;
  return {
    ...{ personId, holderName: person.name, startedAt, completedAt: member.completedAt },
    ...(member.agencyId !== undefined && { agencyId: member.agencyId }),
    course: {
      ...{ kind: 'path', courseId: pathId, version: version.version, title: { id: title } },
      description: { id: about ?? '' },
      providerId: held as string as ProviderId,
      providerName: await ownerName(deps, owner),
    },
  };
}
