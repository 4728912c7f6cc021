import { setTimeout as sleep } from 'node:timers/promises';

/** What a target says of a request that it has no time for, as far as waiting is concerned. */
interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** A request was kept from leaving this machine; the message says why. */
export class HeldBack extends Error {
  override name = 'HeldBack';
}

/** The target asks for more waiting than a run takes: it ends. The message says how much. */
class WaitedOut extends HeldBack {
  override name = 'WaitedOut';
}

/** Why a run ends with an error, where it does. */
export function endOf(error: Error): { readonly ends?: string } {
  return error instanceof WaitedOut ? { ends: error.message } : {};
}

/** Waits as a target asks with 429 and Retry-After, for all calls of a run together. */
export interface Patience {
  /** Ends when the target may be asked again. Throws `WaitedOut` once the time for waiting is used up. */
  ready(): Promise<void>;
  /** Notes that an answer asks for waiting, and how often the same request was put off before it. Throws `WaitedOut` when that is more than is left. */
  note(answer: Answer, before?: number): void;
}

/** Without a Retry-After that can be read it is waited so long, twice as long each time, and never shorter than the least, in milliseconds. */
const UNTOLD = 1000;
const LEAST = 100;

/** A patience of so many milliseconds. */
export function createPatience(limit: number, signal: AbortSignal | undefined): Patience {
  let until = 0;
  let left = limit;
  let end: WaitedOut | undefined;
  return {
    async ready() {
      for (;;) {
        if (end !== undefined) throw end;
        const wait = until - performance.now();
        if (wait <= 0) return;
        await sleep(wait, undefined, { signal }).catch(() => {
          throw new HeldBack(`the run ends, and the target asks to wait ${inSeconds(wait)} more`);
        });
      }
    },
    note({ headers }, before = 0) {
      const now = performance.now();
      const asked = Math.max(LEAST, toMilliseconds(headers['retry-after'], UNTOLD * 2 ** before));
      const more = asked - Math.max(until - now, 0);
      if (more > left)
        end = new WaitedOut(
          `the target answers 429 and asks to wait ${inSeconds(asked)}, and of the ${inSeconds(limit)} of --wait-limit ${inSeconds(left)} are left`,
        );
      if (end !== undefined) throw end;
      if (more <= 0) return;
      left -= more;
      until = now + asked;
    },
  };
}

/** Seconds, or the date until when. */
function toMilliseconds(retryAfter: string | undefined, untold: number): number {
  if (retryAfter === undefined) return untold;
  const asked = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now();
  return Number.isNaN(asked) ? untold : asked;
}

function inSeconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 1000)} s`;
}
