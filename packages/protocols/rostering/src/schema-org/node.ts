/** An object of JSON-LD whose names of properties and types are those of schema.org, without prefix. */
export type LdNode = Readonly<Record<string, unknown>>;

const own = /^(?:schema:|https?:\/\/schema\.org\/)/;

export const isNode = (value: unknown): value is LdNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Values of a property: none, one, or several; lists of JSON-LD are opened. */
export function valuesOf(node: LdNode, name: string): readonly unknown[] {
  const value =
    node[name] ??
    node[`schema:${name}`] ??
    node[`https://schema.org/${name}`] ??
    node[`http://schema.org/${name}`];
  return listed(value);
}

export function listed(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flat(3).filter((one) => one !== null && one !== undefined);
  if (isNode(value)) {
    const list = value['@list'] ?? value['@set'];
    if (Array.isArray(list)) return list.flat(3);
  }
  return [value];
}

export const typesOf = (node: LdNode): readonly string[] =>
  listed(node['@type'] ?? node.type).flatMap((type) =>
    typeof type === 'string' ? [type.replace(own, '')] : [],
  );

export function idOf(node: LdNode): string | undefined {
  const id = node['@id'] ?? node.id;
  return typeof id === 'string' && id.trim() !== '' ? id.trim() : undefined;
}

const spoken = ['id', 'id-id', 'en'];

/**
 * The words of a value, whatever they lie in: a text, a number, `{"@value"}`, one a language (as `{"id": …, "en": …}` or as a list of
 * values with `@language`), or a thing with a name. Indonesian comes first, then English, then what comes first.
 */
export function wordsIn(values: readonly unknown[]): string {
  const found = values.flatMap(said);
  const rank = ({ language }: Said) => {
    const at = spoken.findIndex(
      (one) => language === one || (one !== 'id-id' && language.startsWith(`${one}-`)),
    );
    return at < 0 ? (language === '' ? 1.5 : spoken.length) : at;
  };
  return found.toSorted((a, b) => rank(a) - rank(b))[0]?.text ?? '';
}

interface Said {
  readonly text: string;
  readonly language: string;
}

function said(value: unknown): readonly Said[] {
  if (typeof value === 'string' || typeof value === 'number') return [{ text: String(value), language: '' }];
  if (!isNode(value)) return [];
  const literal = value['@value'];
  if (typeof literal === 'string' || typeof literal === 'number') {
    const language = value['@language'];
    return [{ text: String(literal), language: typeof language === 'string' ? language.toLowerCase() : '' }];
  }
  // `id` is a language here, though it may stand for `@id` elsewhere.
  if (isLanguageMap(value)) {
    return Object.entries(value).flatMap(([language, words]) =>
      listed(words).flatMap((one) =>
        typeof one === 'string' ? [{ text: one, language: language.toLowerCase() }] : [],
      ),
    );
  }
  return valuesOf(value, 'name').flatMap((name) =>
    isNode(name) && typesOf(name).length > 0 ? [] : said(name),
  );
}

const isLanguageMap = (value: LdNode): boolean =>
  Object.keys(value).every((key) => key !== 'url' && /^(@none|[a-z]{2,3}(-[a-z\d]{1,8})*)$/i.test(key));
