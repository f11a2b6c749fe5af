/** Values of a log line. Never names, e-mail addresses, NIPs, statements or bodies: ids only. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  /** `error` is written as name, code and redacted stack. */
  error(message: string, error: unknown, fields?: LogFields): void;
}
