import { type PersonId, plainFileName, Unavailable } from '@sinau/kernel';
import { isInside, type Meeting, type MeetingMaterial } from './community.ts';
import { CommunityChanged, CommunityNotFound, CommunityNotNow } from './errors.ts';
import { type CommunityDeps, seenCommunity } from './lead.ts';
import { type AskedMeeting, ledMeeting } from './meet.ts';
import type { CommunityStore, MeetingMaterialProblem, MeetingMaterialRoom } from './ports.ts';

/** A door that takes forms takes six megabytes in all, packed into text. */
export const mostMaterialBytes = 4 * 1024 * 1024;
const mostMaterials = 20;

/** Members may say in the same moment that they were there. */
const rounds = 20;

type Deps = CommunityDeps & { readonly materials: MeetingMaterialRoom };

/**
 * A facilitator keeps a PDF for members: before the meeting, at it, and after it. What is no honest PDF is refused, and nothing is kept. The same file
 * twice is one, of whoever brought it first: `known`.
 */
export async function addMeetingMaterial(
  deps: Deps,
  input: AskedMeeting & { readonly name: string; readonly bytes: Uint8Array },
): Promise<'added' | 'known' | MeetingMaterialProblem> {
  const { bytes, place, principal } = input;
  // First of all whether they may, and then the file.
  await addableMeeting(deps, input);
  if (bytes.length > mostMaterialBytes) return 'too-large';
  const seen = await deps.materials.inspect(bytes);
  if ('problem' in seen) return seen.problem;
  const material: MeetingMaterial = {
    ...{ materialId: deps.ids.uuid(), name: plainFileName(input.name, 'PDF'), sizeBytes: bytes.length },
    ...{ ...seen, addedAt: deps.clock.now().toISOString(), addedBy: principal.personId },
  };
  // The file before its name: a meeting that names a file which is not there would mislead.
  const at = { ...place, materialId: material.materialId };
  await deps.materials.put(at, bytes);
  const outcome = await nameIt(deps, input, material).catch(async (refused: unknown) => {
    // After a time-out something may name it, so it stays then.
    if (!(refused instanceof Unavailable)) await deps.materials.remove(at);
    throw refused;
  });
  if (outcome === 'named') return 'added';
  await deps.materials.remove(at);
  return outcome;
}

async function nameIt(
  deps: Deps,
  asked: AskedMeeting,
  material: MeetingMaterial,
): Promise<'named' | 'known' | 'too-many'> {
  for (let round = 0; round < rounds; round += 1) {
    const meeting = await addableMeeting(deps, asked);
    const { materials = [] } = meeting;
    if (materials.some(({ sha256 }) => sha256 === material.sha256)) return 'known';
    if (materials.length >= mostMaterials) return 'too-many';
    const next = { ...meeting, materials: [...materials, material], updatedAt: material.addedAt };
    if ((await deps.communities.saveMeeting(next)) === 'saved') return 'named';
  }
  throw new CommunityChanged();
}

async function addableMeeting(deps: Deps, asked: AskedMeeting): Promise<Meeting> {
  const meeting = await ledMeeting(deps, asked);
  if (meeting.state === 'cancelled') throw new CommunityNotNow();
  return meeting;
}

/** Files are for those who are in the community now; minutes for whoever was at the meeting as well. */
async function isReader(
  deps: Pick<CommunityDeps, 'communities'>,
  { principal, place: { communityId } }: AskedMeeting,
): Promise<boolean> {
  const { community, member } = await seenCommunity(deps, { principal, communityId });
  return isInside(community, member, principal);
}

/** A facilitator takes a file away, for good. */
export async function removeMeetingMaterial(
  deps: Deps,
  input: AskedMeeting & { readonly materialId: string },
): Promise<void> {
  const { place, materialId } = input;
  await ledMeeting(deps, input);
  const isMeant = (one: MeetingMaterial) => one.materialId === materialId;
  if (!(await unname(deps.communities, place, isMeant))) throw new CommunityNotFound();
  await deps.materials.remove({ ...place, materialId });
}

/** Whether one of them was there. */
async function unname(
  communities: CommunityStore,
  place: AskedMeeting['place'],
  isMeant: (one: MeetingMaterial) => boolean,
): Promise<boolean> {
  for (let round = 0; round < rounds; round += 1) {
    const meeting = await communities.findMeeting(place);
    if (!meeting?.materials?.some(isMeant)) return false;
    const materials = meeting.materials.filter((one) => !isMeant(one));
    if ((await communities.saveMeeting({ ...meeting, materials })) === 'saved') return true;
  }
  throw new CommunityChanged();
}

/** The file as it was sent, for those who are in the community; to others there is none. */
export async function readMeetingMaterial(
  deps: Pick<Deps, 'communities' | 'materials'>,
  input: AskedMeeting & { readonly materialId: string },
): Promise<Uint8Array> {
  const { place, materialId } = input;
  const [mayRead, meeting] = await Promise.all([isReader(deps, input), deps.communities.findMeeting(place)]);
  const isNamed = meeting?.materials?.some((one) => one.materialId === materialId) === true;
  const bytes = mayRead && isNamed ? await deps.materials.get({ ...place, materialId }) : undefined;
  if (!bytes) throw new CommunityNotFound();
  return bytes;
}

/** Files that somebody has added, by meeting; also where they have left. */
export async function materialsBy(
  communities: CommunityStore,
  personId: PersonId,
): Promise<readonly { readonly meeting: Meeting; readonly materials: readonly MeetingMaterial[] }[]> {
  const members = await communities.ofPerson(personId);
  const meetings = await Promise.all(members.map(({ communityId }) => communities.meetingsOf(communityId)));
  return meetings.flat().flatMap((meeting) => {
    const materials = (meeting.materials ?? []).filter(({ addedBy }) => addedBy === personId);
    return materials.length > 0 ? [{ meeting, materials }] : [];
  });
}

/** How many files `forgetMaterials` would take away now. */
export async function countMaterials(communities: CommunityStore, personId: PersonId): Promise<number> {
  const own = await materialsBy(communities, personId);
  return own.reduce((sum, { materials }) => sum + materials.length, 0);
}

/** Takes away what somebody has added: it is what they wrote. JP of others rest on minutes and attendance alone. Tells how many files went. */
export async function forgetMaterials(
  {
    communities,
    materials: room,
  }: Pick<Deps, 'communities'> & { readonly materials: Pick<MeetingMaterialRoom, 'remove'> },
  personId: PersonId,
): Promise<number> {
  let taken = 0;
  for (const { meeting, materials } of await materialsBy(communities, personId)) {
    // The files first: while the meeting names them, another try finds them.
    for (const { materialId } of materials) await room.remove({ ...meeting, materialId });
    await unname(communities, meeting, ({ addedBy }) => addedBy === personId);
    taken += materials.length;
  }
  return taken;
}
