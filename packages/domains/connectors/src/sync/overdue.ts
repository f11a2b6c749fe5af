/** Work that nobody has touched for so long is taken up again: its message or its worker was lost. */
export const overdueAfterMs = 5 * 60_000;
