import type { Clock, Ids, Principal, ProviderId } from '@sinau/kernel';
import type { Agreement } from './agreement.ts';
import type { AgreementRequest } from './agreement-request.ts';
import { actor, assertPlatform } from './authority.ts';
import {
  AgreementChanged,
  AgreementNotFound,
  HasDraft,
  InvalidAgreement,
  NotADraft,
  TooManyAgreements,
} from './errors.ts';
import type { AgreementStore, OrganisationPort } from './ports.ts';

/** Versions of one provider; more than anybody looks through. */
export const maxVersions = 500;

export interface DraftDeps {
  readonly agreements: AgreementStore;
  readonly organisations: Pick<OrganisationPort, 'hasProvider' | 'agencyNames'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** One version of one agreement. */
export interface VersionPlace {
  readonly providerId: ProviderId;
  readonly agreementId: string;
  readonly version: number;
}

/** Begins an agreement with a provider; nothing leaves by a draft. */
export async function draftAgreement(
  deps: DraftDeps,
  input: {
    readonly principal: Principal;
    readonly providerId: ProviderId;
    readonly request: AgreementRequest;
  },
): Promise<Agreement> {
  assertPlatform(input.principal);
  if (!(await deps.organisations.hasProvider(input.providerId))) throw new AgreementNotFound();
  const place = { providerId: input.providerId, agreementId: deps.ids.uuid().toLowerCase(), version: 1 };
  await assertRoom(deps, input.providerId);
  return addDraft(deps, { ...input, place });
}

/** Begins the next version of an agreement that was active; the active one holds until the new one is activated. */
export async function reviseAgreement(
  deps: DraftDeps,
  input: {
    readonly principal: Principal;
    readonly providerId: ProviderId;
    readonly agreementId: string;
    readonly request: AgreementRequest;
  },
): Promise<Agreement> {
  assertPlatform(input.principal);
  const { providerId, agreementId } = input;
  const versions = await assertRoom(deps, providerId);
  const own = versions.filter((one) => one.agreementId === agreementId);
  if (own.length === 0) throw new AgreementNotFound();
  if (own.some(({ state }) => state === 'draft')) throw new HasDraft();
  const version = Math.max(...own.map((one) => one.version)) + 1;
  return addDraft(deps, { ...input, place: { providerId, agreementId, version } });
}

/** `rev`: the one that was read, so that nobody's words are lost. */
export async function changeDraft(
  deps: Pick<DraftDeps, 'agreements' | 'organisations'>,
  input: {
    readonly principal: Principal;
    readonly place: VersionPlace;
    readonly rev: number;
    readonly request: AgreementRequest;
  },
): Promise<Agreement> {
  const { agencyIds: _before, ...draft } = await draftAt(deps, input);
  await assertAgencies(deps, input.request);
  const next: Agreement = { ...draft, ...input.request, rev: input.rev };
  if ((await deps.agreements.changeDraft(next)) === 'conflict') throw new AgreementChanged();
  return { ...next, rev: next.rev + 1 };
}

export async function removeDraft(
  deps: Pick<DraftDeps, 'agreements'>,
  input: { readonly principal: Principal; readonly place: VersionPlace },
): Promise<void> {
  const draft = await draftAt(deps, input);
  if ((await deps.agreements.removeDraft(draft)) === 'conflict') throw new AgreementChanged();
}

async function draftAt(
  { agreements }: Pick<DraftDeps, 'agreements'>,
  { principal, place }: { readonly principal: Principal; readonly place: VersionPlace },
): Promise<Agreement> {
  assertPlatform(principal);
  const found = await agreements.find(place.providerId, place.agreementId, place.version);
  if (!found) throw new AgreementNotFound();
  if (found.state !== 'draft') throw new NotADraft();
  return found;
}

async function assertRoom({ agreements }: DraftDeps, providerId: ProviderId): Promise<readonly Agreement[]> {
  const versions = await agreements.listOf(providerId);
  if (versions.length >= maxVersions) throw new TooManyAgreements(maxVersions);
  return versions;
}

async function addDraft(
  deps: DraftDeps,
  given: {
    readonly principal: Principal;
    readonly place: VersionPlace;
    readonly request: AgreementRequest;
  },
): Promise<Agreement> {
  await assertAgencies(deps, given.request);
  const { by } = actor(given.principal);
  const draft: Agreement = {
    ...given.place,
    ...given.request,
    state: 'draft',
    createdAt: deps.clock.now().toISOString(),
    ...(by !== undefined && { createdBy: by }),
    rev: 1,
  };
  if ((await deps.agreements.add(draft)) === 'taken') throw new AgreementChanged();
  return draft;
}

async function assertAgencies(
  { organisations }: Pick<DraftDeps, 'organisations'>,
  { agencyIds }: AgreementRequest,
): Promise<void> {
  if (!agencyIds) return;
  const names = await organisations.agencyNames();
  const issues = agencyIds.flatMap((agencyId, index) =>
    names.has(agencyId)
      ? []
      : [{ path: `/agencyIds/${index}`, message: 'is not an agency of this platform' }],
  );
  if (issues.length > 0) throw new InvalidAgreement(issues);
}
