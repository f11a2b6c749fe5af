// Requests of the upload: to the portal by form and JSON, to the store by PUT.

/** The answer was no; asking again with the same would not help. */
export class Refused extends Error {}
/** Stopped by the person. */
export class Stopped extends Error {}

/** A part that is known to have arrived. */
export interface Part {
  readonly partNumber: number;
  readonly sizeBytes: number;
  readonly etag: string;
}

export async function post<Answer>(address: string, fields: Record<string, string>): Promise<Answer> {
  return read(await fetch(address, { method: 'POST', body: new URLSearchParams(fields), redirect: 'error' }));
}

export async function get<Answer>(address: string): Promise<Answer> {
  return read(await fetch(address, { headers: { accept: 'application/json' }, redirect: 'error' }));
}

async function read<Answer>(response: Response): Promise<Answer> {
  // Too many requests and a lost race pass by themselves.
  const passing = response.status === 429 || response.status === 409;
  if (response.status >= 400 && response.status < 500 && !passing) throw new Refused();
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

interface Put {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Blob;
  readonly progressed: (sentBytes: number) => void;
  readonly signal: AbortSignal;
}

/** Gives the entity tag. XMLHttpRequest, because fetch tells nothing about how far an upload is. */
export function put({ url, headers, body, progressed, signal }: Put): Promise<string> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new Stopped());
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const end = (settle: () => void) => () => {
      signal.removeEventListener('abort', stop);
      settle();
    };
    signal.addEventListener('abort', stop);
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => progressed(loaded);
    request.onload = end(() => {
      const { status } = request;
      if (status >= 200 && status < 300) resolve(request.getResponseHeader('etag') ?? '');
      else reject(status >= 400 && status < 500 ? new Refused() : new Error(String(status)));
    });
    request.onerror = end(() => reject(new Error('network')));
    request.onabort = end(() => reject(new Stopped()));
    request.send(body);
  });
}
