import type { Access, ReadKind, Tenant } from '@sinau/kernel';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What every route states beside its handler; a route without `access` does not compile. */
export interface RouteSpec<Path extends string> {
  readonly method: Method;
  readonly path: Path;
  /** Who may call it; any one grant suffices. Checks on the object itself belong to the use case. */
  readonly access: Access;
  /** Clients of no other kind of owner may call it, whatever their scopes. @default all kinds */
  readonly owner?: Tenant['kind'];
  /** Given: the answer shows records of other people, and a line says so before anybody sees them. */
  readonly reads?: Reads;
  /**
   * Open as well to an operator who looks at the portal as the person: it changes nothing, and shows nothing that is the person's
   * alone. @default refused to them (case C10)
   */
  readonly viewable?: boolean;
  /** @default the limit of the app */
  readonly maxBodyBytes?: number;
  /** Of values behind the `?` of its address. @default the limit of the app */
  readonly maxParameterChars?: number;
  /** `false`: answers hold a secret and must not be kept for replay. @default true */
  readonly replayable?: boolean;
}

/** What of other people's records an answer shows, and whose. */
export interface Reads {
  readonly what: ReadKind;
  /**
   * `personId`: the person of that parameter. `told`: whom the handler names in the context as `readOf`, and nobody when it names none.
   * `known`: the same, and a line that names nobody when it names none. Absent: a list of people of the reader's office.
   */
  readonly of?: 'personId' | 'told' | 'known';
}

/** A declared route as tests and documents see it. */
export type RouteDeclaration = RouteSpec<string> & { readonly app: string };

/** Cross-origin use without cookies, for doors that authenticate by header. */
export interface CorsRule {
  readonly allowHeaders: readonly string[];
  readonly exposeHeaders: readonly string[];
}
