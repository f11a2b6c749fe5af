/** What the bench and its worker agree on. */
export const benchConnection = {
  table: 'bench',
  region: 'ap-southeast-3',
  credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
};

/** What the worker of connections is given where whole catalogues are taken over. */
export const acceptEnv = {
  LMS_TABLE: benchConnection.table,
  ...{ LRS_TABLE: 'bench-lrs', LRS_BUCKET: 'bench-lrs', CONTENT_BUCKET: 'bench-content' },
  ...{
    DOCUMENTS_BUCKET: 'bench-documents',
    CONNECTOR_QUEUE_URL: 'bench',
    SEAL_QUEUE_URL: 'bench',
    ISSUER_URL: 'https://sinau.example',
  },
  ...{ SIGNING_SECRET: 'a secret for benches, 32 characters', PORTAL_ORIGIN: 'https://sinau.example' },
  ...{ CONTENT_ORIGIN_TEMPLATE: 'https://{hash}.sinau.example', PUSH_KEY_ID: 'bench' },
  ...{ PUSH_ALLOW_LOOPBACK: true, AWS_REGION: benchConnection.region, LOG_LEVEL: 'SILENT' },
};
