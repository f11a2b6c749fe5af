import { deflateSync } from 'node:zlib';
import { pngChunk } from '@sinau/open-badges';

const teal = '#0b5563';
const gold = '#f0b35a';
const white = '#ffffff';

/** A rosette with the title of the course below, as SVG. */
export function badgeSvg(title: string): string {
  const petals = [45, 135, 225, 315].map(
    (turn, at) =>
      `<path transform="rotate(${turn} 256 256)" fill="${at % 2 === 0 ? white : gold}" d="M276 256Q350 196 424 256Q350 316 276 256Z"/>`,
  );
  const lines = wrapped(title).map(
    (line, at) => `<text x="256" y="${556 + at * 40}" text-anchor="middle">${escaped(line)}</text>`,
  );
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 680" role="img">',
    `<title>${escaped(title)}</title>`,
    `<rect width="512" height="680" fill="${white}"/>`,
    `<circle cx="256" cy="256" r="240" fill="${teal}"/>`,
    `<circle cx="256" cy="256" r="208" fill="none" stroke="${gold}" stroke-width="12"/>`,
    ...petals,
    `<g font-family="sans-serif" font-size="32" font-weight="700" fill="#1f2937">${lines.join('')}</g>`,
    '</svg>',
  ].join('');
}

const lineLength = 26;
const mostLines = 3;

function wrapped(title: string): readonly string[] {
  const lines: string[] = [];
  for (const word of title.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= lineLength)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines - 1), `${lines[mostLines - 1]} …`];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const side = 256;

/** The same rosette without the title, as PNG; always the same one. */
export function badgePng(): Uint8Array {
  const rows = Buffer.alloc(side * (side * 4 + 1));
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      rows.set(pixelOf(column, row), row * (side * 4 + 1) + 1 + column * 4);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // Eight bits each of red, green, blue and opacity.
  header.set([8, 6], 8);
  return Buffer.concat([
    Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', new Uint8Array()),
  ]);
}

/** The mean of nine places of a pixel, so that edges are soft. */
function pixelOf(column: number, row: number): readonly [number, number, number, number] {
  const sum = [0, 0, 0, 0];
  for (let at = 0; at < 9; at += 1) {
    const place = (cell: number, part: number) => ((cell + (part + 0.5) / 3) / side) * 2 - 1;
    const shown = colourAt(place(column, at % 3), place(row, Math.floor(at / 3)));
    if (!shown) continue;
    for (const [channel, offset] of [1, 3, 5].entries())
      sum[channel] = (sum[channel] ?? 0) + Number.parseInt(shown.slice(offset, offset + 2), 16);
    sum[3] = (sum[3] ?? 0) + 1;
  }
  const [red = 0, green = 0, blue = 0, many = 0] = sum;
  return many === 0 ? [0, 0, 0, 0] : [red / many, green / many, blue / many, Math.round((many / 9) * 255)];
}

/** From -1 to 1 in both directions; undefined outside of the rosette. */
function colourAt(x: number, y: number): string | undefined {
  const distance = Math.hypot(x, y);
  if (distance > 0.94) return undefined;
  if (distance > 0.79 && distance < 0.84) return gold;
  for (const turn of [1, 3, 5, 7]) {
    const angle = (turn * Math.PI) / 4;
    const along = x * Math.cos(angle) + y * Math.sin(angle);
    const across = y * Math.cos(angle) - x * Math.sin(angle);
    const share = (along - 0.08) / 0.58;
    if (share > 0 && share < 1 && Math.abs(across) < 0.14 * Math.sin(share * Math.PI)) {
      return turn === 1 || turn === 5 ? white : gold;
    }
  }
  return teal;
}
