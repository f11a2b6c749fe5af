export { readBasicCredentials } from './basic-credentials.ts';
export { createOidcClient, type OidcClientOptions } from './create-oidc-client.ts';
