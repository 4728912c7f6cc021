/** Saves one state after the other until it is killed, and says which one the disk has: its last argument is the file. */
import { createStateFile } from '../../../mock/state-file/state-file.ts';

const file = createStateFile(process.argv.at(-1) ?? '');
const before: { n: number } = JSON.parse(file.read() ?? '{"n":0}');
// Long enough that a kill meets most saves half-way.
const padding = 'x'.repeat(2_000_000);
for (let n = before.n + 1; ; n += 1) {
  await file.write([Buffer.from(JSON.stringify({ n, padding }))]);
  process.stdout.write(`${n}\n`);
}
