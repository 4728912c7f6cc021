import { isMoment } from '../world/index.ts';

/** A callback of the user, which does no harm: what it throws, or rejects with, is told to `onFailure`. */
export function harmless<Value>(
  callback: (value: Value) => unknown,
  onFailure: (error: unknown) => void,
): (value: Value) => void {
  return (value) => {
    try {
      const result = callback(value);
      if (result instanceof Promise) result.catch(onFailure);
    } catch (error) {
      onFailure(error);
    }
  };
}

/** The clock of the user, in milliseconds since 1970, which always tells a time from year 1 to 9999: where it does not, the last one that it told. */
export function steady(
  clock: () => number,
  first: number,
  onFailure: (error: unknown) => void,
): () => number {
  let last = first;
  return () => {
    try {
      const now = clock();
      if (!isMoment(now)) throw new RangeError(`The clock "now" told ${now}.`);
      last = now;
    } catch (error) {
      onFailure(error);
    }
    return last;
  };
}
