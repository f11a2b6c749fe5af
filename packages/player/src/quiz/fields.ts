import type { ShownQuestion } from '@sinau/quiz';
import { element } from '../element.ts';
import { type FieldsInput, nameOf } from './field-parts.ts';
import { OrderingField } from './ordering-field.ts';
import { inlineText } from './rich-text.ts';

export function buildFields(input: FieldsInput): readonly Node[] {
  const { question } = input;
  switch (question.kind) {
    case 'choice':
      return choiceFields(input, question);
    case 'numeric':
      return textField(input, { kind: 'numeric', unit: question.unit });
    case 'short-text':
      return textField(input, { kind: 'short-text' });
    case 'matching':
      return matchingFields(input, question);
    case 'ordering':
      return new OrderingField(input, question).parts;
  }
}

type Of<Kind extends ShownQuestion['kind']> = Extract<ShownQuestion, { readonly kind: Kind }>;

function choiceFields({ ui, response, onChange }: FieldsInput, question: Of<'choice'>): readonly Node[] {
  const { multiple, choices } = question;
  const chosen = new Set(response?.kind === 'choice' ? response.choiceIds : []);
  const inputs = choices.map(({ id }) =>
    element('input', {
      type: multiple ? 'checkbox' : 'radio',
      name: 'answer',
      value: id,
      checked: chosen.has(id),
    }),
  );
  const read = () => {
    const choiceIds = inputs.filter(({ checked }) => checked).map(({ value }) => value);
    clear.hidden = choiceIds.length === 0;
    onChange(choiceIds.length === 0 ? undefined : { kind: 'choice', choiceIds });
  };
  const rows = choices.map(({ text }, index) => {
    inputs[index]?.addEventListener('change', read);
    return element('label', { className: 'choice' }, inputs[index], element('span', {}, ...inlineText(text)));
  });
  // A radio button cannot be taken back by itself.
  const clear = element(
    'button',
    { type: 'button', className: 'button plain', hidden: chosen.size === 0 },
    ui.t.clear,
  );
  clear.addEventListener('click', () => {
    for (const input of inputs) input.checked = false;
    inputs[0]?.focus();
    read();
  });
  const hint = element('p', { className: 'quiet hint' }, multiple ? ui.t.chooseSeveral : ui.t.chooseOne);
  return [hint, element('div', { className: 'choices' }, ...rows), ...(multiple ? [] : [clear])];
}

function textField(
  { ui, response, onChange }: FieldsInput,
  { kind, unit }: { readonly kind: 'numeric' | 'short-text'; readonly unit?: string | undefined },
): readonly Node[] {
  const numeric = kind === 'numeric';
  const value = response?.kind === kind ? response.text : '';
  const input = element('input', {
    ...{ type: 'text', id: 'answer', value, maxLength: 1000, autocomplete: 'off', spellcheck: false },
    ...(numeric && { inputMode: 'decimal' }),
    attributes: { ...(numeric && { 'aria-describedby': 'answer-hint' }), autocapitalize: 'off' },
  });
  const read = (typing: boolean) =>
    onChange(input.value.trim() === '' ? undefined : { kind, text: input.value }, typing);
  input.addEventListener('input', () => read(true));
  input.addEventListener('change', () => read(false));
  const label = element('label', { htmlFor: 'answer', className: 'field-label' }, ui.t.answerLabel);
  const hint = numeric
    ? element('p', { id: 'answer-hint', className: 'quiet hint' }, ui.t.numberHint)
    : undefined;
  const behind = unit === undefined ? undefined : element('span', { className: 'unit' }, unit);
  return [label, ...(hint ? [hint] : []), element('div', { className: 'typed' }, input, behind)];
}

function matchingFields({ ui, response, onChange }: FieldsInput, question: Of<'matching'>): readonly Node[] {
  const { sources, targets } = question;
  const known = new Map(response?.kind === 'matching' ? response.pairs : []);
  const lists = sources.map(({ id }, index) => {
    const options = targets.map((target) => element('option', { value: target.id }, nameOf(target)));
    const select = element(
      'select',
      { id: `match-${index}` },
      element('option', { value: '' }, ui.t.pick),
      ...options,
    );
    select.value = known.get(id) ?? '';
    return select;
  });
  const read = () => {
    const pairs = sources.flatMap(({ id }, index) => {
      const target = lists[index]?.value ?? '';
      return target === '' ? [] : [[id, target] as const];
    });
    onChange(pairs.length === 0 ? undefined : { kind: 'matching', pairs });
  };
  const rows = sources.map(({ text }, index) => {
    lists[index]?.addEventListener('change', read);
    const label = element('label', { htmlFor: `match-${index}` }, ...inlineText(text));
    return element('div', { className: 'match' }, label, lists[index]);
  });
  // A picture cannot stand in a list of words: it is shown beside it, with its words.
  const pictures = targets.filter(({ text }) => text.some(({ type }) => type === 'image'));
  const legend = pictures.map((target) =>
    element('li', {}, ...inlineText(target.text), ` ${nameOf(target)}`),
  );
  return [
    element('p', { className: 'quiet hint' }, ui.t.matchHint),
    ...rows,
    ...(legend.length > 0 ? [element('ul', { className: 'pictures' }, ...legend)] : []),
  ];
}
