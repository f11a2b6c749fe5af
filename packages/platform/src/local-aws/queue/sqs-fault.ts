/** A refusal of SQS, by the name of its exception. */
export class SqsFault extends Error {
  readonly type: string;

  constructor(type: string, message: string = type) {
    super(message);
    this.name = 'SqsFault';
    this.type = type;
  }
}
