import { type ReadItems, readContentItems, type WrongItems } from './content-items.ts';
import { rememberUntil, wrongTimes } from './message-times.ts';
import { plainText } from './plain-text.ts';
import { claims as names } from './vocabulary.ts';

/** What a tool has to say about a choice, for the author; the logs are for operators. All plain text of at most 1,000 characters. */
export interface ToolNotes {
  readonly message?: string;
  readonly error?: string;
  readonly log?: string;
  readonly errorLog?: string;
}

export interface DeepLinkingAnswer {
  readonly items: Extract<ReadItems, { items: unknown }>['items'];
  readonly notes: ToolNotes;
  /** Seen twice, the message is a replay. */
  readonly nonce: string;
  readonly jti?: string;
  /** Epoch seconds from which the message is refused by its time; its marks must be remembered until then. */
  readonly until: number;
}

/** Why an answer is not taken: in words for the tool's makers, and by kind. `message`: it is no answer to this request. */
export interface WrongAnswer {
  readonly wrong: string;
  readonly kind: 'message' | 'times' | WrongItems['kind'];
}

/**
 * Checks the claims of an answer whose signature was verified (Deep Linking 2.0, 4). `data`: what the request said. Tools that do not give
 * it back, or give back null, are told apart by the address they answer at.
 */
export function readDeepLinkingAnswer(
  claims: Readonly<Record<string, unknown>>,
  asked: {
    readonly clientId: string;
    readonly issuer: string;
    readonly deploymentId: string;
    readonly data: string;
    readonly nowSeconds: number;
    readonly toolName: string;
  },
): DeepLinkingAnswer | WrongAnswer {
  const wrong = wrongClaim(claims, asked);
  if (wrong !== undefined) return { wrong, kind: 'message' };
  const late = wrongTimes(claims, asked.nowSeconds);
  if (late !== undefined) return { wrong: late, kind: 'times' };
  const { clientId, deploymentId, toolName: titleless } = asked;
  const read = readContentItems(claims[names.contentItems], { clientId, deploymentId, titleless });
  if ('wrong' in read) return read;
  const { nonce, jti, exp } = claims;
  return {
    items: read.items,
    notes: notesOf(claims),
    nonce: String(nonce),
    ...(typeof jti === 'string' && jti !== '' && { jti }),
    until: rememberUntil(Number(exp)),
  };
}

/** A mark that is kept needs a bound. */
const mostMarkChars = 512;

function wrongClaim(
  claims: Readonly<Record<string, unknown>>,
  asked: Parameters<typeof readDeepLinkingAnswer>[1],
): string | undefined {
  const { iss, aud, azp, nonce, jti } = claims;
  if (iss !== asked.clientId) return 'iss must be the client_id.';
  const audiences: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
  if (!audiences.includes(asked.issuer)) return 'aud must be the issuer of the platform.';
  // Security Framework 1.0, 5.1.3: a message for several must say whom it was made for.
  if (audiences.some((one) => one !== asked.issuer) && (azp === undefined || azp === null))
    return 'azp is missing: aud names others as well.';
  if (azp !== undefined && azp !== null && azp !== asked.issuer && azp !== asked.clientId)
    return 'azp is another party.';
  if (claims[names.messageType] !== 'LtiDeepLinkingResponse')
    return 'message_type must be LtiDeepLinkingResponse.';
  if (claims[names.version] !== '1.3.0') return 'version must be 1.3.0.';
  if (claims[names.deploymentId] !== asked.deploymentId) return 'deployment_id is another one.';
  const data = claims[names.data];
  if (data !== undefined && data !== null && data !== asked.data) return 'data is not what was sent.';
  if (typeof nonce !== 'string' || nonce === '' || nonce.length > mostMarkChars) return 'nonce is missing.';
  if (typeof jti === 'string' && jti.length > mostMarkChars) return 'jti is too long.';
  return undefined;
}

function notesOf(claims: Readonly<Record<string, unknown>>): ToolNotes {
  const said = {
    message: claims[names.message],
    error: claims[names.errorMessage],
    log: claims[names.log],
    errorLog: claims[names.errorLog],
  };
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, text]) =>
      typeof text === 'string' && text.trim() !== '' ? [[name, plainText(text).slice(0, 1000)]] : [],
    ),
  );
}
