import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type Provider } from 'oidc-provider';
import type { LocalOidcPerson } from './person.ts';
import { messagePage, signInPage, stylesheet } from './sign-in-page.ts';

const maxFormBytes = 4096;

const styleHash = createHash('sha256').update(stylesheet).digest('base64');
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** GET shows the people, POST signs in as one of them. The provider's own cookie ties both to one browser. */
export async function answerInteraction(
  deps: { readonly provider: Provider; readonly people: () => Promise<readonly LocalOidcPerson[]> },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const action = new URL(originalUrl(request), 'http://localhost').pathname;
  try {
    const { params } = await deps.provider.interactionDetails(request, response);
    const people = await deps.people();
    const email = request.method === 'POST' ? await postedEmail(request) : hintedEmail(params, people);
    if (email) {
      const result = { login: { accountId: email } };
      await deps.provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
      return;
    }
    const problem = request.method === 'POST';
    send(response, problem ? 422 : 200, signInPage({ people, action, problem }));
  } catch (error) {
    if (!(error instanceof errors.SessionNotFound)) throw error;
    const page = messagePage(
      'Proses masuk sudah kedaluwarsa',
      'This sign-in has expired. Please start again.',
    );
    send(response, 400, page);
  }
}

/** One click on a link of the start-up page: `login_hint` names somebody of the list, who is not asked again. */
function hintedEmail(
  params: Readonly<Record<string, unknown>>,
  people: readonly LocalOidcPerson[],
): string | undefined {
  return people.find(({ email }) => email === params.login_hint)?.email.toLowerCase();
}

export function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, headers).end(html);
}

/** Path as the browser asked for it, before the mount point was taken off. */
export function originalUrl(request: IncomingMessage): string {
  const original: unknown = Reflect.get(request, 'originalUrl');
  return typeof original === 'string' ? original : (request.url ?? '/');
}

/** The address chosen or typed, lower case; undefined when it is none. */
async function postedEmail(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > maxFormBytes) return undefined;
    chunks.push(chunk);
  }
  const email = new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
    .get('email')
    ?.trim()
    .toLowerCase();
  return email && email.length <= 254 && /^[^\s@]+@[^\s@]+$/.test(email) ? email : undefined;
}
