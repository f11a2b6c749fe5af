export {
  type Account,
  type Activity,
  type ActivityDefinition,
  type Actor,
  type Agent,
  type AgentObject,
  type Attachment,
  type Context,
  type ContextActivities,
  type ContextActivityKind,
  type ContextAgent,
  type ContextGroup,
  contextActivityKinds,
  type Extensions,
  type Group,
  type InteractionComponent,
  type InteractionType,
  type InverseFunctionalIdentifier,
  type JsonValue,
  type Result,
  type Score,
  type Statement,
  type StatementBase,
  type StatementObject,
  type StatementRef,
  type StatementResult,
  type StoredStatement,
  type SubStatement,
  type SubStatementObject,
  type Verb,
  type XapiVersion,
} from './model.ts';
export { decodeUtf8, type JsonParse, parseJson } from './parse-json.ts';
export {
  parseActor,
  parseAgent,
  parseStatement,
  parseStatements,
  type Refused,
  type StatementParse,
  type StatementsParse,
} from './parse-statement.ts';
export {
  type DocumentMethod,
  type DocumentOwner,
  type DocumentQuery,
  parseActivitiesQuery,
  parseAgentsQuery,
  parseDocumentQuery,
  parsePutStatementQuery,
} from './query/document-query.ts';
export type { QueryParameters } from './query/parameters.ts';
export {
  parseStatementQuery,
  type StatementFilter,
  type StatementFormat,
  type StatementOutput,
  type StatementQuery,
} from './query/statement-query.ts';
export { canonicalJson, comparableForm } from './statement/comparable-form.ts';
export { type CanonicalSources, formatCanonical, formatIds } from './statement/formats.ts';
export { identityOf, sameAgent } from './statement/identity.ts';
export { prepareForStorage, type StorageStamp } from './statement/prepare.ts';
export { type Concern, concernOf, pseudonymise, type Redaction } from './statement/redact.ts';
export { compactJson, jsonMembers, partsOf, type Sourced, writeLike } from './statement/source-text.ts';
export {
  activitiesIn,
  agentsIn,
  contextActivitiesOf,
  describedActivities,
  isVoiding,
  registrationOf,
  subStatementOf,
  type Targets,
  targetOf,
  verbOf,
} from './statement/targets.ts';
export { parseTimestamp, toUtcTimestamp } from './syntax/timestamp.ts';
export { attachmentsOf, matchAttachments, type Sha2, type Sha2Algorithm } from './transfer/attachments.ts';
export { type MediaType, parseMediaType } from './transfer/media-type.ts';
export { type AttachmentData, type Part, parseMultipart, writeMultipart } from './transfer/multipart.ts';
export {
  checkSignatures,
  type SignatureAlgorithm,
  signatureUsageType,
  type VerifyWithCertificate,
} from './transfer/signature.ts';
export { voidedVerb } from './validation/statement.ts';
export { answerVersion, parseRequestVersion, supportedVersions } from './version.ts';
