/** What a pull can be answered as; the first is given to whoever takes either. */
export const pullTypes = ['application/x-ndjson', 'text/csv'] as const;
export type PullType = (typeof pullTypes)[number];

/** What clients ask for that want JSON: the media type of lines of JSON was never registered. */
const ofLines = ['application/json', 'application/ndjson', 'application/jsonl', 'application/x-jsonlines'];

interface Range {
  readonly type: string;
  readonly weight: number;
}

/** The offered type that an Accept header likes best (RFC 9110 12.5.1); undefined when it takes none of them. */
export function negotiatePullType(header: string | undefined): PullType | undefined {
  const ranges = header === undefined || header.trim() === '' ? anything : header.split(',').map(readRange);
  const [best] = pullTypes
    .map((type) => ({ type, weight: weightOf(type, ranges) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  return best?.type;
}

const anything: readonly Range[] = [{ type: '*/*', weight: 1 }];

function readRange(part: string): Range {
  const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  const weight = q === undefined ? 1 : Number(q);
  const known = ofLines.includes(type) ? pullTypes[0] : type;
  return { type: known, weight: weight >= 0 && weight <= 1 ? weight : 0 };
}

/** The most specific range that fits decides. */
function weightOf(type: PullType, ranges: readonly Range[]): number {
  const [family] = type.split('/');
  for (const wanted of [type, `${family}/*`, '*/*']) {
    const range = ranges.find((one) => one.type === wanted);
    if (range) return range.weight;
  }
  return 0;
}
