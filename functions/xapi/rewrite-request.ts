import { InvalidInput } from '@sinau/kernel';
import { TooLarge } from '@sinau/platform/http';
import { parseRequestVersion } from '@sinau/xapi';

const headerFields = new Map(
  [
    'Authorization',
    'X-Experience-API-Version',
    'Content-Type',
    'Content-Length',
    'If-Match',
    'If-None-Match',
  ].map((name) => [name.toLowerCase(), name]),
);

const methods: readonly string[] = ['GET', 'PUT', 'POST', 'DELETE', 'HEAD'];

/**
 * The request as it was meant: doubled and trailing slashes taken away (clients join endpoint and path by hand), and
 * the alternate request syntax of 1.0.3 undone, where one form carries method, headers, parameters and content for
 * browsers that can send nothing else (1.0.3 Communication 1.3). 2.0 knows no such syntax.
 */
export async function rewriteRequest(request: Request, maxBodyBytes: number): Promise<Request> {
  const url = new URL(request.url);
  url.pathname = url.pathname.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');
  const method = url.searchParams.get('method');
  if (method === null || request.method !== 'POST')
    return url.href === request.url ? request : moved(request, url);
  return undoAlternateSyntax(request, { url, method, form: await readForm(request, maxBodyBytes) });
}

function moved(request: Request, url: URL): Request {
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  return new Request(url, {
    method: request.method,
    headers: request.headers,
    ...(hasBody && { body: request.body, duplex: 'half' }),
  });
}

function undoAlternateSyntax(
  request: Request,
  alternate: { readonly url: URL; readonly method: string; readonly form: URLSearchParams },
): Request {
  const { url, method, form } = alternate;
  if (!methods.includes(method)) refuse('The parameter method must be GET, HEAD, PUT, POST or DELETE.');
  if ([...url.searchParams.keys()].length > 1) {
    refuse('In the alternate request syntax every parameter but method goes into the form.');
  }
  const headers = new Headers(request.headers);
  for (const name of ['content-type', 'content-length', 'transfer-encoding']) headers.delete(name);
  const parameters = new URLSearchParams();
  let content: string | undefined;
  for (const [name, value] of form) {
    if (name === 'content') content = value;
    else if (!headerFields.has(name.toLowerCase())) parameters.append(name, value);
    else if (name.toLowerCase() !== 'content-length') setHeader(headers, name, value);
  }
  if (parseRequestVersion(headers.get('x-experience-api-version')) === '2.0.0') {
    refuse('xAPI 2.0 has no alternate request syntax.');
  }
  url.search = parameters.toString();
  const withBody = method === 'PUT' || method === 'POST';
  if (withBody && !headers.has('content-type')) headers.set('content-type', 'application/json');
  return new Request(url, { method, headers, ...(withBody && { body: content ?? '' }) });
}

function setHeader(headers: Headers, name: string, value: string): void {
  try {
    headers.set(name, value);
  } catch {
    refuse(`The form field ${name} cannot be a header.`);
  }
}

async function readForm(request: Request, maxBodyBytes: number): Promise<URLSearchParams> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    // Counted while it streams: a declared length may be a lie.
    if (size > maxBodyBytes) throw new TooLarge(`The body is larger than ${maxBodyBytes} bytes.`);
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

function refuse(message: string): never {
  throw new InvalidInput(message, { issues: [{ path: '', message, requirement: 'XAPI-00336' }] });
}
