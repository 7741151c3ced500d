using System.Net;
using MigrantBot.Console;

namespace MigrantBot.Tests.Console;

/// <summary>A page that listens, as far as the wire is concerned.</summary>
sealed class Ear : IDisposable
{
    readonly HttpClient http;
    readonly StreamReader lines;

    Ear(HttpClient http, HttpResponseMessage answer, Stream stream)
    {
        this.http = http;
        Answer = answer;
        lines = new StreamReader(stream);
    }

    public HttpResponseMessage Answer { get; }

    public static async Task<Ear> Listens(ConsoleHost host, string? cookie)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{ConsolePaths.Api}/{Events.Name}");
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new Ear(http, answer, await answer.Content.ReadAsStreamAsync());
    }

    /// <summary>What is said next, as it stands on the wire: <c>event: over</c> and <c>data: {}</c>, or <c>:</c>. Null when the other side has hung up.</summary>
    public async Task<string?> Hears()
    {
        List<string> said = [];
        while (await lines.ReadLineAsync().WaitAsync(Patience.Long) is { } line)
            if (line.Length > 0)
                said.Add(line);
            else if (said.Count > 0)
                return string.Join('\n', said);
        return null;
    }

    /// <summary>Passes over what comes before it.</summary>
    public async Task<string> Hears(string beginning)
    {
        while (await Hears() is { } said)
            if (said.StartsWith(beginning, StringComparison.Ordinal))
                return said;
        throw new InvalidOperationException($"The other side has hung up without {beginning}.");
    }

    public bool IsRefused => Answer.StatusCode == HttpStatusCode.Unauthorized;

    public void Dispose()
    {
        lines.Dispose();
        Answer.Dispose();
        http.Dispose();
    }
}
