export {
  type Agreement,
  type LegalBasis,
  legalBases,
  type ShareableAttribute,
  type Standing,
  shareableAttributes,
  standingOf,
  type Terms,
} from './agreement.ts';
export {
  type Channel,
  channels,
  type DisclosedAttribute,
  disclosedAttributes,
  noteDisclosures,
} from './disclosure.ts';
export type {
  AgencyDisclosures,
  Disclosure,
  DisclosureStore,
  PersonDisclosures,
  Profile,
  ProfilePort,
  SharingRules,
  SubjectStore,
  Traced,
} from './ports.ts';
export { type SharedAttributes, sharedAttributes, sharedAttributesOfMany } from './shared-attributes.ts';
export { type SplitName, splitName } from './split-name.ts';
