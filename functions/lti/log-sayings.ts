import type { ToolNotes } from '@sinau/lti';
import { type Log, type LogFields, redact } from '@sinau/platform/log';

const mostChars = 500;

/**
 * Keeps what a tool writes for operators (L10: `lti_log`, `lti_errorlog`; of a choice: `log`, `errorlog`). Tools write what they like: what looks
 * like a person or a key is blanked, and it is cut.
 */
export function logSayings(
  log: Pick<Log, 'info' | 'warn'>,
  fields: LogFields,
  { log: said, errorLog }: Pick<ToolNotes, 'log' | 'errorLog'>,
): void {
  const write = (text: string) => ({ ...fields, said: redact(text).slice(0, mostChars) });
  if (said !== undefined && said !== '') log.info('tool log', write(said));
  if (errorLog !== undefined && errorLog !== '') log.warn('tool error log', write(errorLog));
}
