import { productionPlaces } from '../places.ts';
import { courseKinds, structuralLevels } from '../references/index.ts';
import type { Send, SiasnRequest, SiasnResponse } from '../send.ts';
import { SiasnRefused } from '../siasn-refused.ts';

/**
 * What goes wrong with one call. `lost`: it was done, and the answer never came. `silent`: it was not done, and no answer came. `ended`: the
 * token of the account counts no more; `manager-ended`: that of the API manager. `forbidden`: the account may not; `unsubscribed`: the client.
 */
export type Fault =
  | ('lost' | 'silent' | 'busy' | 'error' | 'page' | 'page-after' | 'away')
  | ('ended' | 'manager-ended' | 'forbidden' | 'unsubscribed');

/** What is written, by both doors. */
type Body = Readonly<
  Partial<
    Record<
      | ('id' | 'pnsOrangId' | 'institusiPenyelenggara' | 'jumlahJam' | 'path')
      | ('jenisKursus' | 'jenisKursusSertipikat' | 'jenisDiklatId' | 'namaKursus' | 'nomorSertipikat')
      | ('tahunKursus' | 'tanggalKursus' | 'tanggalSelesaiKursus')
      | ('latihanStrukturalId' | 'nomor' | 'tahun' | 'tanggal' | 'tanggalSelesai'),
      unknown
    >
  >
>;
type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly idPns: string };

export interface FakeSiasnOptions {
  readonly clock: { now(): Date };
  /** `pnsOrangId` by NIP. */
  readonly people: ReadonlyMap<string, string>;
  readonly consumer?: { readonly key: string; readonly secret: string };
  readonly account?: { readonly username: string; readonly password: string };
  /** What `nilaiipasn` answers of a NIP, as it stands under `data`; nothing: as BKN answers of somebody without an index. */
  readonly indexes?: ReadonlyMap<string, unknown>;
  /** Rows of a history in one answer. @default all */
  readonly pageSize?: number;
  /** Asked for each call of the API, also when the call is one of a token. */
  readonly fault?: (request: SiasnRequest) => Fault | undefined;
}

const json = (status: number, value: unknown): SiasnResponse => ({
  ...{ status, headers: { 'content-type': 'application/json' } },
  body: new TextEncoder().encode(JSON.stringify(value)),
});
const page: SiasnResponse = {
  ...{ status: 502, headers: { 'content-type': 'text/html' } },
  body: new TextEncoder().encode('<html><h1>502 Bad Gateway</h1></html>'),
};
const refuse = (message: string) => json(200, { code: '0', message, data: null });

const hours = { manager: 1, account: 12 } as const;

/**
 * SIASN as public clients know it: two tokens that end, two doors whose fields are written and read by different names, and no memory of what
 * was sent before: the same creation twice is two records.
 */
