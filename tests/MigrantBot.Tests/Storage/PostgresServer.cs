using System.Diagnostics;
using System.Globalization;

namespace MigrantBot.Tests.Storage;

/// <summary>
/// The PostgreSQL of the tests: the one that <c>TEST_POSTGRES</c> names, or else a throw-away cluster on a socket in a temporary folder. The cluster lives as
/// long as the script's standard input is open, so it goes even when the test host is killed.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    const string Missing = "These tests need a PostgreSQL server: install it (apt-get install postgresql), or let TEST_POSTGRES hold the connection string of one where databases may be created.";

    const string Script =
        """
        set -eu
        bin=$1
        cd /
        folder=$(mktemp -d /tmp/migrantbot-pg.XXXXXX)
        data=$folder/data
        trap '"$bin/pg_ctl" -D "$data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$folder"' EXIT
        "$bin/initdb" -D "$data" -U postgres --auth=trust --no-sync --encoding=UTF8 --locale=C >"$folder/log" 2>&1 &&
        "$bin/pg_ctl" -D "$data" -w -l "$folder/log" -o "-k $folder -h '' -F" start >/dev/null 2>&1 || { cat "$folder/log"; exit 1; }
        echo "ready $folder"
        read -r _ || true
        """;

    Process? cluster;

    public string ConnectionString { get; private set; } = "";

    /// <summary>Where the files of a throw-away cluster lie; null where the server is somebody else's.</summary>
    public string? DataFolder { get; private set; }

    public async Task InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 } given)
        {
            ConnectionString = given;
            return;
        }
        var start = Command(NewestBinaries());
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        cluster = Process.Start(start)!;
        var answer = await cluster.StandardOutput.ReadLineAsync() ?? "";
        if (!answer.StartsWith("ready ", StringComparison.Ordinal))
            throw new InvalidOperationException($"The throw-away PostgreSQL did not start: {answer}\n{await cluster.StandardOutput.ReadToEndAsync()}");
        DataFolder = Path.Combine(answer["ready ".Length..], "data");
        ConnectionString = $"Host={answer["ready ".Length..]};Username=postgres;Database=postgres";
    }

    public async Task DisposeAsync()
    {
        if (cluster is null)
            return;
        cluster.StandardInput.Close();
        await cluster.WaitForExitAsync();
        cluster.Dispose();
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    static ProcessStartInfo Command(string binaries) => Environment.UserName == "root"
        ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", "bash", "-c", Script, "cluster", binaries])
        : new ProcessStartInfo("bash", ["-c", Script, "cluster", binaries]);

    static string NewestBinaries()
    {
        const string versions = "/usr/lib/postgresql";
        var newest = (Directory.Exists(versions) ? Directory.GetDirectories(versions) : [])
            .Where(folder => File.Exists(Path.Combine(folder, "bin", "initdb")))
            .MaxBy(folder => double.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture));
        return newest is null ? throw new InvalidOperationException(Missing) : Path.Combine(newest, "bin");
    }
}

/// <summary>Test classes with this collection share one server; each test has a database of its own.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresTests : ICollectionFixture<PostgresServer>
{
    public const string Name = "PostgreSQL";
}
