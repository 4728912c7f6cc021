import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Where the built package has the viewer, and where the source tree has it: a package that users do not install. */
const BESIDE = new URL('./redoc.standalone.js', import.meta.url);
const PACKAGE = 'redoc/bundles/redoc.standalone.js';

/** The one thing that the viewer would fetch from elsewhere. Without the picture it shows none. */
const LOGO = 'https://cdn.redoc.ly/redoc/logo-mini.svg';
const NO_PICTURE = 'data:,';

/** The script of Redoc, which shows an OpenAPI document and asks no other host for anything. */
export function readViewer(): string {
  const file = existsSync(BESIDE) ? BESIDE : createRequire(import.meta.url).resolve(PACKAGE);
  return readFileSync(file, 'utf8').replaceAll(LOGO, NO_PICTURE);
}
