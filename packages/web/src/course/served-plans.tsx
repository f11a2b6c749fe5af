import type { Locale } from '@sinau/kernel';
import { plainText } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { ServedPlanView } from './ports.ts';

const words = {
  id: {
    own: (competency: string) => `Untuk rencana pengembangan Anda: ${competency}`,
    gap: (levels: number) => `kesenjangan saat disepakati: ${levels} level`,
    agency: (year: number, title: string) => `Dalam rencana tahunan ${year} instansi Anda: ${title}`,
  },
  en: {
    own: (competency: string) => `For your development plan: ${competency}`,
    gap: (levels: number) => `gap when agreed: ${levels} ${levels === 1 ? 'level' : 'levels'}`,
    agency: (year: number, title: string) => `In the annual plan ${year} of your agency: ${title}`,
  },
} satisfies Readonly<Record<Locale, unknown>>;

/** What the enrolment is for: items of one's own plan, and of the agency's. */
export function ServedPlans({ ui, plans }: { readonly ui: Ui; readonly plans: readonly ServedPlanView[] }) {
  const { own, gap, agency } = words[ui.locale];
  return (
    <ul class="grid gap-1 text-sm">
      {plans.map((plan) =>
        plan.kind === 'own' ? (
          <li>
            <a
              class="text-link inline-flex min-h-8 items-center"
              href={`/competency/plan/${encodeURIComponent(plan.itemId)}`}
            >
              {own(plainText(ui, plan.competency))}
            </a>
            {plan.gap !== undefined && plan.gap > 0 && <span class="quiet"> {gap(plan.gap)}</span>}
          </li>
        ) : (
          <li>{agency(plan.year, plan.title)}</li>
        ),
      )}
    </ul>
  );
}
