import type { XmlElement } from '@sinau/findings';
import { parseQuestion } from '../checking/parse-quiz.ts';
import {
  defaultQuizRules,
  type Question,
  type Quiz,
  type QuizRules,
  type QuizSection,
  quizLimits,
} from '../model.ts';
import { createSourceFinding, type SourceFinding, type SourceFindingCode } from './finding-texts.ts';
import type { Loss } from './markup/collect-rich-text.ts';

/** What a reader has made of a quiz of others. Without a quiz there is an error among the findings. */
export interface QuizReading {
  readonly quiz?: Quiz;
  readonly findings: readonly SourceFinding[];
}

/** What every part of a reader needs. */
export interface Gathering {
  /** Name of the document inside the package, or of the upload. */
  readonly file: string;
  readonly report: (said: Said) => void;
}

export type Place = Pick<XmlElement, 'line' | 'column'>;

interface Said {
  readonly code: SourceFindingCode;
  readonly at: Place;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Where it is not the document that is read first. */
  readonly file?: string;
}

/** Enough for an author to see what the source is like. */
const maxFindings = 200;

export function createGathering(file: string): Gathering & { readonly findings: readonly SourceFinding[] } {
  const findings: SourceFinding[] = [];
  return {
    file,
    findings,
    report({ code, at, params = {}, file: other = file }) {
      if (findings.length === maxFindings) return;
      const { line, column } = at;
      findings.push(createSourceFinding(code, params, { file: other, line, column }));
    },
  };
}

/** Points as a question may have them; else what is used instead is told. */
export function sensiblePoints(
  gathering: Gathering,
  points: number,
  { at, question }: { readonly at: Place; readonly question: string },
): number {
  if (points > 0 && points <= 1000) return Math.round(points * 1e6) / 1e6;
  const used = points > 1000 ? 1000 : 1;
  gathering.report({ code: 'source.points', at, params: { question, points, used } });
  return used;
}

/** The question, if it is one that can be asked; else it is told why not. */
export function usable(gathering: Gathering, question: Question, at: Place): Question | undefined {
  const parsed = parseQuestion(question);
  if (parsed.outcome === 'read') return parsed.value;
  const [problem] = parsed.problems;
  const params = {
    question: question.title,
    reasonId: problem?.message.id ?? '',
    reasonEn: problem?.message.en ?? '',
  };
  gathering.report({ code: 'source.unusable', at, params });
  return undefined;
}

/** Tells what a text has lost, each thing once. */
export function lossReporter(gathering: Gathering, question: string, at: Place): (loss: Loss) => void {
  const told = new Set<string>();
  return (loss) => {
    const key = JSON.stringify(loss);
    if (told.has(key)) return;
    told.add(key);
    const params = {
      question,
      ...('element' in loss && { element: loss.element }),
      ...('image' in loss && { image: loss.image }),
    };
    gathering.report({ code: `source.${loss.kind}`, at, params });
  };
}

/** A title of whatever length on one line. */
export function titleOf(text: string, fallback: string): string {
  const tidy = text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replace(/[\s\u0000-\u001f\u007f]+/gu, ' ')
    .trim();
  const whole = tidy === '' ? fallback : tidy;
  return whole.length > quizLimits.title ? `${whole.slice(0, quizLimits.title - 1).toWellFormed()}…` : whole;
}

/** The quiz out of its sections; empty ones fall away, and no more questions are taken than a quiz may have. */
export function gatherQuiz(
  gathering: Gathering,
  made: {
    readonly title: string;
    readonly sections: readonly QuizSection[];
    readonly rules?: Partial<QuizRules>;
    readonly at: Place;
    /** Questions that were not read any more. @default 0 */
    readonly unread?: number;
  },
): Quiz | undefined {
  const { at, rules, unread = 0 } = made;
  const count = made.sections.reduce((sum, { questions }) => sum + questions.length, unread);
  const limit = quizLimits.questions;
  if (count > limit) gathering.report({ code: 'source.too-many', at, params: { limit, count } });
  let left: number = limit;
  const sections = withinLimit(made.sections).flatMap(({ pick, ...section }) => {
    const questions = section.questions.slice(0, left);
    left -= questions.length;
    if (questions.length === 0) return [];
    const drawn = pick !== undefined && pick < questions.length;
    return [{ ...section, questions, ...(drawn && { pick }) }];
  });
  if (sections.length === 0) {
    gathering.report({ code: 'source.nothing', at });
    return undefined;
  }
  return { v: 1, title: made.title, sections, rules: { ...defaultQuizRules, ...rules } };
}

/** As many sections as a quiz may have; the last one takes in what would come behind it. */
function withinLimit(sections: readonly QuizSection[]): readonly QuizSection[] {
  if (sections.length <= quizLimits.sections) return sections;
  const last = sections.slice(quizLimits.sections - 1).flatMap(({ questions }) => questions);
  const sectionId = `s${quizLimits.sections}`;
  return [...sections.slice(0, quizLimits.sections - 1), { sectionId, questions: last }];
}

/** What shares come to 1: those of several choices together, of other answers the best alone. */
export function fitShares<Answer extends { readonly share: number }>(
  answers: readonly Answer[],
  multiple: boolean,
): { readonly answers: readonly Answer[]; readonly changed: boolean } {
  const right = answers.map(({ share }) => share).filter((share) => share > 0);
  const whole = multiple ? right.reduce((sum, share) => sum + share, 0) : Math.max(0, ...right);
  if (whole === 0 || Math.abs(whole - 1) <= 0.001) return { answers, changed: false };
  const fitted = answers.map((answer) => ({ ...answer, share: bounded(answer.share / whole) }));
  return { answers: fitted, changed: true };
}

const bounded = (share: number): number => Math.max(-1, Math.min(1, share));
