import { JsonText } from './json-text.ts';

/** Texts that were made of something, each until that has changed. Those that nobody asks for are forgotten. */
export interface KeptTexts {
  /** The text of one kind of something at a revision; `make` makes it unless it is kept. */
  get(kind: number, of: object, revision: number, make: () => string): JsonText;
}

/** What is kept of one thing. */
interface Kept {
  readonly revision: number;
  readonly text: JsonText;
}

/** When so many characters are new, those that were not asked for meanwhile are forgotten: so at most twice as many are kept. */
const MOST_NEW = 16 * 1024 * 1024;

/** What a text takes beside its characters, which may be there twice: by themselves and in an answer. */
const EACH = 120;

/** Nothing kept as yet, of so many kinds. */
export function createKeptTexts(kinds: number): KeptTexts {
  const none = () => Array.from({ length: kinds }, () => new Map<object, Kept>());
  let [recent, older] = [none(), none()];
  let size = 0;

  const keep = (kind: number, of: object, kept: Kept) => {
    if (size > MOST_NEW) {
      [recent, older] = [none(), recent];
      size = 0;
    }
    recent[kind]?.set(of, kept);
    size += 2 * kept.text.text.length + EACH;
  };

  return {
    get(kind, of, revision, make) {
      const known = recent[kind]?.get(of);
      if (known?.revision === revision) return known.text;
      const before = older[kind]?.get(of);
      const kept = before?.revision === revision ? before : { revision, text: new JsonText(make()) };
      keep(kind, of, kept);
      return kept.text;
    },
  };
}
