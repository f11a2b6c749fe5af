/**
 * One line that says what it shows: no characters that control, and no marks that turn the direction of what follows (Unicode `Bidi_Control`),
 * which nobody sees and which make one name read as another.
 */
export const oneLine = /^[^\p{Cc}\p{Bidi_Control}]*$/u;

/** The same in several lines, with tabs. */
export const plainLines = /^(?:[^\p{Cc}\p{Bidi_Control}]|[\n\r\t])*$/u;

/** What people copy may have marks of direction in it, such as numbers out of a list of contacts; letters have their direction without them. */
export const withoutTurns = (text: string): string => text.replace(/\p{Bidi_Control}/gu, '');
