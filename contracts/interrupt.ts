/** The exit code of a run that could not be carried out. */
const COULD_NOT_RUN = 2;

/** A signal that the first Ctrl-C gives, or the end of the time: running cases end and tidy up. The second Ctrl-C ends the process. */
export function interruptible(timeLimit?: number): AbortSignal {
  const controller = new AbortController();
  if (timeLimit !== undefined)
    setTimeout(
      () => controller.abort(`the time limit of ${timeLimit / 1000} s was reached`),
      timeLimit,
    ).unref();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(COULD_NOT_RUN);
      console.error('\nwuts-contracts: ending; what was made is tidied up. Once more to end at once.');
      controller.abort('it was interrupted');
    });
  }
  return controller.signal;
}
