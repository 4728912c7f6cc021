import { parse } from 'node:path';
import { setInterval } from './real-timers.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** How often the parent is looked for, in milliseconds. */
const EVERY = 500;

/** A command that a shell starts and does not wait for; not so in `&&`, `2>&1` and the like. */
const IN_BACKGROUND = /(?<![&>|])&(?![&>])/;

/** Calls back once when this process is to end: by a signal, however often it comes, or because npm has ended that started it. */
export function onEnd(end: () => void): void {
  let isEnding = false;
  const endOnce = () => {
    if (!isEnding) end();
    isEnding = true;
  };
  for (const signal of SIGNALS) process.on(signal, endOnce);
  if (isScriptOfNpm()) watchParent(endOnce);
}

/** npm passes a signal on to the shell that it starts a script in; that shell ends by it and tells nobody. */
function watchParent(end: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, EVERY).unref();
}

/** Whether npm or npx waits for this very command: what a script leaves in the background outlives it. */
function isScriptOfNpm(): boolean {
  const script = process.env.npm_lifecycle_script ?? '';
  return script.includes(parse(process.argv[1] ?? '').name) && !IN_BACKGROUND.test(script);
}
