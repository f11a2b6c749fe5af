import { InvalidInput } from '@sinau/kernel';
import * as z from 'zod';
import { competencyWords } from '../i18n/competency.ts';
import type { FormState } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import { asked, wishIn } from './asked.ts';
import { ClosedPage } from './closed-page.tsx';
import { type CompetencyDeskPorts, followListNames, type TechnicalView } from './desk-ports.ts';
import { DictionaryPage, TechnicalPage } from './dictionary-pages.tsx';
import { FollowUpPage } from './follow-up-page.tsx';
import { ConcernedPage, MapPage } from './map-pages.tsx';
import { groupNames, levelValues } from './names.ts';
import { dictionaryPath, mapPath, standardsPath } from './paths.ts';
import type { CompetencyView } from './person-ports.ts';
import { StandardPage, StandardsPage } from './standard-pages.tsx';

/** An empty field is one that was left out. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .preprocess((given) => (given === '' ? undefined : given), schema.optional())
    .transform((value) => value as z.output<Schema> | undefined);

export async function showMap(visit: PersonVisit, ports: CompetencyDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  return answerPage(context, <MapPage ui={ui} view={await ports.mapOf(person, asked(visit, 'unit'))} />);
}

export async function showConcerned(visit: PersonVisit, ports: CompetencyDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const wish = wishIn(visit);
  if (!wish) return goTo(context, mapPath);
  const token = context.req.query('page');
  const view = await ports.concerned(person, wish, token);
  return answerPage(context, <ConcernedPage ui={ui} view={view} wish={wish} isFirst={token === undefined} />);
}

const yearSchema = z.coerce.number().int().min(2020).max(2100).optional().catch(undefined);

export async function showClosed(visit: PersonVisit, ports: CompetencyDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const token = context.req.query('page');
  const view = await ports.closed(person, yearSchema.parse(asked(visit, 'year')), token);
  return answerPage(context, <ClosedPage ui={ui} view={view} isFirst={token === undefined} />);
}

export async function showFollowUps(visit: PersonVisit, ports: CompetencyDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const wanted = asked(visit, 'list');
  const list = followListNames.find((one) => one === wanted) ?? 'waiting';
  const token = context.req.query('page');
  const view = await ports.followUps(person, list, token);
  return answerPage(context, <FollowUpPage ui={ui} view={view} list={list} isFirst={token === undefined} />);
}

export async function showDictionary(visit: PersonVisit, ports: CompetencyDeskPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  return answerPage(
    context,
    <DictionaryPage ui={ui} {...(await ports.dictionaryOf(person))} notice={notice} />,
  );
}

const codeIn = ({ context }: PersonVisit): string => (context.req.param('code') ?? '').slice(0, 40);

async function technicalFor(
  visit: PersonVisit,
  ports: CompetencyDeskPorts,
): Promise<TechnicalView | undefined> {
  const { technical } = await ports.dictionaryOf(visit.person);
  return technical.find(({ code }) => code === codeIn(visit));
}

export async function showTechnical(visit: PersonVisit, ports: CompetencyDeskPorts): Promise<Response> {
  const { context, ui } = visit;
  const found = await technicalFor(visit, ports);
  if (!found && codeIn(visit) !== 'new') return goTo(context, dictionaryPath);
  const form: FormState = {
    values: found
      ? {
          ...{ name: found.name.id ?? '', field: found.field ?? '', from: found.from },
          ...Object.fromEntries(found.levels.map((level, n) => [`level${n + 1}`, level.id ?? ''])),
          ...{ legalBasis: found.legalBasis ?? '', verified: found.verified ? 'yes' : '' },
        }
      : {},
    errors: {},
  };
  return answerPage(context, <TechnicalPage ui={ui} found={found} form={form} />);
}

const text = z.string().trim();
const described = text.max(400).default('');
const technicalSchema = z.object({
  code: text.toUpperCase().regex(/^[A-Z0-9][A-Z0-9.-]{0,23}$/),
  name: text.min(3).max(120),
  field: text.min(2).max(80),
  from: z.iso.date(),
  ...{ level1: described, level2: described, level3: described, level4: described, level5: described },
  legalBasis: optional(text.min(3).max(200)),
  verified: z.literal('yes').optional(),
  rev: z.coerce.number().int().min(0),
});

export async function describe(visit: PersonVisit, ports: CompetencyDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { wrong } = competencyWords[ui.locale];
  const messages = {
    ...{ code: wrong.code, name: wrong.text, field: wrong.text, from: wrong.day, legalBasis: wrong.text },
    levels: wrong.levels,
  };
  const read = await readForm(context, technicalSchema, { ...messages, other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, read.form, () => {
        const { level1, level2, level3, level4, level5, verified, legalBasis, rev, ...order } = read.data;
        const levels = [level1, level2, level3, level4, level5];
        return ports.describe(
          person,
          {
            ...{ ...order, verified: verified === 'yes' },
            levels: levels.every((one) => one === '') ? [] : levels,
            ...(legalBasis !== undefined && { legalBasis }),
          },
          rev,
        );
      })
    : read;
  if (done.ok) return goTo(context, dictionaryPath, 'saved');
  const found = await technicalFor(visit, ports);
  return answerPage(
    context,
    <TechnicalPage ui={ui} found={found} form={withWords(ui, done.form, messages)} />,
    422,
  );
}

export async function retire(visit: PersonVisit, ports: CompetencyDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const schema = z.object({ state: z.enum(['active', 'retired']) });
  const read = await readForm(context, schema, { other: ui.t.shell.fieldWrong });
  if (read.ok) await ports.retire(person, codeIn(visit), read.data.state);
  return goTo(context, dictionaryPath, read.ok ? 'saved' : undefined);
}

const postIn = ({ context }: PersonVisit): string => (context.req.param('post') ?? '').slice(0, 200);

export async function showStandards(visit: PersonVisit, ports: CompetencyDeskPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const { standards } = await ports.standardsOf(person);
  return answerPage(context, <StandardsPage ui={ui} standards={standards} notice={notice} />);
}

export async function showStandard(visit: PersonVisit, ports: CompetencyDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { standards, dictionary, today } = await ports.standardsOf(person);
  const found = standards.find(({ post }) => post === postIn(visit));
  if (!found && postIn(visit) !== 'new') return goTo(context, standardsPath);
  const form: FormState = {
    values: found
      ? {
          ...{ from: found.from, criticality: String(found.criticality), legalBasis: found.legalBasis ?? '' },
          ...Object.fromEntries(
            found.requirements.map((one) => [`level:${one.competencyId}`, String(one.level)]),
          ),
          verified: found.verified ? 'yes' : '',
        }
      : { from: today, criticality: '1' },
    errors: {},
  };
  return answerPage(context, <StandardPage ui={ui} dictionary={dictionary} found={found} form={form} />);
}

/** A field for each competency of the dictionary, so that a field more is refused. */
function standardSchema(dictionary: readonly CompetencyView[]) {
  const level = z.enum(levelValues).or(z.literal('')).optional();
  const shape: Record<string, z.ZodType<string | undefined>> = Object.fromEntries(
    dictionary.map(({ competencyId }) => [`level:${competencyId}`, level]),
  );
  return z.object({
    ...shape,
    group: optional(z.enum(groupNames)),
    title: optional(text.min(3).max(160)),
    from: z.iso.date(),
    criticality: z.enum(['1', '2', '3']),
    legalBasis: optional(text.min(3).max(200)),
    verified: z.literal('yes').optional(),
    rev: z.coerce.number().int().min(0),
  });
}

