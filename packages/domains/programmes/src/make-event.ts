import type { AgencyId, Clock, Ids, PersonPrincipal } from '@sinau/kernel';
import { officeOf } from './authority.ts';
import { EventChanged, EventIncomplete } from './errors.ts';
import { type Event, type EventId, type EventTerms, type Owner, spanOf } from './event.ts';
import { findIssues, type PlannedAt } from './find-issues.ts';
import type { EventStore, FormDirectory } from './ports.ts';

export interface MakeEventDeps {
  readonly events: Pick<EventStore, 'save'>;
  readonly forms: FormDirectory;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** A draft, which nobody but its office sees. Its terms fit together already. */
export async function makeEvent(
  deps: MakeEventDeps,
  { principal, terms }: { readonly principal: PersonPrincipal; readonly terms: EventTerms },
): Promise<Event> {
  const owner = officeOf(principal);
  const now = deps.clock.now().toISOString();
  await requireWhole(deps, { owner, now }, terms);
  const event: Event = {
    ...terms,
    ...{ eventId: deps.ids.uuid() as EventId, owner, state: 'draft' },
    ...{ createdBy: principal.personId, createdAt: now, updatedAt: now, rev: 0 },
  };
  if ((await deps.events.save(event)) !== 'saved') throw new EventChanged();
  return { ...event, rev: 1 };
}

/** Rejects with `EventIncomplete`. An agency's own rules may count a form in another way; a provider's event goes by those of the nation. */
export async function requireWhole(
  { forms }: { readonly forms: FormDirectory },
  { owner, ...times }: PlannedAt & { readonly owner: Owner },
  terms: EventTerms,
): Promise<void> {
  const agencyId = owner.kind === 'agency' ? owner.agencyId : ('' as AgencyId);
  const on = spanOf(terms).endsAt.slice(0, 10);
  const unit = await forms.unitOf({ form: terms.form, agencyId, on });
  const issues = findIssues(terms, unit, times);
  const mayInvite =
    terms.audience === 'all' || (terms.audience === 'partners') === (owner.kind === 'provider');
  const all = mayInvite ? issues : [...issues, { path: '/audience', message: whom[owner.kind] }];
  if (all.length > 0) throw new EventIncomplete(all);
}

const whom: Readonly<Record<Owner['kind'], string>> = {
  agency: 'of an agency is everybody, its people or its units',
  provider: 'of a provider is everybody, or agencies with an agreement',
};
