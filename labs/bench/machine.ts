import { cpus, release, totalmem, type } from 'node:os';

/** The machine in a few words. */
export function describeMachine(): string {
  const [first, ...others] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${others.length + 1} × ${first?.model.trim()}, ${memory} GiB, ${type()} ${release().split('-')[0]}`;
}
