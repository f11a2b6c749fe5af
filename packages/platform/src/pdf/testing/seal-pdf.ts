import type { SealingKey } from './sealing-key.ts';

/** Room for a signature, in bytes. */
const room = 8_192;

export interface SealPdfOptions {
  readonly at: Date;
  readonly reason?: string;
  /** What the update says of objects by their numbers, beside the signature. */
  readonly objects?: ReadonlyMap<number, string>;
  /** Place of the field on the page. @default nowhere, so that nobody sees it */
  readonly rect?: string;
  /** @default ETSI.CAdES.detached */
  readonly kind?: string;
}

/** Text of the last object of this number. */
export function objectOf(pdf: Uint8Array, number: number): string {
  const text = Buffer.from(pdf).toString('latin1');
  const start = text.lastIndexOf(`\n${number} 0 obj`);
  return text.slice(text.indexOf('obj', start) + 3, text.indexOf('endobj', start)).trim();
}

const within = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1] ?? '';

/** Numbers of the root and the first page, and where the last table is. */
export function placesOf(pdf: Uint8Array) {
  const text = Buffer.from(pdf).toString('latin1');
  const trailer = text.slice(text.lastIndexOf('trailer'));
  const root = Number(within(trailer, /\/Root (\d+) 0 R/));
  const pages = Number(within(objectOf(pdf, root), /\/Pages (\d+) 0 R/));
  const page = Number(within(objectOf(pdf, pages), /\/Kids \[(\d+) 0 R/));
  const table = Number(within(text.slice(-64), /startxref\s+(\d+)/));
  return { root, page, table, size: Number(within(trailer, /\/Size (\d+)/)) };
}

/** One update behind the file: a field that nobody sees, and a signature over all but itself (ISO 32000-2, 12.8). */
export function sealPdf(pdf: Uint8Array, key: SealingKey, options: SealPdfOptions): Buffer {
  const { at, reason = '', rect = '0 0 0 0', kind = 'ETSI.CAdES.detached' } = options;
  const { root, page, table, size } = placesOf(pdf);
  const [signature, field] = [size, size + 1];
  const stamp = at.toISOString().slice(0, 19).replaceAll(/[-T:]/g, '');
  const objects = new Map([
    [root, objectOf(pdf, root).replace(/>>$/, `/AcroForm << /SigFlags 3 /Fields [${field} 0 R] >> >>`)],
    [page, withField(objectOf(pdf, page), field)],
    [
      field,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Segel) /F 132 /Rect [${rect}] /P ${page} 0 R /V ${signature} 0 R >>`,
    ],
    [
      signature,
      `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /${kind} /M (D:${stamp}Z) /Reason (${reason}) ` +
        `/ByteRange [0 0000000000 0000000000 0000000000] /Contents <${'0'.repeat(room * 2)}> >>`,
    ],
    ...(options.objects ?? []),
  ]);
  return signed(withObjects(pdf, { objects, root, table, size: size + 2 }), { key, at, from: pdf.length });
}

function withField(page: string, field: number): string {
  return page.includes('/Annots [')
    ? page.replace(/\/Annots \[([^\]]*)\]/, `/Annots [$1 ${field} 0 R]`)
    : page.replace(/>>$/, `/Annots [${field} 0 R] >>`);
}

/** An update of these objects, with its own table. */
export function withObjects(
  pdf: Uint8Array,
  given: {
    readonly objects: ReadonlyMap<number, string>;
    readonly root: number;
    readonly table: number;
    readonly size: number;
  },
): Buffer {
  const parts = [Buffer.from(pdf)];
  let at = pdf.length;
  const add = (text: string) => {
    const bytes = Buffer.from(text, 'latin1');
    parts.push(bytes);
    at += bytes.length;
  };
  const places = [...given.objects].map(([number, text]) => {
    add('\n');
    const place = { number, at };
    add(`${number} 0 obj\n${text}\nendobj\n`);
    return place;
  });
  const table = at;
  const lines = places.map(
    ({ number, at: place }) => `${number} 1\n${String(place).padStart(10, '0')} 00000 n \n`,
  );
  add(`xref\n0 1\n0000000000 65535 f \n${lines.join('')}`);
  add(
    `trailer\n<< /Size ${given.size} /Root ${given.root} 0 R /Prev ${given.table} >>\nstartxref\n${table}\n%%EOF\n`,
  );
  return Buffer.concat(parts);
}

function signed(
  bytes: Buffer,
  { key, at, from }: { readonly key: SealingKey; readonly at: Date; readonly from: number },
): Buffer {
  const first = bytes.indexOf('/Contents <000000', from) + '/Contents '.length;
  const next = first + room * 2 + 2;
  const range = [first, next, bytes.length - next].map((number) => String(number).padStart(10, ' '));
  bytes.write(`[0 ${range.join(' ')}]`, bytes.indexOf('[0 0000000000', from), 'latin1');
  const signature = key.sign([bytes.subarray(0, first), bytes.subarray(next)], at);
  bytes.write(signature.toString('hex'), first + 1, 'latin1');
  return bytes;
}
