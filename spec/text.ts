/** The start of a text, of so many UTF-16 units at most, well-formed: no surrogate pair is cut in two, and a lone surrogate is U+FFFD. */
export function startOf(text: string, most: number): string {
  const cutsPair = text.length > most && isHighSurrogate(text.charCodeAt(most - 1));
  return text.slice(0, cutsPair ? most - 1 : most).toWellFormed();
}

/** How long a text is in characters, as JSON Schema counts them: a surrogate pair is one. */
export function charactersIn(text: string): number {
  let characters = 0;
  for (const _ of text) characters += 1;
  return characters;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
