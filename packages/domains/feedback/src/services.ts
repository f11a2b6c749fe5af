import type { Clock, Ids, PersonPrincipal } from '@sinau/kernel';
import { agencyOf, type Caller, ownService } from './authority.ts';
import { FeedbackChanged, FeedbackFull } from './errors.ts';
import type { ServiceStore } from './ports.ts';
import { mostServices, type Service, type ServiceId, type ServiceRequest } from './service.ts';

interface Deps {
  readonly services: ServiceStore;
  readonly clock: Clock;
}

/** Those of one's agency, by name. */
export async function listServices(
  { services }: { readonly services: Pick<ServiceStore, 'list'> },
  { principal }: { readonly principal: Caller },
): Promise<readonly Service[]> {
  const found = await services.list(agencyOf(principal));
  return found.toSorted((a, b) => a.name.localeCompare(b.name, 'id'));
}

export async function addService(
  deps: Deps & { readonly ids: Ids },
  { principal, request }: { readonly principal: PersonPrincipal; readonly request: ServiceRequest },
): Promise<Service> {
  const agencyId = agencyOf(principal);
  if ((await deps.services.list(agencyId)).length >= mostServices) throw new FeedbackFull();
  const service: Service = {
    ...{ serviceId: deps.ids.uuid() as ServiceId, agencyId, ...request },
    ...{ state: 'open', createdAt: deps.clock.now().toISOString(), rev: 0 },
  };
  if ((await deps.services.save(service)) === 'conflict') throw new FeedbackChanged();
  return { ...service, rev: 1 };
}

/** Name and words of a service, whole. `rev`: as it was read. */
export async function changeService(
  deps: Pick<Deps, 'services'>,
  input: {
    readonly principal: PersonPrincipal;
    readonly serviceId: ServiceId;
    readonly request: ServiceRequest;
    readonly rev: number;
  },
): Promise<void> {
  const { about: _, unit: __, ...found } = await ownService(deps, input);
  await write(deps, { ...found, ...input.request, rev: input.rev });
}

/** Takes a service out of public, or brings it back. Surveys, answers and promises stay. */
export async function openOrClose(
  deps: Pick<Deps, 'services'>,
  input: {
    readonly principal: PersonPrincipal;
    readonly serviceId: ServiceId;
    readonly state: Service['state'];
  },
): Promise<void> {
  const found = await ownService(deps, input);
  if (found.state !== input.state) await write(deps, { ...found, state: input.state });
}

async function write({ services }: Pick<Deps, 'services'>, next: Service): Promise<void> {
  if ((await services.save(next)) === 'conflict') throw new FeedbackChanged();
}
