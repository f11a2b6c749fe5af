import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { SinauConfig } from '../config.ts';
import type { DataStack } from '../stacks/data-stack.ts';
import type { IdentityStack } from '../stacks/identity-stack.ts';
import { rateSettings } from './rate-settings.ts';

export interface EnvironmentSources {
  readonly config: SinauConfig;
  readonly data: DataStack;
  readonly identity: IdentityStack;
  readonly certificateQueue: Queue;
  readonly connectorQueue: Queue;
  readonly exportQueue: Queue;
  readonly importQueue: Queue;
  readonly mailQueue: Queue;
  readonly pushQueue: Queue;
  readonly sealQueue: Queue;
  /** Where failed work waits; workers themselves do not look there. */
  readonly deadLetters?: DeadLetterQueues;
}

export interface DeadLetterQueues {
  readonly certificates: Queue;
  readonly connectors: Queue;
  readonly imports: Queue;
  readonly mails: Queue;
  readonly pushes: Queue;
  readonly seals: Queue;
  readonly exports: Queue;
  readonly streams: Queue;
  readonly jobs: Queue;
}

/** Shape of a zod object: infra reads the keys that a function's env.ts declares. */
interface EnvSchema {
  readonly shape: Readonly<Record<string, { safeParse(value: undefined): { readonly success: boolean } }>>;
}

/** Every setting a function may ask for, by its name in env.ts. */
function settings(sources: EnvironmentSources): Readonly<Record<string, string>> {
  const { config, data, identity, deadLetters } = sources;
  const portal = `https://${config.domain}`;
  return {
    AU_ORIGINS: config.auOrigins ?? '',
    CERTIFICATE_QUEUE_URL: sources.certificateQueue.queueUrl,
    CONNECTOR_QUEUE_URL: sources.connectorQueue.queueUrl,
    CONTENT_BUCKET: data.contentBucket.bucketName,
    CONTENT_ORIGIN_TEMPLATE: `https://{hash}.content.${config.domain}`,
    CREDENTIAL_KEY_ID: data.credentialKey.keyArn,
    DOCUMENTS_BUCKET: data.documentsBucket.bucketName,
    // Not as `…_ARN`, whose value would be read at each cold start.
    EDGE_SECRET_ID: data.edgeSecret.secretArn,
    EXPORT_QUEUE_URL: sources.exportQueue.queueUrl,
    IMPORT_QUEUE_URL: sources.importQueue.queueUrl,
    ISSUER_URL: portal,
    LMS_TABLE: data.lmsTable.tableName,
    LRS_BUCKET: data.lrsBucket.bucketName,
    LRS_TABLE: data.lrsTable.tableName,
    MAIL_FROM: config.mailFrom,
    MAIL_QUEUE_URL: sources.mailQueue.queueUrl,
    MEDIA_ORIGINS: (config.mediaOrigins ?? []).join(','),
    OIDC_CLIENT_ID: identity.clientId,
    OIDC_ISSUER: identity.issuerUrl,
    FIRST_OPERATOR_EMAIL: config.operatorEmail,
    OIDC_USERNAME_IS_NIP: String(config.oidcUsernameIsNip),
    PORTAL_ORIGIN: portal,
    ...rateSettings(config),
    ...(deadLetters && {
      CERTIFICATE_DEAD_LETTERS_URL: deadLetters.certificates.queueUrl,
      CONNECTOR_DEAD_LETTERS_URL: deadLetters.connectors.queueUrl,
      IMPORT_DEAD_LETTERS_URL: deadLetters.imports.queueUrl,
      MAIL_DEAD_LETTERS_URL: deadLetters.mails.queueUrl,
      EXPORT_DEAD_LETTERS_URL: deadLetters.exports.queueUrl,
      PUSH_DEAD_LETTERS_URL: deadLetters.pushes.queueUrl,
      SEAL_DEAD_LETTERS_URL: deadLetters.seals.queueUrl,
      STREAM_DEAD_LETTERS_URL: deadLetters.streams.queueUrl,
      JOB_DEAD_LETTERS_URL: deadLetters.jobs.queueUrl,
    }),
    PUSH_KEY_ID: data.sealingKey.keyArn,
    PUSH_QUEUE_URL: sources.pushQueue.queueUrl,
    SEAL_QUEUE_URL: sources.sealQueue.queueUrl,
    RETIRED_CREDENTIAL_KEYS: config.retiredCredentialKeys ?? '',
    RECORD_FILES_BUCKET: data.recordFilesBucket.bucketName,
    SIGNING_SECRET_ARN: data.signingSecret.secretArn,
    UPLOAD_BUCKET: data.uploadBucket.bucketName,
    UPLOAD_ORIGIN: `https://${data.uploadBucket.bucketRegionalDomainName}`,
  };
}

/** The environment of one function: exactly the keys its env.ts declares. A required key without a value fails. */
export function environmentFor(schema: EnvSchema, sources: EnvironmentSources): Record<string, string> {
  const known = settings(sources);
  const environment: Record<string, string> = {};
  for (const [key, rule] of Object.entries(schema.shape)) {
    // A secret is named in env.ts by its plain name; in AWS its ARN stands beside it and is read at cold start.
    const name = `${key}_ARN` in known ? `${key}_ARN` : key;
    const value = known[name];
    if (value !== undefined) environment[name] = value;
    else if (!rule.safeParse(undefined).success) throw new Error(`infra has no value for ${key}`);
  }
  return environment;
}
