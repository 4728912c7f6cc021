import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A piece of a page between two fences. */
export interface Block {
  /** Its page and line, such as `docs/worlds.md:9`. */
  readonly place: string;
  /** `sh`, `ts`, `json` and so on; empty where the page names none. */
  readonly language: string;
  readonly text: string;
}

/** The README and every page under docs/. */
export function listPages(): string[] {
  const docs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' });
  const pages = docs.filter((file) => file.endsWith('.md')).sort();
  return ['README.md', ...pages.map((file) => join('docs', file))];
}

/** The blocks of a page, in order. */
export function readBlocks(page: string): Block[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  const fenced = text.matchAll(/^```([^\n`]*)\n(.*?)^```$/gms);
  return Array.from(fenced, ({ 1: language = '', 2: inside = '', index }) => ({
    place: `${page}:${text.slice(0, index).split('\n').length}`,
    language,
    text: inside.trimEnd(),
  }));
}

/** What an answer has to match to be what a page shows; `…` stands for whatever was left out there. */
export function toPattern(shown: string): RegExp {
  const parts = shown.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^]*?')}$`);
}
