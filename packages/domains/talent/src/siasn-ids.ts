import { type Performance, type Predicate, performances, predicates } from './box.ts';

// Ids of the lists that SIASN keeps the evaluation of performance by, as client programs of agencies have them; nobody has confirmed them with BKN.

/** `kuadranNilai`: a predicate, 1 the best. */
export const quadrantIds: Readonly<Record<Predicate, number>> = {
  ...{ 'sangat-baik': 1, baik: 2, 'butuh-perbaikan': 3, kurang: 4, 'sangat-kurang': 5 },
};

/** `perilakuDanKinerja`: a side of what was expected, 1 the best. */
export const sideIds: Readonly<Record<Performance, number>> = { above: 1, 'as-expected': 2, below: 3 };

/** Undefined: no such id. */
export const predicateWithId = (text: string): Predicate | undefined =>
  predicates.find((one) => String(quadrantIds[one]) === text);
export const performanceWithId = (text: string): Performance | undefined =>
  performances.find((one) => String(sideIds[one]) === text);
