/** Names that LTI 1.3 Advantage gives to claims, messages, scopes and roles. */
const claimBase = 'https://purl.imsglobal.org/spec/lti/claim/';
const deepLinkingBase = 'https://purl.imsglobal.org/spec/lti-dl/claim/';

/** LTI core 1.3, 5.3 and 5.4. */
export const claims = {
  messageType: `${claimBase}message_type`,
  version: `${claimBase}version`,
  deploymentId: `${claimBase}deployment_id`,
  targetLinkUri: `${claimBase}target_link_uri`,
  resourceLink: `${claimBase}resource_link`,
  roles: `${claimBase}roles`,
  context: `${claimBase}context`,
  toolPlatform: `${claimBase}tool_platform`,
  launchPresentation: `${claimBase}launch_presentation`,
  lis: `${claimBase}lis`,
  custom: `${claimBase}custom`,
  roleScopeMentor: `${claimBase}role_scope_mentor`,
  forUser: `${claimBase}for_user`,
  deepLinkingSettings: `${deepLinkingBase}deep_linking_settings`,
  contentItems: `${deepLinkingBase}content_items`,
  data: `${deepLinkingBase}data`,
  message: `${deepLinkingBase}msg`,
  log: `${deepLinkingBase}log`,
  errorMessage: `${deepLinkingBase}errormsg`,
  errorLog: `${deepLinkingBase}errorlog`,
  /** Assignment and Grade Services 2.0, 3.1. */
  grades: 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint',
  /** Names and Role Provisioning Services 2.0, 3.6.1. */
  roster: 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice',
} as const;

export const messageTypes = [
  'LtiResourceLinkRequest',
  'LtiDeepLinkingRequest',
  'LtiSubmissionReviewRequest',
] as const;
export type MessageType = (typeof messageTypes)[number];

/** Kinds of personal data that messages and rosters can hold beside the pseudonym. */
export type PersonalAttribute = 'name' | 'email' | 'employee-number' | 'agency' | 'unit' | 'locale';

/** What a tool may be granted at the token endpoint. */
export const serviceScopes = [
  'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
  'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly',
  'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly',
  'https://purl.imsglobal.org/spec/lti-ags/scope/score',
  'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
] as const;
export type ServiceScope = (typeof serviceScopes)[number];

/** Kind of every context of ours (LTI core 1.3, A.1). */
export const courseOffering = 'http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering';

export const productFamily = 'sinau';

/** LTI core 1.3, A.2. */
export const roleUris = {
  learner: 'http://purl.imsglobal.org/vocab/lis/v2/membership#Learner',
  instructor: 'http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor',
} as const;
