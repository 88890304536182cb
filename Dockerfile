# The page for the browser.
FROM node:22-slim AS explorer
WORKDIR /explorer
COPY src/PolicyGraph.Explorer/package.json src/PolicyGraph.Explorer/package-lock.json src/PolicyGraph.Explorer/.npmrc ./
RUN npm ci
COPY src/PolicyGraph.Explorer/ ./
RUN npm run build

# The program.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
COPY --from=explorer /explorer/dist src/PolicyGraph.Explorer/dist
RUN dotnet publish src/PolicyGraph -c Release --use-current-runtime -o /program -p:BuildExplorer=false

# What runs: no compiler, no Node, no root.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update && apt-get install -y --no-install-recommends curl poppler-utils && rm -rf /var/lib/apt/lists/* \
    && mkdir /data && chown app:app /data
COPY --from=build /program /program
USER app
WORKDIR /data
VOLUME /data
EXPOSE 5080
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=6 CMD curl -fsS http://127.0.0.1:5080/health/ready || exit 1
ENTRYPOINT ["dotnet", "/program/policygraph.dll"]
CMD ["serve", "--urls", "http://0.0.0.0:5080", "--store", "/data/policygraph-data"]
