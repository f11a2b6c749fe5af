import { Block, Table } from '../../layout/parts.tsx';
import { When } from '../../layout/text.tsx';
import type { Ui } from '../../ui.ts';
import type { OrderView } from './ports.ts';

/** What was ordered last, and how far it is. */
export function Orders(props: {
  readonly ui: Ui;
  readonly path: string;
  readonly orders: readonly OrderView[];
}) {
  const { ui, path, orders } = props;
  const words = ui.t.outcomes;
  const { when, action, progress, open } = words.orderColumns;
  return (
    <div class="mt-8">
      <Block id="orders" title={words.ordersTitle}>
        <Table caption={words.ordersTitle} columns={[when, action, progress, open]} cards>
          {orders.map((order) => (
            <tr>
              <th scope="row" class="font-normal whitespace-nowrap">
                <When ui={ui} at={order.orderedAt} />
              </th>
              <td data-label={action}>{words.repair[order.action]}</td>
              <td data-label={progress}>{progressOf(ui, order)}</td>
              <td>
                <a class="text-link" href={`${path}/repairs/${encodeURIComponent(order.orderId)}`}>
                  {words.details}
                </a>
              </td>
            </tr>
          ))}
        </Table>
      </Block>
    </div>
  );
}

/** In words: how many of how many, and how many in vain. */
export function progressOf(ui: Ui, { lines }: OrderView): string {
  const number = (n: number) => ui.format.number(n);
  const count = (...states: readonly string[]) => lines.filter(({ state }) => states.includes(state)).length;
  return ui.t.outcomes.orderProgress({
    through: number(lines.length - count('waiting')),
    all: number(lines.length),
    left: count('failed', 'not-possible') === 0 ? undefined : number(count('failed', 'not-possible')),
  });
}
