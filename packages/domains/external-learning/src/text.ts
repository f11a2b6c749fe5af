import { oneLine, plainLines } from '@sinau/kernel';
import * as z from 'zod';

/** One line that says what it shows. */
export const lineOfText = (least: number, most: number) =>
  z.string().trim().min(least).max(most).regex(oneLine, { message: 'must be one line of text' });

/** Several lines, nothing else that controls. */
export const textOfLines = (least: number, most: number) =>
  z.string().trim().min(least).max(most).regex(plainLines, { message: 'must be plain text' });

/** As it stands on a certificate or a letter of assignment. */
export const numberOfPaper = lineOfText(1, 100);
