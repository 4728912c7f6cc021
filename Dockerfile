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
USER node
EXPOSE 4010
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s \
  CMD node -e "fetch('http://127.0.0.1:' + process.env.PORT + '/status').then(() => process.exit(0), () => process.exit(1))"
ENTRYPOINT ["sh", "-c", "exec node dist/wuts-mock.js --host 0.0.0.0 --port \"$PORT\" \"$@\"", "wuts-mock"]
