export { contentSecurityHeaders, playerSecurityHeaders } from './content-security-headers.ts';
export { type ContentTickets, contentTicketKey, createContentTickets } from './content-ticket.ts';
export { type EdgeFunctionName, edgeFunctionCode, edgeFunctionMaxBytes } from './edge-functions.ts';
export { ownPagesPrefix, type PlayerPages, readPlayerPages } from './player-pages.ts';
export { type ServeContentOptions, serveContent } from './serve-content.ts';
