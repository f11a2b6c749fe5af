import * as z from 'zod';
import { rulesWords } from '../i18n/jp-rules.ts';
import type { FormState } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { type RulesPlace, topicPath } from './place.tsx';
import type { RuleEntry, RulesPorts, RuleTopicView } from './ports.ts';
import { RulesPage } from './rules-page.tsx';
import { TopicPage } from './topic-page.tsx';
import { amountsOf } from './what.tsx';

const amount = z.string().trim().max(10).optional();
const changeSchema = z.object({
  intent: z.enum(['preview', 'new', 'repeal', 'verify']),
  words: z.string().trim().min(10).max(500),
  validFrom: z.iso.date().optional(),
  ...{ jpPerUnit: amount, capAmount: amount, minimum: amount, maximum: amount },
  ...{ leastShare: amount, idleMinutes: amount },
  countsBy: z.enum(['last-day', 'certificate-day']).optional(),
});

const topicIn = ({ context }: PersonVisit) => context.req.param('topic') ?? '';

export async function showRules(visit: PersonVisit, ports: RulesPorts, place: RulesPlace) {
  const { context, ui, person, notice } = visit;
  const topics = await ports.rulesOf(person);
  return answerPage(context, <RulesPage ui={ui} place={place} topics={topics} notice={notice} />);
}

export async function showTopic(visit: PersonVisit, ports: RulesPorts, place: RulesPlace) {
  const { context, ui, person, notice } = visit;
  const topic = await ports.topicOf(person, topicIn(visit));
  const form = formOf(ui, topic);
  return answerPage(context, <TopicPage ui={ui} place={place} topic={topic} form={form} notice={notice} />);
}

/** As the row that holds is, from today. */
function formOf(ui: PersonVisit['ui'], { current, today: validFrom }: RuleTopicView): FormState {
  return { values: { validFrom, ...(current ? amountsOf(ui, current.what) : {}) }, errors: {} };
}

/** Looks at what a row would change, or adds it. */
export async function changeTopic(visit: PersonVisit, ports: RulesPorts, place: RulesPlace) {
  const { context, ui, person } = visit;
  const topic = topicIn(visit);
  const words = rulesWords[ui.locale];
  const messages = { words: words.wordsMissing, validFrom: words.dateWrong, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, changeSchema, messages);
  const answer = async (form: FormState, more: Partial<Parameters<typeof TopicPage>[0]> = {}) =>
    answerPage(
      context,
      <TopicPage ui={ui} place={place} topic={await ports.topicOf(person, topic)} form={form} {...more} />,
      more.preview ? 200 : 422,
    );
  if (!read.ok) return answer(read.form);
  const { intent, words: ground, validFrom, ...fields } = read.data;
  const entry: RuleEntry = {
    ...{ topic, words: ground, change: intent === 'preview' ? 'new' : intent },
    ...(validFrom !== undefined && { validFrom }),
    amounts: Object.fromEntries(
      Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  };
  if (intent === 'preview') {
    const done = await attempt(visit, read.form, () => ports.preview(person, entry));
    return done.ok ? answer(read.form, { preview: done.value }) : answer(named(done.form, words.refused));
  }
  const done = await attempt(visit, read.form, () => ports.add(person, entry));
  if (done.ok) return goTo(context, topicPath(place, topic), 'saved');
  return answer(named(done.form, words.refused));
}

/** What a refusal means at its field. */
function named(form: FormState, words: Readonly<Record<string, string>>): FormState {
  const errors = Object.entries(form.errors).map(([name, text]) => [name, words[name] ?? text]);
  return { ...form, errors: Object.fromEntries(errors) };
}
