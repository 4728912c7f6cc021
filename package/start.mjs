// npm start, and with the word "contracts" npm run contracts: a command from its sources. What is missing is told in a sentence.
import { createRequire } from 'node:module';

try {
  createRequire(import.meta.url).resolve('tsx');
} catch {
  console.error(
    'A clone runs from its sources, which takes the development dependencies, and they are not installed: run "npm ci --include=dev" (NODE_ENV=production leaves them out).',
  );
  process.exit(2);
}
await import('tsx');
const runsContracts = process.argv[2] === 'contracts';
if (runsContracts) process.argv.splice(2, 1);
await import(runsContracts ? './wuts-contracts.ts' : './wuts-mock.ts');
