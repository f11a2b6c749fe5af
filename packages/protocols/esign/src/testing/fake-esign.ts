import { EsignRefused } from '../esign-refused.ts';
import type { EsignRequest, EsignResponse, Send } from '../send.ts';

/**
 * What goes wrong with one call. `lost`: it was done, and the answer never came. `silent`: it was not done, and no answer came. `page`, `page-after`: a
 * page of something in between, before or after it was done. `cut`: half of its answer.
 */
export type EsignFault = 'lost' | 'silent' | 'away' | 'busy' | 'error' | 'page' | 'page-after' | 'cut';

export interface FakeEsignOptions {
  readonly clock: { now(): Date };
  /** Signs in earnest, or gives back whatever a hostile one would. */
  readonly seal: (pdf: Buffer, of: { readonly reason: string; readonly at: Date }) => Uint8Array;
  readonly account?: { readonly username: string; readonly password: string };
  readonly subscriberId?: string;
  /** Seals that may be made. @default 1,000 */
  readonly quota?: number;
  /** When the certificate of the seal ends. @default never */
  readonly certificateEndsAt?: Date;
  /** @default 10 MB, as a server in front of it has */
  readonly mostBodyBytes?: number;
  /** Asked for each call; `door` is what follows `/api/v2/seal/`. */
  readonly fault?: (door: string) => EsignFault | undefined;
}

const minuteMs = 60_000;
const json = (status: number, value: unknown): EsignResponse => ({
  ...{ status, headers: { 'content-type': 'application/json' } },
  body: new TextEncoder().encode(JSON.stringify(value)),
});
const page: EsignResponse = {
  ...{ status: 502, headers: { 'content-type': 'text/html' } },
  body: new TextEncoder().encode('<html><h1>502 Bad Gateway</h1></html>'),
};
const refuse = (code: number, error: string) => json(400, { status_code: code, error });

type Body = Readonly<Record<string, unknown>>;

/**
 * The eSign Client Service as public clients know it: codes that end and are good once, seals that are counted when they are made and that nobody can
 * fetch again, and no memory of which document was sealed before.
 */
export function createFakeEsign(options: FakeEsignOptions) {
  const { clock, fault = () => undefined } = options;
  const account = options.account ?? { username: 'sinau', password: 'sandi-esign' };
  const subscriberId = options.subscriberId ?? 'segel-badan-contoh';
  const codes = { activation: new Map<string, number>(), seal: new Map<string, number>() };
  const state = {
    quota: options.quota ?? 1_000,
    sealed: 0,
    mails: [] as string[],
    certificateEndsAt: options.certificateEndsAt,
  };
  let counter = 100_000;
  const issue = (kind: keyof typeof codes, minutes: number) => {
    counter += 7;
    const totp = String(counter);
    const endsAt = clock.now().getTime() + minutes * minuteMs;
    codes[kind].set(totp, endsAt);
    // As its clocks show it, in western Indonesia and without saying so.
    const expires = new Date(endsAt + 7 * 60 * minuteMs).toISOString().slice(0, 19).replace('T', ' ');
    return { totp, expires, result: true, message: 'success' };
  };
  const isGood = (kind: keyof typeof codes, totp: unknown) =>
    (codes[kind].get(String(totp)) ?? 0) > clock.now().getTime();

  function activation({ totp }: Body): EsignResponse {
    if (totp === undefined) {
      state.mails.push(issue('activation', 24 * 60).totp);
      return json(200, { success: true, message: 'TOTP aktivasi dikirim ke surel', data: null });
    }
    if (!isGood('activation', totp)) return refuse(2031, 'TOTP aktivasi salah atau kedaluwarsa');
    codes.activation.delete(String(totp));
    return json(200, { success: true, message: null, data: issue('activation', 24 * 60) });
  }

  function seal(body: Body): EsignResponse {
    const { file, totp, signatureProperties } = body;
    if (!isGood('seal', totp)) return refuse(2031, 'TOTP segel salah atau kedaluwarsa');
    const pdf = Buffer.from(Array.isArray(file) ? String(file[0]) : '', 'base64');
    if (!pdf.subarray(0, 1024).includes('%PDF-')) return refuse(1001, 'File harus PDF');
    const now = clock.now();
    if (state.certificateEndsAt && state.certificateEndsAt <= now)
      return refuse(2014, 'Sertifikat elektronik telah kedaluwarsa');
    if (state.quota <= 0) return refuse(2050, 'Kuota segel elektronik habis');
    const [properties] = Array.isArray(signatureProperties) ? (signatureProperties as Body[]) : [];
    if (properties?.tampilan !== 'INVISIBLE') return refuse(1002, 'tampilan tidak valid');
    codes.seal.delete(String(totp));
    state.quota -= 1;
    state.sealed += 1;
    const sealed = options.seal(pdf, { reason: String(properties.reason), at: now });
    return json(200, { time: 812, file: [Buffer.from(sealed).toString('base64')] });
  }

  function answer(door: string, body: Body): EsignResponse {
    if (body.idSubscriber !== subscriberId) return refuse(2011, 'ID subscriber tidak terdaftar');
    switch (door) {
      case 'get/activation':
        return activation(body);
      case 'get/totp':
        if (!isGood('activation', body.totp))
          return json(200, { message: 'TOTP aktivasi salah', result: false });
        return json(200, issue('seal', 5));
      case 'revoke/activation':
        if (!codes.activation.delete(String(body.totp))) return refuse(2031, 'TOTP aktivasi salah');
        return json(200, { success: true, message: 'success' });
      case 'pdf':
        return seal(body);
      default:
        return json(404, { error: 'Not Found' });
    }
  }

  const respond = (request: Pick<EsignRequest, 'url' | 'headers' | 'body'>): EsignResponse => {
    if (request.body.length > (options.mostBodyBytes ?? 10 * 1024 * 1024)) {
      return { ...page, status: 413 };
    }
    const basic = Buffer.from(`${account.username}:${account.password}`).toString('base64');
    if (request.headers.authorization !== `Basic ${basic}`) return json(401, { error: 'Unauthorized' });
    return answer(
      new URL(request.url, 'http://esign').pathname.replace('/api/v2/seal/', ''),
      JSON.parse(request.body),
    );
  };

  const send: Send = async (request) => {
    const door = new URL(request.url).pathname.replace('/api/v2/seal/', '');
    const kind = fault(door);
    if (kind === 'away') throw new EsignRefused('unreachable');
    if (kind === 'silent') throw new EsignRefused('timeout', { mayHaveSealed: door === 'pdf' });
    if (kind === 'busy')
      return { ...json(429, { error: 'Too Many Requests' }), headers: { 'retry-after': '30' } };
    if (kind === 'error') return json(500, { error: 'Internal Server Error', status_code: 500 });
    if (kind === 'page') return page;
    const done = respond(request);
    if (kind === 'lost') throw new EsignRefused('timeout', { mayHaveSealed: door === 'pdf' });
    if (kind === 'cut') return { ...done, body: done.body.subarray(0, done.body.length / 2) };
    return kind === 'page-after' ? page : done;
  };

  return {
    send,
    /** The same without faults, for a server that is asked over HTTP. */
    respond,
    state,
    /** What came by mail last. */
    mailedCode: () => state.mails.at(-1) ?? '',
    endActivations: () => codes.activation.clear(),
  };
}
