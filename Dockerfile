# The mock as a container: docker build -t wuts-mock . && docker run --rm -p 4010:4010 wuts-mock --seed 1

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsup.config.ts ./
COPY package ./package
COPY spec ./spec
COPY mock ./mock
COPY contracts ./contracts
RUN npm run build
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production PORT=4010
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
# Where a volume for --state is the user's.
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 4010
# The port in force stands in the ready file, except where nothing can be written to /tmp.
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s \
  CMD NODE_TLS_REJECT_UNAUTHORIZED=0 node -e "let url; try { url = JSON.parse(fs.readFileSync('/tmp/wuts-mock.json')).health } catch { url = 'http://127.0.0.1:' + process.env.PORT + '/health' } fetch(url).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"
ENTRYPOINT ["sh", "-c", "exec node dist/wuts-mock.js --host 0.0.0.0 --port \"$PORT\" $( (: > /tmp/wuts-mock.json) 2> /dev/null && echo --ready-file /tmp/wuts-mock.json) \"$@\"", "wuts-mock"]
