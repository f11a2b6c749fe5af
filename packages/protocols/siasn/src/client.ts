import * as z from 'zod';
import { courseBody, courseRowSchema } from './course-record.ts';
import { type Envelope, isOfGateway, readEnvelope, saysNothingFound, writtenId } from './envelope.ts';
import { leadershipBody, leadershipRowSchema } from './leadership-record.ts';
import { multipart } from './multipart.ts';
import { type OfficialIndex, readOfficialIndex } from './official-index.ts';
import { onePathSchema } from './reading.ts';
import { documentKinds } from './references/index.ts';
import { type Send, type SiasnRequest, type SiasnResponse, timeoutMs } from './send.ts';
import { SiasnRefused } from './siasn-refused.ts';
import { createTokens, type TokenName, type TokensDeps } from './tokens.ts';
import type { DocumentPath, StoredTraining, Training, Whose } from './training.ts';

/** What is asked of SIASN. Everything rejects with `SiasnRefused`. */
export interface SiasnClient {
  /** `pnsOrangId` of a NIP; undefined when SIASN knows nobody of it. */
  personIdOf(nip: string): Promise<string | undefined>;
  /**
   * The professionalism index as BKN has it. `none`: it has none, or knows nobody of that NIP. `unreadable`: it answered as it should, with
   * something that is no index.
   */
  officialIndexOf(nip: string): Promise<OfficialIndex | 'none' | 'unreadable'>;
  trainingsOf(nip: string, kind: Training['kind']): Promise<readonly StoredTraining[]>;
  /** Creates, or replaces the record of `whose.recordId`. Never tried twice by itself. */
  save(training: Training, whose: Whose): Promise<string>;
  /** `absent`: there is no such record. */
  remove(kind: Training['kind'], id: string): Promise<'removed' | 'absent'>;
  /** A PDF, before there is a record that names it. */
  upload(
    kind: Training['kind'],
    file: { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<DocumentPath>;
}

type Call = Omit<SiasnRequest, 'headers' | 'timeoutMs' | 'url'> & {
  readonly path: string;
  readonly type?: string;
};

const doors = { course: 'kursus', leadership: 'diklat' } as const;
const idNames = { course: 'rwKursusId', leadership: 'rwDiklatId' } as const;

export function createSiasnClient(deps: TokensDeps): SiasnClient {
  const tokens = createTokens(deps);

  async function once({ path, type, ...call }: Call): Promise<SiasnResponse> {
    const headers = {
      ...(await tokens.headers()),
      accept: 'application/json',
      ...(type !== undefined && { 'content-type': type }),
    };
    return (deps.send satisfies Send)({ ...call, url: `${deps.places.api}${path}`, headers, timeoutMs });
  }

  /** A token that ends in between is asked for once more; nothing was written with one that was refused. */
  async function ask(call: Call): Promise<Envelope> {
    const forgotten = new Set<TokenName>();
    for (;;) {
      const response = await once(call);
      const which = response.status === 401 ? refusedToken(response) : undefined;
      if (which === undefined || forgotten.has(which)) return envelopeOf(response);
      forgotten.add(which);
      tokens.forget(which);
    }
  }

  return {
    async personIdOf(nip) {
      const answer = await ask({ method: 'GET', path: `/pns/data-utama/${encodeURIComponent(nip)}` });
      const read = z.object({ id: z.string().min(1) }).safeParse(answer.data);
      if (answer.isGood && read.success) return read.data.id;
      if (saysNothingFound(answer)) return undefined;
      throw new SiasnRefused(answer.isGood ? 'broken-answer' : 'refused', { words: answer.message });
    },
    async officialIndexOf(nip) {
      const answer = await ask({ method: 'GET', path: `/pns/nilaiipasn/${encodeURIComponent(nip)}` });
      if (saysNothingFound(answer) || (answer.isGood && isEmpty(answer.data))) return 'none';
      if (!answer.isGood) throw new SiasnRefused('refused', { words: answer.message });
      return readOfficialIndex(answer.data, deps.clock.now()) ?? 'unreadable';
    },
    async trainingsOf(nip, kind) {
      const path = `/pns/rw-${doors[kind]}/${encodeURIComponent(nip)}`;
      const found = new Map<string, StoredTraining>();
      for (;;) {
        const before = found.size;
        const answer = await ask({ method: 'GET', path: before === 0 ? path : `${path}?offset=${before}` });
        for (const row of rowsOf(answer, kind)) found.set(row.id, row);
        if (answer.total === undefined || found.size >= answer.total) return [...found.values()];
        // Part of a list is none: what is looked for may be in the rest.
        if (found.size === before) throw new SiasnRefused('broken-answer');
      }
    },
    async save(training, whose) {
      const body = training.kind === 'course' ? courseBody(training, whose) : leadershipBody(training, whose);
      const answer = await ask({
        ...{ method: 'POST', path: `/${doors[training.kind]}/save` },
        ...{ body: JSON.stringify(body), type: 'application/json' },
      });
      if (!answer.isGood) throw new SiasnRefused('refused', { words: answer.message });
      const id = writtenId(answer, idNames[training.kind]) ?? whose.recordId;
      // It says that it is done and not where: whoever looks will find it.
      if (id === undefined) throw new SiasnRefused('broken-answer', { mayHaveArrived: true });
      return id;
    },
    async remove(kind, id) {
      const path = `/${doors[kind]}/delete/${encodeURIComponent(id)}`;
      const answer = await ask({ method: 'DELETE', path });
      if (answer.isGood) return 'removed';
      if (saysNothingFound(answer)) return 'absent';
      throw new SiasnRefused('refused', { words: answer.message });
    },
    async upload(kind, file) {
      const { type, body } = multipart({ id_ref_dokumen: String(documentKinds[kind]) }, file);
      const answer = await ask({ method: 'POST', path: '/upload-dok', body, type });
      if (!answer.isGood) throw new SiasnRefused('refused', { words: answer.message });
      const read = onePathSchema.safeParse(answer.data ?? answer.mapData);
      if (!read.success) throw new SiasnRefused('broken-answer');
      return read.data;
    },
  };
}

/** Whose refusal it is: the gateway looks at the agency's client, the service behind it at the account. */
const refusedToken = ({ body }: SiasnResponse): TokenName => (isOfGateway(body) ? 'manager' : 'account');

/** Done, and there is nothing: `null`, or a list or an object without anything in it. */
const isEmpty = (data: unknown): boolean =>
  data === null || data === undefined || (typeof data === 'object' && Object.keys(data).length === 0);

function rowsOf(answer: Envelope, kind: Training['kind']): readonly StoredTraining[] {
  if (!Array.isArray(answer.data)) {
    if (saysNothingFound(answer)) return [];
    throw new SiasnRefused(answer.isGood ? 'broken-answer' : 'refused', { words: answer.message });
  }
  const schema = z.array(kind === 'course' ? courseRowSchema : leadershipRowSchema);
  const read = schema.safeParse(answer.data);
  // A row that cannot be read may be the very one that is looked for.
  if (!answer.isGood || !read.success) throw new SiasnRefused('broken-answer');
  return read.data;
}

function envelopeOf(response: SiasnResponse): Envelope {
  const { status, headers, body } = response;
  const words = readEnvelope(body)?.message ?? '';
  if (status === 401 || status === 403) {
    if (refusedToken(response) === 'manager') throw new SiasnRefused('client-refused', { words });
    throw new SiasnRefused(status === 401 ? 'signed-out' : 'forbidden', { words });
  }
  if (status === 429) {
    const after = Number(headers['retry-after']);
    throw new SiasnRefused('busy', Number.isFinite(after) && after > 0 ? { afterSeconds: after } : {});
  }
  const read = readEnvelope(body);
  if (status >= 500 || !read) throw new SiasnRefused('broken-answer', { mayHaveArrived: true });
  if (status >= 400 && read.isGood) throw new SiasnRefused('broken-answer', { mayHaveArrived: true });
  return read;
}
