import { contactOf, type HeldRole, type PeopleStore } from '@sinau/identity';
import type { Clock, PersonId, Tenant } from '@sinau/kernel';
import {
  type MailQueue,
  type NoticeContent,
  type NoticeId,
  type NoticeStore,
  notify,
} from '@sinau/notifications';

export interface TellDeps {
  readonly people: PeopleStore;
  readonly notices: NoticeStore;
  readonly mail: MailQueue;
  readonly clock: Clock;
  readonly onMailFailure: (error: unknown) => void;
}

/** Who holds a role in a tenant. */
export const holdersOf = (
  { people }: { readonly people: Pick<PeopleStore, 'listHolders'> },
  home: Tenant,
  role: HeldRole,
): Promise<readonly PersonId[]> => people.listHolders(home, role);

/** More are a mailing list and no people on duty. */
const mostOperators = 50;

/** Operators who are told of what the platform cannot mend by itself. */
export const operatorsOnDuty = async (deps: Pick<TellDeps, 'people'>): Promise<readonly PersonId[]> =>
  (await holdersOf(deps, { kind: 'platform' }, 'operator')).slice(0, mostOperators);

/** In the inbox and by mail; a person who left is told nothing. */
export async function tell(
  deps: TellDeps,
  fact: { readonly eventId: string; readonly personId: string },
  content: NoticeContent & { readonly link?: string },
): Promise<void> {
  const personId = fact.personId as PersonId;
  const contact = await contactOf(deps, personId);
  if (!contact) return;
  await notify(deps, {
    ...content,
    personId,
    noticeId: fact.eventId as NoticeId,
    email: { to: contact.email, locale: contact.locale },
  });
}
