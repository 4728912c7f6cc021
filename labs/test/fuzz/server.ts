import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type RequestHandler } from 'express';
import { onTestFinished } from 'vitest';
import { refuseGarbage } from '../../../mock/adapters/node-http/garbage.ts';
import { createApp, createMock } from '../../../mock/index.ts';

/** The URL of a mock behind something that breaks it, until the test is over. */
export async function serve(breakIt: RequestHandler): Promise<string> {
  const app = express();
  app.use(breakIt);
  app.use(createApp(createMock({ seed: 1 })));
  const server = createServer(app);
  refuseGarbage(server, (error) => console.error(error));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
