export { activateAgreement } from './activate-agreement.ts';
export {
  type AgencySharingDeps,
  decideSharing,
  listAgencySharing,
  type ProviderSharing,
  sharingHistory,
} from './agency-sharing.ts';
export {
  type Agreement,
  type LegalBasis,
  legalBases,
  type ShareableAttribute,
  type Standing,
  shareableAttributes,
  standingOf,
  type Terms,
  termsFor,
} from './agreement.ts';
export { type AgreementRequest, agreementRequestSchema, reasonSchema } from './agreement-request.ts';
export { closeAgreement, revokeAllAgreements } from './close-agreement.ts';
export {
  type Channel,
  channels,
  type DisclosedAttribute,
  disclosedAttributes,
  noteDisclosures,
} from './disclosure.ts';
export {
  changeDraft,
  draftAgreement,
  removeDraft,
  reviseAgreement,
  type VersionPlace,
} from './draft-agreement.ts';
export { listMyDisclosures, type OwnDisclosures } from './my-disclosures.ts';
export { noticeChanges } from './notice-changes.ts';
export type {
  AgencyDisclosures,
  AgreementStore,
  Disclosure,
  DisclosureStore,
  InForce,
  OrganisationPort,
  PersonDisclosures,
  Profile,
  ProfilePort,
  SharedValuesStore,
  SharingRules,
  SharingStore,
  SubjectStore,
  Traced,
  ValuesChange,
} from './ports.ts';
export { getAgreement, listActive, listAgreements } from './read-agreements.ts';
export {
  type SharedAttributes,
  type SharingDeps,
  sharedAttributes,
  sharedAttributesOfMany,
} from './shared-attributes.ts';
export type { SharingDecision } from './sharing-decision.ts';
export { type SplitName, splitName } from './split-name.ts';
