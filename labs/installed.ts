/** Loaded before a command that needs the packages of this folder: says what to do where they are missing. */
import { existsSync } from 'node:fs';
import manifest from './package.json' with { type: 'json' };

const missing = Object.keys(manifest.dependencies).find(
  (name) => !existsSync(new URL(`node_modules/${name}`, import.meta.url)),
);
if (missing !== undefined) {
  console.error(`${missing} is not installed: run "npm ci --prefix labs" once, then this command again.`);
  process.exit(1);
}
