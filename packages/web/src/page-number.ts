import { InvalidInput } from '@sinau/kernel';

/** What lists answer whose pages are sealed, so that a wrong place is the same everywhere. */
export const noSuchPage = (): InvalidInput =>
  new InvalidInput('This page link is not valid any more. Start from the first page.');

/** A place in a list that is counted, integer from 1 to `most`; absent: undefined. Throws `InvalidInput` for all else. */
export function pageNumber(given: string | null | undefined, most: number): number | undefined {
  if (given === null || given === undefined) return undefined;
  const number = /^[1-9]\d{0,14}$/.test(given) ? Number(given) : Number.NaN;
  if (number <= most) return number;
  throw noSuchPage();
}
