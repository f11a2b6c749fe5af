const address = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,190}\.\p{L}{2,24}/gu;
/** Nine digits or more, however they are written: telephone, NIK, NIP, bank account. Dates and small amounts have fewer. */
const number = /\+?\p{Nd}(?:[ .\-/()]{0,2}\p{Nd}){8,}/gu;

/** The text without what tells who somebody is, as far as a machine sees it: addresses and long numbers. Names are for the moderator. */
export const blotOut = (text: string): string => text.replace(address, '[…]').replace(number, '[…]');
