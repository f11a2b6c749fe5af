import {
  forms,
  makeRule,
  nationalRules,
  previewRule,
  type Rule,
  type RuleChange,
  RuleChanged,
  RuleNotAllowed,
  RuleNotFound,
  type RuleTopic,
  ruleBook,
  type TopicRules,
} from '@sinau/credit';
import {
  type AgencyId,
  localDateOf,
  type PersonId,
  type PersonPrincipal,
  parseJp,
  yearOf,
} from '@sinau/kernel';
import type {
  RuleEntry,
  RulePreviewView,
  RuleRowView,
  RulesPorts,
  RuleTopicView,
  RuleWhat,
} from '@sinau/web';
import type { PortalDeps } from './deps.ts';

type Deps = Pick<PortalDeps, 'credit' | 'people' | 'clock'>;

/** An agency with more people is told that its preview would take too long for a page. */
const mostPreviewed = 300;

/** Rules of JP: of the agency of an administrator, or of the nation for operators. */
export function joinRules(deps: Deps, scope: 'agency' | 'national'): RulesPorts {
  const agencyOf = ({ agencyId }: PersonPrincipal): AgencyId | undefined =>
    scope === 'agency' ? agencyId : undefined;
  return {
    rulesOf: async (reader) =>
      (await bookOf(deps, agencyOf(reader))).map((one) => topicView(one, today(deps))),
    topicOf: async (reader, topic) => {
      const found = await findTopic(deps, agencyOf(reader), topic);
      return withNames(deps, topicView(found, today(deps)), found.rows);
    },
    preview: async (reader, entry) => previewOf(deps, reader, { agencyId: agencyOf(reader), entry }),
    add: async (reader, entry) => {
      const { credit } = await deps.credit();
      const rule = await ruleOf(deps, reader, { agencyId: agencyOf(reader), entry });
      if ((await credit.addRule(rule)) === 'added') return;
      throw new RuleChanged();
    },
  };
}

const today = ({ clock }: Pick<Deps, 'clock'>) => localDateOf(clock.now().getTime(), 'Asia/Jakarta');

async function bookOf(deps: Deps, agencyId: AgencyId | undefined): Promise<readonly TopicRules[]> {
  const { credit } = await deps.credit();
  const own = await credit.rulesOf(agencyId === undefined ? [] : [agencyId]);
  return ruleBook([...nationalRules, ...own], {
    on: today(deps),
    ...(agencyId !== undefined && { agencyId }),
  });
}

async function findTopic(deps: Deps, agencyId: AgencyId | undefined, topic: string): Promise<TopicRules> {
  const found = (await bookOf(deps, agencyId)).find((one) => one.topic === topic);
  if (!found) throw new RuleNotFound();
  return found;
}

async function ruleOf(
  deps: Deps,
  { personId }: PersonPrincipal,
  { agencyId, entry }: { readonly agencyId: AgencyId | undefined; readonly entry: RuleEntry },
): Promise<Rule> {
  const { topic, words, validFrom = today(deps) } = entry;
  await findTopic(deps, agencyId, topic);
  const { credit } = await deps.credit();
  return makeRule(
    { credit, clock: deps.clock },
    {
      actor: { personId, ...(agencyId !== undefined && { agencyId }) },
      request: { topic: topic as RuleTopic, words, validFrom, change: changeOf(entry) },
    },
  );
}

/** What was typed, as a change. A number that is none is refused by the name of its field. */
function changeOf({ topic, change, amounts }: RuleEntry): RuleChange {
  if (change !== 'new') return { kind: change };
  const [kind] = topic.split(':');
  const hours = (name: string) => {
    const typed = amounts[name]?.trim() ?? '';
    if (typed === '') return {};
    const jp = parseJp(typed);
    if (jp === undefined) throw new RuleNotAllowed(name);
    return { [name]: jp };
  };
  const whole = (name: string, [least, most]: readonly [number, number]) => {
    const typed = Number(amounts[name]);
    if (!Number.isInteger(typed) || typed < least || typed > most) throw new RuleNotAllowed(name);
    return typed;
  };
  switch (kind) {
    case 'conversion':
      return { kind, ...hours('jpPerUnit'), ...hours('capAmount') };
    case 'year':
      return {
        ...{ kind, ...hours('minimum'), ...hours('maximum') },
        countsBy: amounts.countsBy === 'certificate-day' ? 'certificate-day' : 'last-day',
      };
    default:
      return {
        kind: 'effort',
        leastShare: whole('leastShare', [1, 100]),
        idleMinutes: whole('idleMinutes', [5, 120]),
      };
  }
}

