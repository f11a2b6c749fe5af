/** A form with one file. The boundary stands in no part: it is chosen until that is so. */
export function multipart(
  fields: Readonly<Record<string, string>>,
  file: { readonly name: string; readonly bytes: Uint8Array },
): { readonly type: string; readonly body: Uint8Array } {
  const encoder = new TextEncoder();
  const text = new TextDecoder('latin1').decode(file.bytes);
  let boundary = 'sinau-form';
  for (let n = 0; text.includes(boundary); n += 1) boundary = `sinau-form-${n}`;
  const head = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const fileHead =
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name.replace(/[^\w.-]/g, '_')}"\r\n` +
    'content-type: application/pdf\r\n\r\n';
  const parts = [
    encoder.encode(head.join('') + fileHead),
    file.bytes,
    encoder.encode(`\r\n--${boundary}--\r\n`),
  ];
  const body = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    body.set(part, at);
    at += part.length;
  }
  return { type: `multipart/form-data; boundary=${boundary}`, body };
}
