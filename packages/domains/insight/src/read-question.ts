import type { Digest, LanguageMap } from '@sinau/kernel';
import type { Activity, InteractionComponent, Result } from '@sinau/xapi';
import type { Question } from './traces.ts';

const maxText = 500;
const maxChoices = 40;
const maxPatterns = 10;
const maxId = 500;

/** The question that an activity is. Its mark tells wordings apart, so that a mended question is counted anew. */
export function readQuestion(deps: { readonly digest: Digest }, { id, definition }: Activity): Question {
  const { interactionType, correctResponsesPattern, choices, scale } = definition ?? {};
  const text = textOf(definition?.description) ?? textOf(definition?.name);
  const listed = (choices ?? scale ?? []).slice(0, maxChoices).map(choiceOf);
  const described = {
    activityId: shortened(id, maxId),
    ...(interactionType && { type: interactionType }),
    ...(text && { text }),
    ...(listed.length > 0 && { choices: listed }),
    ...(correctResponsesPattern && {
      correct: correctResponsesPattern.slice(0, maxPatterns).map((pattern) => shortened(pattern, maxText)),
    }),
  };
  const mark = deps.digest.sha256(
    JSON.stringify([
      id,
      sorted(text),
      interactionType,
      described.correct,
      listed.map(({ id: choice, text: words }) => [choice, sorted(words)]),
    ]),
  );
  return { question: mark.slice(0, 24), ...described };
}

/** 0 to 1; undefined where nothing is judged. */
export function scoreOf({ success, score }: Result): number | undefined {
  if (score?.scaled !== undefined) return Math.max(0, Math.min(1, score.scaled));
  return success === undefined ? undefined : Number(success);
}

function choiceOf({ id, description }: InteractionComponent) {
  const text = textOf(description);
  return { id: shortened(id, maxText), ...(text && { text }) };
}

/** In two languages at most, which is what the pages show. */
function textOf(map: LanguageMap | undefined): LanguageMap | undefined {
  const words = Object.entries(map ?? {}).filter(([, text]) => text.trim() !== '');
  const chosen = words.filter(([tag]) => /^(?:id|en)\b/i.test(tag));
  const kept = (chosen.length > 0 ? chosen : words).slice(0, 2);
  return kept.length > 0
    ? Object.fromEntries(kept.map(([tag, text]) => [tag.slice(0, 35), shortened(text, maxText)]))
    : undefined;
}

const sorted = (map: LanguageMap | undefined) =>
  Object.entries(map ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));

const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most).toWellFormed()}…`;
