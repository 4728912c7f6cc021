// npm start: the mock from its sources. What is missing for that is told in one sentence.
import { createRequire } from 'node:module';

try {
  createRequire(import.meta.url).resolve('tsx');
} catch {
  console.error(
    'npm start runs the mock from its sources, which takes the development dependencies, and they are not installed: run "npm ci --include=dev" (NODE_ENV=production leaves them out).',
  );
  process.exit(2);
}
await import('tsx');
await import('./wuts-mock.ts');