async function previewOf(
  deps: Deps,
  reader: PersonPrincipal,
  given: { readonly agencyId: AgencyId | undefined; readonly entry: RuleEntry },
): Promise<RulePreviewView> {
  const rule = await ruleOf(deps, reader, given);
  const { agencyId } = given;
  if (agencyId === undefined) return { kind: 'beyond' };
  const personIds: PersonId[] = [];
  let after: string | undefined;
  do {
    const page = await deps.people.listByHome(
      { kind: 'agency', agencyId },
      { limit: 100, ...(after !== undefined && { after }) },
    );
    personIds.push(...page.people.map(({ personId }) => personId));
    after = page.next;
    if (personIds.length > mostPreviewed) return { kind: 'beyond' };
  } while (after !== undefined);
  const year = yearOf(today(deps));
  const { people, jp } = await previewRule(await deps.credit(), { rule, personIds, year });
  return { kind: 'counted', people, jp, year };
}

function topicView({ topic, current, national, coming, rows }: TopicRules, on: string): RuleTopicView {
  return {
    ...{ topic, title: titleOf(topic), today: on, coming: coming.map(rowView), rows: rows.map(rowView) },
    ...(current && { current: rowView(current) }),
    ...(national && { national: rowView(national) }),
  };
}

function titleOf(topic: RuleTopic): RuleTopicView['title'] {
  const [kind, what = ''] = topic.split(':');
  if (kind === 'conversion') {
    const form = forms.find(({ code }) => code === what);
    return { id: form?.id ?? what, en: form?.en ?? what };
  }
  if (kind === 'year') return { id: `Setahun: ${what}`, en: `A year: ${what}` };
  return { id: 'Bukti usaha belajar', en: 'Proof of effort' };
}

function rowView(rule: Rule): RuleRowView {
  const { scope, legalBasis, verified, validFrom, validTo, repealed, at, words } = rule;
  return {
    ...{ what: whatOf(rule), scope: scope.kind, legalBasis, verified, validFrom },
    repealed: repealed === true,
    ...(validTo !== undefined && { validTo }),
    ...(at !== undefined && { at }),
    ...(words !== undefined && { words }),
  };
}

function whatOf(rule: Rule): RuleWhat {
  switch (rule.kind) {
    case 'conversion': {
      const { unit, jpPerUnit, capAmount: amount, capPeriod: period, capMeasure: measure } = rule;
      const cap = amount !== undefined && period && measure ? { amount, period, measure } : undefined;
      return { kind: 'conversion', unit, ...(jpPerUnit !== undefined && { jpPerUnit }), ...(cap && { cap }) };
    }
    case 'year': {
      const { minimum, maximum, period, countsBy = 'last-day' } = rule;
      const bounds = { ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) };
      return { kind: 'year', period, countsBy, ...bounds };
    }
    case 'effort':
      return { kind: 'effort', leastShare: rule.leastShare, idleMinutes: rule.idleMinutes };
  }
}

/** Who added each row of the history. */
async function withNames(
  { people }: Deps,
  view: RuleTopicView,
  rows: readonly Rule[],
): Promise<RuleTopicView> {
  const ids = [...new Set(rows.flatMap(({ by }) => by ?? []))];
  const found = await people.findMany(ids);
  const names = new Map(found.map(({ personId, name }) => [personId, name]));
  const named = view.rows.map((row, index) => {
    const by = rows[index]?.by;
    return by === undefined ? row : { ...row, by: names.get(by) ?? '–' };
  });
  return { ...view, rows: named };
}
