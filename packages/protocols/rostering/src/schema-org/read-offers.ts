import { readRupiah } from '../quantities.ts';
import type { Collected } from './collect-nodes.ts';
import { type LdNode, valuesOf, wordsIn } from './node.ts';

/** The first offer in rupiah, or that nothing is to be paid. Other currencies are no price here. */
export function readPrice(course: LdNode, find: Collected['find']): number | undefined {
  for (const value of valuesOf(course, 'offers')) {
    const offer = find(value);
    const price = offer && priceOf(offer, find);
    if (price !== undefined) return price;
  }
  return /^true$/i.test(String(valuesOf(course, 'isAccessibleForFree')[0])) ? 0 : undefined;
}

function priceOf(offer: LdNode, find: Collected['find']): number | undefined {
  const specified = valuesOf(offer, 'priceSpecification')
    .map(find)
    .find((one) => one !== undefined);
  const word = (name: string) =>
    wordsIn(valuesOf(offer, name)) || (specified ? wordsIn(valuesOf(specified, name)) : '');
  if (/^(free|gratis)$/i.test(word('category'))) return 0;
  const price = word('price') || word('lowPrice');
  const amount = readRupiah(price);
  if (amount === 0) return 0;
  return /^(idr|rp)$/i.test(word('priceCurrency')) || /^(rp|idr)/i.test(price) ? amount : undefined;
}
