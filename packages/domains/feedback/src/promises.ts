import type { Clock, Ids, PersonPrincipal } from '@sinau/kernel';
import { ownService } from './authority.ts';
import { FeedbackChanged, FeedbackFull, FeedbackNotFound } from './errors.ts';
import type { ServiceStore } from './ports.ts';
import { mostPromises, type PromiseId, type PromiseRequest, type ServicePromise } from './promise.ts';
import type { ServiceId } from './service.ts';

interface Deps {
  readonly services: ServiceStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Makes a promise, or changes the one named. It is told in public at once. */
export async function setPromise(
  deps: Deps,
  input: {
    readonly principal: PersonPrincipal;
    readonly serviceId: ServiceId;
    readonly request: PromiseRequest;
    /** Of a promise that is there, as it was read. */
    readonly existing?: { readonly promiseId: PromiseId; readonly rev: number };
  },
): Promise<ServicePromise> {
  const { agencyId, serviceId } = await ownService(deps, input);
  const place = { agencyId, serviceId };
  const { existing, request } = input;
  if (existing && !(await deps.services.findPromise(place, existing.promiseId))) throw new FeedbackNotFound();
  if (!existing && (await deps.services.promises(place)).length >= mostPromises) throw new FeedbackFull();
  const promiseId = existing?.promiseId ?? (deps.ids.uuid() as PromiseId);
  const updatedAt = deps.clock.now().toISOString();
  const next: ServicePromise = { ...place, promiseId, ...request, updatedAt, rev: existing?.rev ?? 0 };
  if ((await deps.services.savePromise(next)) === 'conflict') throw new FeedbackChanged();
  return { ...next, rev: next.rev + 1 };
}
