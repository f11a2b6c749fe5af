const mailto = /^mailto:[^\s\p{Cc}<>()[\],;:\\"@?]+(?:%40)?@[^\s\p{Cc}<>()[\],;:\\"@?/]+$/iu;
const quotedMailto = /^mailto:(?:"[^"\p{Cc}]+"|%22[^"\p{Cc}@]+%22)@[^\s\p{Cc}<>()[\],;:\\"@?/]+$/iu;

/** `mailto:` and one e-mail address, no header fields. */
export function isMailto(text: string): boolean {
  return mailto.test(text) || quotedMailto.test(text);
}

export function isSha1(text: string): boolean {
  return /^[0-9a-f]{40}$/i.test(text);
}

/** Hex of SHA-224, -256, -384 or -512. */
export function isSha2(text: string): boolean {
  return /^(?:[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i.test(text);
}

/** RFC 2045 media type with optional parameters. */
export function isMediaType(text: string): boolean {
  return /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:\s*;\s*[\w!#$%&'*+.^`|~-]+=(?:[\w!#$%&'*+.^`|~-]+|"(?:[^"\\]|\\.)*"))*\s*(?:;\s*)?$/.test(
    text,
  );
}
