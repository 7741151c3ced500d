using System.Data.Common;
using MigrantBot.Storage;

namespace MigrantBot;

/// <summary>Whether the process lives, and whether it can serve: no number in the answers, since counts would tell about reports.</summary>
static class Health
{
    const string Ready = "/health/ready";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    internal static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => "alive\n");
        app.MapGet(Ready, async (ModeratorStore moderators, CancellationToken cancellation) =>
        {
            try
            {
                await moderators.Recipients(cancellation);
                return Results.Text("ready\n");
            }
            catch (DbException)
            {
                return Results.Text("the database does not answer\n", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
    }

    /// <summary>The verb <c>health</c>, for images without curl: 0 when the process at <paramref name="address"/> is ready.</summary>
    internal static async Task<int> Ask(Uri address, TextWriter output)
    {
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(new Uri(address, Ready));
            await output.WriteLineAsync($"{(int)answer.StatusCode} {answer.ReasonPhrase}");
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception silence) when (silence is HttpRequestException or TaskCanceledException)
        {
            await output.WriteLineAsync($"Nobody answers at {address}. Is the bot running, and does ASPNETCORE_URLS say so?");
            return 1;
        }
    }
}
