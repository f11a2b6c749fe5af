export { mayDecide } from './authority.ts';
export { credentialUrl, preferred, statusListUrl, verifyUrl } from './badge.ts';
export {
  type Certificate,
  type CertificateNumber,
  type CertifiedCourse,
  daysOf,
  type Edition,
  latestEdition,
  type Revocation,
  type RevocationReason,
  revocationReasons,
  waitsForPerson,
} from './certificate.ts';
export { type CertificateMessage, certificateMessageSchema } from './certificate-message.ts';
export {
  CertificateChanged,
  CertificateNotFound,
  CertificateRevoked,
  CompletionTakenBack,
  NoSuchYear,
  NotReadyYet,
  OwnCertificate,
  RevokedByOther,
  TooManyEditions,
} from './errors.ts';
export { type DocumentDeps, makeDocuments } from './make-documents.ts';
export { certificateNumber, readCertificateNumber } from './number.ts';
export type {
  CertificateDocuments,
  CertificateFiles,
  CertificatePrinter,
  CertificateStore,
  CompletedCourse,
  CompletedCourses,
  CredentialSigner,
  HolderNames,
  HoursState,
  HoursStates,
  IssuerPlace,
  PrintedCertificate,
  StatusBits,
} from './ports.ts';
export {
  downloadCertificate,
  hoursOf,
  listCertificatesOf,
  listMyCertificates,
  type PublicCertificate,
  readCertificate,
  verifyCertificate,
  type WalletFilter,
  type WalletState,
  walletStates,
  yearsOfCertificates,
} from './read-certificates.ts';
export { reissueCertificate, reissueSchema } from './reissue-certificate.ts';
export {
  type RevokeRequest,
  revokeCertificate,
  revokeSchema,
} from './revoke-certificate.ts';
export { type SettleDeps, settleCertificate } from './settle-certificate.ts';
export type {
  FormNumber,
  FormParty,
  FormSource,
  SignedForm,
  SignedFormFacts,
} from './signed-form/form.ts';
export { type MakeFormDeps, makeSignedForm } from './signed-form/make-form.ts';
export { formNumber, printedFormNumber, readFormNumber } from './signed-form/number.ts';
export type {
  PrintedForm,
  SignedFormFiles,
  SignedFormPrinter,
  SignedFormSource,
  SignedFormStore,
} from './signed-form/ports.ts';
export {
  downloadSignedForm,
  forgetSignedForms,
  type PublicForm,
  readSignedForm,
  verifySignedForm,
} from './signed-form/read-forms.ts';
export { openStatusLists, statusListSeconds } from './status-list.ts';
export { type MakeTranscriptDeps, makeTranscript } from './transcript/make-transcript.ts';
export { printedNumber, readTranscriptNumber, transcriptNumber } from './transcript/number.ts';
export { latestYear, type OrderTranscriptDeps, orderTranscript } from './transcript/order-transcript.ts';
export type {
  PrintedTranscript,
  TranscriptDocuments,
  TranscriptFiles,
  TranscriptPrinter,
  TranscriptSource,
  TranscriptStore,
} from './transcript/ports.ts';
export {
  downloadRecord,
  downloadTranscript,
  type PublicTranscript,
  readTranscript,
  type TranscriptState,
  verifyTranscript,
} from './transcript/read-transcripts.ts';
export type {
  TranscriptEdition,
  TranscriptFacts,
  TranscriptLine,
  TranscriptNumber,
  TranscriptReason,
} from './transcript/transcript.ts';
