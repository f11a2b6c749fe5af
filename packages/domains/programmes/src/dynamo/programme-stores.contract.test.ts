import { withTables } from '@sinau/platform/testing';
import { programmeStoresContract, seatHistoriesContract } from '../testing/index.ts';
import { createCalendarStore } from './calendar-store.ts';
import { createEventStore } from './event-store.ts';
import { createPartnerRuleStore } from './partner-rule-store.ts';
import { createSeatPaymentStore } from './seat-payment-store.ts';
import { createSeatStore } from './seat-store.ts';

withTables((engine, tables) => {
  const open = async () => {
    const { dynamo, lms: table } = tables();
    const door = { dynamo, table };
    return {
      events: createEventStore(door),
      seats: createSeatStore(door),
      calendars: createCalendarStore(door),
      rules: createPartnerRuleStore(door),
      payments: createSeatPaymentStore(door),
    };
  };
  programmeStoresContract(engine, open);
  seatHistoriesContract(engine, open, 8);
});
