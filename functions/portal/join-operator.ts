import {
  createAgency,
  createProvider,
  invitePerson,
  listAgencies,
  listPeople,
  listProviders,
  organisationName,
  type PersonSummary,
} from '@sinau/identity';
import { type NoticeId, notify } from '@sinau/notifications';
import type { MailView, OperatorPorts, PersonRow } from '@sinau/web';
import type { PortalDeps } from './deps.ts';

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
      const person = await invitePerson(deps, { principal, request: { ...rest, roles: [...roles] } });
      const organisation = (await organisationName(deps, person.home)) ?? 'Sinau';
      await notify(
        { ...deps, onMailFailure: (error) => deps.log.error('invitation not queued', error) },
        {
          kind: 'person-invited',
          noticeId: `person-invited:${person.personId}` as NoticeId,
          personId: person.personId,
          params: { organisation },
          link: '/',
          email: { to: person.email, locale: person.locale ?? 'id' },
        },
      );
    },
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
