import { oneLine, plainLines } from '@sinau/kernel';
import * as z from 'zod';

/** One line, no control characters. */
export const lineOfText = (least: number, most: number) =>
  z.string().trim().min(least).max(most).regex(oneLine, { message: 'must be one line of text' });

/** Several lines, nothing else that controls. */
export const textOfLines = (least: number, most: number) =>
  z.string().trim().min(least).max(most).regex(plainLines, { message: 'must be plain text' });
