/** Somebody to sign in as with one click. */
export interface LocalOidcPerson {
  /** Also the account's subject. */
  readonly email: string;
  readonly name: string;
  /** For the page only, e.g. `Peserta`. */
  readonly role: string;
  readonly organisation?: string;
  /** Claim `preferred_username`. */
  readonly username?: string;
}
