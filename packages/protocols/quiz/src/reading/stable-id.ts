/**
 * 16 hex digits of a text (cyrb53 in two seeds). The same words get the same id in every import, so that item statistics go
 * on, and the id tells nothing of what is right or comes first. Not against forgery: who could forge, writes the quiz.
 */
export function digestOf(text: string): string {
  return `${mix(text, 0x9e3779b9)}${mix(text, 0x85ebca6b)}`;
}

function mix(text: string, seed: number): string {
  let [a, b] = [0xdeadbeef ^ seed, 0x41c6ce57 ^ seed];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  return (a >>> 0).toString(16).padStart(8, '0');
}

/** Gives every text an id that none before it has; the same texts in the same order get the same ids. */
export function idMaker(prefix: string): (text: string) => string {
  const times = new Map<string, number>();
  return (text) => {
    const id = `${prefix}${digestOf(text)}`;
    const time = (times.get(id) ?? 0) + 1;
    times.set(id, time);
    return time === 1 ? id : `${id}-${time}`;
  };
}
