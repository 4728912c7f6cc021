/** `openapi-backend.mjs PORT DOCUMENT`: as its own documentation mocks an API with Express. */
import type { Express, Request, Response } from 'express';

interface Context {
  operation: { operationId: string };
  api: { mockResponseForOperation(id: string): { status: number; mock: unknown } };
  validation: { errors: unknown };
  request: { headers: Record<string, string | undefined> };
}

interface Backend {
  registerSecurityHandler(name: string, handler: (context: Context) => boolean): void;
  init(): Promise<unknown>;
  handleRequest(request: object, ...more: unknown[]): Promise<unknown>;
}

interface Packages {
  OpenAPIBackend: new (options: object) => Backend;
  default: (() => Express) & { json(): Parameters<Express['use']>[0] };
}

// Computed, for these packages are not ours: they lie beside this script when it runs.
const load = (name: string): Promise<Packages> => import(name);
const { OpenAPIBackend } = await load('openapi-backend');
const { default: express } = await load('express');

const [port, definition] = process.argv.slice(2);
const api = new OpenAPIBackend({
  definition,
  // Its own check of the document refuses 3.1 with `type: [string, "null"]`.
  quick: true,
  handlers: {
    validationFail: ({ validation }: Context, _request: Request, response: Response) =>
      response.status(400).json({ errors: validation.errors }),
    unauthorizedHandler: (_context: Context, _request: Request, response: Response) =>
      response.status(401).json({}),
    notFound: (_context: Context, _request: Request, response: Response) => response.status(404).json({}),
    notImplemented: ({ api, operation }: Context, _request: Request, response: Response) => {
      const { status, mock } = api.mockResponseForOperation(operation.operationId);
      return response.status(status).json(mock);
    },
  },
});
api.registerSecurityHandler(
  'token',
  ({ request }) => request.headers.authorization?.startsWith('Bearer ') === true,
);
await api.init();

const app = express();
app.use(express.json());
app.use((request: Request, response: Response) => api.handleRequest(request, request, response));
app.listen(Number(port), '127.0.0.1');
