/** `bare-express.js PORT SAMPLES OPERATION`: one route of Express that answers one sample, as a user writes it. */
import { readFileSync } from 'node:fs';
import express from 'express';
import type { Loaded } from '../requests.ts';
import type { Samples } from '../samples.ts';

const [port, file = '', operation] = process.argv.slice(2);
const samples: Samples = JSON.parse(readFileSync(file, 'utf8'));
const { method, route, status, body } = samples[operation as Loaded];
const value: unknown = JSON.parse(body);

const app = express();
app.use(express.json());
app[method === 'GET' ? 'get' : 'post'](route, (_request, response) => {
  response.status(status).json(value);
});
app.listen(Number(port), '127.0.0.1');
