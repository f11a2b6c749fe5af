import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { answerRequest, type Engine } from './engine.ts';

export type RequestHandler = NonNullable<DynamoDBClientConfig['requestHandler']>;

interface SdkRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A handler for AWS SDK clients that reaches the engine in this process, without a socket. */
export function createRequestHandler(engine: Engine): RequestHandler {
  const handler = {
    metadata: { handlerProtocol: 'http/1.1' },
    httpHandlerConfigs: () => ({}),
    updateHttpClientConfig() {},
    destroy() {},
    async handle({ headers, body = '' }: SdkRequest) {
      const text =
        typeof body === 'string'
          ? body
          : Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
      const answer = await answerRequest(engine, headers['x-amz-target'] ?? '', text);
      return {
        response: {
          statusCode: answer.statusCode,
          headers: { 'content-type': 'application/x-amz-json-1.0' },
          body: Buffer.from(answer.body),
        },
      };
    },
  };
  // The SDK's type asks for its own class of response; it reads these three fields of it.
  return handler as unknown as RequestHandler;
}
