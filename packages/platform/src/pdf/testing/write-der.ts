const value = (tag: number, content: Buffer): Buffer => {
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Buffer.concat([Buffer.from([tag, 0x80 + bytes.length, ...bytes]), content]);
};

/** Values of DER (ITU-T X.690), as certificates and signatures have them. */
export const der = {
  of: (tag: number, ...content: readonly Buffer[]) => value(tag, Buffer.concat(content)),
  sequence: (...content: readonly Buffer[]) => value(0x30, Buffer.concat(content)),
  /** In the order that DER wants. */
  set: (...content: readonly Buffer[]) => value(0x31, Buffer.concat([...content].sort(Buffer.compare))),
  integer: (number: number) => value(0x02, Buffer.from([number])),
  bytes: (bytes: Buffer) => value(0x04, bytes),
  bits: (bytes: Buffer) => value(0x03, Buffer.concat([Buffer.from([0]), bytes])),
  text: (text: string) => value(0x0c, Buffer.from(text)),
  nothing: Buffer.from([0x05, 0]),
  time: (at: Date) => value(0x17, Buffer.from(`${at.toISOString().slice(2, 19).replaceAll(/[-T:]/g, '')}Z`)),
  oid: (dotted: string) => {
    const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
    const bytes = [first * 40 + second, ...rest].flatMap((number) => {
      const parts = [number % 128];
      for (let left = Math.floor(number / 128); left > 0; left = Math.floor(left / 128)) {
        parts.unshift((left % 128) + 128);
      }
      return parts;
    });
    return value(0x06, Buffer.from(bytes));
  },
};
