/** A refusal as DynamoDB writes it on the wire. dynalite's own errors have the same fields. */
export class ServiceError extends Error {
  readonly statusCode: number;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(type: string, message: string, fields: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = type;
    this.statusCode = type === 'InternalServerError' ? 500 : 400;
    this.body = { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message, Message: message, ...fields };
  }
}

export function validationError(message: string): ServiceError {
  return new ServiceError('ValidationException', message);
}

/** The answer an error stands for; undefined when it is a fault of the engine. */
export function readServiceError(error: unknown): Pick<ServiceError, 'statusCode' | 'body'> | undefined {
  if (!(error instanceof Error) || !('statusCode' in error) || !('body' in error)) return undefined;
  return error as Error & Pick<ServiceError, 'statusCode' | 'body'>;
}
