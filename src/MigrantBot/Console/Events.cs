using System.Security.Claims;
using System.Text.Json;
using MigrantBot.Storage;

namespace MigrantBot.Console;

/// <summary>
/// Tells an open page that something may have changed, so that it asks again, and how much is waiting. Nothing about a case goes this way. To be told is
/// no sign of life: the session ends as if nobody listened, and the stream with it.
/// </summary>
sealed class Events(Changes changes, QueueStore cases, SessionStore sessions, TimeProvider clock, IHostApplicationLifetime process)
{
    /// <summary>How long there may be silence; proxies take a longer one for the end.</summary>
    static readonly TimeSpan Breath = TimeSpan.FromSeconds(20);

    public const string Name = "events";

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet(Name, (HttpContext context, ClaimsPrincipal user, Events events) => events.Tell(context, user.ModeratorId()))
            .WithMetadata(Unattended.Call);

    async Task Tell(HttpContext context, string me)
    {
        if (SessionCookie.Read(context.Request) is not { } token)
            return;
        var page = new Page(context);
        using var listening = changes.Listen();
        var isNews = true;
        for (Queue.TallyView? told = null; ; )
        {
            var change = changes.Next;
            var now = clock.GetUtcNow();
            if (await sessions.Find(token.Hash, now, context.RequestAborted) is not { } session)
            {
                await page.Say("over");
                return;
            }
            if (isNews && Queue.TallyView.Of(await cases.Count(me, DateOnly.FromDateTime(now.UtcDateTime), context.RequestAborted)) is var tally)
            {
                if (told is not null)
                    await page.Say("change");
                if (tally != told)
                    await page.Say("tally", tally);
                told = tally;
            }
            isNews = await Comes(change, Pause(session.IdleUntil, session.EndsAt, now), context.RequestAborted);
            if (process.ApplicationStopping.IsCancellationRequested || context.RequestAborted.IsCancellationRequested)
                return;
            if (!isNews)
                await page.Breathe();
        }
    }

    /// <summary>Whether the change came, before the time was over or somebody went.</summary>
    async Task<bool> Comes(Task change, TimeSpan atMost, CancellationToken gone)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(gone, process.ApplicationStopping);
        var first = await Task.WhenAny(change, Task.Delay(atMost, clock, enough.Token));
        await enough.CancelAsync();
        return first == change;
    }

    static TimeSpan Pause(long idleUntil, long endsAt, DateTimeOffset now)
    {
        var left = TimeSpan.FromMilliseconds(Math.Min(idleUntil, endsAt) - now.ToUnixTimeMilliseconds());
        return left < Breath ? left : Breath;
    }

    /// <summary>The other end: lines of <c>text/event-stream</c>.</summary>
    sealed class Page
    {
        readonly HttpContext context;

        public Page(HttpContext context)
        {
            this.context = context;
            context.Response.ContentType = "text/event-stream; charset=utf-8";
            // Else nginx would keep the lines until there are many.
            context.Response.Headers["X-Accel-Buffering"] = "no";
        }

        public Task Say(string what, Queue.TallyView? tally = null) => Write($"event: {what}\ndata: {(tally is null ? "{}" : JsonSerializer.Serialize(tally, JsonSerializerOptions.Web))}\n\n");

        public Task Breathe() => Write(":\n\n");

        Task Write(string lines) => context.Response.WriteAsync(lines, context.RequestAborted);
    }
}
