/** What the SDK keeps discovered endpoints in, of which DynamoDB has none: a map instead of a library. */
// biome-ignore lint/style/noDefaultExport: it stands in for a module whose default is the cache
export default class PlainCache<Key, Value> extends Map<Key, Value> {
  /** The library takes how many entries it may hold; there will be none. */
  constructor(_capacity: number) {
    super();
  }

  peek(key: Key): Value | undefined {
    return this.get(key);
  }
}
