import type { Jp } from '@sinau/kernel';
import { When } from '../../layout/text.tsx';
import type { Ui } from '../../ui.ts';
import type { CatalogueField, FieldValue } from './ports.ts';

/** A value as people read it. Addresses are shown as text: nobody has looked at where they lead. */
export function FieldValueText(props: {
  readonly ui: Ui;
  readonly field: CatalogueField;
  readonly value: FieldValue;
}) {
  const { ui, field, value } = props;
  if (value === undefined || value === '') return <>{ui.t.sync.nothing}</>;
  if ((field === 'startsAt' || field === 'endsAt') && typeof value === 'string')
    return <When ui={ui} at={value} />;
  if (field === 'classesFrom' && typeof value === 'string')
    return <>{ui.format.date(`${value}T05:00:00.000Z`)}</>;
  return <>{textOf(ui, field, value)}</>;
}

function textOf(ui: Ui, field: CatalogueField, value: NonNullable<FieldValue>): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return value.length === 0 ? ui.t.sync.nothing : value.join(', ');
  if (field === 'price') return `Rp${ui.format.number(value)}`;
  if (field === 'jp') return ui.format.jp(Math.round(value * 100) as Jp);
  return ui.format.number(value);
}
