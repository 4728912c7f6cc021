/** Arrays and objects within each other are taken up to here, as many levels as any JSON of WUTS needs several times over. */
export const MOST_LEVELS = 64;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** `[` and `{`, `]` and `}` differ in this bit alone. */
const EITHER = 0x20;
const OPENS = 0x7b;
const CLOSES = 0x7d;

/** Whether the UTF-8 text of a JSON value, or of what is none, opens more levels than may be; nothing in it recurses. */
export function isNestedTooDeep(text: Uint8Array): boolean {
  const { length } = text;
  if (length <= MOST_LEVELS) return false;
  let level = 0;
  let isInString = false;
  for (let index = 0; index < length; index += 1) {
    const byte = text[index] as number;
    if (byte === QUOTE) isInString = !isInString;
    else if (isInString) {
      if (byte === BACKSLASH) index += 1;
    } else if (byte >= 0x5b) {
      const bracket = byte | EITHER;
      if (bracket === OPENS) {
        level += 1;
        if (level > MOST_LEVELS) return true;
      } else if (bracket === CLOSES) level -= 1;
    }
  }
  return false;
}
