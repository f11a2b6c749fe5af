import { bootstrapEmail } from './seed/index.ts';
import { names, type Services } from './services.ts';

export interface Addresses {
  /** `http://localhost:<port>` */
  readonly portal: string;
  /** `http://{hash}.localhost:<port>` */
  readonly contentTemplate: string;
}

/** Names this deployment in statements; it stays the same under another PORT, as a name must. */
export const localDeployment = 'https://sinau.localhost';

/** The settings of every function on this machine, under the names their env.ts declares. */
export function localEnvironment(options: {
  readonly addresses: Addresses;
  readonly services: Services;
  readonly signingSecret: string;
  readonly scratchDir: string;
  readonly logLevel: string;
}): Readonly<Record<string, string>> {
  const { addresses, services, signingSecret, scratchDir, logLevel } = options;
  return {
    API_CLIENT_REQUESTS_PER_SECOND: '1000',
    // A bare cmi5.xml has its AUs elsewhere: on one machine any https address may be tried, and the host that published
    // example structures name.
    AU_ORIGINS: 'https:,http://example.com',
    // Somebody is watching.
    CATALOGUE_FRESH_SECONDS: '0',
    CERTIFICATE_DEAD_LETTERS_URL: services.queues.deadLetterUrl(names.certificates),
    CERTIFICATE_QUEUE_URL: services.queues.url(names.certificates),
    CONNECTOR_DEAD_LETTERS_URL: services.queues.deadLetterUrl(names.connectors),
    CONNECTOR_QUEUE_URL: services.queues.url(names.connectors),
    CONTENT_BUCKET: names.content,
    CONTENT_ORIGIN_TEMPLATE: addresses.contentTemplate,
    CREDENTIAL_KEY_ID: 'local',
    DOCUMENTS_BUCKET: names.documents,
    EXPORT_DEAD_LETTERS_URL: services.queues.deadLetterUrl(names.exports),
    EXPORT_QUEUE_URL: services.queues.url(names.exports),
    // One lane keeps commit order, and one process never needs more.
    FEED_LANES: '1',
    FIRST_OPERATOR_EMAIL: bootstrapEmail,
    IMPORT_DEAD_LETTERS_URL: services.queues.deadLetterUrl(names.imports),
    IMPORT_QUEUE_URL: services.queues.url(names.imports),
    ISSUER_URL: localDeployment,
    LMS_TABLE: names.lmsTable,
    LOG_LEVEL: logLevel,
    LRS_BUCKET: names.records,
    LRS_TABLE: names.lrsTable,
    MAIL_DEAD_LETTERS_URL: services.queues.deadLetterUrl(names.mails),
    MAIL_FROM: 'sinau@sinau.example',
    MAIL_QUEUE_URL: services.queues.url(names.mails),
    // As for AUs.
    MEDIA_ORIGINS: 'https:',
    OIDC_CLIENT_ID: 'portal',
    OIDC_ISSUER: `${addresses.portal}/oidc`,
    PORTAL_ORIGIN: addresses.portal,
    PUSH_ALLOW_LOOPBACK: 'true',
    PUSH_DEAD_LETTERS_URL: services.queues.deadLetterUrl(names.pushes),
    PUSH_KEY_ID: 'local',
    // A run that died is taken up again that much sooner.
    PUSH_RUN_SECONDS: '5',
    PUSH_QUEUE_URL: services.queues.url(names.pushes),
    SEAL_DEAD_LETTERS_URL: services.queues.deadLetterUrl(names.seals),
    SEAL_QUEUE_URL: services.queues.url(names.seals),
    QUIZ_SESSION_REQUESTS_PER_SECOND: '100',
    RECORD_FILES_BUCKET: names.recordFiles,
    RECORDS_CLIENT_REQUESTS_PER_SECOND: '1000',
    SCORM_SESSION_REQUESTS_PER_SECOND: '100',
    SIGNING_SECRET: signingSecret,
    SURVEY_ANSWERS_PER_TEN_MINUTES: '300',
    TEMPORARY_FOLDER: scratchDir,
    TOKEN_CLIENT_REQUESTS_PER_SECOND: '100',
    UPLOAD_BUCKET: names.uploads,
    UPLOAD_ORIGIN: services.objects.endpoint,
    // What one machine can do is its limit, and suites and benches call with one client.
    XAPI_CLIENT_REQUESTS_PER_SECOND: '10000',
    XAPI_SESSION_REQUESTS_PER_SECOND: '1000',
  };
}
