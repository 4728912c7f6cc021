/** `express-hello.js PORT` */
import express from 'express';

const app = express();
app.use((_request, response) => {
  response.json({ hello: 'world' });
});
app.listen(Number(process.argv[2]), '127.0.0.1');
