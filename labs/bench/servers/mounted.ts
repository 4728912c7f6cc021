/** `mounted.js PORT`: the mock in the Express app of a user. */
import express from 'express';
import { createApp, createMock } from '../../../mock/index.ts';

const app = express();
app.use(createApp(createMock()));
app.listen(Number(process.argv[2]), '127.0.0.1');
