import type { LanguageMap } from '@sinau/kernel';
import type { ActivityDefinition, InteractionComponent } from '@sinau/xapi';
import { writeDecimal } from '../grading/decimal.ts';
import { isWithin, rangeOf } from '../grading/grade-response.ts';
import { hasWildcard, plainPattern } from '../grading/match-text.ts';
import { readNumbers } from '../grading/read-number.ts';
import type { Option, Question, QuestionResponse, ShortTextQuestion } from '../model.ts';
import { plainText } from '../rich-text.ts';

const interaction = 'http://adlnet.gov/expapi/activities/cmi.interaction';

export interface DefinitionOptions {
  /** BCP 47 tag of the quiz's texts. */
  readonly language: string;
  /** Leaves out what is right, for statements that are readable before the answers may be known (case C5). */
  readonly hideAnswers?: boolean;
}

/** A question as xAPI describes it; ids are those of the question, also in `responseText`. */
export function interactionDefinition(
  question: Question,
  { language, hideAnswers = false }: DefinitionOptions,
): ActivityDefinition {
  const prompt = plainText(question.prompt);
  const components = (list: readonly Option[]): readonly InteractionComponent[] =>
    list.map(({ id, text }) => ({ id, ...described(plainText(text), language) }));
  const patterns = hideAnswers ? [] : patternsOf(question);
  return {
    type: interaction,
    ...(question.title !== '' && { name: { [language]: question.title } }),
    ...described(prompt, language),
    ...typed(question, components),
    ...(patterns.length > 0 && { correctResponsesPattern: patterns }),
  };
}

const described = (text: string, language: string): { readonly description?: LanguageMap } =>
  text === '' ? {} : { description: { [language]: text } };

function typed(
  question: Question,
  components: (list: readonly Option[]) => readonly InteractionComponent[],
): Pick<ActivityDefinition, 'interactionType' | 'choices' | 'source' | 'target'> {
  switch (question.kind) {
    case 'choice':
      return question.trueFalse
        ? { interactionType: 'true-false' }
        : { interactionType: 'choice', choices: components(question.choices) };
    case 'numeric':
      return { interactionType: 'numeric' };
    case 'short-text':
      return { interactionType: 'fill-in' };
    case 'matching': {
      const { sources, targets } = question;
      return { interactionType: 'matching', source: components(sources), target: components(targets) };
    }
    case 'ordering': {
      // By id: the list of a statement is not to show the right order.
      const items = question.items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      return { interactionType: 'sequencing', choices: components(items) };
    }
  }
}

/** Each pattern alone is wholly right. */
function patternsOf(question: Question): readonly string[] {
  switch (question.kind) {
    case 'choice': {
      const right = question.choices.filter(({ share }) => (question.multiple ? share > 0 : share === 1));
      const ids = right.map(({ id }) => id);
      return question.multiple ? [ids.join('[,]')] : ids;
    }
    case 'numeric':
      return wholly(question.answers).map((answer) => {
        const { from, to } = rangeOf(answer);
        return `${writeDecimal(from)}[:]${writeDecimal(to)}`;
      });
    case 'short-text':
      return textPatterns(question);
    case 'matching':
      return [question.sources.map(({ id, targetId }) => `${id}[.]${targetId}`).join('[,]')];
    case 'ordering':
      return [question.items.map(({ id }) => id).join('[,]')];
  }
}

/** xAPI has no wildcards, and what looks like its own delimiters or options would be read as such. */
function textPatterns({ answers, caseSensitive }: ShortTextQuestion): readonly string[] {
  return wholly(answers)
    .filter(({ text }) => !hasWildcard(text))
    .map(({ text }) => plainPattern(text))
    .filter((text) => !text.includes('[,]') && !/^\{\w+=/.test(text))
    .map((text) => `{case_matters=${caseSensitive}}${text}`);
}

const wholly = <Answer extends { readonly share: number }>(answers: readonly Answer[]): readonly Answer[] =>
  answers.filter(({ share }) => share === 1);

/** A response in the words of `result.response`; numbers as computers write them. */
export function responseText(question: Question, response: QuestionResponse): string {
  switch (response.kind) {
    case 'choice':
      return response.choiceIds.join('[,]');
    case 'numeric':
      return question.kind === 'numeric' ? numberText(question, response.text) : response.text;
    case 'short-text':
      return response.text;
    case 'matching':
      return response.pairs.map(([source, target]) => `${source}[.]${target}`).join('[,]');
    case 'ordering':
      return response.itemIds.join('[,]');
  }
}

/** The reading that an answer fits, else the likelier one; what is no number stays as it was typed. */
function numberText(question: Extract<Question, { kind: 'numeric' }>, text: string): string {
  const readings = readNumbers(text, question.unit);
  const meant = readings.find((reading) => question.answers.some((answer) => isWithin(answer, reading)));
  const reading = meant ?? readings[0];
  return reading ? writeDecimal(reading) : text;
}
