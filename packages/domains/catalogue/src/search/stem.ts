/**
 * A light stem: words of one root share it often enough, in Indonesian and English at once, since neither a query nor a
 * title says in which language a word is. Both sides go through the same function, so a stem need not be a word; what it
 * takes for one root and is two costs precision, so it strips only what leaves four letters.
 *
 * `kepemimpinan`, `pemimpin`, `memimpin` → `pimpin`; `pelayanan`, `melayani` → `layan`; `policies` → `policy`.
 */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = strip(word);
  if (stems.size < mostKept) stems.set(word, stem);
  return stem;
}

const stems = new Map<string, string>();
/** Words seen so far are kept up to here; after that, new ones are stripped each time. */
const mostKept = 100_000;
const shortest = 4;

function strip(word: string): string {
  if (word.length <= shortest || /\d/.test(word)) return word;
  const bare = withoutClitics(word);
  const prefixed = /^(?:me|di|ter|mem)/.test(bare);
  const root = withoutPrefix(withoutSuffix(bare, prefixed));
  const again = root === bare ? root : withoutPrefix(root);
  return singular(again);
}

/** `-nya` and the particles stand behind everything else. */
function withoutClitics(word: string): string {
  const bare = /^(.{4,})(?:nya|lah|kah|pun)$/.exec(word)?.[1];
  return bare ?? word;
}

/** Only verbs take -i and -kan; in `pendidikan` and `kebijakan` the k belongs to the root. */
function withoutSuffix(word: string, isVerb: boolean): string {
  const pattern = isVerb ? /^(.{4,}?)(?:kan|an|i)$/ : /^(.{4,})an$/;
  return pattern.exec(word)?.[1] ?? word;
}

const clusters = /^(?:[aeiou]|.[aeiou]|ny|ng|sy|kh|pr|tr|kr|gr|br|dr|st|sp|sk|kl|pl|bl|gl)/;

function withoutPrefix(word: string): string {
  for (const [pattern, restore] of prefixes) {
    const match = pattern.exec(word);
    if (!match) continue;
    const root = restore(match[1] ?? '');
    return root.length >= shortest && clusters.test(root) ? root : word;
  }
  return word;
}

const asIs = (rest: string) => rest;

/** me- and pe- change with the first letter of the root, and swallow k, p, s and t. The first that fits decides. */
const prefixes: readonly (readonly [RegExp, (rest: string) => string])[] = [
  [/^(?:bel|pel)(ajar)$/, asIs],
  [/^(?:member|memper|pember|diper)(.+)$/, asIs],
  [/^[mp]eny([aeiou].*)$/, (rest) => `s${rest}`],
  [/^[mp]eng([aeiou].*)$/, (rest) => (rootsInK.has(rest) ? `k${rest}` : rest)],
  [/^[mp]eng([ghk].*)$/, asIs],
  [/^[mp]en([cdjz].*|t[^aeiou].*|s[^aeiou].*)$/, asIs],
  [/^[mp]en([aeiou].*)$/, (rest) => (rootsInN.has(rest) ? `n${rest}` : `t${rest}`)],
  [/^[mp]em([bfpv].*)$/, asIs],
  [/^[mp]em([aeiou].*)$/, (rest) => (rootsInM.has(rest) ? `m${rest}` : `p${rest}`)],
  [/^pe(r[aeiou].*)$/, (rest) => (rootsInR.has(rest) ? rest : rest.slice(1))],
  [/^(?:ber|ter|per)(.+)$/, asIs],
  [/^[mp]e([lrwy].*|n[^aeioucdgjtyz].*|m[^aeioubfpv].*)$/, asIs],
  [/^(?:di|ke)(.+)$/, asIs],
];

/** Roots whose first letter cannot be told from what is left of it. */
const rootsInK = new Set(
  `aji ebut ecam ecil edepan ejar elola elompok elu embali embang emuka enal enai enda endali eras erja etahu ikis irim
  oleksi omunikasi onsumsi ontrol ordinasi oreksi ritik uasa ubur ukuh umpul unjung urang uras urus`.split(
    /\s+/,
  ),
);
const rootsInM = new Set('aju ampu asuk ati enang iliki ilik inta ohon uat udah ulai uncul usnah'.split(' '));
const rootsInN = new Set('aik ama anti asihat egosiasi ikah ikmat ilai'.split(' '));
const rootsInR = new Set('rancang rapi rasa raturan rawat rekam rencana rintis rumah rumus'.split(' '));

/** English plural; -is, -us and -ss are no plural. */
function singular(word: string): string {
  if (word.length <= shortest) return word;
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^isu]s$/.test(word) ? word.slice(0, -1) : word;
}