export function createFakeSiasn(options: FakeSiasnOptions) {
  const { clock, people, fault = () => undefined } = options;
  const consumer = options.consumer ?? { key: 'kunci', secret: 'rahasia' };
  const account = options.account ?? { username: 'petugas', password: 'sandi' };
  const rows = { course: new Map<string, Row>(), leadership: new Map<string, Row>() };
  const tokens = new Map<string, number>();
  const files = new Map<string, Uint8Array>();
  let counter = 0;
  const nextId = () => {
    counter += 1;
    return counter.toString(16).padStart(32, '0').toUpperCase();
  };
  const issue = (kind: keyof typeof hours) => {
    const endsAt = clock.now().getTime() + hours[kind] * 3_600_000;
    const claims = Buffer.from(JSON.stringify({ exp: Math.floor(endsAt / 1_000) })).toString('base64url');
    const token = `${kind}.${claims}.${nextId()}`;
    tokens.set(token, endsAt);
    return { access_token: token, expires_in: hours[kind] * 3_600 };
  };

  function token(request: SiasnRequest): SiasnResponse {
    const form = new URLSearchParams(String(request.body));
    if (request.url === productionPlaces.managerToken) {
      const basic = Buffer.from(`${consumer.key}:${consumer.secret}`).toString('base64');
      const isGood = request.headers.authorization === `Basic ${basic}`;
      return isGood ? json(200, issue('manager')) : json(401, { error: 'invalid_client' });
    }
    const isGood = form.get('username') === account.username && form.get('password') === account.password;
    return isGood ? json(200, issue('account')) : json(401, { error: 'invalid_grant' });
  }

  const forget = (kind: keyof typeof hours) => {
    for (const one of tokens.keys()) if (one.startsWith(`${kind}.`)) tokens.delete(one);
  };

  /** The gateway first, then the service behind it. */
  function refusalOf({ headers }: SiasnRequest): SiasnResponse | undefined {
    const now = clock.now().getTime();
    const isGood = (header: string | undefined, pattern: RegExp) =>
      (tokens.get(pattern.exec(header ?? '')?.[1] ?? '') ?? 0) > now;
    if (!isGood(headers.authorization, /^Bearer (manager\..+)$/))
      return json(401, { fault: { code: 900901, message: 'Invalid Credentials' } });
    if (!isGood(headers.auth, /^bearer (account\..+)$/)) return json(401, { message: 'Unauthorized' });
    return undefined;
  }

  function answer(request: SiasnRequest): SiasnResponse {
    const path = request.url.slice(productionPlaces.api.length);
    const [, nip = '', offset = '0'] = /^\/pns\/[a-z-]+\/(\d+)(?:\?offset=(\d+))?$/.exec(path) ?? [];
    if (path.startsWith('/pns/data-utama/')) {
      const id = people.get(nip);
      return id
        ? json(200, { code: 1, data: { id, nipBaru: nip, nik: '' } })
        : refuse('Data tidak ditemukan');
    }
    if (path.startsWith('/pns/nilaiipasn/')) {
      // Public clients read a refusal with the code 0 as "has none".
      return options.indexes?.has(nip)
        ? json(200, { code: 1, message: 'success', data: options.indexes.get(nip) })
        : json(404, { code: 0, message: 'Data IP ASN tidak ditemukan', data: null });
    }
    if (path.startsWith('/pns/rw-')) {
      const kind = path.startsWith('/pns/rw-kursus/') ? 'course' : 'leadership';
      const found = [...rows[kind].values()].filter(({ idPns }) => idPns === people.get(nip));
      const { pageSize = found.length } = options;
      const data = found.slice(Number(offset), Number(offset) + pageSize);
      const total = pageSize < found.length ? { total: found.length } : {};
      return found.length > 0
        ? json(200, { code: 1, message: 'success', data, ...total })
        : json(200, { code: 1, message: 'success', data: 'Data tidak ditemukan' });
    }
    if (path === '/upload-dok') return takeFile(request);
    const [, door, id] = /^\/(kursus|diklat)\/(?:save$|delete\/(.+)$)/.exec(path) ?? [];
    const kind = door === 'kursus' ? 'course' : 'leadership';
    if (door && id !== undefined) {
      return rows[kind].delete(id)
        ? json(200, { code: 1, message: 'success' })
        : refuse('Data tidak ditemukan');
    }
    if (!door) return json(404, { code: '404', message: 'No matching resource' });
    return save(kind, JSON.parse(String(request.body)));
  }

  function takeFile({ body }: SiasnRequest): SiasnResponse {
    const text = Buffer.from(body ?? '').toString('latin1');
    if (!text.includes('%PDF-')) return refuse('Dokumen harus PDF');
    const id = nextId();
    files.set(id, Buffer.from(body ?? ''));
    const name = /filename="([^"]*)"/.exec(text)?.[1] ?? '';
    const path = {
      dok_id: '881',
      dok_nama: name,
      dok_uri: `peremajaan/${id}`,
      object: `peremajaan/${id}`,
      slug: '881',
    };
    return json(200, { code: 1, message: 'success', data: path });
  }

  function save(kind: 'course' | 'leadership', body: Body): SiasnResponse {
    const wrong = kind === 'course' ? courseWrong(body) : leadershipWrong(body);
    if (wrong) return refuse(wrong);
    if (![...people.values()].includes(String(body.pnsOrangId))) return refuse('PNS tidak dikenal');
    const given = body.id;
    if (typeof given === 'string' && !rows[kind].has(given)) return refuse('Riwayat tidak ada');
    const id = typeof given === 'string' ? given : nextId();
    rows[kind].set(id, kind === 'course' ? courseRow(id, body) : leadershipRow(id, body));
    return json(200, {
      ...{ code: 1, message: 'success' },
      mapData: kind === 'course' ? { rwKursusId: id } : { rwDiklatId: id },
    });
  }

  const send: Send = async (request) => {
    const kind = fault(request);
    if (kind === 'away') throw new SiasnRefused('unreachable');
    if (kind === 'silent') throw new SiasnRefused('timeout', { mayHaveArrived: true });
    if (kind === 'busy') return { ...json(429, { code: '900802' }), headers: { 'retry-after': '30' } };
    if (kind === 'error') return json(500, { code: '0', message: 'Internal Server Error' });
    if (kind === 'page') return page;
    if (!request.url.startsWith(`${productionPlaces.api}/`)) return token(request);
    if (kind === 'ended') forget('account');
    if (kind === 'manager-ended') forget('manager');
    if (kind === 'unsubscribed') return json(403, { fault: { code: 900908, message: 'Resource forbidden' } });
    const refusal = refusalOf(request);
    if (refusal) return refusal;
    if (kind === 'forbidden') return json(403, { code: '0', message: 'Anda tidak berwenang' });
    const done = answer(request);
    if (kind === 'lost') throw new SiasnRefused('timeout', { mayHaveArrived: true });
    return kind === 'page-after' ? page : done;
  };

  return {
    send,
    rows,
    files,
    /** What an account gets that signs in by itself. */
    signIn: () => issue('account').access_token,
    /** Enters a record as a person would by hand. */
    enter: (nip: string, row: Readonly<Record<string, unknown>>) => {
      const id = nextId();
      rows.course.set(id, { ...row, id, idPns: people.get(nip) ?? '' });
      return id;
    },
  };
}

