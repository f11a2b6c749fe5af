const usual = /^[a-z]{2,3}(?:-[A-Z]{2})?$/;

// RFC 5646 §2.1: language, extlang, script, region, variants, extensions, private use.
const langtag =
  /^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+)$/i;

const grandfathered =
  /^(?:en-GB-oed|i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)|sgn-(?:BE-FR|BE-NL|CH-DE)|art-lojban|cel-gaulish|no-bok|no-nyn|zh-(?:guoyu|hakka|min|min-nan|xiang))$/i;

/** True for a well-formed RFC 5646 language tag (not checked against the registry of subtags). */
export function isLanguageTag(text: string): boolean {
  return usual.test(text) || langtag.test(text) || grandfathered.test(text);
}
