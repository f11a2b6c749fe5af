import { answerPdf } from '../pdf-answer.ts';
import type { Visit } from '../visit.ts';
import type { MinutesBytes } from './ports.ts';

export const answerMinutes = (visit: Visit, { day, bytes }: MinutesBytes): Response =>
  answerPdf(visit, bytes, `berita-acara-${day}`);
