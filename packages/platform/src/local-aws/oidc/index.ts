export { createLocalOidc, type LocalOidc, type LocalOidcOptions } from './create-local-oidc.ts';
export type { LocalOidcPerson } from './person.ts';