export async function setStandard(visit: PersonVisit, ports: CompetencyDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { wrong } = competencyWords[ui.locale];
  const { standards, dictionary } = await ports.standardsOf(person);
  const found = standards.find(({ post }) => post === postIn(visit));
  const messages = {
    title: wrong.text,
    from: wrong.day,
    legalBasis: wrong.text,
    requirements: wrong.requirements,
  };
  const read = await readForm(context, standardSchema(dictionary), {
    ...messages,
    other: ui.t.shell.fieldWrong,
  });
  const answer = (form: FormState) =>
    answerPage(context, <StandardPage ui={ui} dictionary={dictionary} found={found} form={form} />, 422);
  if (!read.ok) return answer(read.form);
  const { group, title, from, criticality, legalBasis, verified, rev } = read.data;
  const levels = read.data as unknown as Readonly<Record<string, string | undefined>>;
  const requirements = dictionary.flatMap(({ competencyId }) => {
    const level = levels[`level:${competencyId}`];
    return level ? [{ competencyId, level: Number(level) }] : [];
  });
  if (requirements.length === 0 || requirements.length > 25) {
    return answer({ ...read.form, failure: wrong.requirements });
  }
  const post = postOf(found, { group, title });
  if (!post) return answer({ ...read.form, errors: { title: wrong.text } });
  const order = {
    ...{ post, from, requirements, criticality: Number(criticality), verified: verified === 'yes' },
    ...(legalBasis !== undefined && { legalBasis }),
  };
  const done = await attempt(visit, read.form, () => ports.setStandard(person, order, rev));
  return done.ok ? goTo(context, standardsPath, 'saved') : answer(withWords(ui, done.form, messages));
}

function postOf(
  found: { readonly kind: 'title' | 'group'; readonly title: string } | undefined,
  sent: { readonly group: (typeof groupNames)[number] | undefined; readonly title: string | undefined },
): { readonly title: string } | { readonly group: (typeof groupNames)[number] } | undefined {
  if (found?.kind === 'title') return { title: found.title };
  const group = found ? groupNames.find((one) => one === found.title) : sent.group;
  if (group) return { group };
  if (found) throw new InvalidInput('The group of the standard is not known.');
  return sent.title === undefined ? undefined : { title: sent.title };
}

export async function withdrawStandard(visit: PersonVisit, ports: CompetencyDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const schema = z.object({ state: z.enum(['active', 'withdrawn']) });
  const read = await readForm(context, schema, { other: ui.t.shell.fieldWrong });
  if (read.ok) await ports.withdrawStandard(person, postIn(visit), read.data.state);
  return goTo(context, standardsPath, read.ok ? 'saved' : undefined);
}
