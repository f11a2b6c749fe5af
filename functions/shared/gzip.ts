/** RFC 9110 12.5.3, for the one encoding that is offered. */
export function acceptsGzip(header: string | undefined): boolean {
  const weights = new Map(
    (header ?? '').split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
      const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return [name, q === undefined ? 1 : Number(q)];
    }),
  );
  const weight = weights.get('gzip') ?? weights.get('x-gzip') ?? weights.get('*') ?? 0;
  return weight > 0;
}

export function gzip(whole: string | Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array> {
  return new Blob([whole]).stream().pipeThrough(new CompressionStream('gzip'));
}
