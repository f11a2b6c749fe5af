import type { PersonId } from '@sinau/kernel';
import type { Evaluation } from './evaluation.ts';
import type { EvaluationStore } from './ports.ts';

interface Deps {
  readonly evaluations: EvaluationStore;
}

/** What somebody has said of what they learned, and as a supervisor of others. */
export async function saidBy(
  { evaluations }: Deps,
  personId: PersonId,
): Promise<{
  readonly own: readonly Evaluation[];
  readonly asSupervisor: readonly Evaluation[];
}> {
  const [own, places] = await Promise.all([evaluations.ofPerson(personId), evaluations.askedOf(personId)]);
  const others = await Promise.all(places.map((place) => evaluations.find(place)));
  const asked = others.flatMap((one) => one ?? []);
  return { own, asSupervisor: asked.filter(({ asked: by }) => by?.supervisorId === personId) };
}

/**
 * Takes back all that somebody has said, with the sums and words that it is in. One that is changed this moment is met by whoever looks again.
 * Tells how many were taken back.
 */
export async function forgetPerson({ evaluations }: Deps, personId: PersonId): Promise<number> {
  const { own, asSupervisor } = await saidBy({ evaluations }, personId);
  let taken = 0;
  for (const before of own) if ((await evaluations.step(before, undefined)) === 'done') taken += 1;
  for (const before of asSupervisor) {
    const { supervisor: _, asked, ...rest } = before;
    const after = { ...rest, ...(asked && { asked: { at: asked.at } }) };
    if ((await evaluations.step(before, after)) === 'done') taken += 1;
  }
  return taken;
}
