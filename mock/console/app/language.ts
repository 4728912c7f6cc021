import { effect, signal } from '@preact/signals';
import { FRAME } from './words/frame.ts';
import { GROUPS } from './words/groups.ts';
import { HAPPENINGS } from './words/happenings.ts';
import { LOOKING } from './words/looking.ts';
import { PHONE } from './words/phone.ts';
import { PORTUGUESE } from './words/portuguese.ts';
import { TIME } from './words/time.ts';
import { WORLDS } from './words/worlds.ts';

/** Each text in both languages. */
const WORDS = {
  ...FRAME,
  ...GROUPS,
  ...HAPPENINGS,
  ...PHONE,
  ...LOOKING,
  ...TIME,
  ...WORLDS,
} as const satisfies Record<string, readonly [english: string, portuguese: string]>;

/** A text of the page. */
export type Word = keyof typeof WORDS;

/** The languages of the page. */
export type Language = 'en' | 'pt';

/** The language of the page: that of the browser, until another one is chosen. */
export const language = signal<Language>(navigator.language.toLowerCase().startsWith('pt') ? 'pt' : 'en');

effect(() => {
  document.documentElement.lang = language.value === 'pt' ? 'pt-BR' : 'en';
});

/** A text in the language of the page; `{name}` in it stands for a value, and what is before `|` is for a `count` of one. */
export function t(word: Word, values: Readonly<Record<string, string | number>> = {}): string {
  const forms = WORDS[word][language.value === 'pt' ? 1 : 0].split('|');
  const form = (values.count === 1 ? forms[0] : forms.at(-1)) ?? '';
  return form.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** What the mock `says` of a thing by its name, in the language of the page; as it is where it was not translated. */
export function translate(
  table: keyof typeof PORTUGUESE,
  name: string | number | null,
  says: string,
): string {
  const known: Readonly<Record<string, string>> = PORTUGUESE[table];
  return (language.value === 'pt' ? known[String(name)] : undefined) ?? says;
}

/** Whether there is such a text. */
export function isWord(text: string): text is Word {
  return Object.hasOwn(WORDS, text);
}
