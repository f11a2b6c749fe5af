export { createOutbound, type Outbound, type OutboundResponse } from './outbound.ts';
export { OutboundFailed, type OutboundReason } from './outbound-refused.ts';
