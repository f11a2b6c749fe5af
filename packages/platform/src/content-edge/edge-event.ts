/** Event of a CloudFront Function, as far as ours look at it; query values arrive as they were sent. */
export interface EdgeRequest {
  readonly method: string;
  uri: string;
  readonly querystring: Readonly<Record<string, { readonly value: string; readonly multiValue?: object }>>;
  readonly headers: Readonly<Record<string, { readonly value: string }>>;
  readonly cookies: Readonly<Record<string, { readonly value: string }>>;
}

export interface EdgeResponse {
  readonly statusCode: number;
  readonly statusDescription?: string;
  readonly headers: Record<string, { readonly value: string }>;
  readonly cookies?: Readonly<Record<string, { readonly value: string; readonly attributes: string }>>;
  readonly body?: { readonly encoding: 'text'; readonly data: string };
}

/** The event that CloudFront would make of a request. `url` is the request target, path and query. */
export function toEdgeRequest(request: {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}): EdgeRequest {
  const cut = request.url.indexOf('?');
  const headers: Record<string, { value: string }> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && name !== 'cookie') headers[name] = { value: String(value) };
  }
  return {
    method: request.method,
    uri: cut < 0 ? request.url : request.url.slice(0, cut),
    querystring: pairs(cut < 0 ? '' : request.url.slice(cut + 1), '&'),
    headers,
    cookies: pairs(String(request.headers.cookie ?? ''), ';'),
  };
}

function pairs(text: string, separator: string): Record<string, { value: string; multiValue?: object }> {
  const found: Record<string, { value: string; multiValue?: object }> = Object.create(null);
  for (const pair of text.split(separator)) {
    const cut = pair.indexOf('=');
    const name = (cut < 0 ? pair : pair.slice(0, cut)).trim();
    if (name === '') continue;
    const value = cut < 0 ? '' : pair.slice(cut + 1).trim();
    const before = found[name];
    found[name] = before ? { ...before, multiValue: [before.value, value] } : { value };
  }
  return found;
}
