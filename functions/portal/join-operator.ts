import {
  createAgency,
  createProvider,
  invitePerson,
  listAgencies,
  listPeople,
  listProviders,
  type PersonSummary,
} from '@sinau/identity';
import type { MailView, OperatorPorts, PersonRow } from '@sinau/web';
import type { PortalDeps } from './deps.ts';
import { healthOf } from './health.ts';

export function joinOperator(deps: PortalDeps): OperatorPorts {
  const { outbox } = deps;
  return {
    agencies: (principal) => listAgencies(deps, { principal }),
    createAgency: async (principal, request) => {
      await createAgency(deps, { principal, request });
    },
    providers: (principal) => listProviders(deps, { principal }),
    createProvider: async (principal, request) => {
      await createProvider(deps, { principal, request });
    },
    people: async (principal, { tenant, pageToken }) => {
      const page = await listPeople(deps, {
        principal,
        tenant,
        ...(pageToken !== undefined && { pageToken }),
      });
      return {
        people: page.people.map(rowOf),
        ...(page.nextPageToken && { nextPageToken: page.nextPageToken }),
      };
    },
    invite: async (principal, { roles, ...rest }) => {
      // The mail follows the fact that the invitation leaves behind.
      await invitePerson(deps, { principal, request: { ...rest, roles: [...roles] } });
    },
    health: () => healthOf(deps),
    ...(outbox && {
      outbox: async () =>
        (await outbox()).map(
          ({ noticeId, to, subject, text, sentAt }): MailView => ({
            mailId: noticeId,
            at: sentAt,
            to,
            subject,
            text,
          }),
        ),
    }),
  };
}

function rowOf(person: PersonSummary): PersonRow {
  const { personId, name, email, roles, status, maskedEmployeeNumber } = person;
  return {
    personId,
    name,
    email,
    roles,
    status,
    ...(maskedEmployeeNumber !== undefined && { maskedEmployeeNumber }),
  };
}
