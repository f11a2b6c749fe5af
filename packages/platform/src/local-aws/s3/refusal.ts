/** An answer of S3 other than success, by S3's own error code. */
export class S3Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string = code) {
    super(message);
    this.name = 'S3Refusal';
    this.status = status;
    this.code = code;
  }
}
