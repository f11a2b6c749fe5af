/** JSON-LD contexts, by the names under which verifiers know them. */
export const credentialsContext = 'https://www.w3.org/ns/credentials/v2';
export const openBadgesContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
export const clrContext = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';
export const didContext = 'https://www.w3.org/ns/did/v1';
export const multikeyContext = 'https://w3id.org/security/multikey/v1';

/** A JSON-LD document, not signed or signed. */
export type JsonLd = Readonly<Record<string, unknown>>;
