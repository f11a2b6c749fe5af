import type { Child } from 'hono/jsx';
import { linePath } from '../budget/paths.ts';
import { deskPath } from '../citizens/paths.ts';
import { dayText, nameText } from '../competency/parts.tsx';
import { concernedPath } from '../competency/paths.ts';
import { forumPath } from '../forums/paths.ts';
import { annualPlanWords } from '../i18n/annual-plan.ts';
import { citizensWords } from '../i18n/citizens.ts';
import { needWords } from '../i18n/needs.ts';
import { hrefOf } from '../layout/parts.tsx';
import { themesPath } from '../themes/paths.ts';
import type { Ui } from '../ui.ts';
import { notePath, type PlanAt, rulePath, standingPath } from './paths.ts';
import { administers } from './plan-frame.tsx';
import type { BasisView, ItemView, NeedView, PlanStateName } from './ports.ts';
import { subjectName, touched } from './rule-names.ts';
import { groupName } from './standing-page.tsx';

/** `Rp92.690.000`, exact. */
export const rupiah = ({ locale }: Ui, amount: number): string =>
  `Rp${new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(amount)}`;

export const planName = (ui: Ui, { year, version }: PlanAt): string =>
  annualPlanWords[ui.locale].planName(year, version);

/** Code of the budget line, with the way to it where the agency's budget has one. */
export function BudgetLine({ ui, item }: { readonly ui: Ui; readonly item: ItemView }) {
  const { budgetLine, budgetLineId } = item;
  if (budgetLine === undefined) return null;
  if (budgetLineId === undefined || !administers(ui)) return <>{budgetLine}</>;
  const label = `${annualPlanWords[ui.locale].fields.budgetLine} ${budgetLine}: ${item.title}`;
  return (
    <a class="text-link inline-flex min-h-8 items-center" href={linePath(budgetLineId)} aria-label={label}>
      {budgetLine}
    </a>
  );
}

/** ISO dates. */
export const scheduleText = (ui: Ui, { from, to }: { readonly from: string; readonly to: string }): string =>
  from === to ? dayText(ui, from) : `${dayText(ui, from)} – ${dayText(ui, to)}`;

const tones: Readonly<Record<PlanStateName, string>> = {
  draft: 'tag',
  proposed: 'tag tag-warning',
  agreed: 'tag tag-warning',
  set: 'tag tag-success',
  replaced: 'tag',
};

export function StateBadge(props: { readonly ui: Ui; readonly state: PlanStateName }) {
  const words = annualPlanWords[props.ui.locale];
  return <span class={tones[props.state]}>{words.states[props.state]}</span>;
}

/** A line that says what the need is. */
export function basisTitle(ui: Ui, basis: BasisView): string {
  if (basis.kind === 'competency') {
    const name = nameText(ui, basis.name);
    return basis.unit ? `${name}, ${basis.unit.name}` : name;
  }
  if (basis.kind === 'commitment') return basis.topic;
  if (basis.kind === 'complaints') return `${basis.theme}, ${basis.service}`;
  if (basis.kind === 'standing') return needWords[ui.locale].standingTitleOf(groupName(ui, basis));
  if (basis.kind !== 'survey') return basis.title;
  return `${elementName(ui, basis.subject)} (${basis.element.toUpperCase()}), ${basis.service}`;
}

/** Elements are named as citizens read them. */
function elementName(ui: Ui, subject: string): string {
  const { questions } = citizensWords[ui.locale];
  return Object.entries(questions).find(([name]) => name === subject)?.[1].name ?? subject;
}

/** What it rests on: numbers, or the words of whoever has written it down. */
export function basisDetail(ui: Ui, basis: BasisView): string {
  const words = annualPlanWords[ui.locale];
  const { number } = ui.format;
  switch (basis.kind) {
    case 'competency':
      return words.gapDetail(number(basis.short), number(basis.assessed));
    case 'survey':
      return words.surveyDetail(meanText(ui, basis.mean), number(basis.answers));
    case 'complaints':
      return words.complaintsDetail({
        ...{ count: number(basis.count), handled: number(basis.handled), year: String(basis.year) },
      });
    case 'commitment':
      return words.commitmentDetail({
        ...{ forum: basis.forum, text: basis.text, unit: basis.unit, due: dayText(ui, basis.due) },
      });
    case 'standing':
      return needWords[ui.locale].standingDetail({
        ...{ below: number(basis.below), rated: number(basis.rated), year: String(basis.year) },
      });
    case 'new-rule':
      return [ruleText(ui, basis), basis.asks ?? ''].filter(Boolean).join(' ');
    case 'performance':
      return `${basis.detail} ${needWords[ui.locale].typedIn}`;
    case 'rule':
      return [basis.legalBasis, basis.detail ?? ''].filter(Boolean).join('. ');
  }
}

/** The rule by its number, and whom it touches. */
const ruleText = (ui: Ui, basis: Extract<BasisView, { readonly kind: 'new-rule' }>): string =>
  needWords[ui.locale].ruleDetail({
    ...{ number: basis.number, day: dayText(ui, basis.inForceFrom) },
    ...{ subject: subjectName(ui, basis.subject) },
    whom: touched(ui, { posts: basis.posts, units: basis.units.map(({ name }) => name) }),
  });

const meanText = ({ locale }: Ui, mean: number): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(mean / 100);

/** Where a need can be looked at again. */
function basisHref(year: number, { signalId, basis }: Pick<NeedView, 'signalId' | 'basis'>): string {
  if (basis.kind === 'competency') {
    return hrefOf(concernedPath, {
      ...{ competency: basis.competencyId, standing: 'short', unit: basis.unit?.unitId },
    });
  }
  if (basis.kind === 'complaints') return hrefOf(themesPath, { year: String(basis.year) });
  if (basis.kind === 'commitment') return forumPath(basis.forumId);
  if (basis.kind === 'standing') return standingPath;
  if (basis.kind === 'new-rule') return rulePath(basis.ruleId);
  return basis.kind === 'survey' ? deskPath(basis.serviceId) : notePath(year, signalId);
}

/** A need with its source, and the way to where it comes from. */
export function Need(props: {
  readonly ui: Ui;
  readonly year: number;
  readonly need: NeedView;
  readonly children?: Child;
}) {
  const { ui, year, need } = props;
  return (
    <div class="min-w-0">
      {administers(ui) ? (
        <a class="text-link inline-flex min-h-8 items-center font-medium" href={basisHref(year, need)}>
          {basisTitle(ui, need.basis)}
        </a>
      ) : (
        <span class="font-medium">{basisTitle(ui, need.basis)}</span>
      )}
      <p class="quiet text-sm">{basisDetail(ui, need.basis)}</p>
      {props.children}
    </div>
  );
}
