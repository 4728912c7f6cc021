/** `scalar.mjs PORT DOCUMENT`: as its own documentation starts it. */
import { readFileSync } from 'node:fs';

interface Packages {
  createMockServer(options: { document: unknown }): Promise<{ fetch: unknown }>;
  serve(options: { fetch: unknown; port: number; hostname: string }): void;
}

// Computed, for these packages are not ours: they lie beside this script when it runs.
const load = (name: string): Promise<Packages> => import(name);
const { createMockServer } = await load('@scalar/mock-server');
const { serve } = await load('@hono/node-server');

const [port, document = ''] = process.argv.slice(2);
const { fetch } = await createMockServer({ document: JSON.parse(readFileSync(document, 'utf8')) });
serve({ fetch, port: Number(port), hostname: '127.0.0.1' });
