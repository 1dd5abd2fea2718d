# syntax=docker/dockerfile:1
# The bot and the programs beside it. Build: docker build --tag shared-duty .
# What the last stage copies is tried by tests/image/image.test.ts in an empty folder.

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY cards cards
COPY manifest manifest
COPY bot bot
RUN npm run build

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
# Half of what the packages bring is for compilers, debuggers, browsers and their own tests; licences stay.
RUN find node_modules -type f \( -name '*.map' -o -name '*.ts' -o -name '*.mts' -o -name '*.cts' -o -name 'CHANGELOG.md' -o -name 'umd.min.js' -o -name 'pdfkit.standalone.js' -o -path '*/fontkit/dist/browser*' \) -delete
RUN find node_modules -type d \( -path '*/dist/browser' -o -path '*/dist/react-native' -o -path '*/dist/umd' -o -path '*/dist/iife' -o -path '*/vendors/chai' -o -path '*/moment/min' -o -path '*/moment-timezone/builds' -o -path '*/pdfmake/build' -o -path '*/pdfkit/.yarn' \) -prune -exec rm -r {} +

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json LICENSE ./
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY bot/run.js bot/
COPY bot/evidence/verifiers/controleer.html bot/evidence/verifiers/controleer.py bot/evidence/verifiers/
COPY manifest/manifest.json manifest/en.json manifest/nl.json manifest/color.png manifest/outline.png manifest/
USER node
EXPOSE 3978
# The bot ends by itself within 20 seconds; hosts should wait 30 (README, "When something is wrong").
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3978}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the first process, so that the signal to end reaches it.
CMD ["node", "--enable-source-maps", "dist/bot/main.js"]