const isDate = (value: unknown) => /^\d{2}-\d{2}-\d{4}$/.test(String(value));
const isHours = (value: unknown) => Number.isInteger(value) && Number(value) > 0;

function courseWrong(body: Body): string | undefined {
  if (!isDate(body.tanggalKursus) || !isDate(body.tanggalSelesaiKursus)) return 'Tanggal tidak valid';
  if (!isHours(body.jumlahJam)) return 'Jumlah jam tidak valid';
  if (!/^[0-9A-F]{32}$/.test(String(body.jenisKursus))) return 'Jenis kursus tidak valid';
  const kind = courseKinds.rows.find(({ id }) => String(id) === body.jenisDiklatId);
  return kind?.letter === body.jenisKursusSertipikat ? undefined : 'Jenis diklat tidak valid';
}

function leadershipWrong(body: Body): string | undefined {
  if (!isDate(body.tanggal) || !isDate(body.tanggalSelesai)) return 'Tanggal tidak valid';
  if (!isHours(body.jumlahJam)) return 'Jumlah jam tidak valid';
  const isKnown = structuralLevels.rows.some(({ id }) => String(id) === body.latihanStrukturalId);
  return isKnown ? undefined : 'Jenis diklat struktural tidak valid';
}

/** Written by one name, read by another; numbers come back as text. */
const courseRow = (id: string, body: Body): Row => ({
  ...{ id, idPns: String(body.pnsOrangId), nipLama: null, jenisKursusNama: null },
  jenisKursusId: body.jenisKursus,
  jenisKursusSertifikat: body.jenisKursusSertipikat,
  institusiPenyelenggara: body.institusiPenyelenggara,
  jumlahJam: body.jumlahJam,
  namaKursus: body.namaKursus,
  noSertipikat: body.nomorSertipikat === '' ? null : body.nomorSertipikat,
  tahunKursus: body.tahunKursus,
  tanggalKursus: body.tanggalKursus,
  tanggalSelesaiKursus: body.tanggalSelesaiKursus,
  jenisDiklatId: body.jenisDiklatId,
  path: pathOf(body.path),
});

const leadershipRow = (id: string, body: Body): Row => ({
  ...{ id, idPns: String(body.pnsOrangId) },
  latihanStrukturalId: body.latihanStrukturalId,
  latihanStrukturalNama: structuralLevels.rows.find((one) => String(one.id) === body.latihanStrukturalId)
    ?.name,
  institusiPenyelenggara: body.institusiPenyelenggara,
  nomor: body.nomor === '' ? null : body.nomor,
  jumlahJam: String(body.jumlahJam),
  tahun: body.tahun,
  tanggal: body.tanggal,
  tanggalSelesai: body.tanggalSelesai,
  path: pathOf(body.path),
});

/** By the id of the document. */
function pathOf(given: unknown): unknown {
  if (!Array.isArray(given) || given.length === 0) return null;
  return Object.fromEntries(given.map((one: { dok_id: string }) => [one.dok_id, one]));
}
