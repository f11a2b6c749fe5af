/** Settings that let any function start without AWS; endpoints make its SDK talk to embedded services. */
export function functionEnvironment(options: {
  readonly region: string;
  readonly dynamoEndpoint?: string;
  readonly s3Endpoint?: string;
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
}): Record<string, string> {
  return {
    AWS_REGION: options.region,
    AWS_ACCESS_KEY_ID: options.accessKeyId ?? 'local',
    AWS_SECRET_ACCESS_KEY: options.secretAccessKey ?? 'local',
    ...(options.dynamoEndpoint && { AWS_ENDPOINT_URL_DYNAMODB: options.dynamoEndpoint }),
    ...(options.s3Endpoint && { AWS_ENDPOINT_URL_S3: options.s3Endpoint }),
    CERTIFICATE_DEAD_LETTERS_URL: 'https://sqs.ap-southeast-3.amazonaws.com/111122223333/certificates-dead',
    CERTIFICATE_QUEUE_URL: 'https://sqs.ap-southeast-3.amazonaws.com/111122223333/certificates',
    CONNECTOR_DEAD_LETTERS_URL: 'https://sqs.ap-southeast-3.amazonaws.com/111122223333/connectors-dead',
    CONNECTOR_QUEUE_URL: 'https://sqs.ap-southeast-3.amazonaws.com/111122223333/connectors',
    SEAL_QUEUE_URL: 'https://sqs.ap-southeast-3.amazonaws.com/111122223333/seals',
    CONTENT_BUCKET: 'content',
    CONTENT_ORIGIN_TEMPLATE: 'https://{hash}.content.sinau.example',
    CREDENTIAL_KEY_ID: 'arn:aws:kms:ap-southeast-3:111122223333:key/credentials',
    DOCUMENTS_BUCKET: 'documents',
    EXPORT_DEAD_LETTERS_URL: 'https://sqs.ap-southeast-3.amazonaws.com/111122223333/exports-dead',
    EXPORT_QUEUE_URL: 'https://sqs.ap-southeast-3.amazonaws.com/111122223333/exports',
    FIRST_OPERATOR_EMAIL: 'operator@sinau.example',
    IMPORT_DEAD_LETTERS_URL: 'https://sqs.ap-southeast-3.amazonaws.com/111122223333/imports-dead',
    IMPORT_QUEUE_URL: 'https://sqs.ap-southeast-3.amazonaws.com/111122223333/imports',
    ISSUER_URL: 'https://sinau.example',
    LMS_TABLE: 'lms',
    LOG_LEVEL: 'SILENT',
    LRS_BUCKET: 'records',
    LRS_TABLE: 'lrs',
    MAIL_DEAD_LETTERS_URL: 'https://sqs.ap-southeast-3.amazonaws.com/111122223333/mails-dead',
    MAIL_FROM: 'sinau@sinau.example',
    MAIL_QUEUE_URL: 'https://sqs.ap-southeast-3.amazonaws.com/111122223333/mails',
    OIDC_CLIENT_ID: 'portal',
    OIDC_ISSUER: 'https://id.sinau.example',
    PORTAL_ORIGIN: 'https://sinau.example',
    RECORD_FILES_BUCKET: 'record-files',
    PUSH_DEAD_LETTERS_URL: 'https://sqs.ap-southeast-3.amazonaws.com/111122223333/pushes-dead',
    SEAL_DEAD_LETTERS_URL: 'https://sqs.ap-southeast-3.amazonaws.com/111122223333/seals-dead',
    PUSH_KEY_ID: 'arn:aws:kms:ap-southeast-3:111122223333:key/sealing',
    PUSH_QUEUE_URL: 'https://sqs.ap-southeast-3.amazonaws.com/111122223333/pushes',
    SIGNING_SECRET: 'a-secret-of-tests-that-is-long-enough-to-be-accepted',
    UPLOAD_BUCKET: 'uploads',
    UPLOAD_ORIGIN: 'https://uploads.sinau.example',
  };
}
