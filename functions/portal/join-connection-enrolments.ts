import type { CourseId } from '@sinau/catalogue';
import { type Connection, ConnectionNotFound, kindTraits, ownConnection } from '@sinau/connectors';
import {
  confirmAccount,
  defaultSettings,
  enrolmentSettingsSchema,
  isRetryable,
  type ProviderEnrolment,
  retryEnrolment,
} from '@sinau/connectors/enrolments';
import { InvalidInput, type PersonPrincipal } from '@sinau/kernel';
import type { ConnectionEnrolmentsPorts, ProviderEnrolmentRow } from '@sinau/web';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';
import { requestOfForm } from './request-of-form.ts';

const pageSize = 50;

/** Enrolments through a connection of one's own provider; anybody else's connection is not found. */
export function joinConnectionEnrolments(deps: PortalDeps): ConnectionEnrolmentsPorts {
  const own = async (principal: PersonPrincipal, connectionId: string) =>
    ownConnection(await deps.connectors(), { principal, connectionId });
  /** Anybody else's enrolment is not found either. */
  async function ownEnrolment(
    principal: PersonPrincipal,
    { connectionId, registration }: { readonly connectionId: string; readonly registration: string },
  ): Promise<ProviderEnrolment> {
    const connection = await own(principal, connectionId);
    const found = await (await deps.providerEnrolments()).find(registration);
    if (found?.connectionId !== connection.connectionId) throw new ConnectionNotFound();
    return found;
  }
  return {
    async enrolmentsOf(principal, { connectionId, group, page }) {
      const connection = await own(principal, connectionId);
      const store = await deps.providerEnrolments();
      const pages = sealedPages(deps, {
        list: 'provider-enrolments',
        by: principal,
        of: [connectionId, group],
      });
      const { enrolments, next } = await store.listOfConnection(connection.connectionId, group, {
        limit: pageSize,
        ...pages.open(page),
      });
      const settings = (await store.settingsOf(connection.connectionId)) ?? defaultSettings(connection);
      return {
        settings,
        rows: await inTurns(enrolments, (one) => rowOf(deps, connection, one)),
        ...(next !== undefined && { next: pages.seal(next) }),
      };
    },
    async retryEnrolment(principal, { connectionId, registration }) {
      const providerEnrolments = await deps.providerEnrolments();
      const found = await ownEnrolment(principal, { connectionId, registration });
      return retryEnrolment({ providerEnrolments, clock: deps.clock }, found);
    },
    async confirmAccount(principal, { account, ...at }) {
      const before = await ownEnrolment(principal, at);
      const providerEnrolments = await deps.providerEnrolments();
      const given = { before, account, by: principal.personId };
      return confirmAccount({ providerEnrolments, clock: deps.clock }, given);
    },
    async saveEnrolmentSettings(principal, connectionId, settings) {
      const connection = await own(principal, connectionId);
      const parsed = requestOfForm(enrolmentSettingsSchema, settings);
      if (parsed.enrols && !kindTraits[connection.kind].enrols) {
        throw new InvalidInput('Nobody can be enrolled through a connection of this kind.');
      }
      const store = await deps.providerEnrolments();
      await store.saveSettings(connection.connectionId, parsed);
    },
  };
}

async function rowOf(
  deps: PortalDeps,
  connection: Connection,
  one: ProviderEnrolment,
): Promise<ProviderEnrolmentRow> {
  const { registration, externalCourseId, state, tries, createdAt, updatedAt } = one;
  const course = await deps.courses.find(one.courseId as CourseId);
  const { externalLearnerId, reason, said, dueAt, deadlineAt } = one;
  return {
    ...{ registration, externalCourseId, state, tries, createdAt, updatedAt },
    course: course?.title ?? { id: one.courseId },
    retryable: isRetryable(one),
    ...(externalLearnerId !== undefined && { externalLearnerId }),
    ...(await accountOf(deps, connection, one)),
    ...(reason !== undefined && { reason }),
    ...(said !== undefined && { said }),
    ...(dueAt !== undefined && { nextAt: dueAt, until: deadlineAt }),
  };
}

/** How the account that is missing there comes to be, and whether one can be named. */
async function accountOf(
  deps: PortalDeps,
  { kind, openedx, baseUrl }: Connection,
  one: ProviderEnrolment,
): Promise<Pick<ProviderEnrolmentRow, 'subject' | 'account'>> {
  const { reason, proposedAccount } = one;
  if (reason !== 'account-missing' && reason !== 'account-unconfirmed') return {};
  const proposed = proposedAccount === undefined ? {} : { proposed: proposedAccount };
  if (kind === 'moodle') {
    const page = `${baseUrl?.replace(/\/+$/, '')}/user/profile.php?id=${proposedAccount}`;
    const account = {
      by: 'id',
      ...proposed,
      ...(proposedAccount !== undefined && { profile: page }),
    } as const;
    return { account, subject: await deps.subjectOf(one) };
  }
  if (kind !== 'openedx') return { subject: await deps.subjectOf(one) };
  const account = { by: 'name', ...proposed } as const;
  if (openedx?.learnersBy !== 'pseudonym') return { account };
  const { openEdxUsername } = await import('@sinau/rostering/openedx');
  return { account, subject: openEdxUsername(await deps.subjectOf(one)) };
}
