/** Words that say nothing of a course, in both languages; folded. */
const stopWords: ReadonlySet<string> = new Set(
  `ada adalah agar akan antara apa atas atau bagi bahwa dalam dan dapat dari dengan di guna hal ini itu juga ke lebih
  maupun oleh pada para sebagai secara serta setiap suatu telah tentang tiap untuk yaitu yakni yang
  a an and are as at be by can for from has have how in into is it its of on or that the their this to was what when
  which who will with you your`.split(/\s+/),
);

const longest = 40;
const word = /[\p{Letter}\p{Number}]+/gu;

/** Lower case without accents. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}

/** The words of a text as they are compared, in order; stop words are left out. */
export function wordsOf(text: string): readonly string[] {
  const found = foldText(text).match(word) ?? [];
  return found.filter((one) => one.length <= longest && !stopWords.has(one));
}

/** The same of what somebody typed: what consists of stop words alone is searched as it stands. */
export function queryWordsOf(text: string): readonly string[] {
  const telling = wordsOf(text);
  if (telling.length > 0) return telling;
  return (
    foldText(text)
      .match(word)
      ?.filter((one) => one.length <= longest) ?? []
  );
}
