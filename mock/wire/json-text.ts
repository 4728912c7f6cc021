/** A value in an answer that is written as JSON already. */
export class JsonText {
  readonly text: string;
  private before = '';
  private framed: string | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** A body in which it is the last property, behind this text. It is kept from the second time on: most are asked for once. */
  endBody(before: string): string {
    if (this.before !== before) {
      this.before = before;
      this.framed = undefined;
      return `${before + this.text}}`;
    }
    this.framed ??= `${before + this.text}}`;
    return this.framed;
  }
}

/** Whether a body is put together from texts: its last property is one, or a list of them. */
export function hasTexts(body: object): boolean {
  let last: unknown;
  for (const name in body) last = body[name as keyof typeof body];
  return (Array.isArray(last) ? last[0] : last) instanceof JsonText;
}

/** A body as JSON, whose last property may be a text or a list of nothing but texts. */
export function writeBody(body: object): string {
  let before = '{';
  for (const name in body) {
    const value: unknown = body[name as keyof typeof body];
    before += `${before === '{' ? '' : ','}"${name}":`;
    if (value instanceof JsonText) return value.endBody(before);
    if (isListOfTexts(value)) return endWithList(before, value);
    before += JSON.stringify(value);
  }
  return `${before}}`;
}

/** What stands around a long list is joined with it: added to it, all of it would be copied once more. */
function endWithList(before: string, list: readonly JsonText[]): string {
  const texts = list.map(({ text }) => text);
  texts[0] = `${before}[${texts[0]}`;
  texts[texts.length - 1] += ']}';
  return texts.join(',');
}

function isListOfTexts(value: unknown): value is readonly JsonText[] {
  return Array.isArray(value) && value[0] instanceof JsonText;
}
