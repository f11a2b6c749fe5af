export interface MediaType {
  /** `type/subtype` in lower case. */
  readonly type: string;
  /** Names in lower case, values unquoted. */
  readonly parameters: ReadonlyMap<string, string>;
}

const parameter = /\s*;\s*([\w!#$%&'*+.^`|~-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))/gy;

/** Reads a Content-Type header; undefined when it is absent or malformed. */
export function parseMediaType(header: string | null | undefined): MediaType | undefined {
  const match = /^\s*([\w!#$&^.+-]+\/[\w!#$&^.+-]+)/.exec(header ?? '');
  if (!header || !match?.[1]) return undefined;
  const parameters = new Map<string, string>();
  let end = match[0].length;
  parameter.lastIndex = end;
  for (let found = parameter.exec(header); found; found = parameter.exec(header)) {
    const [whole, name = '', quoted, bare] = found;
    parameters.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '');
    end += whole.length;
  }
  if (!/^[\s;]*$/.test(header.slice(end))) return undefined;
  return { type: match[1].toLowerCase(), parameters };
}
