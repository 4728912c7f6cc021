import { readFileSync } from 'node:fs';
import { toHtml } from '../pages/html.ts';
import { bundleConsole, type ConsoleFile } from './bundle.ts';

/** The page of the console. `root` leads from it to the root of the mock, and `base` from there to the API. */
export function toConsolePage(root: string, base: string): string {
  const head = `<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${root}console/console.css">
<script src="${root}console/console.js" type="module"></script>
`;
  const body = '<div id="console"><noscript>The console needs JavaScript.</noscript></div>';
  return toHtml('wuts-mock console', body, head, ` data-root="${root}" data-base="${base}"`);
}

/** A file that the page of the console loads. The built package has it beside this code; in a clone it is bundled from the sources when it is first asked for. */
export function readConsoleFile(name: ConsoleFile): string {
  try {
    return readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return bundleConsole()[name];
  }
}
