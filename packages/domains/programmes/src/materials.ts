import { type Clock, type Ids, namingFile, type PersonPrincipal, plainFileName } from '@sinau/kernel';
import { isOfOffice, ownEvent } from './authority.ts';
import { EventChanged, EventFixed, EventNotFound } from './errors.ts';
import type { Event, EventId, Material } from './event.ts';
import type { EventStore, MaterialProblem, MaterialRoom, SeatStore } from './ports.ts';
import { takesPart } from './read-events.ts';

/** A door that takes forms takes six megabytes in all, packed into text. */
export const mostMaterialBytes = 4 * 1024 * 1024;
const mostMaterials = 20;

interface Deps {
  readonly events: Pick<EventStore, 'find' | 'save'>;
  readonly materials: MaterialRoom;
  readonly clock: Clock;
}

interface Where {
  readonly principal: PersonPrincipal;
  readonly eventId: EventId;
}

/** Keeps a PDF for those who take part, also after the event. What is no honest PDF is refused, and nothing is kept. The same file twice is one. */
export async function addMaterial(
  deps: Deps & { readonly ids: Ids },
  input: Where & { readonly name: string; readonly bytes: Uint8Array },
): Promise<'added' | MaterialProblem> {
  const event = await ownEvent(deps, input);
  const { bytes, name, eventId } = input;
  if (event.state === 'cancelled') throw new EventFixed();
  const { materials: known = [] } = event;
  if (bytes.length > mostMaterialBytes) return 'too-large';
  const seen = await deps.materials.inspect(bytes);
  if ('problem' in seen) return seen.problem;
  if (known.some(({ sha256 }) => sha256 === seen.sha256)) return 'added';
  if (known.length >= mostMaterials) return 'too-many';
  const material: Material = {
    ...{ materialId: deps.ids.uuid(), name: plainFileName(name, 'PDF'), sizeBytes: bytes.length, ...seen },
    ...{ addedAt: deps.clock.now().toISOString(), addedBy: input.principal.personId },
  };
  const place = { eventId, materialId: material.materialId };
  await deps.materials.put(place, bytes);
  const remove = () => deps.materials.remove(place);
  await namingFile(save(deps, { ...event, materials: [...known, material] }), { lost: EventChanged, remove });
  return 'added';
}

export async function removeMaterial(
  deps: Deps,
  input: Where & { readonly materialId: string },
): Promise<void> {
  const event = await ownEvent(deps, input);
  const { eventId, materialId } = input;
  const left = (event.materials ?? []).filter((one) => one.materialId !== materialId);
  if (left.length === (event.materials ?? []).length) throw new EventNotFound();
  await save(deps, { ...event, materials: left });
  await deps.materials.remove({ eventId, materialId });
}

async function save({ events, clock }: Deps, next: Event): Promise<void> {
  const outcome = await events.save({ ...next, updatedAt: clock.now().toISOString() });
  if (outcome !== 'saved') throw new EventChanged();
}

/** The file as it was sent, for those who take part and for the office that holds the event; to others there is none (case C4). */
export async function readMaterial(
  deps: Omit<Deps, 'events' | 'clock'> & {
    readonly events: Pick<EventStore, 'find'>;
    readonly seats: Pick<SeatStore, 'find'>;
  },
  { principal, eventId, materialId }: Where & { readonly materialId: string },
): Promise<{ readonly material: Material; readonly bytes: Uint8Array }> {
  const [event, seat] = await Promise.all([
    deps.events.find(eventId),
    deps.seats.find(eventId, principal.personId),
  ]);
  const material = event?.materials?.find((one) => one.materialId === materialId);
  const mayRead = event && (takesPart(seat) || isOfOffice(principal, event));
  if (!material || !mayRead) throw new EventNotFound();
  const bytes = await deps.materials.get({ eventId, materialId });
  if (!bytes) throw new EventNotFound();
  return { material, bytes };
}
