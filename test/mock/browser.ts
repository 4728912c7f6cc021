import { accessSync, constants } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { describe } from 'vitest';

/** Where Linux distributions put it. Where CHROMIUM says where it is, one that is not there fails the tests. */
const USUAL = '/usr/bin/chromium';

/** Tests that take a browser: left out, and named so, where there is none and nobody said where one is. */
export function describeInBrowser(name: string, tests: () => void): void {
  const isMissing = process.env.CHROMIUM === undefined && !isThere(USUAL);
  const why = isMissing ? ` (left out: there is no ${USUAL}; set CHROMIUM to where one is)` : '';
  describe.skipIf(isMissing)(`${name}, in a browser${why}`, tests);
}

/** A browser of its own; who launches it closes it. */
export function launch(): Promise<Browser> {
  // In a container there is seldom a sandbox to be had, and the pages are our own.
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? USUAL, args: ['--no-sandbox'] });
}

/** All that a page writes to its console, breaches of its policy among it, and all that it throws. */
export function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  return complaints;
}

function isThere(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
