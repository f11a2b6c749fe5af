/** What authors of questions write by name; numbers stand for every other sign. */
const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', shy: '' },
  ...{ ndash: '–', mdash: '—', hellip: '…', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', bull: '•' },
  ...{ laquo: '«', raquo: '»', middot: '·', deg: '°', copy: '©', reg: '®', trade: '™', euro: '€', sect: '§' },
  ...{ times: '×', divide: '÷', plusmn: '±', minus: '−', radic: '√', infin: '∞', sum: '∑', int: '∫' },
  ...{ le: '≤', ge: '≥', ne: '≠', asymp: '≈', equiv: '≡', isin: '∈', cap: '∩', cup: '∪', empty: '∅' },
  ...{ frac12: '½', frac14: '¼', frac34: '¾', sup1: '¹', sup2: '²', sup3: '³', permil: '‰', micro: 'µ' },
  ...{ larr: '←', rarr: '→', uarr: '↑', darr: '↓', harr: '↔', rArr: '⇒', hArr: '⇔', there4: '∴' },
  ...{ alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', theta: 'θ', lambda: 'λ', mu: 'μ' },
  ...{ pi: 'π', rho: 'ρ', sigma: 'σ', tau: 'τ', phi: 'φ', omega: 'ω', Delta: 'Δ', Sigma: 'Σ', Omega: 'Ω' },
  ...{ eacute: 'é', egrave: 'è', ecirc: 'ê', agrave: 'à', aacute: 'á', acirc: 'â', ccedil: 'ç', ntilde: 'ñ' },
  ...{ ouml: 'ö', uuml: 'ü', auml: 'ä', szlig: 'ß', oacute: 'ó', uacute: 'ú', iacute: 'í', ocirc: 'ô' },
};

/** Text with its character references resolved; what is no reference stays as it is written. */
export function decodeEntities(text: string): string {
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z\d]{2,8});/gi, (whole, reference: string) => {
    if (!reference.startsWith('#')) return Object.hasOwn(named, reference) ? (named[reference] ?? '') : whole;
    const hex = /^#x/i.test(reference);
    const code = Number.parseInt(reference.slice(hex ? 2 : 1), hex ? 16 : 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : '';
  });
}
