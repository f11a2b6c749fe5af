import type { AuRecord } from '../registration.ts';

/**
 * An AU's record as a short text, `<marks>|<score>|<percent>|<launched>|<result>`, because one row holds all AUs of a course:
 * with its key at most 35 bytes, so that 10,000 AUs stay below 350 KB of the 400 KB a row may have. Scores keep four
 * decimals; the launch is milliseconds since the epoch, base 36. Only parts
 * of another system have a result, and a course has at most 100 of these.
 */
export function encodeAu(record: AuRecord): string {
  const { completed, judged, waived, score, progress, launchedAt, result } = record;
  const marks = [completed && 'c', judged === 'passed' && 'p', judged === 'failed' && 'f', waived && 'w'];
  const parts = [
    marks.filter(Boolean).join(''),
    score === undefined ? '' : String(Math.round(score * 10_000) / 10_000),
    progress ?? '',
    launchedAt === undefined ? '' : Date.parse(launchedAt).toString(36),
    ...(result === undefined ? [] : [result]),
  ];
  return parts.join('|');
}

export function decodeAu(code: string): AuRecord {
  const [marks = '', score = '', progress = '', launched = '', result = ''] = code.split('|');
  const judged = marks.includes('p') ? 'passed' : marks.includes('f') ? 'failed' : undefined;
  return {
    completed: marks.includes('c'),
    waived: marks.includes('w'),
    ...(judged && { judged }),
    ...(score !== '' && { score: Number(score) }),
    ...(progress !== '' && { progress: Number(progress) }),
    ...(launched !== '' && { launchedAt: new Date(Number.parseInt(launched, 36)).toISOString() }),
    ...(result !== '' && { result }),
  };
}
