import { type Outbound, OutboundFailed, type OutboundResponse } from '@sinau/platform/outbound';
import { RegistrationFailed } from '../errors.ts';
import type { RegistrationDoor } from '../ports.ts';

/** Of everything together a person waits who sees an empty frame. */
const timeoutMs = 8_000;
const maxResponseBytes = 256 * 1024;
const mostWordChars = 300;

/** Addresses are checked when they are asked, redirects are not followed: that is `Outbound`'s (case F3). */
export function createRegistrationDoor({ outbound }: { readonly outbound: Outbound }): RegistrationDoor {
  const limits = { timeoutMs, maxResponseBytes };
  return {
    read: (url) =>
      answering('openid_configuration', async () => {
        const headers = { accept: 'application/json' };
        return outbound.send({ method: 'GET', url, headers, ...limits });
      }),
    register: (url, { metadata, token }) =>
      answering('registration_endpoint', async () => {
        const headers = {
          ...{ accept: 'application/json', 'content-type': 'application/json' },
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        };
        const body = JSON.stringify(metadata);
        return outbound.send({ method: 'POST', url, headers, body, ...limits });
      }),
  };
}

const because = {
  'address-invalid': 'must be an https address without a user name.',
  'address-forbidden': 'leads to a network that is not public.',
  'name-unknown': 'leads to a name that nobody knows.',
  timeout: 'did not answer in time.',
} as const satisfies Partial<Record<OutboundFailed['reason'], string>>;

async function answering(which: string, send: () => Promise<OutboundResponse>): Promise<unknown> {
  const { status, body, isCut } = await send().catch((error: unknown) => {
    if (!(error instanceof OutboundFailed)) throw error;
    const { reason } = error;
    const why = reason in because ? because[reason as keyof typeof because] : 'cannot be reached.';
    throw new RegistrationFailed(`${which}: ${why}`, { cause: error });
  });
  const answer = isCut ? undefined : jsonIn(body);
  if (status !== 200 && status !== 201) {
    throw new RegistrationFailed(`${which}: answered ${status}${wordsIn(answer)}.`);
  }
  if (answer === undefined) throw new RegistrationFailed(`${which}: answered no JSON of a usual size.`);
  return answer;
}

function jsonIn(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

/** What it says itself, as text (RFC 7591, 3.2.2). */
function wordsIn(answer: unknown): string {
  if (typeof answer !== 'object' || answer === null) return '';
  const { error, error_description: description } = answer as Readonly<Record<string, unknown>>;
  const words = [error, description].filter((one) => typeof one === 'string').join(': ');
  return words === '' ? '' : `, “${words.slice(0, mostWordChars)}”`;
}
