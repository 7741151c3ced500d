using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Dapper;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;
using MigrantBot.Tests.Emulator;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Journeys;

/// <summary>What outlives the process: its folder and database, its address, and Telegram.</summary>
sealed class Premises : IAsyncDisposable
{
    /// <summary>Runs of these tests side by side begin at different places.</summary>
    static int lastPort = 12_000 + Environment.ProcessId % 400 * 40;

    readonly TemporaryFolder folder = new();
    readonly TestDatabase? server;
    readonly DatabaseOptions options;
    readonly ECDiffieHellman reader = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    readonly Dictionary<string, string> settings;
    readonly List<BotProcess> ended = [];
    BotProcess? running;

    Premises(BotApiEmulator telegram, TestDatabase? server, DatabaseOptions? options)
    {
        Telegram = telegram;
        this.server = server;
        this.options = options ?? new DatabaseOptions(Provider.Sqlite, $"Data Source={folder.File("data/migrantbot.db")}");
        Address = new Uri($"http://localhost:{FreePort()}/");
        settings = new()
        {
            ["ASPNETCORE_URLS"] = Address.ToString(),
            ["Telegram__Token"] = BotApiEmulator.Token,
            ["Telegram__BaseUrl"] = telegram.BaseUrl.ToString(),
            ["HOME"] = folder.Root,
            ["TMPDIR"] = Directory.CreateDirectory(folder.File("tmp")).FullName,
        };
        if (options is not null)
        {
            settings["Database__Provider"] = "postgres";
            settings["Database__ConnectionString"] = options.ConnectionString;
        }
    }

    public BotApiEmulator Telegram { get; }

    public Uri Address { get; }

    public string Folder => folder.Root;

    public string Pepper => folder.File("data/pepper");

    public BotProcess Running => running ?? throw new InvalidOperationException("The bot is not running.");

    /// <summary>All that was printed, also before it was killed.</summary>
    public IEnumerable<byte[]> Printed => Processes.Select(one => one.Printed);

    public string Log => string.Concat(Processes.Select(one => one.Log));

    IEnumerable<BotProcess> Processes => running is null ? ended : ended.Append(running);

    /// <summary>Fresh: no database, no pepper, nobody enrolled. <paramref name="server"/>: on PostgreSQL instead of SQLite.</summary>
    public static async Task<Premises> Make(TestDatabase? server = null) =>
        new(await BotApiEmulator.Start(), server, server is null ? null : await server.Create());

