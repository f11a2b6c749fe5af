// One file on its way to the store: whole when it is small, else in parts that outlive the page.

import { isSame, memoryOf } from './remembered.ts';
import { get, type Part, post, put, Refused } from './requests.ts';
import { arrivedOf, sendParts } from './send-parts.ts';

/** Smaller files are sent again faster than they are gone on with. */
const wholeBytes = 8 * 1024 * 1024;
/** The check names what is missing; sending it settles the rest. */
const rounds = 3;

interface Ticket {
  readonly uploadId: string;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Progress {
  readonly state: string;
  readonly partSizeBytes: number;
  readonly partCount: number;
  readonly sizeBytes: number;
  readonly parts: readonly Part[];
}

export interface Events {
  readonly signal: AbortSignal;
  readonly progressed: (sentBytes: number) => void;
  readonly waiting: (seconds: number) => void;
  readonly arrived: () => void;
}

/** Gives the page of the check. */
export async function transfer(form: HTMLFormElement, file: File, events: Events): Promise<string> {
  const location = await (file.size > wholeBytes ? sendInParts : sendWhole)(form, file, events);
  events.arrived();
  return location;
}

export function uploadAddress(form: HTMLFormElement, uploadId: string): string {
  return `${form.dataset.upload}/${encodeURIComponent(uploadId)}`;
}

async function openUpload(form: HTMLFormElement, file: File, inParts: boolean): Promise<Ticket> {
  const { course, module, upload = '' } = form.dataset;
  return post(upload, {
    fileName: file.name,
    contentType: typeOf(file),
    sizeBytes: String(file.size),
    ...(course && { courseId: course }),
    ...(module && { module }),
    ...(inParts && { inParts: '1' }),
  });
}

async function finish(address: string, fields: Record<string, string> = {}): Promise<string> {
  const { location } = await post<{ readonly location: string }>(`${address}/finish`, fields);
  return location;
}

async function sendWhole(form: HTMLFormElement, file: File, events: Events): Promise<string> {
  const { uploadId, url = '', headers = {} } = await openUpload(form, file, false);
  const { signal, progressed } = events;
  await put({ url, headers, body: file, signal, progressed });
  return finish(uploadAddress(form, uploadId));
}

async function sendInParts(form: HTMLFormElement, file: File, events: Events): Promise<string> {
  const address = await goOnWith(form, file);
  if (address === undefined) return sendFresh(form, file, events);
  const { state, parts } = await get<Progress>(address).catch((error: unknown) => {
    if (error instanceof Refused) return { state: 'cancelled', parts: [] };
    throw error;
  });
  if (state === 'cancelled') return sendFresh(form, file, events);
  // The page before broke off behind its last part, or another page was faster: only the last step is left.
  const done = state === 'awaiting-upload' && parts.length > 0 ? undefined : await finishedBefore(address);
  if (done === undefined) return sendRest({ form, file, address }, events);
  memoryOf(form).forget();
  return done;
}

async function sendFresh(form: HTMLFormElement, file: File, events: Events): Promise<string> {
  const { uploadId } = await openUpload(form, file, true);
  memoryOf(form).remember(uploadId, file);
  return sendRest({ form, file, address: uploadAddress(form, uploadId) }, events);
}

async function sendRest(
  { form, file, address }: { readonly form: HTMLFormElement; readonly file: File; readonly address: string },
  events: Events,
): Promise<string> {
  for (let round = 1; ; round += 1) {
    const { parts, partSizeBytes, partCount } = await get<Progress>(address);
    const arrived = arrivedOf(parts);
    await sendParts({ ...events, address, file, partSizeBytes, partCount, arrived });
    try {
      const sent = [...arrived].map(([partNumber, etag]) => ({ partNumber, etag }));
      const location = await finish(address, { parts: JSON.stringify(sent) });
      memoryOf(form).forget();
      return location;
    } catch (error) {
      if (!(error instanceof Refused) || round === rounds) throw error;
    }
  }
}

async function finishedBefore(address: string): Promise<string | undefined> {
  try {
    return await finish(address);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

/** Address of the upload that this file goes on with; one of another file is given up. */
async function goOnWith(form: HTMLFormElement, file: File): Promise<string | undefined> {
  const known = memoryOf(form).recall();
  if (!known) return undefined;
  if (isSame(known, file)) return uploadAddress(form, known.uploadId);
  await giveUp(form, known.uploadId);
  return undefined;
}

/** What has arrived is deleted; where that cannot be said now, the store forgets it after some days. */
export async function giveUp(form: HTMLFormElement, uploadId: string): Promise<void> {
  memoryOf(form).forget();
  await post(`${uploadAddress(form, uploadId)}/cancel`, {}).catch(() => undefined);
}

/** Browsers name archives in their own ways, or not at all. What a file is, is decided by its content. */
function typeOf(file: File): string {
  const name = file.name.toLowerCase();
  if (name.endsWith('.xml')) return 'application/xml';
  if (name.endsWith('.zip')) return 'application/zip';
  return /^[\w.+-]+\/[\w.+-]+$/.test(file.type) ? file.type : 'application/octet-stream';
}
