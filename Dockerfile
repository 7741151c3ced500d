# Three stages: the browser's bundle, the program, and the image that runs. Nothing here needs BuildKit.

FROM node:22-slim AS browser
WORKDIR /source
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY src/MigrantBot/Browser/hpke.js src/MigrantBot/Browser/
COPY src/MigrantBot/Publications/Browser/d3.js src/MigrantBot/Publications/Browser/
RUN npm run --silent bundle -- --outdir=/bundle

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS program
WORKDIR /source
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# First what restoring reads, so that packages are fetched again only when they change.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/MigrantBot.Core/MigrantBot.Core.csproj src/MigrantBot.Core/packages.lock.json src/MigrantBot.Core/
COPY src/MigrantBot/MigrantBot.csproj src/MigrantBot/packages.lock.json src/MigrantBot/
COPY src/MigrantBot/Browser/Browser.targets src/MigrantBot/Browser/
RUN dotnet restore src/MigrantBot --locked-mode
COPY .editorconfig ./
COPY src src
COPY locales locales
COPY --from=browser /bundle /bundle
RUN dotnet publish src/MigrantBot -c Release --no-restore -p:BrowserFiles=/bundle -o /published

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=program /published ./
RUN mkdir /data && chown app:app /data && chmod 700 /data
USER app
VOLUME /data
# No dumps and no debugger: the memory holds words that are not sealed yet. The base image's own port setting gives way to ours.
ENV ASPNETCORE_HTTP_PORTS= \
    ASPNETCORE_URLS=http://0.0.0.0:8080 \
    Database__ConnectionString="Data Source=/data/migrantbot.db" \
    Pepper__File=/data/pepper \
    DOTNET_EnableDiagnostics=0 \
    DOTNET_DbgEnableMiniDump=0
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=10s --start-period=20s CMD ["dotnet", "MigrantBot.dll", "health"]
ENTRYPOINT ["dotnet", "MigrantBot.dll"]
