import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** The names under which the files of the console are served, below `/console/`. */
export type ConsoleFile = 'console.css' | 'console.js';

/** The files of the console, bundled from its sources. It takes esbuild, which only a clone has. */
export function bundleConsole(): Record<ConsoleFile, string> {
  const { buildSync }: typeof import('esbuild') = createRequire(import.meta.url)('esbuild');
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL('app/main.tsx', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    outdir: '.',
    format: 'esm',
    target: ['chrome110', 'firefox115', 'safari16'],
    legalComments: 'none',
  });
  const text = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { 'console.js': text('.js'), 'console.css': text('.css') };
}
