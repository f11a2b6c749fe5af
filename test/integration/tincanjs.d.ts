/** The few parts of the library that the test uses; it comes without types. */
declare module 'tincanjs' {
  interface StatementLike {
    readonly id: string;
    readonly verb: { readonly id: string };
    readonly attachments?: readonly { readonly sha2: string; readonly content: ArrayBuffer | null }[] | null;
  }
  type Callback = (error: unknown, result: unknown) => void;
  interface Lrs {
    about(config: { callback: Callback }): void;
    saveStatement(statement: StatementLike, config: { callback: Callback }): void;
    saveStatements(statements: readonly StatementLike[], config: { callback: Callback }): void;
    retrieveStatement(id: string, config: { params?: { attachments?: boolean }; callback: Callback }): void;
    retrieveVoidedStatement(id: string, config: { callback: Callback }): void;
    queryStatements(config: { params: Record<string, unknown>; callback: Callback }): void;
    moreStatements(config: { url: string; callback: Callback }): void;
    saveState(key: string, value: unknown, config: Record<string, unknown> & { callback: Callback }): void;
    retrieveState(key: string, config: Record<string, unknown> & { callback: Callback }): void;
    dropState(key: string, config: Record<string, unknown> & { callback: Callback }): void;
  }
  const TinCan: {
    LRS: new (config: { endpoint: string; username: string; password: string; allowFail: boolean }) => Lrs;
    Statement: new (config: object, options?: { doStamp?: boolean }) => StatementLike;
    Agent: new (config: object) => object;
    Activity: new (config: object) => { readonly id: string };
    Attachment: new (config: object) => object;
    State: new (config: object) => object;
  };
  // biome-ignore lint/style/noDefaultExport: a CommonJS module has nothing else
  export default TinCan;
}
