import { Unavailable } from '@sinau/kernel';
import { SignInFailed } from '../errors.ts';

export type Fetch = typeof fetch;

const maxBytes = 256 * 1024;
const timeoutMs = 5_000;

/**
 * JSON from the issuer, within five seconds and 256 KiB, without following redirects (case E6). Rejects with
 * `Unavailable` when the issuer does not answer or answers 5xx, with `SignInFailed` for anything else but 200.
 */
export async function fetchJson(send: Fetch, url: string, init: RequestInit = {}): Promise<unknown> {
  const response = await answerOf(send, url, init);
  if (response.status >= 500) throw new Unavailable('The sign-in service does not work at the moment.');
  const text = await limitedText(response);
  if (response.status !== 200) {
    throw new SignInFailed(new Error(`${new URL(url).pathname} answered ${response.status}`));
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SignInFailed(cause);
  }
}

async function answerOf(send: Fetch, url: string, init: RequestInit): Promise<Response> {
  try {
    return await send(url, {
      ...init,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: { accept: 'application/json', ...init.headers },
    });
  } catch (cause) {
    throw new Unavailable('The sign-in service does not answer.', { cause });
  }
}

async function limitedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new SignInFailed(new Error('the issuer sent too much'));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
