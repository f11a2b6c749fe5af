import * as z from 'zod';
import { readAnswer } from './answers.ts';
import { readEnd } from './ends-at.ts';
import { EsignRefused } from './esign-refused.ts';
import { mostAnswerBytes, mostSealedBytes, type Send, shortAnswerBytes, timeouts } from './send.ts';

/** A code that it has given, and when it ends, ISO 8601 UTC; absent where it does not say so. */
export interface EsignCode {
  readonly code: string;
  readonly endsAt?: string;
}

/** The seal of one institution. Everything rejects with `EsignRefused`. */
export interface EsignClient {
  /** Has a first activation code sent by mail to whoever holds the seal. */
  requestActivation(): Promise<void>;
  /** The next activation code; the one before counts no more. */
  renewActivation(activation: string): Promise<EsignCode>;
  revokeActivation(activation: string): Promise<void>;
  /** A code for one document. Asking is not counted as a seal. */
  sealCode(activation: string): Promise<EsignCode>;
  /** The document with a seal that nobody sees on its pages. Counted when it is made; never tried twice by itself. */
  seal(of: { readonly code: string; readonly pdf: Uint8Array; readonly reason: string }): Promise<Uint8Array>;
}

export interface EsignClientDeps {
  readonly send: Send;
  /** Where the agency's server is, without a slash at the end. */
  readonly address: string;
  readonly username: string;
  readonly password: string;
  /** Of the institution, at the service. */
  readonly subscriberId: string;
  readonly base64: {
    encode(bytes: Uint8Array): string;
    /** Undefined for what is none. */
    decode(text: string): Uint8Array | undefined;
  };
}

const codeSchema = z.looseObject({ totp: z.coerce.string().min(1).max(200), expires: z.unknown() });
const wrappedSchema = z.looseObject({ data: codeSchema.extend({ result: z.boolean().optional() }) });
const sealedSchema = z.looseObject({ file: z.array(z.string()).length(1) });

export function createEsignClient(deps: EsignClientDeps): EsignClient {
  const { subscriberId: idSubscriber, base64 } = deps;
  return {
    requestActivation: async () => void (await ask(deps, 'get/activation', { idSubscriber })),
    renewActivation: async (totp) => codeOf(await ask(deps, 'get/activation', { idSubscriber, totp })),
    revokeActivation: async (totp) => void (await ask(deps, 'revoke/activation', { idSubscriber, totp })),
    sealCode: async (totp) => codeOf(await ask(deps, 'get/totp', { idSubscriber, totp, data: 1 })),
    seal: async ({ code, pdf, reason }) => {
      if (pdf.length > mostSealedBytes) throw new EsignRefused('too-large');
      const body = {
        ...{ idSubscriber, totp: code, file: [base64.encode(pdf)] },
        signatureProperties: [{ tampilan: 'INVISIBLE', location: 'null', reason, contactInfo: 'null' }],
      };
      const read = sealedSchema.safeParse(await ask(deps, 'pdf', body));
      const sealed = read.success ? base64.decode(read.data.file[0] ?? '') : undefined;
      if (!sealed) throw new EsignRefused('broken-answer', { mayHaveSealed: true });
      return sealed;
    },
  };
}

async function ask(
  { send, address, username, password, base64 }: EsignClientDeps,
  door: 'get/activation' | 'get/totp' | 'revoke/activation' | 'pdf',
  body: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const sealing = door === 'pdf';
  const text = JSON.stringify(body);
  const response = await send({
    ...{ method: 'POST', url: `${address}/api/v2/seal/${door}`, body: text },
    headers: {
      authorization: `Basic ${base64.encode(new TextEncoder().encode(`${username}:${password}`))}`,
      ...{ 'content-type': 'application/json', accept: 'application/json' },
    },
    timeoutMs: sealing ? timeouts.sealMs : timeouts.codeMs,
    maxResponseBytes: sealing ? mostAnswerBytes(text.length) : shortAnswerBytes,
  });
  return readAnswer(response, { sealing });
}

/** By itself or as `data` of an envelope, whichever door it was. */
function codeOf(answer: unknown): EsignCode {
  const plain = codeSchema.safeParse(answer);
  const read = plain.success ? plain.data : wrappedSchema.safeParse(answer).data?.data;
  if (!read) throw new EsignRefused('broken-answer');
  if ('result' in read && read.result === false) throw new EsignRefused('not-activated');
  const endsAt = readEnd(read.expires);
  return { code: read.totp, ...(endsAt !== undefined && { endsAt }) };
}
