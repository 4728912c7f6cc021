/** A value in an answer that is written as JSON already. */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Whether a body, or a list in it, is put together from texts. */
export function hasTexts(body: object): boolean {
  return Object.values(body).some((value) => (Array.isArray(value) ? value[0] : value) instanceof JsonText);
}

/** A body as JSON. Texts stand in it by themselves, or in lists that have nothing else. */
export function writeBody(body: object): string {
  const properties = Object.entries(body).map(([name, value]) => `"${name}":${toText(value)}`);
  return `{${properties.join(',')}}`;
}

function toText(value: unknown): string {
  if (value instanceof JsonText) return value.text;
  const isList = Array.isArray(value) && value[0] instanceof JsonText;
  return isList ? `[${value.map(({ text }: JsonText) => text).join(',')}]` : JSON.stringify(value);
}
