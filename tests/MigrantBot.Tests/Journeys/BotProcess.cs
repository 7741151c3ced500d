using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace MigrantBot.Tests.Journeys;

/// <summary>The program itself, started as an operator starts it: another process, its settings in the environment, a folder to work in.</summary>
sealed class BotProcess : IAsyncDisposable
{
    readonly Process process;
    readonly MemoryStream output = new();
    readonly Task reading;

    BotProcess(Process process)
    {
        this.process = process;
        reading = Task.WhenAll(Read(process.StandardOutput.BaseStream), Read(process.StandardError.BaseStream));
    }

    public int Id => process.Id;

    /// <summary>All that it has printed, as it came.</summary>
    public byte[] Printed
    {
        get
        {
            lock (output)
                return output.ToArray();
        }
    }

    public string Log => Encoding.UTF8.GetString(Printed);

    /// <summary>What the system says about its memory: resident at all, of that its own, and of that pages of files, which processes share.</summary>
    public string Memory => string.Join(", ", File.ReadLines($"/proc/{process.Id}/status")
        .Where(line => line.StartsWith("VmRSS", StringComparison.Ordinal) || line.StartsWith("RssAnon", StringComparison.Ordinal) || line.StartsWith("RssFile", StringComparison.Ordinal))
        .Select(line => string.Join(' ', line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))));

    /// <summary>Nothing of the test's own environment goes in but the way to the runtime.</summary>
    public static BotProcess Start(string folder, IReadOnlyDictionary<string, string> settings, params string[] verb)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "MigrantBot.dll"), .. verb])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Except(["PATH", "DOTNET_ROOT"]).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return new BotProcess(Process.Start(start)!);
    }

    public Task Says(string fragment) => Eventually.True(
        () => Log.Contains(fragment, StringComparison.Ordinal) || (process.HasExited ? throw new InvalidOperationException($"It ended before it said “{fragment}”:\n{Log}") : false),
        () => $"It did not say “{fragment}”:\n{Log}");

    /// <summary>As <c>kill -9</c>: nothing in it gets another turn.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
        await reading;
    }

    /// <summary>As an operator stops it (<c>SIGTERM</c>); gives the exit code.</summary>
    public async Task<int> Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        return await Ended();
    }

    /// <summary>Waits until it ends by itself; gives the exit code.</summary>
    public async Task<int> Ended()
    {
        await process.WaitForExitAsync().WaitAsync(Patience.Long);
        await reading;
        return process.ExitCode;
    }

    async Task Read(Stream stream)
    {
        var buffer = new byte[4096];
        while (await stream.ReadAsync(buffer) is > 0 and var count)
            lock (output)
                output.Write(buffer, 0, count);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await Kill();
        process.Dispose();
    }
}
