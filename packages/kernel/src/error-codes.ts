/**
 * Every refusal the system can give, by literal code. `platform/http` maps each one to a status in a table
 * that is exhaustive by type, so a code added here does not compile until it has an answer there.
 * Keep one domain per block, codes sorted inside it.
 */
export const errorCodes = [
  // any door
  'request.access-denied',
  'request.cross-origin',
  'request.idempotency-conflict',
  'request.idempotency-in-progress',
  'request.invalid',
  'request.not-acceptable',
  'request.not-found',
  'request.not-signed-in',
  'request.too-large',
  'request.too-many',
  'request.unsupported-media-type',
  // technology
  'platform.unavailable',
  // xapi and the record store
  'lrs.conflict',
  'lrs.cursor-invalid',
  'lrs.forbidden',
  'lrs.not-found',
  'lrs.precondition-failed',
  'lrs.precondition-required',
  'lrs.statement-invalid',
  'lrs.too-large',
  // identity
  'identity.changed-meanwhile',
  'identity.client-disabled',
  'identity.client-invalid',
  'identity.email-taken',
  'identity.not-found',
  'identity.not-invited',
  'identity.number-taken',
  'identity.too-many-clients',
  'identity.sign-in-failed',
  // catalogue
  'catalogue.host-not-allowed',
  'catalogue.in-use',
  'catalogue.not-exportable',
  'catalogue.not-found',
  'catalogue.not-publishable',
  'catalogue.package-rejected',
  'catalogue.rating-too-early',
  'catalogue.saved-full',
  'catalogue.terms-changed',
  'catalogue.version-conflict',
  // enrolment
  'enrolment.agency-duty',
  'enrolment.already-enrolled',
  'enrolment.assigned',
  'enrolment.closed',
  'enrolment.course-not-open',
  'enrolment.invitation-invalid',
  'enrolment.invitation-needed',
  'enrolment.no-approver',
  'enrolment.not-active',
  'enrolment.not-found',
  'enrolment.not-pending',
  'enrolment.not-yet-open',
  'enrolment.own-request',
  // delivery (cmi5 launches and sessions)
  'delivery.not-entitled',
  'delivery.not-found',
  'delivery.part-locked',
  'delivery.registration-taken',
  'delivery.rule-broken',
  'delivery.attempt-over',
  'delivery.judged-by-server',
  'delivery.no-attempt-left',
  'delivery.review-closed',
  'delivery.scorm-replaced',
  'delivery.session-ended',
  'delivery.token-invalid',
  // dispatch (courses in other learning systems)
  'dispatch.changed-meanwhile',
  'dispatch.disabled',
  'dispatch.expired',
  'dispatch.full',
  'dispatch.not-found',
  'dispatch.pass-ended',
  'dispatch.too-many',
  'dispatch.withdrawn',
  // notifications
  'notifications.not-found',
  // push
  'push.changed-meanwhile',
  'push.not-found',
  'push.receiver-not-allowed',
  'push.too-many',
  // questions (bank and quizzes of providers)
  'questions.bank-full',
  'questions.changed-meanwhile',
  'questions.incomplete',
  'questions.not-found',
  'questions.quiz-incomplete',
  'questions.quiz-not-found',
  'questions.too-many-quizzes',
  // records
  'records.cursor-invalid',
  // exports
  'exports.not-found',
  'exports.not-ready',
  'exports.too-many',
  // privacy
  'privacy.export-running',
  'privacy.not-found',
  'privacy.not-now',
  'privacy.second-person-dependent',
  'privacy.second-person-needed',
] as const;

export type ErrorCode = (typeof errorCodes)[number];
