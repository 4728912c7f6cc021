/** A value in an answer that is written as JSON already. */
export class JsonText {
  readonly text: string;
  private before = '';
  private framed = '';

  constructor(text: string) {
    this.text = text;
  }

  /** A body in which it is the last property, behind this text. What was put together last is kept with it. */
  endBody(before: string): string {
    if (this.before !== before) {
      this.before = before;
      this.framed = `${before + this.text}}`;
    }
    return this.framed;
  }
}

/** Whether a body is put together from texts: its last property is one, or a list of them. */
export function hasTexts(body: object): boolean {
  let last: unknown;
  for (const name in body) last = body[name as keyof typeof body];
  return (Array.isArray(last) ? last[0] : last) instanceof JsonText;
}

/** A body as JSON. A text stands in it by itself, or in a list that has nothing else. */
export function writeBody(body: object): string {
  let before = '{';
  for (const name in body) {
    const value: unknown = body[name as keyof typeof body];
    before += `${before === '{' ? '' : ','}"${name}":`;
    if (value instanceof JsonText) return value.endBody(before);
    before += isListOfTexts(value) ? `[${value.map(({ text }) => text).join(',')}]` : JSON.stringify(value);
  }
  return `${before}}`;
}

function isListOfTexts(value: unknown): value is readonly JsonText[] {
  return Array.isArray(value) && value[0] instanceof JsonText;
}
