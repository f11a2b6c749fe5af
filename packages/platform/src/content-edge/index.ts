export { contentSecurityHeaders } from './content-security-headers.ts';
export { type ContentTickets, contentTicketKey, createContentTickets } from './content-ticket.ts';
export { type EdgeFunctionName, edgeFunctionCode, edgeFunctionMaxBytes } from './edge-functions.ts';
export { type ServeContentOptions, serveContent } from './serve-content.ts';
