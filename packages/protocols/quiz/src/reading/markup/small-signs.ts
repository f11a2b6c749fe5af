/** Pairs of a sign and its small form. */
const pairs = {
  sup: '0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻=⁼(⁽)⁾nⁿiⁱ',
  sub: '0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋=₌(₍)₎',
};

const formsOf = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(/(.)(.)/gu)].map(([, sign = '', small = '']) => [sign, small]));

const forms = { sup: formsOf(pairs.sup), sub: formsOf(pairs.sub) };

/** `10<sup>2</sup>` must not become `102`: small signs where there are some, else `^(…)` and `_(…)`. */
export function writeSmall(place: 'sup' | 'sub', text: string): string {
  const small = [...text].map((sign) => forms[place].get(sign));
  if (small.every((sign) => sign !== undefined)) return small.join('');
  return text.trim() === '' ? text : `${place === 'sup' ? '^' : '_'}(${text.trim()})`;
}
