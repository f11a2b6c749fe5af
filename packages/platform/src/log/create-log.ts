import { Logger } from '@aws-lambda-powertools/logger';
import { DomainError } from '@sinau/kernel';
import { currentTrace, traceName } from '../trace/index.ts';
import type { Log, LogFields } from './log.ts';
import { redact } from './redact.ts';

/** JSON lines through Powertools; `level` is one of its names (`INFO`, `WARN`, `ERROR`, `SILENT`). */
export function createLog(options: { readonly service: string; readonly level?: string }): Log {
  const logger = new Logger({
    serviceName: options.service,
    logLevel: levelOf(options.level),
  });
  return {
    info: (message, fields) => logger.info(message, traced(fields)),
    warn: (message, fields) => logger.warn(message, traced(fields)),
    error: (message, error, fields) =>
      logger.error(message, { ...traced(fields), fault: describeFault(error) }),
  };
}

/** With the action that the line belongs to, by which lines of several functions are found together. */
function traced(fields: LogFields = {}): LogFields {
  const trace = currentTrace();
  return trace === undefined ? fields : { ...fields, [traceName]: trace };
}

const levels = ['DEBUG', 'INFO', 'WARN', 'ERROR', 'SILENT'] as const;

function levelOf(name = 'INFO'): (typeof levels)[number] {
  return levels.find((level) => level === name) ?? 'INFO';
}

function describeFault(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error, stack: redact(String(error)) };
  return {
    name: error.name,
    ...(error instanceof DomainError && { code: error.code }),
    stack: redact(error.stack ?? error.message),
    ...(error.cause === undefined ? {} : { cause: describeFault(error.cause) }),
  };
}
