import { effect, signal } from '@preact/signals';
import { ENGLISH } from './english.ts';
import { PORTUGUESE } from './portuguese.ts';

/** A text of the page. */
export type Word = keyof typeof ENGLISH;

/** The languages of the page. */
export type Language = 'en' | 'pt';

/** The language of the page: that of the browser, until another one is chosen. */
export const language = signal<Language>(navigator.language.toLowerCase().startsWith('pt') ? 'pt' : 'en');

const WORDS: Record<Language, Readonly<Record<Word, string>>> = { en: ENGLISH, pt: PORTUGUESE };

effect(() => {
  document.documentElement.lang = language.value === 'pt' ? 'pt-BR' : 'en';
});

/** A text in the language of the page; `{name}` in it stands for a value. */
export function t(word: Word, values: Readonly<Record<string, string | number>> = {}): string {
  return WORDS[language.value][word].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** Whether there is such a text. */
export function isWord(text: string): text is Word {
  return Object.hasOwn(ENGLISH, text);
}
