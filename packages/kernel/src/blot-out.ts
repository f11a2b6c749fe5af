const address = /[\p{L}\p{N}\p{DI}._%+-]{1,64}[@＠][\p{L}\p{N}\p{DI}.-]{1,190}\.\p{DI}*\p{L}{2,24}/gu;
/**
 * Nine digits or more, however they are written: telephone, NIK, NIP, bank account. Dates and small amounts have fewer. Blanks and lines are
 * those of word processors as well, and between all may stand what nobody sees (`DI`, default ignorable), which comes with copying.
 */
const number = /\+?\p{Nd}(?:\p{DI}*(?:[\p{Zs}\p{Pd}./()]\p{DI}*){0,2}\p{Nd}){8,}/gu;

/** The text without what tells who somebody is, as far as a machine sees it: addresses and long numbers. Names are for the moderator. */
export const blotOut = (text: string): string => text.replace(address, '[…]').replace(number, '[…]');
