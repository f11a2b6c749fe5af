import * as z from 'zod';
import { SqsFault } from './sqs-fault.ts';
import { type Queues, sqsOperations } from './sqs-operations.ts';

/** What the SDK hands to a request handler, as far as it is read here. */
interface WireRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

interface WireResponse {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

/** Passed to `new SQSClient({ requestHandler })`: the client's own requests are answered in this process. */
export interface SqsRequestHandler {
  handle(request: WireRequest): Promise<{ response: WireResponse }>;
}

/** The AWS JSON 1.0 protocol over the embedded queues. */
export function createSqsRequestHandler(queues: Queues): SqsRequestHandler {
  return {
    handle: async ({ headers, body }) => {
      try {
        const action = /^AmazonSQS\.(\w+)$/.exec(headerOf(headers, 'x-amz-target') ?? '')?.[1] ?? '';
        const operation = Object.hasOwn(sqsOperations, action) ? sqsOperations[action] : undefined;
        if (!operation)
          throw new SqsFault('UnsupportedOperation', `${action} is no operation of the embedded queues`);
        return respond(200, await operation(queues, JSON.parse(textOf(body))));
      } catch (error) {
        const fault = faultOf(error);
        return respond(400, { __type: `com.amazonaws.sqs#${fault.type}`, message: fault.message });
      }
    },
  };
}

function faultOf(error: unknown): SqsFault {
  if (error instanceof SqsFault) return error;
  if (error instanceof z.ZodError) return new SqsFault('InvalidParameterValue', z.prettifyError(error));
  throw error;
}

function respond(statusCode: number, answer: object): { response: WireResponse } {
  const body = new TextEncoder().encode(JSON.stringify(answer));
  return { response: { statusCode, headers: { 'content-type': 'application/x-amz-json-1.0' }, body } };
}

function headerOf(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

function textOf(body: unknown): string {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? new TextDecoder().decode(body) : '{}';
}
