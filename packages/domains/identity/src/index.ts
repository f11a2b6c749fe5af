export { accessTokenSeconds } from './client/access-token.ts';
export {
  type ApiClient,
  type ClientSummary,
  type CreateClientRequest,
  createClientRequestSchema,
  grantableScopes,
} from './client/api-client.ts';
export { type AuthenticateDeps, authenticateClient } from './client/authenticate-client.ts';
export { cachedClients } from './client/cached-clients.ts';
export {
  type ChangeClientRequest,
  changeClient,
  changeClientRequestSchema,
} from './client/change-client.ts';
export { type ClientWithSecret, createClient } from './client/create-client.ts';
export { disableClient } from './client/disable-client.ts';
export { endClientSecret } from './client/end-client-secret.ts';
export { getClient } from './client/get-client.ts';
export { issueAccessToken } from './client/issue-access-token.ts';
export { listClients } from './client/list-clients.ts';
export type { ClientDirectory, ClientStore } from './client/ports.ts';
export {
  type RotateClientSecretRequest,
  rotateClientSecret,
  rotateClientSecretRequestSchema,
} from './client/rotate-client-secret.ts';
export { verifyAccessToken } from './client/verify-access-token.ts';
export {
  AlreadyTaken,
  ChangedMeanwhile,
  ClientInvalid,
  IdentityNotFound,
  InvalidField,
  NotAllowed,
  NotInvited,
  SignInFailed,
} from './errors.ts';
export {
  agencyIdSchema,
  type ClientId,
  clientIdSchema,
  personIdSchema,
  providerIdSchema,
  type UnitId,
  unitIdSchema,
} from './ids.ts';
export {
  type ChangeUnitRequest,
  changeUnit,
  changeUnitRequestSchema,
  type EndUnitRequest,
  endUnit,
  endUnitRequestSchema,
} from './organisation/change-unit.ts';
export { createAgency } from './organisation/create-agency.ts';
export { createProvider } from './organisation/create-provider.ts';
export { createUnit } from './organisation/create-unit.ts';
export { listAgencies, listProviders, listUnits } from './organisation/list-organisations.ts';
export {
  type Agency,
  type CreateAgencyRequest,
  type CreateProviderRequest,
  type CreateUnitRequest,
  createAgencyRequestSchema,
  createProviderRequestSchema,
  createUnitRequestSchema,
  type Provider,
  type Unit,
} from './organisation/organisation.ts';
export { organisationName } from './organisation/organisation-name.ts';
export type { OrganisationStore, UnitTree } from './organisation/ports.ts';
export { type ShownUnit, type ShownUnits, showUnits } from './organisation/show-units.ts';
export { type UnitPlace, unitPlace } from './organisation/unit-place.ts';
export { subtree, type UnitOnDay, unitOn, unitsOn } from './organisation/unit-tree.ts';
export { unitsUnder } from './organisation/units-under.ts';
export { hasLeftService } from './people/account.ts';
export { agenciesOf, agenciesOfNamed, namesOf, type PersonName } from './people/agencies-of.ts';
export { type AssignRolesRequest, assignRoles, assignRolesRequestSchema } from './people/assign-roles.ts';
export { grantableRoles, mayAdministerPerson } from './people/authority.ts';
export {
  type Career,
  dayIn,
  daySchema,
  defaultTimeZone,
  type Employment,
  levelsOf,
  onDay,
  type Post,
  type PostFamily,
  postFamilies,
  postLevels,
  type Station,
  timeZoneSchema,
} from './people/career.ts';
export {
  type ChangeMyProfileRequest,
  changeMyProfile,
  changeMyProfileRequestSchema,
} from './people/change-my-profile.ts';
export { type ChangePersonRequest, changePerson, changePersonRequestSchema } from './people/change-person.ts';
export { emailClaim, employeeNumberClaim } from './people/claims.ts';
export { closeLeavers } from './people/close-leavers.ts';
export { type Contact, contactOf } from './people/contact-of.ts';
export { disablePerson, enablePerson } from './people/disable-person.ts';
export { findPerson } from './people/find-person.ts';
export { getPerson } from './people/get-person.ts';
export { newestGrade } from './people/grade.ts';
export type { HeldRole } from './people/held-role.ts';
export { type InvitePersonRequest, invitePerson, invitePersonRequestSchema } from './people/invite-person.ts';
export {
  type ListedPeople,
  listMyTeam,
  listPeople,
  type PersonSummary,
  summaryOf,
} from './people/list-people.ts';
export { listUnitPeople } from './people/list-unit-people.ts';
export { isAwayOn, mayEnrolOn } from './people/may-enrol.ts';
export { type Member, memberByEmployeeNumber, membersOf } from './people/members-of.ts';
export { type MovePersonRequest, movePerson, movePersonRequestSchema } from './people/move-person.ts';
export { giveSupervisorRole, namedSupervisors } from './people/named-supervisors.ts';
export { operatorMadeBy } from './people/operator-made-by.ts';
export { currentEmployeeNumber, type Person, principalOf } from './people/person.ts';
export type { PeoplePage, PeopleStore } from './people/ports.ts';
export {
  type EducationLevel,
  educationLevels,
  type Grade,
  grades,
  type LegalStanding,
  legalStandings,
} from './people/rank.ts';
export { type Service, serviceOf, serviceOn } from './people/service.ts';
export { closeAllSessions, closeSession } from './session/close-session.ts';
export { openSession } from './session/open-session.ts';
export type { Session, SessionStore } from './session/ports.ts';
export { type OpenSession, readSession } from './session/read-session.ts';
export { sessionSeconds } from './session/session.ts';
export { type BegunSignIn, beginSignIn, signInSeconds } from './sign-in/begin-sign-in.ts';
export { type FinishedSignIn, finishSignIn } from './sign-in/finish-sign-in.ts';
export type { OidcClient, SignInAttempt, SignInClaims, SignInStore } from './sign-in/ports.ts';
export { returnPath } from './sign-in/return-path.ts';
export { signInPerson } from './sign-in/sign-in-person.ts';
export { tenantName, tenantSchema } from './tenant.ts';
export { endViewing, startViewing } from './viewing/start-viewing.ts';
export { mayBeViewed, viewingRequestSchema } from './viewing/viewing.ts';
