/** A number as it is shown, and what is counted: English has one word for one and another for several. */
export const counted = (shown: string | number, one: string, several = `${one}s`): string =>
  `${shown} ${String(shown) === '1' ? one : several}`;
