import { InvalidInput, type Principal, parseStrictJson, type ToolPrincipal } from '@sinau/kernel';
import { isJsonType } from '@sinau/lti/services';
import { AccessDenied, UnsupportedMediaType } from '@sinau/platform/http';

interface ServiceRequest {
  header(name: string): string | undefined;
  text(): Promise<string>;
}

/** Routes of services let nobody else in. */
export function toolOf(principal: Principal): ToolPrincipal {
  if (principal.kind !== 'tool') throw new AccessDenied('Only tools of LTI may do this.');
  return principal;
}

/** The body as JSON of whatever name; a tool that names no type is taken at its word. */
export async function readServiceJson(request: ServiceRequest): Promise<unknown> {
  return (await readServiceBody(request)).value;
}

/** The same, and how it was sent. */
export async function readServiceBody(
  request: ServiceRequest,
): Promise<{ readonly value: unknown; readonly text: string; readonly contentType: string }> {
  const type = request.header('content-type') ?? '';
  if (type !== '' && !isJsonType(type)) throw new UnsupportedMediaType('Send the body as JSON.');
  const text = await request.text();
  const parsed = parseStrictJson(text);
  if (parsed.ok) return { value: parsed.value, text, contentType: type || 'application/json' };
  throw new InvalidInput('The body is not usable JSON.', { issues: [parsed.issue] });
}

/** In the service's own media type, or as plain JSON for a tool that asks for that alone. */
export function serviceAnswer(
  request: Pick<ServiceRequest, 'header'>,
  given: {
    readonly mediaType: string;
    readonly body: object;
    readonly status?: number;
    readonly headers?: Readonly<Record<string, string | undefined>>;
  },
): Response {
  const { mediaType, body, status = 200, headers = {} } = given;
  const present = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': wantsPlain(request.header('accept'), mediaType) ? 'application/json' : mediaType,
      'cache-control': 'no-store',
      vary: 'Accept',
      ...Object.fromEntries(present),
    },
  });
}

function wantsPlain(accept: string | undefined, mediaType: string): boolean {
  const asked = (accept ?? '').toLowerCase();
  return asked.includes('application/json') && !asked.includes(mediaType) && !asked.includes('*/*');
}

/** At most `most`; whoever asks for more gets the next page. */
export function readLimit(text: string | undefined, most: number): number {
  if (text === undefined) return most;
  const limit = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (limit > 0) return Math.min(limit, most);
  throw new InvalidInput('limit is not right.', {
    issues: [{ path: '/limit', message: 'must be a whole number greater than 0' }],
  });
}