    /// <summary>Telegram is reached over TLS, as it is in life.</summary>
    public static async Task<Premises> OpenOverTls()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest("CN=Emulated Telegram", key, HashAlgorithmName.SHA256) { CertificateExtensions = { names.Build() } };
        var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var premises = new Premises(await BotApiEmulator.Start(certificate: certificate), null, null);
        await File.WriteAllTextAsync(premises.folder.File("telegram.pem"), certificate.ExportCertificatePem());
        return await Open(premises, ("SSL_CERT_FILE", premises.folder.File("telegram.pem")));
    }

    /// <summary>Somebody who reads reports is enrolled already, and the bot runs.</summary>
    public static async Task<Premises> Open(params (string Name, string Value)[] settings) => await Open(await Make(), settings);

    /// <summary>The same on PostgreSQL.</summary>
    public static async Task<Premises> Open(TestDatabase server, params (string Name, string Value)[] settings) => await Open(await Make(server), settings);

    static async Task<Premises> Open(Premises premises, params (string Name, string Value)[] settings)
    {
        await using (var database = await Database.Open(premises.options, CancellationToken.None))
        {
            await Migrator.Migrate(database, CancellationToken.None);
            await new ModeratorStore(database).Insert(Some.Moderator() with { BoxKey = P256.PublicKeyOf(premises.reader) }, CancellationToken.None);
        }
        await premises.Start(settings);
        return premises;
    }

    public async Task Start(params (string Name, string Value)[] more)
    {
        foreach (var (name, value) in more)
            settings[name] = value;
        running = BotProcess.Start(folder.Root, settings);
        await running.Says("Telegram: listening");
        await running.Says("Application started");
    }

    /// <summary>Another bot of ours: another process and another Telegram, the same database and pepper. Whoever asks ends it.</summary>
    public async Task<BotProcess> StartAnother(BotApiEmulator telegram)
    {
        var another = BotProcess.Start(folder.Root, new Dictionary<string, string>(settings)
        {
            ["ASPNETCORE_URLS"] = $"http://localhost:{FreePort()}/",
            ["Telegram__BaseUrl"] = telegram.BaseUrl.ToString(),
        });
        await another.Says("Telegram: listening");
        return another;
    }

    /// <summary>A verb, as the operator calls it beside the running program: its exit code, and all that it prints.</summary>
    public async Task<(int ExitCode, string Printed)> Runs(params string[] verb)
    {
        await using var process = BotProcess.Start(folder.Root, settings, verb);
        var exitCode = await process.Ended();
        return (exitCode, process.Log);
    }

    public async Task Change(string sql)
    {
        await using var database = await Database.Open(options, CancellationToken.None);
        await database.Write((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), CancellationToken.None);
    }

    /// <summary>As somebody does who can write to the database and knows the formats.</summary>
    public async Task Put(SealedEnvelope envelope)
    {
        await using var database = await Database.Open(options, CancellationToken.None);
        await database.Write(
            async (connection, transaction) =>
            {
                await EnvelopeStore.Insert(connection, transaction, envelope);
                return true;
            },
            CancellationToken.None);
    }

    public async Task Kill()
    {
        await Running.Kill();
        ended.Add(Running);
        running = null;
    }

    public async Task<T> Ask<T>(string sql)
    {
        await using var database = await Database.Open(options, CancellationToken.None);
        return (await database.Read(connection => connection.ExecuteScalarAsync<T>(sql), CancellationToken.None))!;
    }

    /// <summary>All that stands in all tables, row by row, bytes in hexadecimal.</summary>
    public async Task<IReadOnlyList<string>> Rows()
    {
        await using var database = await Database.Open(options, CancellationToken.None);
        var tables = await database.Read(
            connection => connection.QueryAsync<string>("SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"), CancellationToken.None);
        var rows = new List<string>();
        foreach (var table in tables)
            rows.AddRange(await database.Read(connection => connection.QueryAsync<string>($"SELECT one::text FROM \"{table}\" AS one"), CancellationToken.None));
        return rows;
    }

    public Task<long> Reports() => Ask<long>("SELECT COUNT(*) FROM reports");

    /// <summary>What is sealed in the reports, opened with the key of the reader who was enrolled.</summary>
    public async Task<IReadOnlyList<string>> Told()
    {
        await using var database = await Database.Open(options, CancellationToken.None);
        var sealedTexts = await database.Read(connection => connection.QueryAsync<Sealed>(
            "SELECT e.id, e.report_id, e.body, k.sealed_key FROM envelopes e JOIN envelope_keys k ON k.envelope_id = e.id"), CancellationToken.None);
        return [.. sealedTexts.Select(one => System.Text.Encoding.UTF8.GetString(
            Envelope.Open(one.Body, one.SealedKey, new Binding(one.ReportId, one.Id, Direction.Report), reader) ?? throw new InvalidOperationException("It does not open.")))];
    }

    /// <summary>
    /// Below those that the system gives to whoever asks for any: a port is free between its choice and the start of the process, and while a killed one
    /// is started again.
    /// </summary>
    public static string FreePort()
    {
        for (; ; )
        {
            var port = Interlocked.Increment(ref lastPort);
            try
            {
                using var listener = new TcpListener(IPAddress.Any, port);
                listener.Start();
                return port.ToString(CultureInfo.InvariantCulture);
            }
            catch (SocketException)
            {
                // Somebody else has it: the next one.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in ended)
            await one.DisposeAsync();
        if (running is not null)
            await running.DisposeAsync();
        await Telegram.DisposeAsync();
        if (server is not null)
            await server.DisposeAsync();
        reader.Dispose();
        folder.Dispose();
    }

    sealed record Sealed
    {
        public string Id { get; init; } = "";
        public string ReportId { get; init; } = "";
        public byte[] Body { get; init; } = [];
        public byte[] SealedKey { get; init; } = [];
    }
}
