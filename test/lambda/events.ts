import type { APIGatewayProxyEventV2, ScheduledEvent } from 'aws-lambda';
import * as z from 'zod';

const host = 'a1b2c3d4e5.execute-api.ap-southeast-3.amazonaws.com';

export interface HttpInput {
  readonly method?: string;
  /** Path with query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** What API Gateway makes of a request that came through CloudFront. */
export function httpEvent({ method = 'GET', path, headers = {}, body }: HttpInput): APIGatewayProxyEventV2 {
  const url = new URL(path, `https://${host}`);
  const { cookie, ...others } = headers;
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    headers: {
      accept: '*/*',
      host,
      'user-agent': 'Amazon CloudFront',
      via: '2.0 abc.cloudfront.net (CloudFront)',
      'x-forwarded-for': '198.51.100.7, 192.0.2.20',
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
      ...others,
    },
    requestContext: {
      accountId: '111122223333',
      apiId: 'a1b2c3d4e5',
      domainName: host,
      domainPrefix: 'a1b2c3d4e5',
      http: {
        method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: '192.0.2.20',
        userAgent: 'Amazon CloudFront',
      },
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey: '$default',
      stage: '$default',
      time: '02/Mar/2026:01:00:00 +0000',
      timeEpoch: Date.parse('2026-03-02T01:00:00Z'),
    },
    ...(body !== undefined && {
      body: typeof body === 'string' ? body : Buffer.from(body).toString('base64'),
    }),
    isBase64Encoded: body instanceof Uint8Array,
  };
}

const httpAnswerSchema = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.string()),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

/** What API Gateway reads out of the answer of a handler. */
export function readHttpAnswer(answer: unknown): {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly bytes: Uint8Array;
} {
  const { statusCode, headers, body, isBase64Encoded } = httpAnswerSchema.parse(answer);
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  return { status: statusCode, headers, text: bytes.toString('utf8'), bytes: new Uint8Array(bytes) };
}

/** What EventBridge sends for a rule with a rate. */
export function scheduledEvent(): ScheduledEvent {
  return {
    version: '0',
    id: '53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa',
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: '111122223333',
    time: '2026-03-02T01:00:00Z',
    region: 'ap-southeast-3',
    resources: ['arn:aws:events:ap-southeast-3:111122223333:rule/SinauWorkers-EveryFiveMinutes'],
    detail: {},
  };
}
