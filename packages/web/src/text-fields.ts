import { oneLine, plainLines, withoutTurns } from '@sinau/kernel';
import * as z from 'zod';

/** One line that somebody types: no control characters, nothing around it. Lengths in letters. */
export const lineField = (least: number, most: number) =>
  z.string().trim().min(least).max(most).regex(oneLine);

/** As browsers send it, and as it comes out of letters and sheets that people copy from. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const lineBreak = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;

/** Lines that somebody types: a line break is one character, and nothing else in them controls. */
export const textField = (least: number, most: number) =>
  z
    .string()
    .transform((given) => given.replace(lineBreak, '\n').trim())
    .pipe(z.string().min(least).max(most).regex(plainLines));

/** As browsers count it: for a line break, one letter to them, a form sends two (HTML, multipart and urlencoded form data). */
export const withCountedBreaks = (text: string): string => text.replace(/\r\n?/g, '\n');

/** Of letters without a width, blanks that count as letters and marks on nothing alone. */
const unseen = /^[\p{Default_Ignorable_Code_Point}\p{Cf}\p{M}\p{Z}\u2800]+$/u;

/**
 * What somebody typed as others see it. What people copy may have marks in it, such as numbers out of a list of contacts; they mean nothing in Latin
 * letters. What nobody can see is nothing: a title of it would be a line that cannot be read or clicked.
 */
export function asSeen(text: string): string {
  const plain = withoutTurns(text);
  return unseen.test(plain) ? '' : plain;
}
