import { DomainError } from '@sinau/kernel';

export type ScimCode =
  | 'scim.invalid-cursor'
  | 'scim.invalid-filter'
  | 'scim.invalid-path'
  | 'scim.invalid-syntax'
  | 'scim.invalid-value'
  | 'scim.mutability'
  | 'scim.no-target'
  | 'scim.not-offered'
  | 'scim.too-many';

/** A refusal in the words of RFC 7644, table 9, and of RFC 9865. */
export class ScimRefused extends DomainError {
  readonly code: ScimCode;

  constructor(code: ScimCode, message: string) {
    super(message);
    this.code = code;
  }
}
