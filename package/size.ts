/** `npm run size`: builds, packs and installs the package, and prints what a user gets. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure } from './measure.ts';
import { pack } from './pack.ts';

const SHOWN = 8;

const folder = await mkdtemp(join(tmpdir(), 'wuts-mock-pack-'));
try {
  const { packed, unpacked, installed, packages } = await measure(await pack(folder));
  console.log(`packed     ${toKilobytes(packed)}`);
  console.log(`unpacked   ${toKilobytes(unpacked)}`);
  console.log(
    `installed  ${toKilobytes(installed)} in ${packages.length} packages, the largest of which are`,
  );
  for (const { name, bytes } of packages.slice(0, SHOWN))
    console.log(`           ${toKilobytes(bytes)}  ${name}`);
} finally {
  await rm(folder, { recursive: true });
}

function toKilobytes(bytes: number): string {
  return `${String(Math.round(bytes / 1000)).padStart(6)} kB`;
}
